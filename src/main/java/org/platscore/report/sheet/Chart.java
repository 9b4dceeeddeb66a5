package org.platscore.report.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart over figures of a table. It is native: a viewer draws it from the cells and lets one change it.
 *
 * @param kind what is drawn
 * @param title its title
 * @param description what it shows in words, for those who cannot see it
 * @param along title of the axis of categories, or of x
 * @param up title of the axis of values, with their unit
 * @param format number format of the values
 * @param categories cells that name the categories; for {@code SCATTER} the x values
 * @param series from the bottom, or from the axis, on
 * @param scale the ends of the axis of values
 * @param labelled whether the figures stand at the bars
 */
public record Chart(
        Kind kind,
        String title,
        String description,
        String along,
        String up,
        String format,
        Range categories,
        List<Series> series,
        Scale scale,
        boolean labelled) {

    /** Returns a text that is no wider than this in widths of a digit, cut with an ellipsis where it was longer. */
    public static String shortened(String text, int width) {
        if (Widths.units(text) <= width) {
            return text;
        }
        int end = 0;
        int line = 0;
        while (true) {
            int next = text.offsetByCodePoints(end, 1);
            line = text.charAt(end) == '\n' ? 0 : line + Widths.units(text.substring(end, next));
            if (line > width - 2) {
                return text.substring(0, end) + "…";
            }
            end = next;
        }
    }

    /** What is drawn. */
    public enum Kind {
        /** Lying bars, one series after the other. */
        STACKED,
        /** Lying bars, series below each other. */
        BARS,
        /** Standing columns. */
        COLUMNS,
        RADAR,
        SCATTER
    }

    /**
     * A series.
     *
     * @param name its name in the legend
     * @param colour of bars, lines or marks, six hex digits
     * @param values its cells
     * @param points colours of its points one by one; empty: all have the series' colour
     */
    public record Series(String name, String colour, Range values, List<String> points) {

        /** Returns a series in one colour. */
        public static Series of(String name, String colour, Range values) {
            return new Series(name, colour, values, List.of());
        }
    }

    /**
     * Neighbouring cells of a column of a table's body.
     *
     * @param page the page's name
     * @param table index of the table on the page
     * @param column index of the column
     * @param from index of the first row of the body
     * @param to index of the last row
     */
    public record Range(String page, int table, int column, int from, int to) {

        /** Returns the cells of another column in the same rows. */
        public Range inColumn(int other) {
            return new Range(page, table, other, from, to);
        }
    }

    /**
     * The ends of axes.
     *
     * @param least lower end of the values; null: as the viewer thinks fit
     * @param most upper end of the values; null: as the viewer thinks fit
     * @param powers whether x goes in powers of ten
     */
    public record Scale(@Nullable Double least, @Nullable Double most, boolean powers) {

        /** An axis as the viewer thinks fit. */
        public static final Scale FREE = new Scale(null, null, false);

        /** Returns an axis from 0. */
        public static Scale upTo(@Nullable Double most) {
            return new Scale(0d, most, false);
        }
    }

    /**
     * A chart beside tables that do not take the page's whole width.
     *
     * @param firstTable index of the table at whose head it begins
     * @param lastTable index of the table with which it ends
     * @param column index of the column on whose left side it begins; it goes on to the page's last
     */
    public record Beside(Chart chart, int firstTable, int lastTable, int column) {}

    /**
     * Charts side by side.
     *
     * @param charts from left to right
     * @param height their height as a share of the page's width
     */
    public record Band(List<Chart> charts, double height) {}
}
