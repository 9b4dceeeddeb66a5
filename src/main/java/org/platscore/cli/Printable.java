package org.platscore.cli;

/** Text from a file, made safe for a terminal. */
final class Printable {

    private Printable() {}

    /** Replaces what would move a terminal's cursor or turn its text around, one code point for one. */
    static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\t' ? ' ' : Character.isISOControl(c) || bidirectional(c) ? '\uFFFD' : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean bidirectional(int c) {
        return c >= 0x200E && c <= 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }
}
