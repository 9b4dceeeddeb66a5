package org.platscore.report.sheet;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What stands in one cell.
 *
 * @param value a text, a {@code BigDecimal}, an {@code Integer}, or null for an empty cell
 * @param form how it stands
 * @param tone what it stands on
 * @param note a remark that the cell shows when pointed at; null for none
 * @param link where a click leads; null for none
 * @param formula what works the value out, without the {@code =}; null where the value is given
 */
public record Cell(
        @Nullable Object value,
        Form form,
        Tone tone,
        @Nullable String note,
        @Nullable Link link,
        @Nullable String formula) {

    /** What stands for a value that is missing or does not apply. */
    public static final String NONE = "—";

    /**
     * A place in the same workbook.
     *
     * @param page name of the page
     * @param row index of a row in the body of the page's first table
     */
    public record Link(String page, int row) {}

    /** Returns a text on the left. */
    public static Cell text(String text) {
        return new Cell(text, Form.TEXT, Tone.PLAIN, null, null, null);
    }

    /** Returns a text in the middle. */
    public static Cell centred(String text) {
        return new Cell(text, Form.CENTRED, Tone.PLAIN, null, null, null);
    }

    /** Returns a number. */
    public static Cell number(BigDecimal number, Form form) {
        return new Cell(number, form, Tone.PLAIN, null, null, null);
    }

    /** Returns a number of order. */
    public static Cell order(int number) {
        return new Cell(number, Form.ORDER, Tone.PLAIN, null, null, null);
    }

    /** Returns a count. */
    public static Cell count(long number) {
        return number(BigDecimal.valueOf(number), Form.amount(0));
    }

    /** Returns a dash for a missing value, with the reason as a note. */
    public static Cell missing(String reason) {
        return new Cell(NONE, Form.CENTRED, Tone.PLAIN, reason.isEmpty() ? null : reason, null, null);
    }

    /** Returns a cell that the one on its left spreads over. */
    public static Cell joined() {
        return new Cell(null, Form.JOINED, Tone.PLAIN, null, null, null);
    }

    /** Returns an empty cell. */
    public static Cell empty() {
        return new Cell(null, Form.TEXT, Tone.PLAIN, null, null, null);
    }

    /** Returns this cell on another ground. */
    public Cell on(Tone ground) {
        return new Cell(value, form, ground, note, link, formula);
    }

    /** Returns this cell on the ground of sums and means, unless it stands on one that says more. */
    public Cell onSum() {
        return tone == Tone.PLAIN ? on(Tone.SUM) : this;
    }

    /** Returns this cell with a note. */
    public Cell noting(String text) {
        return new Cell(value, form, tone, text, link, formula);
    }

    /** Returns this cell leading to a row of another page. */
    public Cell to(String page, int row) {
        return new Cell(value, form, tone, note, new Link(page, row), formula);
    }

    /**
     * Returns this cell worked out by a formula, its value being what a viewer without a calculator shows. A null formula leaves
     * the value as given.
     */
    public Cell live(@Nullable String text) {
        return new Cell(value, form, tone, note, link, text);
    }
}
