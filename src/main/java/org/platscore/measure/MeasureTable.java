package org.platscore.measure;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.PreviousResults;

/**
 * All values.
 *
 * @param values by subject index, then by measure name in file order
 * @param previous the earlier results that formulas read; null where there are none
 */
public record MeasureTable(
        List<Map<String, MeasureValue>> values, @Nullable PreviousResults previous) {

    /** Returns a subject's value of a measure. */
    public MeasureValue get(int subject, String measure) {
        MeasureValue value = values.get(subject).get(measure);
        if (value == null) {
            throw new IllegalArgumentException("no measure " + measure);
        }
        return value;
    }

    /** Returns {@link MeasureValue#effective()} of a subject's measure. */
    public @Nullable Object effective(int subject, String measure) {
        return get(subject, measure).effective();
    }
}
