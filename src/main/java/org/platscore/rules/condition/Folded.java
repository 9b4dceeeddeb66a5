package org.platscore.rules.condition;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import org.platscore.rules.ColumnType;

/** How texts are compared: in conditions, by {@code distinct} and {@code unique}, and where a subject or a head is looked up. */
public final class Folded {

    private Folded() {}

    /** Returns a text as it is compared: after NFKC, without white space at its ends, with case. */
    public static String text(String text) {
        int length = text.length();
        if (length == 0) {
            return text;
        }
        for (int i = 0; i < length; i++) {
            if (!unchanged(text.charAt(i))) {
                return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
            }
        }
        return text.charAt(0) <= ' ' || text.charAt(length - 1) <= ' ' ? text.strip() : text;
    }

    /** Returns a credit code as it is compared: {@link #text} in upper case. */
    public static String code(String code) {
        return text(code).toUpperCase(Locale.ROOT);
    }

    /** Returns a text without any white space, after NFKC: how names of subjects and heads of columns are compared. */
    public static String tight(String text) {
        String folded = text(text);
        for (int i = 0; i < folded.length(); i++) {
            if (blank(folded.charAt(i))) {
                StringBuilder kept = new StringBuilder(folded.length());
                folded.chars().filter(c -> !blank((char) c)).forEach(c -> kept.append((char) c));
                return kept.toString();
            }
        }
        return folded;
    }

    /**
     * Returns a cell (see {@link Row#cell}) as it is compared with others of its column: equal cells have equal keys, numbers
     * without regard to trailing zeros.
     */
    public static Object cell(ColumnType type, Object cell) {
        if (cell instanceof String) {
            return type == ColumnType.CREDIT_CODE ? code((String) cell) : text((String) cell);
        }
        if (cell instanceof ScaleWord) {
            return text(((ScaleWord) cell).word());
        }
        return cell instanceof BigDecimal ? ((BigDecimal) cell).stripTrailingZeros() : cell;
    }

    /** ASCII and the common Chinese characters are what NFKC makes of them. */
    private static boolean unchanged(char c) {
        return c < 0x80 || (c >= 0x4E00 && c <= 0x9FA5);
    }

    /** The usual characters are told apart without being looked up. */
    private static boolean blank(char c) {
        return (c <= ' ' || !unchanged(c)) && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
