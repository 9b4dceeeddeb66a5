package org.platscore.intake.bulk;

import java.util.Arrays;

/**
 * A set of keys, each with a number, that stays exact: keys are kept byte by byte, in pages, and compared whole. A key of 15
 * bytes takes about 35, and is found with two looks into memory. Not for several threads.
 */
public final class Keys {

    private static final int PAGE_BITS = 20;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int UNIT_BITS = 2;
    /** By how much an address is shifted to give its page. */
    private static final int OF_PAGE = PAGE_BITS - UNIT_BITS;

    private static final int LONG_KEY = 255;
    /** Bytes before a key: its number, and its length or {@link #LONG_KEY}; then a long key's length. */
    private static final int HEAD = 5;

    /** Hash above, address of the key plus one below; 0: free. */
    private long[] table = new long[1 << 8];

    private int mask = table.length - 1;
    private int size;
    /** Keys, each behind its head; one that is too long for a page has pages of its own. */
    private byte[][] pages = new byte[16][];

    private int pagesEnd;
    private byte[] page = new byte[0];
    private int used = PAGE;

    /** Returns how many keys there are. */
    public int size() {
        return size;
    }

    /**
     * Adds a key unless it is there.
     *
     * @param hash of {@link Bytes#hash(byte[], int, int)}
     * @param number from 0 on, kept with a new key
     * @return -1 for a new key, else the number of the equal one
     */
    public int add(byte[] bytes, int from, int length, int hash, int number) {
        int at = hash & mask;
        for (long slot = table[at]; slot != 0; slot = table[at]) {
            if ((int) (slot >>> 32) == hash && equal((int) slot - 1, bytes, from, length)) {
                return number((int) slot - 1);
            }
            at = (at + 1) & mask;
        }
        table[at] = (long) hash << 32 | write(bytes, from, length, number) + 1;
        if (++size > table.length / 10 * 7) {
            grow();
        }
        return -1;
    }

    /** Brings the place where a key belongs near; without it each key would be waited for. */
    public long near(int hash) {
        long slot = table[hash & mask];
        if (slot == 0 || (int) (slot >>> 32) != hash) {
            return 0;
        }
        int address = (int) slot - 1;
        return pages[address >>> OF_PAGE][offset(address)];
    }

    private int number(int address) {
        return (int) Bytes.word(pages[address >>> OF_PAGE], offset(address));
    }

    /** Returns where an address lies in its page. */
    private static int offset(int address) {
        return (address & (1 << OF_PAGE) - 1) << UNIT_BITS;
    }

    private boolean equal(int address, byte[] bytes, int from, int length) {
        byte[] in = pages[address >>> OF_PAGE];
        int at = offset(address);
        int own = (int) (Bytes.word(in, at) >>> 32) & 0xFF;
        at += HEAD;
        if (own == LONG_KEY) {
            own = (int) Bytes.word(in, at);
            at += 4;
        }
        return own == length && Bytes.equal(in, at, bytes, from, length);
    }

    private int write(byte[] bytes, int from, int length, int number) {
        int needed = HEAD + (length < LONG_KEY ? 0 : 4) + length;
        if (used + needed > PAGE) {
            newPages(Math.max(1, (needed + PAGE - 1) / PAGE));
        }
        int first = pagesEnd - page.length / PAGE;
        int address = first << OF_PAGE | used >>> UNIT_BITS;
        int at = used + HEAD;
        Bytes.put(page, used, (long) Math.min(length, LONG_KEY) << 32 | number & 0xFFFFFFFFL);
        if (length >= LONG_KEY) {
            Bytes.put(page, at, length);
            at += 4;
        }
        for (int i = 0; i < length; i += 8) {
            Bytes.put(page, at + i, Bytes.word(bytes, from + i));
        }
        used = needed > PAGE ? PAGE : at + length + 3 >>> UNIT_BITS << UNIT_BITS;
        return address;
    }

    private void newPages(int count) {
        page = new byte[count * PAGE + Bytes.PAD];
        if (pagesEnd + count > pages.length) {
            pages = Arrays.copyOf(pages, Math.max(2 * pages.length, pagesEnd + count));
        }
        Arrays.fill(pages, pagesEnd, pagesEnd + count, page);
        pagesEnd += count;
        used = 0;
    }

    private void grow() {
        table = Bytes.doubled(table);
        mask = table.length - 1;
    }
}
