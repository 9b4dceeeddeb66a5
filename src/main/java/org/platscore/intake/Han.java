package org.platscore.intake;

/** Texts of ASCII and common Chinese characters in UTF-8: compared, they are what they are. */
final class Han {

    /** No text that says that a row adds others up is longer. */
    private static final int LONGEST_SUM = 48;

    private Han() {}

    /** Returns whether bytes are such a text, without a NUL, that certainly does not say that its row is no data. */
    static boolean plain(byte[] bytes, int from, int length) {
        int to = from + length;
        for (int at = from; at < to; ) {
            int first = bytes[at];
            if (first > 0) {
                if (first == ':') {
                    return false;
                }
                at++;
                continue;
            }
            if (first == 0 || at + 3 > to || (bytes[at + 1] & 0xC0) != 0x80 || (bytes[at + 2] & 0xC0) != 0x80) {
                return false;
            }
            int point = (first & 0x0F) << 12 | (bytes[at + 1] & 0x3F) << 6 | bytes[at + 2] & 0x3F;
            if ((first & 0xF0) != 0xE0 || point < 0x4E00 || point > 0x9FA5) {
                return false;
            }
            if (point == '例' || point == '计' && length <= LONGEST_SUM) {
                return false;
            }
            at += 3;
        }
        return true;
    }
}
