package org.platscore.analysis;

import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Place;
import org.platscore.intake.Correction;
import org.platscore.measure.MeasureValue;
import org.platscore.rules.Measure;

/**
 * Why a measure of one subject has its value.
 *
 * @param measure the measure
 * @param value what was measured, corrected, used
 * @param corrections in the order they were made, each with the value after it
 * @param rows the rows of its input, counted or not; empty where it does not come from rows
 * @param place the cell of a form or the roster that it was taken from; null where it was not
 * @param shown that cell's text as it stands in the file
 * @param from the measures that it was worked out from, by formula or for its stand-in; each has a reason of its own
 */
public record MeasureReason(
        Measure measure,
        MeasureValue value,
        List<Corrected> corrections,
        List<MeasureRow> rows,
        @Nullable Place place,
        String shown,
        Set<String> from) {

    /** A correction and the value after it. */
    public record Corrected(Correction correction, @Nullable Object after) {

        /** Returns the value after a correction that adds, subtracts or sets. */
        static @Nullable Object after(Correction correction, @Nullable Object before) {
            if (correction.operation() == Correction.Operation.SET) {
                return correction.value();
            }
            if (!(before instanceof BigFraction)) {
                return before;
            }
            return correction.operation() == Correction.Operation.ADD
                    ? ((BigFraction) before).add(correction.number())
                    : ((BigFraction) before).subtract(correction.number());
        }
    }

    /** Returns whether it comes from rows. */
    public boolean counted() {
        return value.rows() >= 0;
    }
}
