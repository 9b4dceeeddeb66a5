package org.platscore.intake.bulk;

/** Where records and lines of a text of rows end. */
public final class Records {

    private Records() {}

    /**
     * Returns where the record that starts at {@code from} is over: behind its line end. A quote that is stray ends it with its
     * line: whoever reads the record tells.
     *
     * @param to behind the last byte
     * @return -1 where the record goes on behind {@code to}
     */
    public static int end(byte[] bytes, int from, int to, int delimiter) {
        boolean quoted = false;
        boolean cellStart = true;
        boolean stray = false;
        for (int i = from; i < to; i++) {
            byte c = bytes[i];
            if ((c == '\n' || c == '\r') && !quoted) {
                return c == '\r' && i + 1 < to && bytes[i + 1] == '\n' ? i + 2 : i + 1;
            }
            if (quoted && c == '"') {
                int next = i + 1;
                while (next < to && bytes[next] == ' ') {
                    next++;
                }
                byte after = next < to ? bytes[next] : (byte) '\n';
                if (after == '"' && next == i + 1) {
                    i++;
                } else {
                    stray |= after != delimiter && after != '\n' && after != '\r';
                    quoted = false;
                }
            } else if (!quoted) {
                quoted = cellStart && c == '"' && !stray;
                cellStart = c == delimiter;
            }
        }
        return -1;
    }

    /** Returns how many lines end between two bytes. */
    public static int lines(byte[] bytes, int from, int to) {
        int lines = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                lines++;
            } else if (bytes[i] == '\r' && !(i + 1 < to && bytes[i + 1] == '\n')) {
                lines++;
            }
        }
        return lines;
    }

    /**
     * Returns where the last line that may end a record is over: one with an even number of quotes before it.
     *
     * @return {@code from} if there is none
     */
    public static int lastEnd(byte[] bytes, int from, int to) {
        long quotes = Bytes.eight('"');
        int count = 0;
        int at = from;
        for (; at + 32 <= to; at += 32) {
            long one = Bytes.word(bytes, at) ^ quotes;
            long two = Bytes.word(bytes, at + 8) ^ quotes;
            long three = Bytes.word(bytes, at + 16) ^ quotes;
            long four = Bytes.word(bytes, at + 24) ^ quotes;
            if ((Bytes.zeros(one) | Bytes.zeros(two) | Bytes.zeros(three) | Bytes.zeros(four)) != 0) {
                count += zeroBytes(one) + zeroBytes(two) + zeroBytes(three) + zeroBytes(four);
            }
        }
        for (; at < to; at++) {
            count += bytes[at] == '"' ? 1 : 0;
        }
        for (int i = to - 1; i >= from; i--) {
            if (bytes[i] == '\n' && (count & 1) == 0) {
                return i + 1;
            }
            count -= bytes[i] == '"' ? 1 : 0;
        }
        return from;
    }

    /** Returns how many bytes of a word are zero. */
    private static int zeroBytes(long word) {
        long low = (word & ~Bytes.HIGH) + ~Bytes.HIGH;
        return Long.bitCount(~(low | word | ~Bytes.HIGH));
    }
}
