package org.platscore.intake.cell;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Verdicts on unified social credit codes (GB 32100-2015) and what else stands in their column. */
public enum CreditCode {
    /** The check character fits. */
    STANDARD,
    /** A genuine code of the pilot years of Xiamen and Fuzhou, with a check character by a rule of its own. */
    PILOT,
    /** The form fits, the check character does not. */
    WRONG_CHECK,
    /** Not 18 of the letters that such codes use. */
    WRONG_FORM,
    /** A resident's identity number (GB 11643). */
    PERSONAL_ID;

    private static final String LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    /** How many letters a code has. */
    public static final int LENGTH = 18;

    private static final Pattern PILOT_FORM = Pattern.compile("[0-9A-Z]{2}[0-9]{6}M000[0-9A-Z]{6}");
    private static final Pattern PERSON = Pattern.compile(
            "[1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X]");
    /** One alone among other signs, perhaps parted behind its area, year, month and day, its check digit perhaps lost. */
    private static final Pattern PERSON_WITHIN = Pattern.compile(
            "(?<![0-9A-Z])[1-9][0-9]{5}-?(?:18|19|20)[0-9]{2}-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12][0-9]|3[01])-?[0-9]{3}[0-9X]?(?![0-9A-Z])"
                    .replace("-?", "[^0-9A-Z]?"));
    /** The same of 15 digits, as issued until 1999. */
    private static final Pattern OLD_PERSON_WITHIN = Pattern.compile(
            "(?<![0-9A-Z])[1-9][0-9]{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}(?![0-9A-Z])");

    private static final int AREA = 6;
    private static final int[] PERSON_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    /** By ASCII letter: its value; -1 for none. */
    private static final byte[] VALUES = new byte[128];
    /** Powers of 3 modulo 31; the check letter counts once, and all add up to a multiple of 31. */
    private static final int[] WEIGHTS = new int[LENGTH];

    static {
        java.util.Arrays.fill(VALUES, (byte) -1);
        for (int i = 0; i < LETTERS.length(); i++) {
            VALUES[LETTERS.charAt(i)] = (byte) i;
        }
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            WEIGHTS[i] = weight;
            weight = weight * 3 % 31;
        }
        WEIGHTS[LENGTH - 1] = 1;
    }

    /** Returns the verdict on a code written in upper case without white space. */
    public static CreditCode of(String code) {
        boolean form = form(code);
        if (form && checked(code)) {
            return STANDARD;
        }
        if (PILOT_FORM.matcher(code).matches() && check37(code) == Character.digit(code.charAt(17), 36)) {
            return PILOT;
        }
        if (PERSON.matcher(code).matches() && personal(code) == code.charAt(17)) {
            return PERSONAL_ID;
        }
        return form ? WRONG_CHECK : WRONG_FORM;
    }

    /** Returns whether {@link #LENGTH} ASCII letters are a code in upper case whose verdict is {@link #STANDARD}. */
    public static boolean standard(byte[] letters, int from) {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            byte letter = letters[from + i];
            int value = letter < 0 ? -1 : VALUES[letter];
            if (value < 0 || value > 9 && i >= 2 && i < 8) {
                return false;
            }
            sum += value * WEIGHTS[i];
        }
        return sum % 31 == 0;
    }

    /**
     * Returns a text with what is written in it like a resident's identity number hidden behind its area, whatever its check
     * character; not a credit code, unless its check character is that of a resident's number, too, nor a firm's registration
     * number of 15 digits whose check digit fits. The letters O and I may stand for 0 and 1.
     *
     * @param code in upper case
     */
    public static String masked(String code) {
        String masked =
                masked(code, PERSON_WITHIN, number -> of(number) != STANDARD || personal(number) == number.charAt(17));
        return masked(masked, OLD_PERSON_WITHIN, number -> !registration(number));
    }

    private static String masked(String code, Pattern written, Predicate<String> person) {
        Matcher found = written.matcher(code.replace('O', '0').replace('I', '1'));
        StringBuilder masked = new StringBuilder();
        int end = 0;
        while (found.find()) {
            String number = found.group().replaceAll("[^0-9A-Z]", "");
            masked.append(code, end, found.start())
                    .append(
                            person.test(number)
                                    ? number.substring(0, AREA) + "*".repeat(number.length() - AREA)
                                    : code.substring(found.start(), found.end()));
            end = found.end();
        }
        return masked.append(code, end, code.length()).toString();
    }

    /** Returns whether 15 digits are a registration number of a firm by their check digit (ISO 7064, MOD 11,10). */
    private static boolean registration(String number) {
        int product = 10;
        for (int i = 0; i < number.length() - 1; i++) {
            int sum = (product + number.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (product + number.charAt(number.length() - 1) - '0') % 10 == 1;
    }

    /** Returns whether a code has two letters, six digits, and ten letters, such as these codes use. */
    private static boolean form(String code) {
        return code.length() == LENGTH && strange(code) < 0;
    }

    /** Returns the first place, from 0, of a sign that no code has there; -1 if there is none. */
    public static int strange(String code) {
        for (int i = 0; i < code.length(); i++) {
            int value = value(code.charAt(i));
            if (value < 0 || value > 9 && i >= 2 && i < 8) {
                return i;
            }
        }
        return -1;
    }

    private static int value(char letter) {
        return letter < VALUES.length ? VALUES[letter] : -1;
    }

    private static boolean checked(String code) {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += value(code.charAt(i)) * WEIGHTS[i];
        }
        return sum % 31 == 0;
    }

    private static int check37(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += Character.digit(code.charAt(i), 36) * weight;
            weight = weight * 2 % 37;
        }
        return (37 - sum % 37) % 37;
    }

    private static char personal(String code) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (code.charAt(i) - '0') * PERSON_WEIGHTS[i];
        }
        return "10X98765432".charAt(sum % 11);
    }
}
