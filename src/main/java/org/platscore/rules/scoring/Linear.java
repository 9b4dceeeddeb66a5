package org.platscore.rules.scoring;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/**
 * {@code linear: {zero: a, full: b}}: 0 points at a, full marks at b, straight between; with a above b a falling measure scores.
 *
 * @param zero where points begin
 * @param full where full marks are reached
 */
public record Linear(Benchmark zero, Benchmark full) implements ScoringMethod {

    static final String NAME = "linear";

    static @Nullable Linear read(Node spec, MethodReading reading) {
        reading.needs(ValueType.NUMBER, spec.mark(), NAME);
        Fields fields = Fields.of(spec, reading.diagnostics(), "{zero: 0, full: 100}");
        if (fields == null) {
            return null;
        }
        Benchmark zero = reading.benchmark(fields.required("zero"));
        Benchmark full = reading.benchmark(fields.required("full"));
        fields.done();
        reading.percentSigns(fields, "zero", "full");
        if (zero == null || full == null) {
            return null;
        }
        if (zero.equals(full)) {
            Message message = Message.of("scoring.linear.same", full.sentence());
            Message fix = Message.of("scoring.fix.linear.same");
            if (zero instanceof Benchmark.Constant) {
                reading.diagnostics().error("R021", fields.valueMark("full"), message, fix);
            } else {
                reading.diagnostics().warning("R021", fields.valueMark("full"), message, fix);
            }
        }
        return new Linear(zero, full);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Message sentence(Wording wording, @Nullable String measure) {
        return Message.of("scoring.linear.words", zero.sentence(wording, measure), full.sentence(wording, measure));
    }

    @Override
    public Outcome score(ScoringContext context) {
        Found<BigFraction> from = context.benchmark(zero);
        Found<BigFraction> to = context.benchmark(full);
        Outcome instead = Outcome.instead(List.of(from, to));
        if (instead != null) {
            return instead;
        }
        BigFraction span = to.get().subtract(from.get());
        if (span.signum() == 0) {
            return Outcome.badBenchmark(Message.of("scoring.linear.no-span", context.quantity(to.get())));
        }
        BigFraction weight = context.weight();
        BigFraction share = context.number().subtract(from.get()).divide(span);
        if (share.signum() <= 0) {
            return Outcome.scored(
                    BigFraction.ZERO, Message.of("scoring.linear.none", context.shown(), context.quantity(from.get())));
        }
        if (share.compareTo(BigFraction.ONE) >= 0) {
            return Outcome.scored(
                    weight, Message.of("scoring.linear.full", context.shown(), context.quantity(to.get()), weight));
        }
        BigFraction points = Exact.slim(share.multiply(weight));
        return Outcome.scored(
                points,
                Message.of(
                        "scoring.linear.between",
                        context.shown(),
                        context.quantity(from.get()),
                        context.quantity(to.get()),
                        weight,
                        points));
    }

    @Override
    public String spreadsheet(CellNames cells) {
        String from = cells.benchmark(zero);
        return cells.weight() + "*MAX(0,MIN(1,(" + cells.value() + "-" + from + ")/(" + cells.benchmark(full) + "-"
                + from + ")))";
    }

    @Override
    public boolean fallible() {
        return !(zero instanceof Benchmark.Constant && full instanceof Benchmark.Constant);
    }
}
