package org.platscore.rules.names;

import java.util.List;

/**
 * A measure or a roster column that rules may name.
 *
 * @param name as declared
 * @param label display text
 * @param type of its value
 * @param choices the categories it may take, in file order; empty where any text may come
 */
public record Term(String name, String label, ValueType type, List<String> choices) {}
