package org.platscore.report.sheet;

import org.platscore.finding.WholeCharacters;

/** Text that a workbook can hold. */
public final class SafeText {

    private static final int MOST = 32_000;
    private static final char REPLACEMENT = '\uFFFD';

    private SafeText() {}

    /**
     * Returns the text without what XML 1.0 cannot hold (each such character becomes U+FFFD), cut at 32,000 characters, with a
     * literal {@code _x0041_} kept from being read as an escape.
     */
    public static String of(String text) {
        String cut = text.length() <= MOST ? text : WholeCharacters.cut(text, MOST) + "…";
        int plain = plain(cut);
        if (plain == cut.length()) {
            return cut;
        }
        StringBuilder safe = new StringBuilder(cut.length()).append(cut, 0, plain);
        for (int i = plain; i < cut.length(); i++) {
            char c = cut.charAt(i);
            if (WholeCharacters.pair(cut, i)) {
                safe.append(c).append(cut.charAt(++i));
            } else if (c == '_' && escape(cut, i)) {
                safe.append("_x005F_");
            } else {
                boolean held = c == '\t' || c == '\n' || (c >= ' ' && c < '\uFFFE' && !Character.isSurrogate(c));
                safe.append(held ? c : c == '\r' ? ' ' : REPLACEMENT);
            }
        }
        return safe.toString();
    }

    /** Returns how many characters at the start are such as nearly all are. */
    private static int plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' '
                    || c == '_'
                    || c >= Character.MIN_SURROGATE && (c <= Character.MAX_SURROGATE || c >= '\uFFFE')) {
                return i;
            }
        }
        return text.length();
    }

    private static boolean escape(String text, int at) {
        if (at + 6 >= text.length() || text.charAt(at + 1) != 'x' || text.charAt(at + 6) != '_') {
            return false;
        }
        for (int i = at + 2; i < at + 6; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
