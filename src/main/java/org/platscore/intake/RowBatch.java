package org.platscore.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.platscore.intake.bulk.Bytes;

/** A piece of a text and what its rows came to, as plain numbers in file order. Used again and again. */
final class RowBatch {

    /** A row that is read like any other file's. */
    static final int ODD = -1;

    final byte[] bytes;
    /** The first byte of the piece, and the one behind its last. */
    int from;

    int to;
    /** Where {@link #from} stands in the file. */
    long position;
    /** Lines before it in the file, and in it. */
    int before;

    int lines;
    boolean last;
    /** Where a record starts that does not end here; -1 where there is none. */
    int unfinished = -1;

    int rows;
    long read;
    long passedOver;
    int[] start = new int[1024];
    int[] line = new int[1024];
    /** The position of the first check that rejects the row; the number of checks where none does; {@link #ODD}. */
    int[] state = new int[1024];

    int[] subject = new int[1024];
    /** By row, one bit a question that takes it. */
    long[] asked = new long[1024];
    /** By row and question: the number, or the word; below -1, where its key stands in {@link #keys}. */
    long[] cells = new long[0];
    /** By row and watched column. */
    long[] watched = new long[0];
    /** By row and unique check: where the key stands in the bytes, or if below 0, its complement in {@link #keys}. */
    int[] keyFrom = new int[0];

    /** -1: not compared. */
    int[] keyLength = new int[0];

    int[] keyHash = new int[0];
    byte[] keys = new byte[1 << 12];
    int keysEnd;
    /** By column: what its words are, as far as rows here name them. */
    byte[][] records = new byte[0][];

    int[][] addresses = new int[0][];
    int scan;
    /** The rows that were read like any other file's, by the odd rows in their order. */
    final List<List<DataRow>> odd = new ArrayList<>();

    RowBatch(int bytes) {
        this.bytes = new byte[bytes + 4 * Bytes.PAD];
    }

    /** Returns how many bytes of a file fit. */
    int room() {
        return bytes.length - 4 * Bytes.PAD;
    }

    void clear() {
        rows = 0;
        read = 0;
        passedOver = 0;
        lines = 0;
        unfinished = -1;
        keysEnd = 0;
        odd.clear();
    }

    /** Makes room for another row. */
    void grow(RowPlan plan) {
        int length = start.length;
        if (rows == length || cells.length == 0) {
            int more = rows == length ? length * 2 : length;
            start = Arrays.copyOf(start, more);
            line = Arrays.copyOf(line, more);
            state = Arrays.copyOf(state, more);
            subject = Arrays.copyOf(subject, more);
            asked = Arrays.copyOf(asked, more);
            cells = Arrays.copyOf(cells, Math.max(1, more * plan.asked().size()));
            watched = Arrays.copyOf(watched, Math.max(1, more * plan.watched().length));
            keyFrom = Arrays.copyOf(keyFrom, Math.max(1, more * plan.uniques()));
            keyLength = Arrays.copyOf(keyLength, keyFrom.length);
            keyHash = Arrays.copyOf(keyHash, keyFrom.length);
        }
    }

    /** Keeps bytes that stand in no file as they are; returns where. */
    int keep(byte[] from, int at, int length) {
        if (keysEnd + length + Bytes.PAD > keys.length) {
            keys = Arrays.copyOf(keys, Math.max(keys.length * 2, keysEnd + length + Bytes.PAD));
        }
        System.arraycopy(from, at, keys, keysEnd, length);
        keysEnd += length;
        return keysEnd - length;
    }
}
