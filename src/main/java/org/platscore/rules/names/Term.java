package org.platscore.rules.names;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A measure or a roster column that rules may name.
 *
 * @param name as declared
 * @param label display text
 * @param type of its value
 * @param choices the categories it may take, in file order; empty where any text may come
 * @param unit of a number, such as 元 or 次; empty where none is known
 * @param share whether its numbers are shares, 0.45 for 45%
 */
public record Term(String name, String label, ValueType type, List<String> choices, String unit, boolean share) {

    /** Makes one whose numbers are not known to be shares. */
    public Term(String name, String label, ValueType type, List<String> choices, String unit) {
        this(name, label, type, choices, unit, false);
    }

    /** Makes one without a unit. */
    public Term(String name, String label, ValueType type, List<String> choices) {
        this(name, label, type, choices, "");
    }

    /** Returns the same, with numbers that are shares. */
    public Term inShares() {
        return new Term(name, label, type, choices, unit, true);
    }

    /** Returns whether its numbers are percentages, 45 for 45%. */
    public boolean percentage() {
        return !share && UnitKind.percent(unit);
    }

    /** Returns the label of each of these by its name. */
    public static Map<String, String> labels(Map<String, Term> terms) {
        Map<String, String> labels = new LinkedHashMap<>();
        terms.forEach((name, term) -> labels.put(name, term.label()));
        return labels;
    }
}
