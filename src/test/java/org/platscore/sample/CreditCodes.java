package org.platscore.sample;

/** Unified social credit codes (GB 32100-2015) under an area code, 350299, that no authority uses. */
final class CreditCodes {

    private static final String LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String AREA = "350299";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private CreditCodes() {}

    /** A code with right check digits; {@code kind} is its first two places, such as 91 for a company. */
    static String standard(Draw draw, String kind) {
        boolean recent = kind.equals("91") && draw.chance(0.6);
        StringBuilder organisation = new StringBuilder(recent ? "MA" : "");
        while (organisation.length() < 8) {
            organisation.append(recent ? LETTERS.charAt(draw.below(LETTERS.length())) : (char) ('0' + draw.below(10)));
        }
        String body = kind + AREA + organisation + organisationCheck(organisation);
        return body + check(body);
    }

    /** A code of the form M0000… that the pilot series has: its last place follows another rule, and fails the standard one. */
    static String pilotSeries(Draw draw) {
        while (true) {
            StringBuilder body = new StringBuilder("91" + AREA + "M000" + draw.below(2));
            while (body.length() < 17) {
                body.append(LETTERS.charAt(draw.below(LETTERS.length())));
            }
            int sum = 0;
            for (int i = 0, weight = 1; i < 17; i++, weight = weight * 2 % 37) {
                sum += ALPHABET.indexOf(body.charAt(i)) * weight;
            }
            int place = (37 - sum % 37) % 37;
            if (place < 36 && LETTERS.indexOf(ALPHABET.charAt(place)) >= 0 && ALPHABET.charAt(place) != check(body)) {
                return body.append(ALPHABET.charAt(place)).toString();
            }
        }
    }

    /** The code with another last place, so that its check digit is wrong. */
    static String wrongCheckDigit(String code) {
        char last = code.charAt(17);
        return code.substring(0, 17) + LETTERS.charAt((LETTERS.indexOf(last) + 7) % LETTERS.length());
    }

    /** Only the organisation code of nine places, hyphenated, as old registers have it. */
    static String organisationCode(String code) {
        return code.substring(8, 16) + "-" + code.charAt(16);
    }

    private static char organisationCheck(CharSequence organisation) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += ALPHABET.indexOf(organisation.charAt(i)) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }

    private static char check(CharSequence body) {
        int sum = 0;
        for (int i = 0, weight = 1; i < 17; i++, weight = weight * 3 % 31) {
            sum += LETTERS.indexOf(body.charAt(i)) * weight;
        }
        return LETTERS.charAt((31 - sum % 31) % 31);
    }
}
