package org.platscore.rules;

/**
 * What decides among equal totals.
 *
 * @param name id of a rubric node, bonus or deduction, or name of a measure
 * @param measure whether a measure is meant
 * @param lowerFirst whether the lower value stands first
 */
public record TieKey(String name, boolean measure, boolean lowerFirst) {}
