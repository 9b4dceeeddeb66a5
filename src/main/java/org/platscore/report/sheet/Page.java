package org.platscore.report.sheet;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One sheet: a title, what it is about, tables, notes, and lines to sign on.
 *
 * @param name the sheet's name
 * @param tab colour of its tab, six hex digits
 * @param title the title
 * @param left what stands left below the title, such as the period
 * @param right what stands right below the title, such as the units
 * @param lead a sentence above the first table; empty for none
 * @param tables from the top; at least one
 * @param after lines after the last table: notes, then lines to sign on
 * @param paper how it is printed
 * @param charts bands of charts, one below the other
 * @param chartsFirst whether the charts stand above the tables, else below; each band has a sheet of paper of its own
 * @param beside a chart beside tables; null for none
 */
public record Page(
        String name,
        String tab,
        String title,
        String left,
        String right,
        String lead,
        List<Table> tables,
        List<Line> after,
        Paper paper,
        List<Chart.Band> charts,
        boolean chartsFirst,
        Chart.@Nullable Beside beside) {

    /** Makes a page without charts. */
    public Page(
            String name,
            String tab,
            String title,
            String left,
            String right,
            String lead,
            List<Table> tables,
            List<Line> after,
            Paper paper) {
        this(name, tab, title, left, right, lead, tables, after, paper, List.of(), false, null);
    }

    /** Returns this page with charts below its tables. */
    public Page charting(List<Chart.Band> bands) {
        return new Page(name, tab, title, left, right, lead, tables, after, paper, bands, false, beside);
    }

    /** Returns this page with charts above its tables. */
    public Page startingWith(List<Chart.Band> bands) {
        return new Page(name, tab, title, left, right, lead, tables, after, paper, bands, true, beside);
    }

    /** Returns this page with a chart beside tables. */
    public Page beside(Chart.Beside chart) {
        return new Page(name, tab, title, left, right, lead, tables, after, paper, charts, chartsFirst, chart);
    }

    /** A line below the tables: a note in small type, or a line to sign on. */
    public record Line(String text, boolean signature) {

        /** Returns a note. */
        public static Line note(String text) {
            return new Line(text, false);
        }

        /** Returns a line to sign on. */
        public static Line signature(String text) {
            return new Line(text, true);
        }
    }

    /**
     * How a page is printed.
     *
     * @param landscape whether the paper lies
     * @param onePage whether all of it goes on one page; else it is one page wide
     * @param frozen columns that stay when scrolling sideways
     * @param footerLeft the footer's left text
     * @param footerRight the footer's right text
     * @param pageOf the text of page numbers, with {@code &P} and {@code &N}
     */
    public record Paper(
            boolean landscape, boolean onePage, int frozen, String footerLeft, String footerRight, String pageOf) {}

    /**
     * Returns by table the rows of its body that begin a new sheet of paper; none of the last table, whose head the printer
     * repeats. Of others the head may be written again there, as {@link Table#HEAD_AGAIN}.
     */
    public List<Set<Integer>> cuts() {
        return Papers.of(this, Widths.of(this, PageWriter.ROW)).cuts();
    }

    /** Returns whether tables flow over as many sheets of lying paper as they take, the last one being what ends them. */
    boolean flows() {
        return paper.landscape() && !paper.onePage() && beside == null && (charts.isEmpty() || chartsFirst);
    }

    /** Returns how many columns the widest table has. */
    int columns() {
        return tables.stream().mapToInt(table -> table.columns().size()).max().orElse(1);
    }

    /** Returns the index of the first row of the first table, its caption or head. */
    int firstTableRow() {
        int row = lead.isEmpty() ? 2 : 3;
        if (chartsFirst) {
            for (Chart.Band band : charts) {
                row += rows(band);
            }
        }
        return row;
    }

    /** Returns how many rows a band of charts takes. */
    int rows(Chart.Band band) {
        int width = 0;
        for (int each : Widths.of(this, PageWriter.ROW)) {
            width += each;
        }
        return (int) Math.ceil(band.height() * width * Widths.POINTS / PageWriter.ROW);
    }

    /** Returns the index of the first row of the first table's body. */
    int firstBodyRow() {
        return firstBodyRow(0);
    }

    /** Returns the index of the first row of a table's body. */
    int firstBodyRow(int index) {
        int above = firstTableRow() - (lead.isEmpty() ? 2 : 3);
        return above + firstBodyRow(!lead.isEmpty(), tables.subList(0, index), tables.get(index));
    }

    /**
     * Returns the index of the first row of a table's body, before there is a page.
     *
     * @param lead whether a sentence stands above the tables
     * @param above the tables above this one
     */
    public static int firstBodyRow(boolean lead, List<Table> above, Table table) {
        int row = lead ? 3 : 2;
        for (Table each : above) {
            row += each.rowsAboveBody() + each.rows() + each.sums().size() + 1;
        }
        return row + table.rowsAboveBody();
    }

    /** Returns the index of the first row of the body of a page's only table, before there is a page. */
    public static int firstBodyRow(boolean lead, Table table) {
        return firstBodyRow(lead, List.of(), table);
    }
}
