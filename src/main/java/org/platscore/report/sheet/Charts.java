package org.platscore.report.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.poi.util.Units;
import org.jspecify.annotations.Nullable;

/** The charts of a workbook: their places, and what their parts hold. */
final class Charts {

    private static final double GAP = 6;
    /** What a column and a row are taken to measure where a viewer wants a size besides the place; Excel goes by the place. */
    private static final int COLUMN = 533_400;

    private static final int ROW = 190_500;

    private final BookFile book;
    private final Map<String, Page> pages;

    Charts(BookFile book, Map<String, Page> pages) {
        this.book = book;
        this.pages = pages;
    }

    /**
     * A corner of a chart.
     *
     * @param right how far right of the column's left side, in EMU
     * @param down how far below the row's upper side, in EMU
     */
    private record Corner(int column, int right, int row, int down) {

        String xml() {
            return "<xdr:col>" + column + "</xdr:col><xdr:colOff>" + right + "</xdr:colOff><xdr:row>" + row
                    + "</xdr:row><xdr:rowOff>" + down + "</xdr:rowOff>";
        }
    }

    /** Places charts side by side over these rows and all columns. */
    void place(Chart.Band band, SheetXml sheet, int[] widths, int firstRow, int rows) {
        int count = band.charts().size();
        double total = 0;
        for (int width : widths) {
            total += width * Widths.POINTS;
        }
        for (int i = 0; i < count; i++) {
            double left = total * i / count + (i == 0 ? 0 : GAP / 2);
            double right = total * (i + 1) / count - (i == count - 1 ? 0 : GAP / 2);
            int from = column(left, widths);
            int to = column(right - 1, widths);
            draw(
                    band.charts().get(i),
                    sheet,
                    new Corner(from, inside(left, from, widths), firstRow, Units.toEMU(4)),
                    new Corner(to, inside(right, to, widths), firstRow + rows - 1, Units.toEMU(12)));
        }
    }

    /** Places a chart beside tables, from one row to another. */
    void place(Chart.Beside beside, SheetXml sheet, int columns, int firstRow, int lastRow) {
        draw(
                beside.chart(),
                sheet,
                new Corner(beside.column(), Units.toEMU(GAP), firstRow, 0),
                new Corner(columns, 0, lastRow + 1, 0));
    }

    private static int column(double point, int[] widths) {
        double at = 0;
        for (int c = 0; c < widths.length; c++) {
            at += widths[c] * Widths.POINTS;
            if (point < at) {
                return c;
            }
        }
        return widths.length - 1;
    }

    private static int inside(double point, int column, int[] widths) {
        double at = point;
        for (int c = 0; c < column; c++) {
            at -= widths[c] * Widths.POINTS;
        }
        return Units.toEMU(Math.max(0, at));
    }

    private void draw(Chart chart, SheetXml sheet, Corner from, Corner to) {
        List<ChartXml.Held> series =
                chart.series().stream().map(each -> held(each.values(), true)).toList();
        String xml = ChartXml.of(chart, held(chart.categories(), chart.kind() == Chart.Kind.SCATTER), series);
        String title = Xml.attribute(SafeText.of(chart.title()));
        int width = (to.column - from.column) * COLUMN + to.right - from.right;
        int height = (to.row - from.row) * ROW + to.down - from.down;
        sheet.chart(
                "<xdr:twoCellAnchor editAs=\"twoCell\"><xdr:from>" + from.xml() + "</xdr:from><xdr:to>" + to.xml()
                        + "</xdr:to><xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr id=\""
                        + sheet.charts().size()
                        + "\" name=\"" + title + "\" title=\"" + title + "\" descr=\""
                        + Xml.attribute(SafeText.of(chart.description())) + "\"/><xdr:cNvGraphicFramePr/>"
                        + "</xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"" + from.right + "\" y=\"" + from.down
                        + "\"/><a:ext cx=\"" + width + "\" cy=\"" + height + "\"/></xdr:xfrm><a:graphic>"
                        + "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">"
                        + "<c:chart r:id=\"rId" + (sheet.charts().size() + 1) + "\"/></a:graphicData></a:graphic>"
                        + "</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>",
                book.chart(xml));
    }

    private ChartXml.Held held(Chart.Range range, boolean numbers) {
        Page page = pages.get(range.page());
        if (page == null) {
            throw new IllegalArgumentException("no page " + range.page());
        }
        int top = page.firstBodyRow(range.table());
        String column = "$" + Spot.letters(range.column()) + "$";
        String cells = column
                + (top + range.from() + 1)
                + (range.to() > range.from() ? ":" + column + (top + range.to() + 1) : "");
        List<@Nullable String> values = new ArrayList<>();
        Iterator<List<Cell>> rows = page.tables().get(range.table()).body().iterator();
        for (int i = 0; i <= range.to(); i++) {
            List<Cell> row = rows.next();
            if (i >= range.from()) {
                Object value = row.get(range.column()).value();
                values.add(numbers && !(value instanceof BigDecimal) ? null : text(value));
            }
        }
        return new ChartXml.Held("'" + range.page().replace("'", "''") + "'!" + cells, values);
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof BigDecimal) {
            return Double.toString(((BigDecimal) value).doubleValue());
        }
        return value == null ? null : value.toString();
    }
}
