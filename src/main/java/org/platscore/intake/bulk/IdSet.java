package org.platscore.intake.bulk;

import java.util.Arrays;

/** A set of small whole numbers from 0 on: a table while it is sparse, then a bit for each. */
public final class IdSet {

    private static final int BITS = 64;

    /** Numbers plus one; 0: free. Empty once there are bits. */
    private int[] table = new int[16];

    private long[] bits = new long[0];
    private int greatest;
    /** How many numbers are in the table. */
    private int size;

    /** Returns how many numbers there are. */
    public int size() {
        int set = 0;
        for (long each : bits) {
            set += Long.bitCount(each);
        }
        return table.length == 0 ? set : size;
    }

    /** Adds a number unless it is there. */
    public void add(int id) {
        greatest = Math.max(greatest, id);
        if (table.length == 0) {
            addBit(id);
            return;
        }
        if (insert(table, id) && ++size > table.length / 4 * 3) {
            grow();
        }
    }

    private void grow() {
        int[] old = table;
        if ((long) old.length * 2 * Integer.SIZE > greatest) {
            table = new int[0];
            bits = new long[greatest / BITS + 1];
            for (int each : old) {
                if (each != 0) {
                    addBit(each - 1);
                }
            }
            return;
        }
        table = new int[old.length * 2];
        for (int each : old) {
            if (each != 0) {
                insert(table, each - 1);
            }
        }
    }

    private void addBit(int id) {
        int at = id / BITS;
        if (at >= bits.length) {
            bits = Arrays.copyOf(bits, Math.max(at + 1, bits.length + bits.length / 2));
        }
        bits[at] |= 1L << id;
    }

    private static boolean insert(int[] table, int id) {
        int mask = table.length - 1;
        int at = id * 0x9E3779B9 >>> 7 & mask;
        while (table[at] != 0) {
            if (table[at] == id + 1) {
                return false;
            }
            at = (at + 1) & mask;
        }
        table[at] = id + 1;
        return true;
    }
}
