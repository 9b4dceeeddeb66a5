package org.platscore.intake;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.cell.Head;

/**
 * The head of a table in a sheet.
 *
 * @param lastRow number of its last row
 * @param width columns up to the last head
 * @param at by column of the input, the 0-based column of the sheet; -1 where the sheet has none
 * @param texts by column of the sheet, the head as it stands there; empty where there is none
 * @param heads by column of the sheet, the lowest head as it is compared, to know it when it is met again
 * @param upper the same of the upper row of two; empty where the head has one
 * @param units by column of the input, the unit in its head
 * @param sheetUnit the unit of money stated above the head; empty where there is none
 */
record Header(
        int lastRow,
        int width,
        int[] at,
        List<String> texts,
        List<Head> heads,
        List<Head> upper,
        List<String> units,
        String sheetUnit) {

    /** What a search for the head came to. */
    sealed interface Search {}

    /** The head is there. */
    record Found(Header header) implements Search {}

    /**
     * No row is one.
     *
     * @param row the row that comes closest; 0 if none comes near
     * @param matched how many of the required heads it has
     * @param missing labels of the required columns that it lacks
     * @param alike number of the first row with a head that the input names; 0 if there is none
     */
    record NotFound(int row, int matched, List<String> missing, int alike) implements Search {

        /** Returns the same of a sheet that is like no head of the input. */
        NotFound unlike() {
            return new NotFound(row, matched, missing, 0);
        }
    }

    /** Two columns of the sheet go by the same head. */
    record Doubled(int row, int column, String label, String head, String first, String second) implements Search {}

    /** Returns whether another head says the same. */
    boolean same(Header other) {
        return lastRow == other.lastRow
                && width == other.width
                && Arrays.equals(at, other.at)
                && texts.equals(other.texts)
                && heads.equals(other.heads)
                && upper.equals(other.upper)
                && units.equals(other.units)
                && sheetUnit.equals(other.sheetUnit);
    }

    /** Returns the head's text above a column of the input; its label where the sheet has none. */
    String text(int column, String label) {
        int position = at[column];
        return position < 0 ? label : texts.get(position);
    }

    /** Returns the heads' text of a column of the sheet; null beyond the last head. */
    @Nullable
    String textAt(int position) {
        return position < texts.size() ? texts.get(position) : null;
    }
}
