package org.platscore.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.intake.Subject;
import org.platscore.measure.MeasureTable;
import org.platscore.measure.Statistics;
import org.platscore.rules.Grade;
import org.platscore.rules.Measure;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;
import org.platscore.rules.Veto;
import org.platscore.rules.names.Ref;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.BenchmarkValues;
import org.platscore.rules.scoring.BestOf;
import org.platscore.rules.scoring.By;
import org.platscore.rules.scoring.Choice;
import org.platscore.rules.scoring.Curve;
import org.platscore.rules.scoring.FormulaMethod;
import org.platscore.rules.scoring.Linear;
import org.platscore.rules.scoring.Peers;
import org.platscore.rules.scoring.PerUnit;
import org.platscore.rules.scoring.ScoringMethod;
import org.platscore.rules.scoring.Steps;

/** How a measure's value becomes one subject's points: the methods that score it outright, with the edges of their scales. */
final class Uses {

    /** More full units than this are left to the search between the edges. */
    private static final int MOST_UNITS = 64;

    private final BenchmarkValues values;
    private final Subject subject;
    private final List<BigFraction> edges = new ArrayList<>();
    /** Roster columns whose value those it is held against share with the subject. */
    private final Set<String> within = new HashSet<>();

    private boolean rising;
    private boolean falling;
    private boolean steady = true;
    private boolean open;
    /** Whether it is held against everybody's. */
    private boolean among;

    private Uses(BenchmarkValues values, Subject subject) {
        this.values = values;
        this.subject = subject;
    }

    static Uses of(Rulebook rules, List<Subject> subjects, MeasureTable table, Subject subject, Measure measure) {
        Uses uses = new Uses(new Own(rules, subjects, table, subject, measure.name()), subject);
        uses.rubric(rules.rubric(), measure.name());
        rules.bonuses().forEach(leaf -> uses.leaf(leaf, measure.name(), false));
        rules.deductions().forEach(leaf -> uses.leaf(leaf, measure.name(), true));
        boolean fed = feedsFormulas(rules, measure.name());
        uses.steady &= !fed;
        uses.open |= fed;
        return uses;
    }

    /** Returns where the scales that score the measure change: zero and full marks, edges of steps, corners. */
    List<BigFraction> edges() {
        return edges;
    }

    /** Returns whether a method scores the measure outright, a greater value being better. */
    boolean rising() {
        return rising;
    }

    /** Returns whether a method scores the measure outright, a lower value being better. */
    boolean falling() {
        return falling;
    }

    /** Returns whether points can only go one way as the value does. */
    boolean steady() {
        return steady && !(rising && falling);
    }

    /** Returns whether points may go on rising beyond all edges, since a formula or a choice looks at the measure. */
    boolean open() {
        return open;
    }

    /** Returns whether it is held against another subject's value. */
    boolean heldAgainst(Subject other) {
        return among || within.stream().anyMatch(column -> other.group(column).equals(subject.group(column)));
    }

    private void rubric(RubricNode node, String measure) {
        if (node instanceof RubricNode.Leaf) {
            leaf((RubricNode.Leaf) node, measure, false);
        } else {
            ((RubricNode.Group) node).of().forEach(child -> rubric(child, measure));
        }
    }

    private void leaf(RubricNode.Leaf leaf, String measure, boolean deduction) {
        method(leaf.method(), leaf.measure(), measure, leaf.weight(), deduction);
    }

    private void method(
            ScoringMethod method, @Nullable String scored, String measure, BigFraction weight, boolean deduction) {
        if (method instanceof BestOf) {
            for (BestOf.Alternative each : ((BestOf) method).alternatives()) {
                method(each.method(), each.measure() == null ? scored : each.measure(), measure, weight, deduction);
            }
        } else if (method instanceof By) {
            Choice<ScoringMethod> choice = ((By) method).choice();
            ScoringMethod chosen = choice.pick(values.value(choice.of()));
            if (!choice.of().roster() && measure.equals(choice.of().name())) {
                choice.bands().forEach(band -> edges.add(band.under()));
            }
            if (chosen != null) {
                method(chosen, scored, measure, weight, deduction);
            }
        } else if (measure.equals(scored)) {
            int direction = scale(method, weight) * (deduction ? -1 : 1);
            rising |= direction >= 0;
            falling |= direction <= 0;
        }
    }

    /** Notes the edges of a method's scale; returns 1 where a greater value is better by it, -1 where a lower one is, 0 for neither. */
    private int scale(ScoringMethod method, BigFraction weight) {
        if (method instanceof Linear) {
            BigFraction zero = edge(((Linear) method).zero());
            BigFraction full = edge(((Linear) method).full());
            // A statistic moves with the subject's own value: zero may pass full marks.
            steady &= statistic(((Linear) method).zero()) == null && statistic(((Linear) method).full()) == null;
            return zero == null || full == null || zero.compareTo(full) <= 0 ? 1 : -1;
        }
        if (method instanceof Steps) {
            return steps((Steps) method);
        }
        if (method instanceof Curve) {
            List<Curve.Corner> corners = ((Curve) method).corners();
            corners.forEach(corner -> edges.add(corner.value()));
            return direction(corners.stream().map(Curve.Corner::points).toList());
        }
        if (method instanceof PerUnit) {
            return units((PerUnit) method, weight);
        }
        if (method instanceof Peers) {
            compared(((Peers) method).within());
        }
        steady &= !(method instanceof FormulaMethod);
        open |= method instanceof FormulaMethod;
        return method instanceof Peers && ((Peers) method).lowerIsBetter() ? -1 : 1;
    }

    /** Returns which way points go as the value rises; 0 where they go both ways, which is not steady. */
    private int direction(List<BigFraction> points) {
        boolean up = true;
        boolean down = true;
        for (int i = 1; i < points.size(); i++) {
            int order = points.get(i).compareTo(points.get(i - 1));
            up &= order >= 0;
            down &= order <= 0;
        }
        steady &= up || down;
        return up ? 1 : down ? -1 : 0;
    }

    private int steps(Steps steps) {
        TreeMap<BigFraction, BigFraction> byEdge = new TreeMap<>();
        for (Steps.Step step : steps.steps()) {
            BigFraction edge = edge(step.edge());
            // One that moves with the subject's own value may come to stand above another.
            steady &= edge != null && (steps.steps().size() == 1 || statistic(step.edge()) == null);
            if (edge != null) {
                byEdge.merge(edge, step.points(), Exact::max);
            }
        }
        List<BigFraction> points = new ArrayList<>(List.of(steps.otherwise()));
        points.addAll(byEdge.values());
        return direction(points);
    }

    private int units(PerUnit method, BigFraction weight) {
        BigFraction after = edge(method.after());
        BigFraction every = method.every().number(values);
        if (after != null && every != null && method.points().signum() > 0) {
            BigFraction full = weight.subtract(method.base()).divide(method.points());
            edges.add(after.add(every.multiply(full)));
            for (int i = 1; i <= MOST_UNITS && BigFraction.of(i).compareTo(full) <= 0; i++) {
                edges.add(after.add(every.multiply(i)));
            }
        }
        return method.points().signum() >= 0 ? 1 : -1;
    }

    private @Nullable BigFraction edge(Benchmark benchmark) {
        BigFraction number = benchmark.number(values);
        Benchmark.Statistic statistic = statistic(benchmark);
        if (statistic != null) {
            // Of too few it is taken over all.
            compared(statistic.atLeast() > 1 ? null : statistic.within());
        }
        if (number != null) {
            edges.add(number);
        }
        return number;
    }

    private void compared(@Nullable String column) {
        among |= column == null;
        if (column != null) {
            within.add(column);
        }
    }

    private Benchmark.@Nullable Statistic statistic(Benchmark benchmark) {
        return benchmark.chosen(values) instanceof Benchmark.Statistic statistic ? statistic : null;
    }

    private static boolean feedsFormulas(Rulebook rules, String measure) {
        for (Measure each : rules.measures()) {
            if (each.definition() instanceof Measure.Computed
                    && ((Measure.Computed) each.definition()).formula().names().contains(measure)) {
                return true;
            }
        }
        for (Grade grade : rules.grades()) {
            if (grade.requires() != null && grade.requires().names().contains(measure)) {
                return true;
            }
        }
        for (Veto veto : rules.vetoes()) {
            if (veto.when().names().contains(measure)) {
                return true;
            }
        }
        return Mentions.inMethods(rules, measure);
    }

    /** What benchmarks look up for one subject; a statistic is taken over all who have a value, which is near enough for edges. */
    private record Own(Rulebook rules, List<Subject> subjects, MeasureTable table, Subject subject, String measure)
            implements BenchmarkValues {

        @Override
        public @Nullable Object value(Ref ref) {
            return ref.roster()
                    ? rules.choosing(ref.name(), subject.cell(ref.name()))
                    : table.effective(subject.index(), ref.name());
        }

        @Override
        public @Nullable BigFraction statistic(Benchmark.Statistic statistic) {
            Object group = subject.group(statistic.within());
            List<BigFraction> near = subjects.stream()
                    .filter(each -> each.group(statistic.within()).equals(group))
                    .map(each -> table.effective(each.index(), measure))
                    .filter(BigFraction.class::isInstance)
                    .map(BigFraction.class::cast)
                    .toList();
            return near.isEmpty() ? null : Statistics.of(statistic, near);
        }
    }
}
