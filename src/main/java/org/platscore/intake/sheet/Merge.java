package org.platscore.intake.sheet;

/**
 * A merged range.
 *
 * @param firstRow 1-based
 * @param firstColumn 0-based
 * @param lastRow inclusive
 * @param lastColumn inclusive
 */
public record Merge(int firstRow, int firstColumn, int lastRow, int lastColumn) {

    /** Returns whether the range covers this cell (row from 1, column from 0). */
    public boolean covers(int row, int column) {
        return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }
}
