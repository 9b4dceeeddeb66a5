package org.platscore.scoring;

import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Alike;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.finding.Quantity;
import org.platscore.intake.Subject;
import org.platscore.intake.cell.Masking;
import org.platscore.rules.Measure;
import org.platscore.rules.Missing;
import org.platscore.rules.RubricNode;
import org.platscore.rules.formula.Values;
import org.platscore.rules.names.Ref;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.Found;
import org.platscore.rules.scoring.Outcome;
import org.platscore.rules.scoring.PeerField;
import org.platscore.rules.scoring.ScoringContext;
import org.platscore.rules.scoring.ScoringMethod;
import org.platscore.rules.scoring.Wording;

/**
 * One subject at one indicator, with the measure that is being scored.
 *
 * @param measure the measure; null where the indicator names none
 * @param log takes note of benchmarks and peers for an explanation; null in a normal run
 * @param troubles takes each outcome that is to be told, also those that {@code best_of} passes over
 */
record LeafContext(
        Field field,
        LeafPeers leafPeers,
        RubricNode.Leaf leaf,
        Subject subject,
        @Nullable String measure,
        Set<Outcome> troubles,
        @Nullable BasisLog log)
        implements ScoringContext {

    /** More stand-ins than this that stand in for one another are a circle. */
    private static final int MOST_STAND_INS = 64;

    @Override
    public BigFraction weight() {
        return leaf.weight();
    }

    @Override
    public Object scored() {
        Object value = measure == null ? null : field.value(subject, measure);
        if (value == null) {
            throw new IllegalStateException("indicator " + leaf.id() + " has no value");
        }
        return value;
    }

    @Override
    public Message shown() {
        Measure declared = field.measure(named());
        Object value = scored();
        if (value instanceof String) {
            return Message.of("scoring.value-category", declared.label(), value);
        }
        return Message.of("scoring.value", declared.label(), quantity((BigFraction) value));
    }

    @Override
    public Quantity quantity(BigFraction number) {
        return Alike.of(field.measure(named()).quantity(number));
    }

    @Override
    public Object told(Ref ref, Object value) {
        if (value instanceof BigFraction) {
            return field.rules.told(ref, (BigFraction) value);
        }
        Message told = ref.roster() ? subject.told(field.rules.roster(), ref.name()) : null;
        return told == null ? value : told;
    }

    @Override
    public Message words(Benchmark benchmark) {
        return benchmark.sentence(new WithUnits(field), measure);
    }

    private String named() {
        if (measure == null) {
            throw new IllegalStateException("indicator " + leaf.id() + " has no measure");
        }
        return measure;
    }

    @Override
    public @Nullable Object value(Ref ref) {
        return ref.roster()
                ? field.rules.choosing(ref.name(), subject.cell(ref.name()))
                : field.value(subject, ref.name());
    }

    @Override
    public @Nullable BigFraction statistic(Benchmark.Statistic statistic) {
        if (measure == null) {
            return null;
        }
        field.compares(measure, statistic.within());
        if (leafPeers.tooFew(subject, measure, statistic)) {
            field.compares(measure, null);
        }
        return leafPeers.statistic(subject, measure, statistic);
    }

    @Override
    public Found<Object> ask(Ref ref) {
        return ask(ref, MOST_STAND_INS);
    }

    @Override
    public boolean open(Ref ref) {
        return field.open.of(subject.index(), ref);
    }

    @Override
    public boolean peersOpen(@Nullable String within) {
        return field.open.alone() || within != null && field.open.columns().contains(within);
    }

    private Found<Object> ask(Ref ref, int standIns) {
        if (open(ref)) {
            return Found.not(Outcome.pending(Message.verbatim(field.rules.label(ref))));
        }
        Object value = value(ref);
        if (value != null) {
            return Found.of(value);
        }
        String label = field.rules.label(ref);
        Missing missing = field.rules.missing(ref);
        if (missing instanceof Missing.Error) {
            return Found.not(Outcome.missing(List.of(label)));
        }
        if (missing instanceof Missing.Number && standIns > 0) {
            List<Found<Object>> asked = ((Missing.Number) missing)
                    .benchmark().asks(this).stream()
                            .map(each -> ask(each, standIns - 1))
                            .toList();
            Outcome instead = Outcome.instead(asked);
            return Found.not(
                    instead == null ? Outcome.badBenchmark(Message.of("scoring.no-stand-in", label)) : instead);
        }
        return Found.not(Outcome.excluded(Message.of("scoring.no-value", label)));
    }

    @Override
    public Found<BigFraction> benchmark(Benchmark benchmark) {
        Found<BigFraction> found = ScoringContext.super.benchmark(benchmark);
        if (log != null) {
            Benchmark chosen = benchmark.chosen(this);
            Object by = benchmark instanceof Benchmark.Chosen
                    ? choosing(((Benchmark.Chosen) benchmark).choice().of())
                    : null;
            Basis.Peers over = measure != null && chosen instanceof Benchmark.Statistic
                    ? leafPeers.over(subject, measure, (Benchmark.Statistic) chosen)
                    : null;
            BigFraction number = found.instead() == null ? found.get() : null;
            log.add(new Basis.Used(benchmark, measure, chosen, by, number, over));
        }
        return found;
    }

    /** Returns what chooses a benchmark, as it may be shown. */
    private @Nullable Object choosing(Ref ref) {
        Object value = value(ref);
        return value != null && ref.roster() ? Masking.value(field.rules.roster(), ref.name(), value) : value;
    }

    @Override
    public PeerField peers(@Nullable String within) {
        if (log != null) {
            log.add(leafPeers.members(subject, named(), within));
        }
        field.compares(named(), within);
        return leafPeers.of(subject, named(), within);
    }

    @Override
    public boolean peer() {
        field.compares(named(), null);
        return leafPeers.peer(subject, named());
    }

    @Override
    public Values names() {
        return name -> {
            switch (name) {
                case "weight":
                    return weight();
                case "value":
                    return scored();
                default:
                    return field.value(subject, name);
            }
        };
    }

    @Override
    public Outcome outcome(@Nullable String other, ScoringMethod method) {
        LeafContext context = other == null || other.equals(measure)
                ? this
                : new LeafContext(field, leafPeers, leaf, subject, other, troubles, log);
        return context.outcome(method);
    }

    /** Returns what a method says of this measure, its points cut to between 0 and the weight. */
    Outcome outcome(ScoringMethod method) {
        if (measure != null) {
            Outcome instead = Outcome.instead(List.of(ask(new Ref(false, measure))));
            if (instead != null) {
                return noted(instead);
            }
        }
        return noted(cut(method.score(this)));
    }

    private Outcome noted(Outcome outcome) {
        if (outcome.kind() == Outcome.Kind.BAD_BENCHMARK || outcome.kind() == Outcome.Kind.NO_CASE) {
            troubles.add(outcome);
        }
        return outcome;
    }

    private Outcome cut(Outcome outcome) {
        BigFraction points = Exact.clamp(outcome.points(), BigFraction.ZERO, weight());
        if (Exact.compare(points, outcome.points()) == 0) {
            return outcome;
        }
        return points.signum() == 0
                ? Outcome.scored(points, Message.of("scoring.floored", outcome.reason()))
                : Outcome.scored(points, Message.of("scoring.cut", outcome.reason(), points));
    }

    /** Tells each number with its unit. */
    private record WithUnits(Field field) implements Wording {
        @Override
        public Object figure(BigFraction number, @Nullable String measure) {
            return measure == null ? number : field.measure(measure).quantity(number);
        }

        @Override
        public Object cell(BigFraction number, String column) {
            return field.rules.told(new Ref(true, column), number);
        }
    }
}
