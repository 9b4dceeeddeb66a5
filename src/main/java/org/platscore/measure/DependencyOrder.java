package org.platscore.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.platscore.rules.Measure;
import org.platscore.rules.Missing;
import org.platscore.rules.names.Ref;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.Choice;

/** The order in which measures are worked out: each after those that its formula and its stand-in name, else as in the file. */
final class DependencyOrder {

    private final Map<String, Measure> byName = new LinkedHashMap<>();
    private final Set<String> met = new LinkedHashSet<>();
    private final List<Measure> order = new ArrayList<>();

    private DependencyOrder() {}

    /** Returns the measures in that order. */
    static List<Measure> of(List<Measure> measures) {
        DependencyOrder sorted = new DependencyOrder();
        measures.forEach(measure -> sorted.byName.put(measure.name(), measure));
        measures.forEach(sorted::visit);
        return sorted.order;
    }

    /** Returns a measure and those that need it, or one that needs it, in that order. */
    static List<Measure> from(List<Measure> measures, Measure first) {
        Set<String> names = new HashSet<>(Set.of(first.name()));
        List<Measure> from = new ArrayList<>(List.of(first));
        for (Measure measure : of(measures)) {
            if (!names.contains(measure.name()) && !Collections.disjoint(needed(measure), names)) {
                names.add(measure.name());
                from.add(measure);
            }
        }
        return from;
    }

    private void visit(Measure measure) {
        if (!met.add(measure.name())) {
            return;
        }
        for (String name : needed(measure)) {
            Measure other = byName.get(name);
            if (other != null) {
                visit(other);
            }
        }
        order.add(measure);
    }

    private static Set<String> needed(Measure measure) {
        Set<String> names = new LinkedHashSet<>();
        if (measure.definition() instanceof Measure.Computed) {
            names.addAll(((Measure.Computed) measure.definition()).formula().names());
        }
        if (measure.missing() instanceof Missing.Number) {
            add(((Missing.Number) measure.missing()).benchmark(), names);
        }
        return names;
    }

    private static void add(Benchmark benchmark, Set<String> names) {
        if (benchmark instanceof Benchmark.OfMeasure) {
            names.add(((Benchmark.OfMeasure) benchmark).measure());
        } else if (benchmark instanceof Benchmark.Chosen) {
            Choice<Benchmark> choice = ((Benchmark.Chosen) benchmark).choice();
            add(choice.of(), names);
            choice.cases().values().forEach(each -> add(each, names));
            choice.bands().forEach(band -> add(band.use(), names));
            if (choice.otherwise() != null) {
                add(choice.otherwise(), names);
            }
        }
    }

    private static void add(Ref ref, Set<String> names) {
        if (!ref.roster()) {
            names.add(ref.name());
        }
    }
}
