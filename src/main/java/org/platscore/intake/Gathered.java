package org.platscore.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.platscore.rules.Check;
import org.platscore.rules.Input;
import org.platscore.rules.Measure;
import org.platscore.rules.Rulebook;
import org.platscore.rules.condition.Condition;
import org.platscore.rules.condition.Folded;
import org.platscore.rules.condition.Other;

/** The different cells of the columns that other inputs' rows are looked up in ({@code in}), by subject. */
final class Gathered {

    private final Map<String, Set<Other>> wanted = new HashMap<>();
    private final Map<String, Set<String>> needs = new HashMap<>();
    private final Map<Other, Map<Integer, Set<Object>>> keys = new HashMap<>();

    /** What no rule asks for. */
    Gathered() {}

    /** What the checks and measures of these rules ask for. */
    static Gathered of(Rulebook rules) {
        Gathered gathered = new Gathered();
        for (Input input : rules.inputs()) {
            for (Check check : input.checks()) {
                gathered.want(input.name(), check.condition());
            }
        }
        for (Measure measure : rules.measures()) {
            if (measure.definition() instanceof Measure.Count count) {
                gathered.want(count.input(), count.where());
            } else if (measure.definition() instanceof Measure.Over over) {
                gathered.want(over.input(), over.where());
            }
        }
        return gathered;
    }

    private void want(String input, @Nullable Condition condition) {
        for (Other other : condition == null ? Set.<Other>of() : condition.others()) {
            wanted.computeIfAbsent(other.input(), name -> new LinkedHashSet<>()).add(other);
            needs.computeIfAbsent(input, name -> new LinkedHashSet<>()).add(other.input());
        }
    }

    /** Returns the inputs in groups: those of one group need only rows of earlier groups. */
    List<Set<String>> readingOrder(List<Input> inputs) {
        Map<Integer, Set<String>> levels = new TreeMap<>();
        Map<String, Integer> known = new HashMap<>();
        for (Input input : inputs) {
            levels.computeIfAbsent(level(input.name(), known), level -> new LinkedHashSet<>())
                    .add(input.name());
        }
        return List.copyOf(levels.values());
    }

    /** The rules refuse circles. */
    private int level(String input, Map<String, Integer> known) {
        Integer found = known.get(input);
        if (found != null) {
            return found;
        }
        int level = 0;
        for (String other : needs.getOrDefault(input, Set.of())) {
            level = Math.max(level, level(other, known) + 1);
        }
        known.put(input, level);
        return level;
    }

    /** Returns whether rows of an input are looked up in. */
    boolean wants(String input) {
        return wanted.containsKey(input);
    }

    /** Takes an accepted row. */
    void add(DataRow row) {
        for (Other other : wanted.getOrDefault(row.spec.name(), Set.of())) {
            Object cell = row.cell(other.column());
            if (cell != null && row.subject != null) {
                keys.computeIfAbsent(other, key -> new HashMap<>())
                        .computeIfAbsent(row.subject.index(), key -> new HashSet<>())
                        .add(Folded.cell(other.type(), cell));
            }
        }
    }

    /** Returns whether a row of the subject holds this folded key. */
    boolean holds(Other other, Subject subject, Object key) {
        return keys.getOrDefault(other, Map.of())
                .getOrDefault(subject.index(), Set.of())
                .contains(key);
    }
}
