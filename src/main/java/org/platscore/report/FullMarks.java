package org.platscore.report;

import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Quantity;
import org.platscore.grading.Standing;
import org.platscore.measure.MeasureValue;
import org.platscore.report.sheet.Form;
import org.platscore.rules.RubricNode;
import org.platscore.rules.names.Ref;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.BenchmarkValues;
import org.platscore.rules.scoring.By;
import org.platscore.rules.scoring.Curve;
import org.platscore.rules.scoring.Levels;
import org.platscore.rules.scoring.Linear;
import org.platscore.rules.scoring.Peers;
import org.platscore.rules.scoring.PerUnit;
import org.platscore.rules.scoring.ScoringMethod;
import org.platscore.rules.scoring.Steps;

/** What a subject would need for full marks in an indicator, in a few words. */
final class FullMarks {

    private final Run run;
    private final Standing standing;
    private final RubricNode.Leaf leaf;
    private final @Nullable Figure figure;

    private FullMarks(Run run, Standing standing, RubricNode.Leaf leaf) {
        this.run = run;
        this.standing = standing;
        this.leaf = leaf;
        this.figure = leaf.measure() == null ? null : run.figure(leaf.measure());
    }

    /** Returns the benchmark of full marks; empty where only the reason can say it. */
    static String of(Run run, Standing standing, RubricNode.Leaf leaf) {
        return new FullMarks(run, standing, leaf).of(leaf.method());
    }

    private String of(ScoringMethod method) {
        if (method instanceof Linear) {
            return benchmark(((Linear) method).full());
        }
        if (method instanceof Steps) {
            return ((Steps) method)
                    .steps().stream()
                            .max(Comparator.comparing(Steps.Step::points))
                            .map(step -> step.beyond()
                                    ? run.say("full.over", benchmark(step.edge()))
                                    : benchmark(step.edge()))
                            .orElse("");
        }
        if (method instanceof Curve) {
            return ((Curve) method)
                    .corners().stream()
                            .max(Comparator.comparing(Curve.Corner::points))
                            .map(corner -> shown(corner.value()))
                            .orElse("");
        }
        if (method instanceof PerUnit) {
            return of((PerUnit) method);
        }
        if (method instanceof Levels) {
            return ((Levels) method)
                    .points().entrySet().stream()
                            .max(Map.Entry.comparingByValue())
                            .map(Map.Entry::getKey)
                            .orElse("");
        }
        if (method instanceof Peers) {
            return run.say("full.peers");
        }
        if (method instanceof By) {
            ScoringMethod chosen =
                    ((By) method).choice().pick(value(((By) method).choice().of()));
            return chosen == null ? "" : of(chosen);
        }
        return "";
    }

    /** Returns the value from which on units reach full marks, where their size is a number of the rules. */
    private String of(PerUnit units) {
        if (!(units.every() instanceof Benchmark.Constant)
                || !(units.after() instanceof Benchmark.Constant)
                || units.points().signum() <= 0) {
            return "";
        }
        BigFraction exact = leaf.weight().subtract(units.base()).divide(units.points());
        BigFraction needed = units.whole() ? Exact.round(exact, 0, RoundingMode.CEILING) : exact;
        return shown(((Benchmark.Constant) units.after())
                .number()
                .add(needed.multiply(((Benchmark.Constant) units.every()).number())));
    }

    private String benchmark(Benchmark benchmark) {
        BigFraction number = benchmark.number(new BenchmarkValues() {
            @Override
            public @Nullable Object value(Ref ref) {
                return FullMarks.this.value(ref);
            }

            @Override
            public @Nullable BigFraction statistic(Benchmark.Statistic statistic) {
                return null;
            }
        });
        if (number != null) {
            return shown(number);
        }
        return benchmark instanceof Benchmark.Statistic ? benchmark.sentence().in(run.lang()) : "";
    }

    /** Returns a value as the cell beside it shows the subject's; a unit stands in a cell of its own, but for money and percent. */
    private String shown(BigFraction number) {
        if (figure != null && figure.form().equals(Form.PERCENT)) {
            return new Quantity(number.multiply(100), "%").in(run.lang());
        }
        boolean money = figure != null && !figure.divisor().equals(BigFraction.ONE);
        return (money ? Quantity.yuan(number) : new Quantity(number, "")).in(run.lang());
    }

    private @Nullable Object value(Ref ref) {
        return ref.roster()
                ? MeasureValue.ofCell(run.subject(standing).cell(ref.name()))
                : run.scores().measures().get(standing.subject(), ref.name()).effective();
    }
}
