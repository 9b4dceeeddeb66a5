package org.platscore.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.platscore.rules.Input;
import org.platscore.rules.Measure;
import org.platscore.rules.Missing;
import org.platscore.rules.Rulebook;
import org.platscore.rules.condition.Condition;
import org.platscore.rules.names.Ref;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.Choice;

/**
 * What is not known yet where submitted workbooks are scored without the rest of the assessment folder: figures from logs and
 * reviews, facts of a roster that is not at hand, and how the others do. It is open, which is something else than missing.
 *
 * @param measures names of the open measures, by subject index; empty where none is open for anybody
 * @param columns roster columns whose cells are open
 * @param alone whether each subject is scored without its peers
 */
public record OpenValues(List<Set<String>> measures, Set<String> columns, boolean alone) {

    /** Nothing is open, as in a whole assessment. */
    public static final OpenValues NONE = new OpenValues(List.of(), Set.of(), false);

    private static final String PREVIOUS = "previous.";

    /**
     * Returns what is open.
     *
     * @param table the values as far as they go
     * @param inputs names of the inputs whose rows are known for certain
     * @param columns roster columns whose cells are open
     * @param alone whether each subject is scored without its peers
     */
    public static OpenValues of(
            Rulebook rules, MeasureTable table, Set<String> inputs, Set<String> columns, boolean alone) {
        List<Measure> order = DependencyOrder.of(rules.measures());
        Set<String> uncertain = uncertain(rules, inputs, columns);
        List<Set<String>> all = new ArrayList<>();
        for (int subject = 0; subject < table.values().size(); subject++) {
            Set<String> open = new HashSet<>();
            for (Measure measure : order) {
                boolean blank = table.get(subject, measure.name()).used() == null;
                if (uncertain.contains(measure.name())
                        || lacks(measure.definition(), columns, open)
                        || blank && lacksStandIn(measure.missing(), columns, alone, open)) {
                    open.add(measure.name());
                }
            }
            all.add(Set.copyOf(open));
        }
        return new OpenValues(List.copyOf(all), columns, alone);
    }

    /** Returns whether a name of a formula, or a measure, is open for a subject. */
    public boolean measure(int subject, String name) {
        return !measures.isEmpty()
                && (name.startsWith(PREVIOUS) || measures.get(subject).contains(name));
    }

    /** Returns whether a value that a method asks for is open for a subject. */
    public boolean of(int subject, Ref ref) {
        return ref.roster() ? columns.contains(ref.name()) : measure(subject, ref.name());
    }

    /** Returns the measures of which it is not known for certain what goes into them. */
    private static Set<String> uncertain(Rulebook rules, Set<String> inputs, Set<String> columns) {
        Map<String, Set<String>> unknown = new HashMap<>();
        for (Input input : rules.inputs()) {
            if (inputs.contains(input.name())) {
                unknown.put(input.name(), input.unknown(columns));
            }
        }
        return rules.measures().stream()
                .filter(measure -> uncertain(measure.definition(), unknown))
                .map(Measure::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns whether it is not known for certain what goes into a measure.
     *
     * @param unknown the unknown columns of the inputs whose rows are known for certain
     */
    private static boolean uncertain(Measure.Definition definition, Map<String, Set<String>> unknown) {
        if (definition instanceof Measure.Count count) {
            return !certain(count.input(), Set.of(), count.where(), unknown);
        }
        if (definition instanceof Measure.Over over) {
            return !certain(over.input(), Set.of(over.column()), over.where(), unknown);
        }
        return definition instanceof Measure.Field field && !unknown.containsKey(field.input());
    }

    private static boolean certain(
            String input, Set<String> asked, @Nullable Condition where, Map<String, Set<String>> unknown) {
        Set<String> columns = unknown.get(input);
        return columns != null
                && Collections.disjoint(asked, columns)
                && (where == null || where.within(unknown.keySet()) && Collections.disjoint(where.columns(), columns));
    }

    private static boolean lacks(Measure.Definition definition, Set<String> columns, Set<String> open) {
        if (definition instanceof Measure.RosterValue cell) {
            return columns.contains(cell.column());
        }
        return definition instanceof Measure.Computed computed
                && computed.formula().names().stream()
                        .anyMatch(name -> name.startsWith(PREVIOUS) || open.contains(name));
    }

    private static boolean lacksStandIn(Missing missing, Set<String> columns, boolean alone, Set<String> open) {
        return missing instanceof Missing.Number number && lacks(number.benchmark(), columns, alone, open);
    }

    private static boolean lacks(Benchmark benchmark, Set<String> columns, boolean alone, Set<String> open) {
        if (benchmark instanceof Benchmark.Statistic) {
            return alone;
        }
        if (benchmark instanceof Benchmark.OfMeasure of) {
            return open.contains(of.measure());
        }
        if (benchmark instanceof Benchmark.Chosen chosen) {
            Choice<Benchmark> choice = chosen.choice();
            Ref of = choice.of();
            return (of.roster() ? columns : open).contains(of.name())
                    || choice.cases().values().stream().anyMatch(each -> lacks(each, columns, alone, open))
                    || choice.bands().stream().anyMatch(band -> lacks(band.use(), columns, alone, open))
                    || choice.otherwise() != null && lacks(choice.otherwise(), columns, alone, open);
        }
        return false;
    }
}
