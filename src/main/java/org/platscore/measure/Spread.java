package org.platscore.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.intake.PlacedRow;
import org.platscore.intake.Subject;
import org.platscore.rules.Measure;
import org.platscore.rules.condition.Cells;

/** The values of a measure with {@code spread}, each with its place, to tell those far off the median of a subject's values. */
final class Spread {

    private final Measure measure;
    private final String input;
    private final String column;
    private final BigFraction most;
    private final boolean personal;
    private final Map<Integer, List<Value>> values = new HashMap<>();

    private record Value(BigFraction number, Place place, String shown) {}

    Spread(Measure measure, Measure.Over over, BigFraction most, boolean personal) {
        this.measure = measure;
        this.input = over.input();
        this.column = over.column();
        this.most = most;
        this.personal = personal;
    }

    /** Takes a value that entered the measure. */
    void add(Subject subject, PlacedRow row) {
        if (Cells.value(row.cell(column)) instanceof BigFraction number) {
            values.computeIfAbsent(subject.index(), index -> new ArrayList<>())
                    .add(new Value(number, row.place(column), row.shown(column)));
        }
    }

    /** Tells each of a subject's values that is further off their median than the rules allow. */
    void tell(Subject subject, Findings findings) {
        List<Value> own = values.getOrDefault(subject.index(), List.of());
        if (own.isEmpty()) {
            return;
        }
        BigFraction median = Statistics.median(own.stream().map(Value::number).toList());
        for (Value value : own) {
            BigFraction off = value.number.subtract(median).abs();
            if (off.compareTo(most) > 0) {
                findings.add(new Finding(
                        Severity.WARN,
                        "reviewers-disagree",
                        input,
                        value.place,
                        value.shown,
                        subject.id(),
                        personal
                                ? Message.of("measure.spread-personal", measure.label(), measure.quantity(most))
                                : Message.of(
                                        "measure.spread",
                                        measure.label(),
                                        measure.quantity(median),
                                        measure.quantity(off),
                                        measure.quantity(most)),
                        Message.of("measure.fix.spread")));
            }
        }
    }
}
