package org.platscore.rules;

import org.platscore.rules.formula.Formula;

/**
 * A column computed row by row.
 *
 * @param name as declared
 * @param type NUMBER or TEXT
 * @param formula over columns of the same row, those derived before it, and {@code roster.COLUMN}
 * @param personal whether it is made of a personal column, and so is masked itself
 */
public record Derived(String name, ColumnType type, Formula formula, boolean personal) {}
