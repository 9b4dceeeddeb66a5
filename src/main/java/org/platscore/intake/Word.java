package org.platscore.intake;

import org.jspecify.annotations.Nullable;

/** What one text means in one column, found out once. */
final class Word {

    /** The slot of a blank cell. */
    static final long BLANK = Long.MIN_VALUE;

    /** Whether a row with it must be looked at as a whole. */
    final boolean odd;
    /** Its value, see {@link org.platscore.rules.condition.Row#cell}. */
    final @Nullable Object value;
    /** Its number in parts, its day, or {@link #BLANK}; 0 where the value is another. */
    final long slot;
    /** In the column that names the subject: its index. */
    final int subject;
    /** In a column whose different cells are counted: the folded cell's bytes and their padding; null elsewhere. */
    final byte @Nullable [] key;
    /** What each test of the column alone came to: 0 not known yet, 1 no, 2 yes. */
    final byte[] verdicts;

    Word(boolean odd, @Nullable Object value, long slot, int subject, byte @Nullable [] key, int tests) {
        this.odd = odd;
        this.value = value;
        this.slot = slot;
        this.subject = subject;
        this.key = key;
        this.verdicts = new byte[tests];
    }

    static Word odd() {
        return new Word(true, null, 0, -1, null, 0);
    }
}
