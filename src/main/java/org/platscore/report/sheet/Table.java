package org.platscore.report.sheet;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/**
 * A table.
 *
 * @param caption a line above it; empty for none
 * @param columns its columns, from the sheet's first on
 * @param head whether the heads are written
 * @param body its rows, gone through more than once
 * @param sums rows of sums and means after the body
 * @param filter whether the body can be filtered; one table of a page at most
 * @param apart whether it begins on a new sheet of paper
 */
public record Table(
        String caption,
        List<Column> columns,
        boolean head,
        Iterable<List<Cell>> body,
        List<List<Cell>> sums,
        boolean filter,
        boolean apart) {

    /** The empty row: in its place a new sheet of paper begins with the head again; for tables with heads of one row. */
    public static final List<Cell> HEAD_AGAIN = List.of();

    /** Returns a table with heads and without caption, sums and filter. */
    public static Table of(List<Column> columns, Iterable<List<Cell>> body) {
        return new Table("", columns, true, body, List.of(), false, false);
    }

    /** Returns cells in columns without heads. */
    public static Table headless(List<Column> columns, Iterable<List<Cell>> body) {
        return new Table("", columns, false, body, List.of(), false, false);
    }

    /** Returns this table with a caption. */
    public Table captioned(String text) {
        return new Table(text, columns, head, body, sums, filter, apart);
    }

    /** Returns this table with rows of sums. */
    public Table summed(List<List<Cell>> rows) {
        return new Table(caption, columns, head, body, rows, filter, apart);
    }

    /** Returns this table with a filter. */
    public Table filtered() {
        return new Table(caption, columns, head, body, sums, true, apart);
    }

    /** Returns this table beginning on a new sheet of paper. */
    public Table onNewPaper() {
        return new Table(caption, columns, head, body, sums, filter, true);
    }

    /** Returns how many rows the heads take. */
    int headRows() {
        return head ? 1 + (upper() ? 1 : 0) + (marks() ? 1 : 0) : 0;
    }

    /** Returns the body's rows as they are shown, perhaps without formulas. */
    Iterable<List<Cell>> shown() {
        return body instanceof Drafted ? ((Drafted) body).draft() : body;
    }

    /** Returns how many rows the caption and the heads take. */
    int rowsAboveBody() {
        return (caption.isEmpty() ? 0 : 1) + headRows();
    }

    /** Returns how many rows the body has. */
    public int rows() {
        if (body instanceof Collection) {
            return ((Collection<?>) body).size();
        }
        int rows = 0;
        for (Iterator<?> each = body.iterator(); each.hasNext(); each.next()) {
            rows++;
        }
        return rows;
    }

    boolean upper() {
        return columns.stream().anyMatch(column -> !column.group().isEmpty());
    }

    boolean marks() {
        return columns.stream().anyMatch(column -> !column.marks().isEmpty());
    }
}
