package org.platscore.report.sheet;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;

/**
 * A cell of the workbook, as formulas refer to it.
 *
 * @param page name of its sheet
 * @param row index of its row, from 0
 * @param column index of its column, from 0
 */
public record Spot(String page, int row, int column) {

    /** Returns the reference from another sheet that stays the same when the formula is copied: {@code '评分细则'!$C$12}. */
    public String fixed() {
        return sheet(page) + fixedHere();
    }

    /** Returns the reference from another sheet that moves when the formula is copied: {@code '指标数据'!F7}. */
    public String loose() {
        return sheet(page) + here();
    }

    /** Returns the reference from another sheet up to the number of the row: {@code '指标数据'!F}. */
    public String looseColumn() {
        return sheet(page) + letters(column);
    }

    /** Returns the reference from the same sheet: {@code F7}. */
    public String here() {
        return letters(column) + (row + 1);
    }

    /** Returns the reference from the same sheet that stays the same when the formula is copied: {@code $C$12}. */
    public String fixedHere() {
        return '$' + letters(column) + '$' + (row + 1);
    }

    /** Returns the reference from a sheet, without the sheet's name where it is this cell's own. */
    public String from(String other) {
        return page.equals(other) ? here() : loose();
    }

    /** Returns the cell in another row of the same column. */
    public Spot inRow(int other) {
        return new Spot(page, other, column);
    }

    /** Returns the cell this many rows below. */
    public Spot below(int rows) {
        return new Spot(page, row + rows, column);
    }

    /** Returns the range from this cell down to {@code lastRow}, from another sheet: {@code '指标数据'!$F$6:$F$47}. */
    public String down(int lastRow) {
        String letters = letters(column);
        return sheet(page) + '$' + letters + '$' + (row + 1) + ":$" + letters + '$' + (lastRow + 1);
    }

    private static String sheet(String page) {
        return '\'' + page.replace("'", "''") + "'!";
    }

    static String letters(int column) {
        return CellReference.convertNumToColString(column);
    }

    /** Returns cells of one row for a SUM on a sheet, neighbours as ranges: {@code F7:I7,K7}. */
    public static String joined(List<Spot> cells, String sheet) {
        List<String> runs = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= cells.size(); i++) {
            boolean neighbours = i < cells.size()
                    && cells.get(i)
                            .equals(new Spot(cells.get(i - 1).page, cells.get(i - 1).row, cells.get(i - 1).column + 1));
            if (!neighbours) {
                String first = cells.get(from).from(sheet);
                runs.add(from == i - 1 ? first : first + ':' + cells.get(i - 1).here());
                from = i;
            }
        }
        return String.join(",", runs);
    }
}
