package org.platscore.analysis;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.measure.MeasureTable;
import org.platscore.measure.MeasureValue;
import org.platscore.rules.Measure;
import org.platscore.rules.Missing;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.BestOf;
import org.platscore.rules.scoring.By;
import org.platscore.rules.scoring.Choice;
import org.platscore.rules.scoring.Linear;
import org.platscore.rules.scoring.Peers;
import org.platscore.rules.scoring.PerUnit;
import org.platscore.rules.scoring.ScoringMethod;
import org.platscore.rules.scoring.Steps;

/** Measures whose values bear on others' points: scored among peers, or part of a statistic. */
final class Compared {

    private final Set<String> names = new HashSet<>();

    private Compared() {}

    /** Returns those measures, and all that one of them is worked out from. */
    static Set<String> of(Rulebook rules, MeasureTable table) {
        Compared compared = new Compared();
        compared.node(rules.rubric());
        rules.bonuses().forEach(compared::node);
        rules.deductions().forEach(compared::node);
        for (Measure measure : rules.measures()) {
            if (standsIn(measure) && table.values().stream().anyMatch(own -> standsIn(own.get(measure.name())))) {
                compared.names.add(measure.name());
            }
        }
        for (int before = -1; before < compared.names.size(); ) {
            before = compared.names.size();
            for (Measure measure : rules.measures()) {
                if (compared.names.contains(measure.name())) {
                    compared.names.addAll(Mentions.of(measure));
                }
            }
        }
        return compared.names;
    }

    /** Returns whether a statistic may stand in for a missing value of this measure. */
    static boolean standsIn(Measure measure) {
        return measure.missing() instanceof Missing.Number
                && statistic(((Missing.Number) measure.missing()).benchmark());
    }

    private static boolean standsIn(@Nullable MeasureValue value) {
        return value != null && value.statistic();
    }

    private void node(RubricNode node) {
        if (node instanceof RubricNode.Leaf) {
            method(((RubricNode.Leaf) node).method(), ((RubricNode.Leaf) node).measure());
        } else {
            ((RubricNode.Group) node).of().forEach(this::node);
        }
    }

    private void method(ScoringMethod method, @Nullable String scored) {
        if (method instanceof BestOf) {
            ((BestOf) method)
                    .alternatives()
                    .forEach(each -> method(each.method(), each.measure() == null ? scored : each.measure()));
        } else if (method instanceof By) {
            Choice<ScoringMethod> choice = ((By) method).choice();
            choice.cases().values().forEach(each -> method(each, scored));
            choice.bands().forEach(band -> method(band.use(), scored));
            if (choice.otherwise() != null) {
                method(choice.otherwise(), scored);
            }
        } else if (scored != null && among(method)) {
            names.add(scored);
        }
    }

    private static boolean among(ScoringMethod method) {
        if (method instanceof Linear) {
            return statistic(((Linear) method).zero()) || statistic(((Linear) method).full());
        }
        if (method instanceof Steps) {
            return ((Steps) method).steps().stream().anyMatch(step -> statistic(step.edge()));
        }
        if (method instanceof PerUnit) {
            return statistic(((PerUnit) method).after()) || statistic(((PerUnit) method).every());
        }
        return method instanceof Peers;
    }

    private static boolean statistic(Benchmark benchmark) {
        if (!(benchmark instanceof Benchmark.Chosen)) {
            return benchmark instanceof Benchmark.Statistic;
        }
        Choice<Benchmark> choice = ((Benchmark.Chosen) benchmark).choice();
        return choice.cases().values().stream().anyMatch(Compared::statistic)
                || choice.bands().stream().anyMatch(band -> statistic(band.use()))
                || (choice.otherwise() != null && statistic(choice.otherwise()));
    }
}
