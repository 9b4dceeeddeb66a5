package org.platscore.rules.scoring;

import java.math.RoundingMode;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/**
 * {@code per_unit: {every: 100, points: 1, after: 50, base: 5, whole: true}}: nothing below {@code after}; from there
 * {@code base}, and points for each unit beyond.
 *
 * @param every the size of a unit
 * @param points for each unit
 * @param after where points begin
 * @param base what is given there
 * @param whole whether only full units count
 */
public record PerUnit(Benchmark every, BigFraction points, Benchmark after, BigFraction base, boolean whole)
        implements ScoringMethod {

    static final String NAME = "per_unit";

    static @Nullable PerUnit read(Node spec, MethodReading reading) {
        reading.needs(ValueType.NUMBER, spec.mark(), NAME);
        Fields fields = Fields.of(spec, reading.diagnostics(), "{every: 100, points: 1}");
        if (fields == null) {
            return null;
        }
        Benchmark every = reading.benchmark(fields.required("every"));
        Node pointsNode = fields.required("points");
        BigFraction points = pointsNode == null ? null : Fields.number(pointsNode, reading.diagnostics());
        Benchmark after = fields.has("after")
                ? reading.benchmark(fields.node("after"))
                : new Benchmark.Constant(BigFraction.ZERO);
        BigFraction base = reading.pointsUpToWeight(fields.node("base"));
        boolean whole = fields.flag("whole", false);
        fields.done();
        reading.percentSigns(fields, "every", "after");
        if (every instanceof Benchmark.Constant
                && ((Benchmark.Constant) every).number().signum() <= 0) {
            reading.diagnostics()
                    .error(
                            "R018",
                            fields.valueMark("every"),
                            Message.of("scoring.per_unit.every", every.sentence()),
                            Message.of("scoring.fix.per_unit.every"));
        }
        if (points != null && points.signum() <= 0 && (base == null || base.signum() <= 0)) {
            reading.diagnostics()
                    .warning(
                            "R021",
                            fields.valueMark("points"),
                            Message.of("scoring.per_unit.nothing"),
                            Message.of("scoring.fix.per_unit.nothing"));
        }
        return every == null || points == null || after == null
                ? null
                : new PerUnit(every, points, after, base == null ? BigFraction.ZERO : base, whole);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Message sentence(Wording wording, @Nullable String measure) {
        Message words = fromStart()
                ? Message.of("scoring.per_unit.words", every.sentence(wording, measure), points)
                : Message.of(
                        "scoring.per_unit.words.after",
                        after.sentence(wording, measure),
                        base,
                        every.sentence(wording, measure),
                        points);
        return whole ? Message.of("scoring.per_unit.words.whole", words) : words;
    }

    /** Whether units are counted from 0 on and nothing else is given. */
    private boolean fromStart() {
        return base.signum() == 0
                && after instanceof Benchmark.Constant
                && ((Benchmark.Constant) after).number().signum() == 0;
    }

    @Override
    public Outcome score(ScoringContext context) {
        Found<BigFraction> unit = context.benchmark(every);
        Found<BigFraction> start = context.benchmark(after);
        Outcome instead = Outcome.instead(List.of(unit, start));
        if (instead != null) {
            return instead;
        }
        if (unit.get().signum() <= 0) {
            return Outcome.badBenchmark(Message.of("scoring.per_unit.no-unit", context.words(every)));
        }
        BigFraction beyond = context.number().subtract(start.get());
        if (beyond.signum() < 0) {
            return Outcome.scored(
                    BigFraction.ZERO,
                    Message.of("scoring.per_unit.below", context.shown(), context.quantity(start.get())));
        }
        BigFraction exact = beyond.divide(unit.get());
        BigFraction units = whole ? Exact.round(exact, 0, RoundingMode.FLOOR) : exact;
        BigFraction sum = base.add(units.multiply(points));
        Message reason = fromStart()
                ? Message.of(
                        "scoring.per_unit.units", context.shown(), context.quantity(unit.get()), points, units, sum)
                : Message.of(
                        "scoring.per_unit.after",
                        context.shown(),
                        context.quantity(start.get()),
                        base,
                        context.quantity(unit.get()),
                        points,
                        units,
                        sum);
        return Outcome.scored(sum, reason);
    }

    @Override
    public String spreadsheet(CellNames cells) {
        String start = cells.benchmark(after);
        boolean given = every instanceof Benchmark.Constant;
        String unit = given ? cells.benchmark(every) : "MAX(0," + cells.benchmark(every) + ")";
        String units = "(" + cells.value() + "-" + start + ")/" + unit;
        String sum = cells.points(after, "")
                + "+"
                + cells.points(every, "")
                + "*"
                + (whole ? "INT(ROUND(" + units + ",9))" : units);
        // Divided by the unit, so that one without a value, or not above 0, is an error below the start, too.
        String none = given ? "0" : "0/" + unit;
        return "IF(" + cells.value() + "+0<" + start + "," + none + "," + cells.cut(sum) + ")";
    }

    @Override
    public boolean fallible() {
        return !(every instanceof Benchmark.Constant && after instanceof Benchmark.Constant);
    }
}
