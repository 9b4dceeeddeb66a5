package org.platscore.intake.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row with at least one cell that is not blank.
 *
 * @param number 1-based row of a sheet; starting line of a record in a text file
 * @param ordinal 1-based place among the rows, blank ones too: in a text file a record of many lines counts once
 * @param hidden whether the row is hidden
 * @param cells by 0-based column; null where blank
 */
public record RawRow(int number, int ordinal, boolean hidden, List<@Nullable RawCell> cells) {

    /** A row of a sheet. */
    public RawRow(int number, boolean hidden, List<@Nullable RawCell> cells) {
        this(number, number, hidden, cells);
    }

    /** Returns the cell of a 0-based column; null if it is blank or beyond the row's end. */
    public @Nullable RawCell cell(int column) {
        return column < cells.size() ? cells.get(column) : null;
    }

    /** Returns the text of a cell; empty if it is blank. */
    public String text(int column) {
        RawCell cell = cell(column);
        return cell == null ? "" : cell.text();
    }

    /** Returns the text of the next cell behind a 0-based column that is not blank; empty if there is none. */
    public String textBehind(int column) {
        for (int i = column + 1; i < cells.size(); i++) {
            if (cells.get(i) != null) {
                return text(i);
            }
        }
        return "";
    }
}
