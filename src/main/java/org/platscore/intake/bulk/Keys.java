package org.platscore.intake.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A set of keys, each with a number, that stays exact: keys are kept byte by byte, in pages, and compared whole. A key of 15
 * bytes takes about 35, and is found with two looks into memory. Not for several threads.
 */
public final class Keys {

    private static final int PAGE = 1 << 20;
    private static final int UNITS = PAGE / 4;
    private static final int LONG_KEY = 255;

    /** Hash above, address of the key plus one below; 0: free. */
    private long[] table = new long[1 << 8];

    private int mask = table.length - 1;
    private int size;
    private int last = -1;
    /** Keys, each behind its number and length; one that is too long for a page has pages of its own. */
    private final List<byte[]> pages = new ArrayList<>();

    private byte[] page = new byte[0];
    private int used = PAGE;

    /** Returns how many keys there are. */
    public int size() {
        return size;
    }

    /** Returns the address of the key that was added last: addresses rise. */
    public int last() {
        return last;
    }

    /**
     * Adds a key unless it is there.
     *
     * @param hash of {@link Bytes#hash(byte[], int, int)}
     * @param number kept with a new key
     * @return -1 for a new key, else the address of the equal one
     */
    public int add(byte[] bytes, int from, int length, int hash, int number) {
        int at = hash & mask;
        for (long slot = table[at]; slot != 0; slot = table[at]) {
            if ((int) (slot >>> 32) == hash && equal((int) slot - 1, bytes, from, length)) {
                return (int) slot - 1;
            }
            at = (at + 1) & mask;
        }
        last = write(bytes, from, length, number);
        table[at] = (long) hash << 32 | last + 1;
        if (++size > table.length / 10 * 7) {
            grow();
        }
        return -1;
    }

    /** Returns the number that was kept with a key. */
    public int number(int address) {
        return integer(pages.get(address / UNITS), address % UNITS * 4);
    }

    /** Brings the place where a key belongs near; without it each key would be waited for. */
    public long near(int hash) {
        long slot = table[hash & mask];
        if (slot == 0 || (int) (slot >>> 32) != hash) {
            return 0;
        }
        int address = (int) slot - 1;
        return pages.get(address / UNITS)[address % UNITS * 4];
    }

    private boolean equal(int address, byte[] bytes, int from, int length) {
        byte[] in = pages.get(address / UNITS);
        int at = address % UNITS * 4 + 4;
        int own = in[at++] & 0xFF;
        if (own == LONG_KEY) {
            own = integer(in, at);
            at += 4;
        }
        return own == length && Arrays.equals(in, at, at + own, bytes, from, from + length);
    }

    private int write(byte[] bytes, int from, int length, int number) {
        int needed = 4 + (length < LONG_KEY ? 1 : 5) + length;
        if (used + needed > PAGE) {
            int whole = Math.max(1, (needed + PAGE - 1) / PAGE);
            page = new byte[whole * PAGE];
            for (int i = 0; i < whole; i++) {
                pages.add(page);
            }
            used = 0;
        }
        int first = pages.size() - page.length / PAGE;
        int address = first * UNITS + used / 4;
        int at = used;
        integer(page, at, number);
        at += 4;
        if (length < LONG_KEY) {
            page[at++] = (byte) length;
        } else {
            page[at++] = (byte) LONG_KEY;
            integer(page, at, length);
            at += 4;
        }
        System.arraycopy(bytes, from, page, at, length);
        used = needed > PAGE ? PAGE : (at + length + 3) / 4 * 4;
        return address;
    }

    private void grow() {
        table = Bytes.doubled(table);
        mask = table.length - 1;
    }

    private static int integer(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16 | bytes[at + 3] << 24;
    }

    private static void integer(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
        bytes[at + 2] = (byte) (value >> 16);
        bytes[at + 3] = (byte) (value >> 24);
    }
}
