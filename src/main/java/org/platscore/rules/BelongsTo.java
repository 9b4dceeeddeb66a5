package org.platscore.rules;

import org.jspecify.annotations.Nullable;

/** How rows find their subject. */
public sealed interface BelongsTo {

    /** By a column of the row itself, an id or name of the roster. */
    record ByColumn(String column) implements BelongsTo {}

    /** By the file's name: the whole without its ending, or the part before the first {@code -}, {@code _} or blank. */
    record ByFile() implements BelongsTo {}

    /**
     * By a labelled cell of the workbook.
     *
     * @param sheet the sheet with the label; null: any
     * @param label the label's text
     */
    record ByLabel(@Nullable String sheet, String label) implements BelongsTo {}
}
