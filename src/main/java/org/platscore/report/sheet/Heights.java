package org.platscore.report.sheet;

import java.util.List;

/**
 * Heights of rows, in points, by the lines that their texts take.
 *
 * @param widths of the columns
 * @param row height of a row of one line
 */
record Heights(int[] widths, float row) {

    private static final float LINE = 15f;
    private static final float MOST = 400f;

    /** Returns the height of a row of a body. */
    float of(List<Cell> cells) {
        int lines = 1;
        for (int c = 0; c < cells.size(); c++) {
            if (cells.get(c).value() instanceof String text) {
                lines = Math.max(lines, Widths.lines(text, width(c, end(cells, c))));
            }
        }
        return lines == 1 ? row : Math.min(MOST, 6f + LINE * lines);
    }

    /** Returns the height of the row with the heads of the columns. */
    float labels(List<Column> columns) {
        int lines = 1;
        for (int c = 0; c < columns.size(); c++) {
            lines = Math.max(lines, Widths.lines(columns.get(c).label(), widths[c]));
        }
        return 6f + LINE * lines;
    }

    /** Returns the height of all rows of a table's heads. */
    float heads(Table table) {
        return table.head() ? labels(table.columns()) + row * (table.headRows() - 1) : 0;
    }

    /** Returns the last column that a cell spreads over. */
    static int end(List<Cell> cells, int column) {
        int last = column;
        while (last + 1 < cells.size() && cells.get(last + 1).form() == Form.JOINED) {
            last++;
        }
        return last;
    }

    int width(int from, int to) {
        int sum = 0;
        for (int c = from; c <= to; c++) {
            sum += widths[c];
        }
        return sum;
    }
}
