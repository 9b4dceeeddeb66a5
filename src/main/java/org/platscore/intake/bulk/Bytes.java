package org.platscore.intake.bulk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Bytes, eight at a time. Arrays that are read must go on for {@value #PAD} bytes behind what is asked for. */
public final class Bytes {

    /** How far a reading may look behind the last byte that counts. */
    public static final int PAD = 16;

    /** Zero bytes' mark: the highest bit of each byte. */
    public static final long HIGH = 0x8080808080808080L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private Bytes() {}

    /** Returns the eight bytes from an index on, the first lowest. */
    public static long word(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** Sets the eight bytes from an index on, the lowest first. */
    static void put(byte[] bytes, int at, long word) {
        LONGS.set(bytes, at, word);
    }

    /** Returns the hash of what was hashed before and another eight bytes. */
    public static long mixed(long hash, long word) {
        long mixed = (hash ^ word) * ODD;
        return mixed ^ (mixed >>> 29);
    }

    /** Returns the hash of a whole: of its full words, of the rest with zeros behind it, and of its length. */
    public static int hash(long words, long rest, int length) {
        long mixed = mixed(mixed(words, rest), length);
        return (int) (mixed >>> 32);
    }

    /** Returns the hash of bytes; the array must go on behind them. */
    public static int hash(byte[] bytes, int from, int length) {
        long words = 0;
        int at = from;
        for (int left = length; left >= 8; left -= 8) {
            words = mixed(words, word(bytes, at));
            at += 8;
        }
        return hash(words, rest(word(bytes, at), length & 7), length);
    }

    /** Returns the lowest {@code count} bytes, up to seven, of a word. */
    public static long rest(long word, int count) {
        return word & ~(-1L << (count << 3));
    }

    /** Returns whether as many bytes are equal; both arrays must go on behind them. */
    public static boolean equal(byte[] one, int from, byte[] other, int at, int length) {
        int i = 0;
        for (; i + 8 <= length; i += 8) {
            if (word(one, from + i) != word(other, at + i)) {
                return false;
            }
        }
        return rest(word(one, from + i) ^ word(other, at + i), length - i) == 0;
    }

    /** Returns the mark of each byte that is zero; above a zero byte others may be marked too. */
    public static long zeros(long word) {
        return (word - 0x0101010101010101L) & ~word & HIGH;
    }

    /** Returns eight times the same byte. */
    public static long eight(int value) {
        return (value & 0xFFL) * 0x0101010101010101L;
    }

    /** Returns a table of twice as many slots, each with its hash in the upper half and 0 where free, with the slots of another. */
    public static long[] doubled(long[] table) {
        long[] twice = new long[table.length * 2];
        int mask = twice.length - 1;
        for (long slot : table) {
            if (slot != 0) {
                int at = (int) (slot >>> 32) & mask;
                while (twice[at] != 0) {
                    at = (at + 1) & mask;
                }
                twice[at] = slot;
            }
        }
        return twice;
    }
}
