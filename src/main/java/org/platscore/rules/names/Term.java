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
 */
public record Term(String name, String label, ValueType type, List<String> choices, String unit) {

    /** Makes one without a unit. */
    public Term(String name, String label, ValueType type, List<String> choices) {
        this(name, label, type, choices, "");
    }

    /** Returns the label of each of these by its name. */
    public static Map<String, String> labels(Map<String, Term> terms) {
        Map<String, String> labels = new LinkedHashMap<>();
        terms.forEach((name, term) -> labels.put(name, term.label()));
        return labels;
    }
}
