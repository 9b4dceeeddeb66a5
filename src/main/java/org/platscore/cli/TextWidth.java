package org.platscore.cli;

/** How much room text takes on a terminal, where Chinese characters are two columns wide. */
final class TextWidth {

    private TextWidth() {}

    /** Returns the columns that {@code text} takes. */
    static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    /** Returns the columns that one code point takes: 0, 1 or 2 (Unicode Standard Annex 11: W and F are wide). */
    static int of(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0x303E
                || c >= 0x3041 && c <= 0x33FF
                || c >= 0x3400 && c <= 0x4DBF
                || c >= 0x4E00 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD;
        return wide ? 2 : 1;
    }
}
