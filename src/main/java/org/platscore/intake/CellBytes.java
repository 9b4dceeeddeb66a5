package org.platscore.intake;

import org.platscore.intake.bulk.Bytes;

/** Finds where a cell of a text ends, and what is needed to know it again, eight bytes at a time. */
final class CellBytes {

    /** Every byte that may end a cell or make it unusual is below this, but for a delimiter above it. */
    private static final int ABOVE = '-';

    private static final long ABOVE_ALL = Bytes.eight(ABOVE);

    private final byte delimiter;
    private final boolean high;
    private final long delimiters;

    /** The first byte of the cell's text, how many there are, and their hash. */
    int from;

    int length;
    int hash;
    boolean ascii;
    /** The byte behind the cell, and its quote. */
    int end;

    CellBytes(char delimiter) {
        this.delimiter = (byte) delimiter;
        this.high = delimiter >= ABOVE;
        this.delimiters = Bytes.eight(delimiter);
    }

    /** Returns whether a cell may end before this byte. */
    boolean ends(byte c) {
        return c == delimiter || c == '\n' || c == '\r';
    }

    /** Looks at the cell that starts at a byte; returns whether it is written in a usual way. */
    boolean look(byte[] bytes, int start) {
        if (bytes[start] == '"') {
            return quoted(bytes, start + 1);
        }
        from = start;
        long words = 0;
        long all = 0;
        int at = start;
        while (true) {
            long word = Bytes.word(bytes, at);
            long marks = (word - ABOVE_ALL) & ~word & Bytes.HIGH;
            if (high) {
                marks |= Bytes.zeros(word ^ delimiters);
            }
            while (marks != 0) {
                int before = Long.numberOfTrailingZeros(marks) >>> 3;
                byte c = bytes[at + before];
                if (ends(c)) {
                    long rest = Bytes.rest(word, before);
                    end = at + before;
                    length = end - start;
                    hash = Bytes.hash(words, rest, length);
                    ascii = ((all | rest) & Bytes.HIGH) == 0;
                    return true;
                }
                if (c == '"' || c == 0) {
                    return false;
                }
                marks &= marks - 1;
            }
            words = Bytes.mixed(words, word);
            all |= word;
            at += 8;
        }
    }

    private boolean quoted(byte[] bytes, int start) {
        int at = start;
        int all = 0;
        while (bytes[at] != '"') {
            byte c = bytes[at++];
            if (c == '\n' || c == '\r' || c == 0) {
                return false;
            }
            all |= c;
        }
        if (!ends(bytes[at + 1])) {
            return false;
        }
        from = start;
        length = at - start;
        hash = Bytes.hash(bytes, start, length);
        ascii = all >= 0;
        end = at + 1;
        return true;
    }
}
