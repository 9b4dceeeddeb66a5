package org.platscore.intake.cell;

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
    private static final Pattern FORM = Pattern.compile("[0-9A-HJ-NP-RTUW-Y]{2}[0-9]{6}[0-9A-HJ-NP-RTUW-Y]{10}");
    private static final Pattern PILOT_FORM = Pattern.compile("[0-9A-Z]{2}[0-9]{6}M000[0-9A-Z]{6}");
    private static final Pattern PERSON = Pattern.compile(
            "[1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X]");
    private static final int[] PERSON_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    /** Returns the verdict on a code written in upper case without white space. */
    public static CreditCode of(String code) {
        if (FORM.matcher(code).matches() && LETTERS.charAt(check31(code)) == code.charAt(17)) {
            return STANDARD;
        }
        if (PILOT_FORM.matcher(code).matches() && check37(code) == Character.digit(code.charAt(17), 36)) {
            return PILOT;
        }
        if (PERSON.matcher(code).matches() && personal(code) == code.charAt(17)) {
            return PERSONAL_ID;
        }
        return FORM.matcher(code).matches() ? WRONG_CHECK : WRONG_FORM;
    }

    /** Returns whether a text is written like a resident's identity number, whatever its check character, and is no credit code. */
    public static boolean looksPersonal(String code) {
        CreditCode verdict = of(code);
        return verdict != STANDARD && verdict != PILOT && PERSON.matcher(code).matches();
    }

    /** Returns an identity number with its birthday and serial number hidden. */
    public static String masked(String number) {
        return number.substring(0, 6) + "*".repeat(number.length() - 6);
    }

    private static int check31(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += LETTERS.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return (31 - sum % 31) % 31;
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
