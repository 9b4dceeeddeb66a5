package org.platscore.report;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Quantity;
import org.platscore.grading.Standing;
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
    /** What benchmarks look up of the subject; a statistic is told in words. */
    private final BenchmarkValues own = new BenchmarkValues() {
        @Override
        public @Nullable Object value(Ref ref) {
            return ref.roster()
                    ? run.rules().choosing(ref.name(), run.subject(standing).cell(ref.name()))
                    : run.scores()
                            .measures()
                            .get(standing.subject(), ref.name())
                            .effective();
        }

        @Override
        public @Nullable BigFraction statistic(Benchmark.Statistic statistic) {
            return null;
        }
    };

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
            return of((Steps) method);
        }
        if (method instanceof Curve) {
            return of(((Curve) method).corners());
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
            return ((Peers) method).fullMarks().in(run.lang());
        }
        if (method instanceof By) {
            ScoringMethod chosen =
                    ((By) method).choice().pick(own.value(((By) method).choice().of()));
            return chosen == null ? "" : of(chosen);
        }
        return "";
    }

    /** Returns from where to where values get the most that steps give. */
    private String of(Steps steps) {
        BigFraction most = steps.steps().stream().map(Steps.Step::points).reduce(steps.otherwise(), Exact::max);
        List<Steps.Step> down = down(steps, most);
        int from = 0;
        while (from < down.size() && !down.get(from).points().equals(most)) {
            from++;
        }
        int to = from;
        while (to < down.size() && down.get(to).points().equals(most)) {
            to++;
        }
        boolean open = to == down.size() && steps.otherwise().equals(most);
        String least = open ? "" : edge(down.get(to - 1), "full.over", null);
        String greatest = from == 0 ? "" : edge(down.get(from - 1), "full.up-to", "full.under");
        return least.isEmpty() || greatest.isEmpty() ? least + greatest : run.say("standard.and", least, greatest);
    }

    private String edge(Steps.Step step, String beyond, @Nullable String at) {
        String edge = benchmark(step.edge());
        String key = step.beyond() ? beyond : at;
        return key == null || edge.isEmpty() ? edge : run.say(key, edge);
    }

    /**
     * Returns steps from the highest edge down. Where an edge is a statistic, they go with their points: more for more, unless the
     * lowest values, below all edges or from 0 on, get the most.
     */
    private List<Steps.Step> down(Steps steps, BigFraction most) {
        List<Steps.Step> down = new ArrayList<>(steps.steps());
        if (down.stream().allMatch(step -> number(step.edge()) != null)) {
            Comparator<Steps.Step> byEdge = Comparator.comparing(step -> Objects.requireNonNull(number(step.edge())));
            down.sort(byEdge.thenComparing(Steps.Step::beyond).reversed());
            return down;
        }
        boolean falling = steps.otherwise().equals(most)
                || down.stream().anyMatch(step -> step.points().equals(most) && fromZero(step.edge()));
        Comparator<Steps.Step> byPoints = Comparator.comparing(Steps.Step::points);
        down.sort(falling ? byPoints : byPoints.reversed());
        return down;
    }

    private boolean fromZero(Benchmark edge) {
        BigFraction number = number(edge);
        return number != null && number.signum() <= 0;
    }

    /** Returns the corner nearest to those that get less: a curve is flat outside its corners. */
    private String of(List<Curve.Corner> corners) {
        BigFraction most =
                corners.stream().map(Curve.Corner::points).reduce(Exact::max).orElseThrow();
        int from = 0;
        while (!corners.get(from).points().equals(most)) {
            from++;
        }
        int to = from;
        while (from == 0
                && to + 1 < corners.size()
                && corners.get(to + 1).points().equals(most)) {
            to++;
        }
        return shown(corners.get(to).value());
    }

    /** Returns the value from which on units reach full marks, where their size is a number that stands for the subject. */
    private String of(PerUnit units) {
        BigFraction every = number(units.every());
        BigFraction after = number(units.after());
        if (every == null
                || after == null
                || every.signum() <= 0
                || units.points().signum() <= 0) {
            return "";
        }
        BigFraction exact = leaf.weight().subtract(units.base()).divide(units.points());
        BigFraction needed = units.whole() ? Exact.round(exact, 0, RoundingMode.CEILING) : exact;
        return shown(after.add(needed.multiply(every)));
    }

    private String benchmark(Benchmark benchmark) {
        Benchmark chosen = benchmark.chosen(own);
        if (chosen instanceof Benchmark.Statistic) {
            return chosen.sentence().in(run.lang());
        }
        BigFraction number = number(benchmark);
        return number == null ? "" : shown(number);
    }

    private @Nullable BigFraction number(Benchmark benchmark) {
        return benchmark.number(own);
    }

    /** Returns a value as the cell beside it shows the subject's; a unit stands in a cell of its own, but for money and percent. */
    private String shown(BigFraction number) {
        if (figure != null && figure.form().equals(Form.PERCENT)) {
            return Quantity.percent(number).in(run.lang());
        }
        boolean money = figure != null && !figure.divisor().equals(BigFraction.ONE);
        return (money ? Quantity.yuan(number) : new Quantity(number, "")).in(run.lang());
    }
}
