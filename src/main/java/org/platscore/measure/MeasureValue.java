package org.platscore.measure;

import org.jspecify.annotations.Nullable;

/**
 * A subject's value of one measure; numbers are {@code BigFraction}, categories {@code String}, null is missing.
 *
 * @param measured what the data say
 * @param corrected what corrections made of it; null where none applies
 * @param used what counts: the corrected value if there is one, else the measured one; never a stand-in
 * @param standIn what stands in for a missing {@code used}; null where nothing does
 * @param statistic whether the stand-in is a statistic of the other subjects
 * @param rows rows that entered the figure; -1 where it does not come from rows
 * @param rejectedRows rejected rows of the input; -1 where it does not come from rows
 */
public record MeasureValue(
        @Nullable Object measured,
        @Nullable Object corrected,
        @Nullable Object used,
        @Nullable Object standIn,
        boolean statistic,
        long rows,
        long rejectedRows) {

    /** Returns what formulas and methods see: {@code used}, else the stand-in, else null. */
    public @Nullable Object effective() {
        return used != null ? used : standIn;
    }
}
