package org.platscore.measure;

import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Alike;
import org.platscore.rules.condition.Cells;

/**
 * A subject's value of one measure; numbers are {@code BigFraction}, categories {@code String}, null is missing.
 *
 * @param claimed the subject's own figure; null where it gives or is asked for none
 * @param measured what the data say
 * @param corrected what corrections made of it; null where none applies
 * @param used what counts: the corrected value if there is one, else the measured one; never a stand-in
 * @param standIn what stands in for a missing {@code used}; null where nothing does
 * @param statistic whether the stand-in is a statistic of the other subjects
 * @param rows rows that entered the figure; -1 where it does not come from rows
 * @param rejectedRows rejected rows of the input; -1 where it does not come from rows
 */
public record MeasureValue(
        @Nullable Object claimed,
        @Nullable Object measured,
        @Nullable Object corrected,
        @Nullable Object used,
        @Nullable Object standIn,
        boolean statistic,
        long rows,
        long rejectedRows) {

    // As Java makes them for a record, but many times faster before they have run for long.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MeasureValue that
                && rows == that.rows
                && rejectedRows == that.rejectedRows
                && statistic == that.statistic
                && Objects.equals(claimed, that.claimed)
                && Objects.equals(measured, that.measured)
                && Objects.equals(corrected, that.corrected)
                && Objects.equals(used, that.used)
                && Objects.equals(standIn, that.standIn);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Objects.hashCode(measured) + Objects.hashCode(used)) + Long.hashCode(rows);
    }

    /**
     * Returns a cell as a value: numbers as fractions, words of a scale as their numbers, yes and no as 1 and 0, dates as ISO text; null
     * for a blank one.
     */
    public static @Nullable Object ofCell(@Nullable Object cell) {
        return Cells.value(cell);
    }

    /** Returns a value as the data say it, uncorrected. */
    static MeasureValue measured(@Nullable Object measured, long rows, long rejectedRows) {
        return Alike.of(new MeasureValue(null, measured, null, measured, null, false, rows, rejectedRows));
    }

    /** Returns this value beside the subject's own figure. */
    MeasureValue claimed(@Nullable Object claimed) {
        return new MeasureValue(claimed, measured, corrected, used, standIn, statistic, rows, rejectedRows);
    }

    /** Returns this value after a correction. */
    MeasureValue corrected(Object corrected) {
        return new MeasureValue(claimed, measured, corrected, corrected, standIn, statistic, rows, rejectedRows);
    }

    /** Returns whether something stands in for a missing value. */
    public boolean stoodIn() {
        return used == null && standIn != null;
    }

    /** Returns this value with what stands in for it. */
    MeasureValue standIn(@Nullable Object standIn, boolean statistic) {
        return new MeasureValue(claimed, measured, corrected, used, standIn, statistic, rows, rejectedRows);
    }

    /**
     * Returns whether the subject's own figure is off the measured one by more than {@code tolerance} of it, or claims what was
     * not measured at all.
     */
    public boolean mismatches(BigFraction tolerance) {
        if (!(claimed instanceof BigFraction)) {
            return false;
        }
        if (!(measured instanceof BigFraction)) {
            return true;
        }
        BigFraction off =
                ((BigFraction) claimed).subtract((BigFraction) measured).abs();
        return off.compareTo(tolerance.multiply(((BigFraction) measured).abs())) > 0;
    }

    /** Returns what formulas and methods see: {@code used}, else the stand-in, else null. */
    public @Nullable Object effective() {
        return used != null ? used : standIn;
    }
}
