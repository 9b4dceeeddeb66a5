package org.platscore.intake;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.bulk.Bytes;

/**
 * The different texts that one thread met in one column, each looked at once. Past {@link #MOST} bytes of them, further ones are
 * looked at each time they come.
 */
final class Words {

    static final int ODD = -1;
    static final int BLANK = -2;
    /** The word found last has no number. */
    static final int UNKEPT = Integer.MAX_VALUE;

    private static final int MOST = 24 << 20;
    private static final int UNIT = 4;
    private static final int HEAD = 12;

    private final ColumnPlan column;
    /** Hash above, address of the record plus one below; 0: free. */
    private long[] table = new long[1 << 8];

    private int mask = table.length - 1;
    private int size;
    /** Records: number or what is below 0, length of the text, length of its key, text, key; whole units. */
    private byte[] records = new byte[1 << 12];

    private int used;
    private int[] addresses = new int[64];
    private @Nullable Word[] words = new @Nullable Word[64];
    private Word unkept = Word.odd();

    Words(ColumnPlan column) {
        this.column = column;
    }

    /** Returns the number of a text; {@link #ODD} if a row with it is odd; {@link #BLANK}; {@link #UNKEPT}. */
    int find(byte[] bytes, int from, int length, int hash) {
        int at = hash & mask;
        for (long slot = table[at]; slot != 0; slot = table[at]) {
            if ((int) (slot >>> 32) == hash) {
                int record = ((int) slot - 1) * UNIT;
                if (integer(records, record + 4) == length
                        && Bytes.equal(records, record + HEAD, bytes, from, length)) {
                    return integer(records, record);
                }
            }
            at = (at + 1) & mask;
        }
        return add(bytes, from, length, hash, at);
    }

    int size() {
        return size;
    }

    /** Returns a word by its number. */
    Word word(int id) {
        return id == UNKEPT ? unkept : kept(words[id]);
    }

    private static Word kept(@Nullable Word word) {
        if (word == null) {
            throw new IllegalStateException("word of a column without words");
        }
        return word;
    }

    /** Returns the records as they are now: those of words that are known stay as they are. */
    byte[] records() {
        return records;
    }

    /** Returns where the records of words stand, as they are now. */
    int[] addresses() {
        return addresses;
    }

    /** Returns the first byte of the key of a word in such records. */
    static int keyFrom(byte[] records, int address) {
        return address + HEAD + (integer(records, address + 8) < 0 ? 0 : integer(records, address + 4));
    }

    /** Returns the length of that key. */
    static int keyLength(byte[] records, int address) {
        int own = integer(records, address + 8);
        return own < 0 ? integer(records, address + 4) : own;
    }

    private int add(byte[] bytes, int from, int length, int hash, int free) {
        Word word = column.read(bytes, from, length);
        byte[] key = word.key;
        boolean own = key != null
                && !(key.length - Bytes.PAD == length && Arrays.equals(key, 0, length, bytes, from, from + length));
        int needed = HEAD + length + (own ? kept(key).length : Bytes.PAD) + UNIT;
        if (used + needed > MOST || size > MOST / 32) {
            unkept = word;
            return code(word, UNKEPT);
        }
        while (used + needed > records.length) {
            records = Arrays.copyOf(records, records.length * 2);
        }
        if (size == addresses.length) {
            addresses = Arrays.copyOf(addresses, size * 2);
            words = column.keepsWords() ? Arrays.copyOf(words, size * 2) : words;
        }
        if (column.keepsWords()) {
            words[size] = word;
        }
        addresses[size] = used;
        table[free] = (long) hash << 32 | used / UNIT + 1;
        put(used, code(word, size));
        put(used + 4, length);
        put(used + 8, own ? kept(key).length - Bytes.PAD : -1);
        System.arraycopy(bytes, from, records, used + HEAD, length);
        int end = used + HEAD + length;
        if (own) {
            System.arraycopy(kept(key), 0, records, end, kept(key).length - Bytes.PAD);
            end += kept(key).length - Bytes.PAD;
        }
        used = (end + UNIT - 1) / UNIT * UNIT;
        if (++size > table.length / 2) {
            grow();
        }
        return code(word, size - 1);
    }

    private static int code(Word word, int id) {
        return word.odd ? ODD : word.slot == Word.BLANK ? BLANK : id;
    }

    private static byte[] kept(byte @Nullable [] key) {
        return key == null ? new byte[Bytes.PAD] : key;
    }

    private void grow() {
        table = Bytes.doubled(table);
        mask = table.length - 1;
    }

    private void put(int at, int value) {
        records[at] = (byte) value;
        records[at + 1] = (byte) (value >> 8);
        records[at + 2] = (byte) (value >> 16);
        records[at + 3] = (byte) (value >> 24);
    }

    private static int integer(byte[] bytes, int at) {
        return (int) Bytes.word(bytes, at);
    }
}
