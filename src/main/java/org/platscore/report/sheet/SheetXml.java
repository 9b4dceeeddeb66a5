package org.platscore.report.sheet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** One sheet as SpreadsheetML (ISO/IEC 29500-1, 18.3), written row after row. */
final class SheetXml {

    /** A row can still be added to while this many have come after it. */
    private static final int OPEN_ROWS = 4;

    private final Part part;
    private final Columns columns;
    private final Deque<Line> open = new ArrayDeque<>();
    private final List<String> merged = new ArrayList<>();
    private final StringBuilder links = new StringBuilder();
    private final Notes notes = new Notes();
    private final StringBuilder anchors = new StringBuilder();
    private final List<Integer> charts = new ArrayList<>();

    SheetXml(Part part, Columns columns) {
        this.part = part;
        this.columns = columns;
    }

    /**
     * Begins the sheet.
     *
     * @param first whether it is the first of the book, which is shown when it is opened
     * @param rows how many rows it will have
     * @param used how many columns it will use
     * @param frozenRow first row that moves; 0 where none stays
     * @param frozen columns that stay
     */
    void begin(Page page, boolean first, int rows, int used, int[] widths, int frozenRow, int frozen) {
        part.add(Xml.HEAD + "<worksheet xmlns=\"" + BookFile.MAIN + "\" xmlns:r=\"")
                .add(BookFile.RELATIONS + "\"><sheetPr><tabColor " + Styles.colour(page.tab()))
                .add("/><pageSetUpPr fitToPage=\"true\"/></sheetPr><dimension ref=\"")
                .add(columns.range(0, rows - 1, 0, used - 1))
                .add("\"/><sheetViews><sheetView workbookViewId=\"0\"" + (first ? " tabSelected=\"true\"" : ""))
                .add(" showGridLines=\"false\" zoomScale=\"90\">" + pane(frozenRow, frozen))
                .add(
                        "activeCell=\"A1\" sqref=\"A1\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15.0\"/>")
                .add("<cols>");
        for (int c = 0; c < widths.length; c++) {
            part.add("<col min=\"" + (c + 1) + "\" max=\"" + (c + 1) + "\" width=\"")
                    .add(Double.toString(widths[c]) + "\" customWidth=\"true\"/>");
        }
        part.add("</cols><sheetData>\n");
    }

    private String pane(int row, int column) {
        if (row == 0) {
            return "<selection ";
        }
        String pane = column > 0 ? "bottomRight" : "bottomLeft";
        return "<pane " + (column > 0 ? "xSplit=\"" + (double) column + "\" " : "") + "ySplit=\"" + (double) row
                + "\" state=\"frozen\" topLeftCell=\"" + columns.cell(row, column) + "\" activePane=\"" + pane
                + "\"/><selection pane=\"" + pane + "\" ";
    }

    /** Begins a row. */
    Line row(int number, float points) {
        Line line = new Line(number, points);
        open.add(line);
        if (open.size() > OPEN_ROWS) {
            open.remove().write(part, columns);
        }
        return line;
    }

    void merge(int top, int bottom, int left, int right) {
        merged.add(columns.range(top, bottom, left, right));
    }

    /** Has a click on a cell lead to a place. */
    void link(int row, int column, String place) {
        links.append("<hyperlink location=\"")
                .append(Xml.attribute(place))
                .append("\" ref=\"")
                .append(columns.cell(row, column))
                .append("\"/>");
    }

    void note(int row, int column, int height, String text) {
        notes.add(columns.cell(row, column), row, column, height, text);
    }

    /** Places a chart: where in the sheet, as XML, and which of the book's charts it is. */
    void chart(String anchor, int number) {
        anchors.append(anchor);
        charts.add(number);
    }

    /** Returns the charts placed so far, by their numbers in the book. */
    List<Integer> charts() {
        return charts;
    }

    Notes notes() {
        return notes;
    }

    Part part() {
        return part;
    }

    /** Returns whether anything is drawn over the cells. */
    boolean drawn() {
        return notes.size() > 0 || !charts.isEmpty();
    }

    String anchors() {
        return anchors.toString();
    }

    /**
     * Ends the sheet.
     *
     * @param filter cells with a filter; null for none
     * @param bars data bars, as XML
     * @param print how it is printed, as XML
     */
    void end(@Nullable CellRangeAddress filter, String bars, String print) {
        open.forEach(line -> line.write(part, columns));
        part.add("</sheetData>");
        if (filter != null) {
            part.add("<autoFilter ref=\"" + filter.formatAsString() + "\"/>");
        }
        if (!merged.isEmpty()) {
            part.add("<mergeCells count=\"" + merged.size() + "\">");
            merged.forEach(range -> part.add("<mergeCell ref=\"" + range + "\"/>"));
            part.add("</mergeCells>");
        }
        part.add(bars);
        if (!links.isEmpty()) {
            part.add("<hyperlinks>").add(links.toString()).add("</hyperlinks>");
        }
        part.add(print);
        part.add(drawn() ? "<drawing r:id=\"rId1\"/>" : "");
        part.add(notes.size() > 0 ? "<legacyDrawing r:id=\"rId3\"/>" : "");
        part.add("</worksheet>");
    }
}
