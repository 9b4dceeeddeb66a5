package org.platscore.finding;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;

/**
 * A number as people write it, and what stands behind it: {@code "１,234.50 万元"} is 1234.50 and {@code "万元"}. This is the one
 * grammar for numbers in data and rules: half- and full-width digits, any minus sign, brackets for negative amounts, commas
 * between groups of three, the sign ¥, an exponent within ±30, at most 50 digits.
 *
 * @param number the number before its suffix
 * @param suffix what follows, without white space: {@code ""}, {@code "%"}, {@code "万"}, {@code "元/样"} …
 */
public record NumberText(BigDecimal number, String suffix) {

    private static final int MOST_DIGITS = 50;
    private static final int MOST_EXPONENT = 30;

    /**
     * Returns the number that {@code text} says; empty if it is none, is vague ({@code 约30}), or is out of bounds. Whether the
     * suffix makes sense is for the caller to say.
     */
    public static Optional<NumberText> read(String text) {
        return new Scanner(tidy(text)).read();
    }

    /**
     * Returns {@code text} after NFKC without zero-width characters, a leading apostrophe, and white space at its ends, each
     * kind of minus sign written as {@code -}. Raised, circled and bracketed digits stay what they are: 10² is not 102, and
     * {@code ①} is most likely the mark of a note.
     */
    public static String tidy(String text) {
        if (tidied(text)) {
            return text;
        }
        String folded = folded(text);
        StringBuilder kept = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (Unseen.is(c)) {
                continue;
            }
            boolean minus = c == '\u2212' || c == '\u2010' || c == '\u2011' || c == '\u2012' || c == '\u2013';
            kept.append(minus ? '-' : c);
        }
        String tidy = kept.toString().strip();
        return tidy.startsWith("'") ? tidy.substring(1).strip() : tidy;
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.getType(text.charAt(i)) == Character.OTHER_NUMBER) {
                folded.append(Normalizer.normalize(text.substring(from, i), Normalizer.Form.NFKC))
                        .append(text.charAt(i));
                from = i + 1;
            }
        }
        return folded.append(Normalizer.normalize(text.substring(from), Normalizer.Form.NFKC))
                .toString();
    }

    /** Returns whether a text holds only visible ASCII characters and no apostrophe before them. */
    private static boolean tidied(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) >= 0x7F) {
                return false;
            }
        }
        return !text.startsWith("'");
    }

    private static final class Scanner {
        private final String text;
        private int at;
        private int digits;

        Scanner(String text) {
            this.text = text;
        }

        Optional<NumberText> read() {
            boolean bracketed = take('(');
            boolean negative = sign();
            if (take('¥')) {
                blanks();
                negative = negative || sign();
            }
            StringBuilder number = new StringBuilder();
            if (!whole(number) || digits > MOST_DIGITS) {
                return Optional.empty();
            }
            int exponent = exponent();
            if (Math.abs(exponent) > MOST_EXPONENT) {
                return Optional.empty();
            }
            StringBuilder suffix = new StringBuilder();
            while (at < text.length() && !(bracketed && text.charAt(at) == ')')) {
                char c = text.charAt(at++);
                if (Character.isDigit(c) && !inUnit(suffix) || c == ',' || c == '.') {
                    return Optional.empty();
                }
                if (!Character.isWhitespace(c)) {
                    suffix.append(c);
                }
            }
            if (bracketed && !(take(')') && at == text.length()) || bracketed && negative) {
                return Optional.empty();
            }
            BigDecimal value = new BigDecimal(number.toString()).scaleByPowerOfTen(exponent);
            return Optional.of(new NumberText(negative || bracketed ? value.negate() : value, suffix.toString()));
        }

        /** Returns whether a digit may go on a suffix: in m2, or what an amount is counted by, 元/100次. */
        private static boolean inUnit(StringBuilder suffix) {
            return suffix.indexOf("/") >= 0 || suffix.length() > 0 && suffix.charAt(suffix.length() - 1) == 'm';
        }

        private boolean whole(StringBuilder number) {
            int first = digits(number);
            if (first > 0 && first <= 3) {
                while (at + 3 < text.length() && text.charAt(at) == ',' && digit(at + 1)) {
                    at++;
                    if (digits(number) != 3) {
                        return false;
                    }
                }
            }
            int fraction = 0;
            if (at < text.length() && text.charAt(at) == '.') {
                at++;
                number.append('.');
                fraction = digits(number);
                if (fraction == 0) {
                    return false;
                }
                if (first == 0) {
                    number.insert(0, '0');
                }
            }
            return first + fraction > 0;
        }

        private int digits(StringBuilder number) {
            int from = at;
            while (digit(at)) {
                number.append(text.charAt(at++));
            }
            digits += at - from;
            return at - from;
        }

        private int exponent() {
            if (at >= text.length() || (text.charAt(at) != 'e' && text.charAt(at) != 'E')) {
                return 0;
            }
            int from = at + 1;
            int to = from < text.length() && (text.charAt(from) == '+' || text.charAt(from) == '-') ? from + 1 : from;
            int end = to;
            while (digit(end)) {
                end++;
            }
            if (end == to) {
                return 0;
            }
            at = end;
            return end - to > 4
                    ? Integer.MAX_VALUE
                    : Integer.parseInt(text.substring(text.charAt(from) == '+' ? to : from, end));
        }

        private boolean sign() {
            boolean minus = take('-');
            if (!minus) {
                take('+');
            }
            blanks();
            return minus;
        }

        private void blanks() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private boolean take(char wanted) {
            if (at < text.length() && text.charAt(at) == wanted) {
                at++;
                return true;
            }
            return false;
        }

        private boolean digit(int index) {
            return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
        }
    }
}
