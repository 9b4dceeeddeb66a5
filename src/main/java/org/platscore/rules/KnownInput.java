package org.platscore.rules;

import java.util.Map;
import org.platscore.rules.condition.Columns;

/**
 * An input as later sections know it, sound or not.
 *
 * @param columns its columns or fields by name
 */
record KnownInput(String name, boolean form, boolean roster, Map<String, Columns.Known> columns) {}
