package org.platscore.measure;

import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Severity;
import org.platscore.intake.Subject;
import org.platscore.rules.Measure;
import org.platscore.rules.Rulebook;

/**
 * A measure that is missing because there are some values, but fewer than the rules ask for.
 *
 * @param input where they are looked for
 * @param values how many there are
 * @param needed the next number that would have been enough
 */
public record TooFew(String input, long values, long needed) {

    /** Returns by how much a measure's rows fall short; null where it has a value, or no rows at all. */
    public static @Nullable TooFew of(Measure measure, MeasureValue value) {
        return measure.definition() instanceof Measure.Over over && value.measured() == null && value.rows() > 0
                ? new TooFew(over.input(), value.rows(), needed(over, value.rows()))
                : null;
    }

    /**
     * Tells of one subject's measures.
     *
     * @param values by name, as they were measured
     */
    static void tell(Rulebook rules, Subject subject, Map<String, MeasureValue> values, Findings findings) {
        for (Measure measure : rules.measures()) {
            MeasureValue value = values.get(measure.name());
            TooFew few = value == null ? null : of(measure, value);
            if (few != null) {
                findings.add(new Finding(
                        Severity.WARN,
                        "too-few-values",
                        few.input(),
                        null,
                        Long.toString(few.values()),
                        subject.id(),
                        Message.of(
                                "measure.too-few",
                                subject.id(),
                                subject.name(),
                                measure.label(),
                                BigFraction.of(few.values()),
                                BigFraction.of(few.needed())),
                        Message.of("measure.fix.too-few")));
            }
        }
    }

    /** The next number of values that would have been enough, where trimming may begin only from some number on. */
    private static long needed(Measure.Over over, long rows) {
        long more = Math.max(over.atLeast(), rows + 1);
        return more < over.trimFrom() ? more : Math.max(more, 2L * over.trim() + 1);
    }
}
