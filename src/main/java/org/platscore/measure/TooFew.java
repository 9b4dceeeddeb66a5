package org.platscore.measure;

import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Severity;
import org.platscore.intake.Subject;
import org.platscore.rules.Measure;
import org.platscore.rules.Rulebook;

/** Tells of measures that are missing because there are some values, but fewer than the rules ask for. */
final class TooFew {

    private TooFew() {}

    /**
     * Tells of one subject's measures.
     *
     * @param values by name, as they were measured
     */
    static void tell(Rulebook rules, Subject subject, Map<String, MeasureValue> values, Findings findings) {
        for (Measure measure : rules.measures()) {
            MeasureValue value = values.get(measure.name());
            if (measure.definition() instanceof Measure.Over over
                    && value != null
                    && value.measured() == null
                    && value.rows() > 0) {
                findings.add(new Finding(
                        Severity.WARN,
                        "too-few-values",
                        over.input(),
                        null,
                        Long.toString(value.rows()),
                        subject.id(),
                        Message.of(
                                "measure.too-few",
                                subject.id(),
                                subject.name(),
                                measure.label(),
                                BigFraction.of(value.rows()),
                                BigFraction.of(needed(over, value.rows()))),
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
