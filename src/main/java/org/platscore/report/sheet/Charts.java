package org.platscore.report.sheet;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The charts of a workbook: their places, and what their parts hold. */
final class Charts {

    private static final double GAP = 6;

    private final XSSFWorkbook book;
    private final Map<String, Page> pages;
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    Charts(XSSFWorkbook book, Map<String, Page> pages) {
        this.book = book;
        this.pages = pages;
    }

    /** Returns the parts of all charts placed so far, by their names in the zip file. */
    Map<String, byte[]> parts() {
        return parts;
    }

    /** Places charts side by side over these rows and all columns. */
    void place(Chart.Band band, Sheet streamed, int[] widths, int firstRow, int rows) {
        int count = band.charts().size();
        double total = 0;
        for (int width : widths) {
            total += width * Widths.POINTS;
        }
        XSSFDrawing drawing = book.getSheet(streamed.getSheetName()).createDrawingPatriarch();
        for (int i = 0; i < count; i++) {
            XSSFClientAnchor anchor = new XSSFClientAnchor();
            double left = total * i / count + (i == 0 ? 0 : GAP / 2);
            double right = total * (i + 1) / count - (i == count - 1 ? 0 : GAP / 2);
            int from = column(left, widths);
            int to = column(right - 1, widths);
            anchor.setCol1(from);
            anchor.setDx1(inside(left, from, widths));
            anchor.setCol2(to);
            anchor.setDx2(inside(right, to, widths));
            anchor.setRow1(firstRow);
            anchor.setDy1(Units.toEMU(4));
            anchor.setRow2(firstRow + rows - 1);
            anchor.setDy2(Units.toEMU(12));
            draw(band.charts().get(i), drawing.createChart(anchor));
        }
    }

    /** Places a chart beside tables, from one row to another. */
    void place(Chart.Beside beside, Sheet streamed, int columns, int firstRow, int lastRow) {
        XSSFClientAnchor anchor = new XSSFClientAnchor();
        anchor.setCol1(beside.column());
        anchor.setDx1(Units.toEMU(GAP));
        anchor.setRow1(firstRow);
        anchor.setCol2(columns);
        anchor.setRow2(lastRow + 1);
        draw(
                beside.chart(),
                book.getSheet(streamed.getSheetName()).createDrawingPatriarch().createChart(anchor));
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

    private void draw(Chart chart, XSSFChart target) {
        var named = target.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr();
        named.setName(SafeText.of(chart.title()));
        named.setTitle(SafeText.of(chart.title()));
        named.setDescr(SafeText.of(chart.description()));
        List<ChartXml.Held> series =
                chart.series().stream().map(each -> held(each.values(), true)).toList();
        String xml = ChartXml.of(chart, held(chart.categories(), chart.kind() == Chart.Kind.SCATTER), series);
        parts.put(target.getPackagePart().getPartName().getName().substring(1), xml.getBytes(StandardCharsets.UTF_8));
    }

    private ChartXml.Held held(Chart.Range range, boolean numbers) {
        Page page = pages.get(range.page());
        if (page == null) {
            throw new IllegalArgumentException("no page " + range.page());
        }
        int top = page.firstBodyRow(range.table());
        String column = "$" + CellReference.convertNumToColString(range.column()) + "$";
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
