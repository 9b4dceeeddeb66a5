package org.platscore.analysis;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.Measure;

/** Values in words. */
public final class Shown {

    private Shown() {}

    /** Returns a measure's value with its unit; says so where there is none. */
    public static Message value(Measure measure, @Nullable Object value) {
        if (value == null) {
            return Message.of("analysis.no-value");
        }
        if (!(value instanceof BigFraction)) {
            return Message.of("analysis.category", value);
        }
        return Message.of("analysis.number", measure.quantity((BigFraction) value));
    }
}
