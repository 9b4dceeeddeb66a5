package org.platscore.rules.condition;

import org.platscore.rules.ColumnType;

/**
 * What a test {@code in} looks a cell up in: a column of another input, its cells folded as those of {@code type}.
 *
 * @param input the other input's name
 * @param column its column
 * @param type how cells of both are folded before they are compared
 */
public record Other(String input, String column, ColumnType type) {}
