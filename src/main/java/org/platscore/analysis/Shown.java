package org.platscore.analysis;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.Measure;
import org.platscore.rules.Rulebook;

/** Values in words. */
public final class Shown {

    private Shown() {}

    /** Returns what a name of a formula stands for, with its unit where it is a measure's; says so where it has no value. */
    public static Message named(Rulebook rules, String name, @Nullable Object value) {
        Message bare = value == null ? Message.of("analysis.no-value") : Message.of("analysis.number", value);
        return rules.measures().stream()
                .filter(measure -> measure.name().equals(name))
                .findFirst()
                .map(measure -> value(measure, value))
                .orElse(bare);
    }

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
