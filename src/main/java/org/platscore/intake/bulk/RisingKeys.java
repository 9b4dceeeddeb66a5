package org.platscore.intake.bulk;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A set of keys, each with a number, like {@link Keys}, for keys that rise, as the numbers of a log's records mostly do: among keys
 * that begin alike and end in as many digits, one that is above all before it is new, without a look at them. Such a key takes eight
 * bytes. All others are kept byte by byte.
 */
public final class RisingKeys {

    private static final int LEAST_DIGITS = 4;
    private static final int MOST_DIGITS = 9;
    /** So many beginnings are told apart. */
    private static final int MOST_RUNS = 1 << 10;

    private final @Nullable Run[] table = new @Nullable Run[2 * MOST_RUNS];
    private int runs;
    private final Keys others = new Keys();

    /** Keys with one beginning and as many digits. */
    private static final class Run {
        private static final int PAGE_BITS = 7;
        private static final int PAGE = 1 << PAGE_BITS;
        private static final int FEW = 64;
        /** One key in so many may be below one before it. */
        private static final int RARE = 8;

        private final byte[] start;
        private final int length;
        private final int digits;
        /** What the digits of each key make, rising, and behind it the number kept with it. */
        private int[][] pages = new int[16][];

        private int size;
        /** Keys that did not rise and are kept elsewhere. */
        private int strays;

        private boolean over;

        Run(byte[] bytes, int from, int length, int digits) {
            this.start =
                    Arrays.copyOf(Arrays.copyOfRange(bytes, from, from + length), length + MOST_DIGITS + Bytes.PAD);
            this.length = length;
            this.digits = digits;
        }

        boolean holds(byte[] bytes, int from, int beginning, int count) {
            return length == beginning && digits == count && Bytes.equal(start, 0, bytes, from, beginning);
        }

        int value(int at) {
            return pages[at >> PAGE_BITS][(at & PAGE - 1) << 1];
        }

        int number(int at) {
            return pages[at >> PAGE_BITS][(at & PAGE - 1) << 1 | 1];
        }

        void append(int value, int number) {
            int page = size >> PAGE_BITS;
            int at = (size++ & PAGE - 1) << 1;
            if (at == 0) {
                if (page == pages.length) {
                    pages = Arrays.copyOf(pages, 2 * page);
                }
                pages[page] = new int[2 * PAGE];
            }
            pages[page][at] = value;
            pages[page][at | 1] = number;
        }

        /** Returns the number kept with what digits make; -1 if there is none. */
        int find(int value) {
            int low = 0;
            int high = size - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (value(middle) < value) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return value(low) == value ? number(low) : -1;
        }

        /** Takes note of a key that did not rise; returns whether they are too many. */
        boolean strayed() {
            return ++strays > FEW && strays > size / RARE;
        }

        /** Gives up: all keys are kept elsewhere from now on. */
        void end(Keys others) {
            for (int i = 0; i < size; i++) {
                int value = value(i);
                for (int digit = digits - 1; digit >= 0; digit--) {
                    start[length + digit] = (byte) ('0' + value % 10);
                    value /= 10;
                }
                others.add(start, 0, length + digits, Bytes.hash(start, 0, length + digits), number(i));
            }
            over = true;
            pages = new int[0][];
        }
    }

    /**
     * Adds a key unless it is there.
     *
     * @param hash of {@link Bytes#hash(byte[], int, int)}
     * @param number from 0 on, kept with a new key
     * @return -1 for a new key, else the number of the equal one
     */
    public int add(byte[] bytes, int from, int length, int hash, int number) {
        int end = from + length;
        int digits = 0;
        int value = 0;
        int digit;
        for (int ten = 1; digits < MOST_DIGITS && digits < length; ten *= 10) {
            digit = bytes[end - 1 - digits] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            value += digit * ten;
            digits++;
        }
        Run run = digits < LEAST_DIGITS ? null : run(bytes, from, length - digits, digits);
        if (run == null || run.over) {
            return others.add(bytes, from, length, hash, number);
        }
        if (run.size == 0 || value > run.value(run.size - 1)) {
            run.append(value, number);
            return -1;
        }
        int before = run.find(value);
        if (before >= 0) {
            return before;
        }
        if (run.strayed()) {
            run.end(others);
        }
        return others.add(bytes, from, length, hash, number);
    }

    /** Brings near what a key with this hash may be looked up in. */
    public long near(int hash) {
        return others.near(hash);
    }

    /** Returns the run of a beginning; null where there are too many. */
    private @Nullable Run run(byte[] bytes, int from, int length, int digits) {
        int mask = table.length - 1;
        int at = Bytes.hash(bytes, from, length) + digits & mask;
        for (Run run = table[at]; run != null; run = table[at]) {
            if (run.holds(bytes, from, length, digits)) {
                return run;
            }
            at = at + 1 & mask;
        }
        if (runs == MOST_RUNS) {
            return null;
        }
        runs++;
        Run run = new Run(bytes, from, length, digits);
        table[at] = run;
        return run;
    }
}
