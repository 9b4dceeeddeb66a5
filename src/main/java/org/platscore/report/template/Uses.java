package org.platscore.report.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.rules.Column;
import org.platscore.rules.Derived;
import org.platscore.rules.Input;
import org.platscore.rules.Measure;
import org.platscore.rules.Missing;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;
import org.platscore.rules.condition.Condition;
import org.platscore.rules.names.Ref;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.BestOf;
import org.platscore.rules.scoring.By;
import org.platscore.rules.scoring.FormulaMethod;
import org.platscore.rules.scoring.Linear;
import org.platscore.rules.scoring.PerUnit;
import org.platscore.rules.scoring.ScoringMethod;
import org.platscore.rules.scoring.Steps;

/** What becomes of a field or column of a submitted workbook: its measures, and the indicators that they bear on. */
final class Uses {

    private final Rulebook rules;
    private final List<RubricNode.Leaf> leaves = new ArrayList<>();

    Uses(Rulebook rules) {
        this.rules = rules;
        collect(rules.rubric());
        leaves.addAll(rules.bonuses());
        leaves.addAll(rules.deductions());
    }

    private void collect(RubricNode node) {
        if (node instanceof RubricNode.Leaf leaf) {
            leaves.add(leaf);
        } else {
            ((RubricNode.Group) node).of().forEach(this::collect);
        }
    }

    /** Returns the measures that take a column's values as they are. */
    List<Measure> measures(Input input, Column column) {
        return rules.measures().stream()
                .filter(measure -> takes(measure.definition(), input, column))
                .toList();
    }

    private static boolean takes(Measure.Definition definition, Input input, Column column) {
        return definition instanceof Measure.Field field
                        && field.input().equals(input.name())
                        && field.column().equals(column.name())
                || over(definition, input, Set.of(column.name()));
    }

    private static boolean over(Measure.Definition definition, Input input, Set<String> columns) {
        return definition instanceof Measure.Over over
                && over.input().equals(input.name())
                && columns.contains(over.column());
    }

    /** Returns the derived columns that a column goes into. */
    private static Set<String> derived(Input input, Column column) {
        Set<String> names = new HashSet<>(Set.of(column.name()));
        for (Derived each : input.derived()) {
            if (each.formula().names().stream().anyMatch(names::contains)) {
                names.add(each.name());
            }
        }
        names.remove(column.name());
        return names;
    }

    /** Returns whether a condition on the rows that a measure takes asks for one of the columns. */
    private static boolean conditional(Measure.Definition definition, Input input, Set<String> columns) {
        return definition instanceof Measure.Count count && asks(count.where(), count.input(), input, columns)
                || definition instanceof Measure.Over over && asks(over.where(), over.input(), input, columns);
    }

    private static boolean asks(@Nullable Condition where, String of, Input input, Set<String> columns) {
        if (where == null) {
            return false;
        }
        boolean own = of.equals(input.name()) && where.columns().stream().anyMatch(columns::contains);
        return own
                || where.others().stream()
                        .anyMatch(other -> other.input().equals(input.name()) && columns.contains(other.column()));
    }

    /**
     * Returns the indicators, bonuses and deductions that a column bears on, directly or through conditions, formulas and derived
     * columns.
     */
    List<RubricNode.Leaf> indicators(Input input, Column column) {
        Set<String> names = new HashSet<>();
        measures(input, column).forEach(measure -> names.add(measure.name()));
        Set<String> derived = derived(input, column);
        Set<String> asked = new HashSet<>(derived);
        asked.add(column.name());
        rules.measures().stream()
                .filter(measure ->
                        over(measure.definition(), input, derived) || conditional(measure.definition(), input, asked))
                .forEach(measure -> names.add(measure.name()));
        for (boolean more = !names.isEmpty(); more; ) {
            more = false;
            for (Measure measure : rules.measures()) {
                if (measure.definition() instanceof Measure.Computed computed
                        && computed.formula().names().stream().anyMatch(names::contains)) {
                    more |= names.add(measure.name());
                }
            }
        }
        return leaves.stream()
                .filter(leaf -> asked(leaf).stream().anyMatch(names::contains))
                .toList();
    }

    /** Returns whether a blank stops the scoring of an indicator. */
    boolean needed(Input input, Column column) {
        boolean stops = measures(input, column).stream()
                .anyMatch(measure ->
                        measure.definition() instanceof Measure.Field && measure.missing() instanceof Missing.Error);
        return stops && !indicators(input, column).isEmpty();
    }

    private static Set<String> asked(RubricNode.Leaf leaf) {
        Set<String> names = new LinkedHashSet<>();
        add(leaf.measure(), names);
        add(leaf.method(), names);
        return names;
    }

    private static void add(ScoringMethod method, Set<String> names) {
        if (method instanceof FormulaMethod formula) {
            names.addAll(formula.formula().names());
        } else if (method instanceof BestOf best) {
            for (BestOf.Alternative each : best.alternatives()) {
                add(each.measure(), names);
                add(each.method(), names);
            }
        } else if (method instanceof By by) {
            add(by.choice().of(), names);
            by.choice().parts().forEach(each -> add(each, names));
        } else if (method instanceof Linear linear) {
            add(linear.zero(), names);
            add(linear.full(), names);
        } else if (method instanceof Steps steps) {
            steps.steps().forEach(step -> add(step.edge(), names));
        } else if (method instanceof PerUnit units) {
            add(units.every(), names);
            add(units.after(), names);
        }
    }

    private static void add(Benchmark benchmark, Set<String> names) {
        benchmark.mentions().forEach(each -> add(each, names));
    }

    private static void add(Ref ref, Set<String> names) {
        if (!ref.roster()) {
            names.add(ref.name());
        }
    }

    private static void add(@Nullable String measure, Set<String> names) {
        if (measure != null) {
            names.add(measure);
        }
    }
}
