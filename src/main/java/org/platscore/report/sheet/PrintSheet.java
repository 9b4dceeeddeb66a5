package org.platscore.report.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.formula.SheetNameFormatter;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.WholeCharacters;

/** What a sheet has besides its cells: widths, frozen heads, filter, data bars, and how it is printed. */
final class PrintSheet {

    private static final double CM = 1 / 2.54;
    /** On the left and on the right, so that all of a footer has no more than the 255 characters that Excel takes. */
    private static final int MOST_IN_FOOTER = 100;
    /** Height over width of what a lying A4 sheet has between its margins, with a little to spare. */
    private static final double PAPER_RATIO = 0.66;

    private final BookFile book;
    private final SheetXml sheet;
    private final Page page;
    private final Strips strips;
    private final StringBuilder bars = new StringBuilder();
    private int barred;
    private @Nullable CellRangeAddress filter;
    private String rows = "";
    private String columns = "";
    private float repeated;
    private final List<Integer> ends = new ArrayList<>();
    private final List<Float> heights = new ArrayList<>();

    PrintSheet(BookFile book, SheetXml sheet, Page page, Strips strips) {
        this.book = book;
        this.sheet = sheet;
        this.page = page;
        this.strips = strips;
    }

    /** Takes note of a table that was written: its first head row, first and last body row, and how high its head is. */
    void table(Table table, boolean first, int head, int body, int end, float headHeight) {
        boolean last = page.flows() && table == page.tables().get(page.tables().size() - 1);
        boolean main = table.filter() || (first && page.tables().size() == 1) || (last && filter == null);
        if (main && table.head()) {
            rows = "$" + (head + 1) + ":$" + body;
            repeated = headHeight;
            columns = strips.several() ? columns(page.paper().frozen()) : "";
        }
        if (table.filter() && end >= body) {
            filter = new CellRangeAddress(body - 1, end, 0, table.columns().size() - 1);
        }
        for (int c = 0; c < table.columns().size(); c++) {
            Double full = table.columns().get(c).barTo();
            if (full != null && end >= body) {
                bar(new CellRangeAddress(body, end, c, c), full);
            }
        }
    }

    /** Takes note that a sheet of paper ends after this row, so many points from the top. */
    void paperEnds(int row, float height) {
        ends.add(row);
        heights.add(height);
    }

    private void bar(CellRangeAddress range, double full) {
        barred++;
        bars.append("<conditionalFormatting sqref=\"" + range.formatAsString()
                        + "\"><cfRule type=\"dataBar\" priority=\"")
                .append(barred)
                .append("\"><dataBar><cfvo type=\"num\" val=\"0.0\"/><cfvo type=\"num\" val=\"" + full + "\"/><color ")
                .append(Styles.colour("9DC3E6"))
                .append("/></dataBar></cfRule></conditionalFormatting>");
    }

    /** Sets up the sheet when all rows are written. */
    void finish(int[] widths, int lastRow, float height) {
        Page.Paper paper = page.paper();
        int across = strips.across(page, widths);
        String name = SheetNameFormatter.format(page.name()) + "!";
        // Excel prints heads again only where a sheet does not go by the printer's own defaults.
        String own = rows.isEmpty() ? "" : "usePrinterDefaults=\"false\" ";
        if (across > 1) {
            columns = columns(Strips.REPEATED);
        }
        String titles = (columns.isEmpty() ? "" : name + columns)
                + (columns.isEmpty() || rows.isEmpty() ? "" : ",")
                + (rows.isEmpty() ? "" : name + rows);
        if (!titles.isEmpty()) {
            book.define("Print_Titles", titles, false);
        }
        if (filter != null) {
            book.define(
                    "_FilterDatabase",
                    name + "$" + Spot.letters(filter.getFirstColumn()) + "$" + (filter.getFirstRow() + 1) + ":$"
                            + Spot.letters(filter.getLastColumn()) + "$" + (filter.getLastRow() + 1),
                    true);
        }
        List<String> areas = areas(Spot.letters(widths.length - 1), lastRow);
        book.define(
                "Print_Area",
                String.join(",", areas.stream().map(area -> name + area).toList()),
                false);
        sheet.end(
                filter,
                bars.toString(),
                "<printOptions horizontalCentered=\"true\"/><pageMargins bottom=\"" + 1.6 * CM + "\" footer=\""
                        + 0.7 * CM
                        + "\" header=\"" + 0.7 * CM + "\" left=\"" + 1.5 * CM + "\" right=\"" + 1.5 * CM + "\" top=\""
                        + 1.3 * CM + "\"/><pageSetup " + own + "paperSize=\"9\" orientation=\""
                        + (paper.landscape() ? "landscape" : "portrait") + "\" fitToWidth=\"" + across
                        + "\" fitToHeight=\"" + (paper.onePage() ? 1 : papers(widths, height))
                        + "\"/><headerFooter><oddFooter>"
                        + Xml.text("&C" + paper.pageOf() + footer("&L", paper.footerLeft())
                                + footer("&R", paper.footerRight()))
                        + "</oddFooter></headerFooter>");
    }

    private static String columns(int repeated) {
        return "$A:$" + Spot.letters(repeated - 1);
    }

    /** Returns how many sheets of paper a page with charts takes, so that a viewer does not split a chart; 0 for any number. */
    private int papers(int[] widths, float height) {
        if (page.charts().isEmpty()) {
            return 0;
        }
        double paper = paper(widths, 1);
        int papers = 0;
        float top = 0;
        for (float end : heights) {
            papers += (int) Math.ceil((end - top) / paper);
            top = end;
        }
        return papers + (int) Math.ceil((height - top - repeated) / (paper - repeated));
    }

    /** Returns how many points of rows go on a sheet of paper, which is scaled to the width of the columns. */
    static double paper(int[] widths, int across) {
        return Math.max(Arrays.stream(widths).sum() * Widths.POINTS / across, Strips.PAPER) * PAPER_RATIO;
    }

    /** Returns the areas that are printed, each beginning a new sheet of paper. */
    private List<String> areas(String lastColumn, int lastRow) {
        List<String> areas = new ArrayList<>();
        if (strips.several()) {
            for (int[] strip : strips.strips()) {
                areas.add("$" + Spot.letters(strip[0]) + "$1:$" + Spot.letters(strip[1]) + "$" + (lastRow + 1));
            }
            return areas;
        }
        int from = 0;
        for (int end : ends) {
            areas.add("$A$" + (from + 1) + ":$" + lastColumn + "$" + (end + 1));
            from = end + 1;
        }
        if (from <= lastRow) {
            areas.add("$A$" + (from + 1) + ":$" + lastColumn + "$" + (lastRow + 1));
        }
        return areas;
    }

    private static String footer(String place, String text) {
        String cut = text.length() <= MOST_IN_FOOTER ? text : WholeCharacters.cut(text, MOST_IN_FOOTER) + "…";
        return text.isEmpty() ? "" : place + SafeText.of(cut).replace("&", "&&");
    }
}
