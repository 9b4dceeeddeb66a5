package org.platscore.report.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Writes one page, from the title down, row after row, so that rows can be streamed. */
final class PageWriter {

    private static final float LINE = 15f;
    private static final float LEAD_LINE = 19f;
    private static final int BODY_SIZE = 11;
    private static final int LEAD_SIZE = 12;
    private static final int SIGNATURE_SIZE = 13; // 12, and some room for viewers with wider letters
    private static final int TITLE_SIZE = 20;
    static final float ROW = 20f;
    private static final float DENSE_ROW = 14.5f;
    private static final float SHEET_ROW = 17.5f;
    private static final int MOST_NOTES = 2_000;

    private final Sheet sheet;
    private final Page page;
    private final Styles styles;
    private final Map<String, Page> pages;
    private final Charts charts;
    private final int[] widths;
    private final Strips strips;
    private final int lastOfFirst;
    /** Where texts across begin: not in columns that are repeated. */
    private final int firstOfAcross;
    /** Where texts of one line begin: they run on over the next cells. */
    private final int firstOfLines;

    private final CreationHelper create;
    private final float rowHeight;
    private int next;
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private int notes;
    private float height;

    PageWriter(Sheet sheet, Page page, Styles styles, Map<String, Page> pages, Charts charts) {
        this.sheet = sheet;
        this.page = page;
        this.styles = styles;
        this.pages = pages;
        this.charts = charts;
        this.rowHeight = page.paper().onePage() ? page.paper().landscape() ? DENSE_ROW : SHEET_ROW : ROW;
        this.widths = Widths.of(page, rowHeight);
        this.strips = Strips.of(page, widths);
        boolean sideways = strips.across(page, widths) > 1;
        this.lastOfFirst =
                sideways ? Strips.lastOnFirst(widths) : strips.strips().get(0)[1];
        this.firstOfAcross = strips.several() ? page.paper().frozen() : sideways ? Strips.REPEATED : 0;
        this.firstOfLines = sideways ? Strips.REPEATED : 0;
        this.create = sheet.getWorkbook().getCreationHelper();
    }

    void write() {
        int titleLines = Widths.lines(page.title(), width(firstOfAcross, lastOfFirst) * BODY_SIZE / TITLE_SIZE);
        Row title = row(12f + 28f * titleLines);
        put(title, firstOfAcross, page.title(), styles.title());
        merge(0, 0, firstOfAcross, lastOfFirst);
        titlesOfStrips();
        Row side = row(ROW);
        put(side, firstOfLines, page.left(), styles.side(HorizontalAlignment.LEFT));
        put(side, lastOfFirst, page.right(), styles.side(HorizontalAlignment.RIGHT));
        if (!page.lead().isEmpty()) {
            int lines = Widths.lines(page.lead(), width(firstOfAcross, lastOfFirst) * BODY_SIZE / LEAD_SIZE);
            HorizontalAlignment way = lines > 1 ? HorizontalAlignment.LEFT : HorizontalAlignment.CENTER;
            across(page.lead(), styles.lead(way), 6f + (lines > 1 ? LEAD_LINE : LINE) * lines);
        }
        PrintSheet print = new PrintSheet(sheet, page, strips);
        if (page.chartsFirst()) {
            charts(print);
        }
        for (int i = 0; i < page.tables().size(); i++) {
            if (i > 0) {
                row(10f);
            }
            if (page.tables().get(i).apart()) {
                print.paperEnds(next - 1, height);
            }
            table(page.tables().get(i), i == 0, print);
        }
        Chart.@Nullable Beside beside = page.beside();
        if (beside != null) {
            charts.place(beside, sheet, widths.length, starts.get(beside.firstTable()), ends.get(beside.lastTable()));
        }
        if (!page.after().isEmpty()) {
            row(8f);
        }
        for (Page.Line line : page.after()) {
            if (line.signature()) {
                signature(line.text());
            } else {
                int lines = Widths.lines(line.text(), width(firstOfAcross, lastOfFirst));
                across(line.text(), styles.note(), 3f + 14f * lines);
            }
        }
        if (!page.chartsFirst()) {
            charts(print);
        }
        print.finish(widths, next - 1, height);
    }

    private void charts(PrintSheet print) {
        if (!page.chartsFirst() && !page.charts().isEmpty()) {
            print.paperEnds(next - 1, height);
        }
        for (Chart.Band band : page.charts()) {
            int rows = page.rows(band);
            int first = next;
            for (int i = 0; i < rows; i++) {
                row(ROW);
            }
            charts.place(band, sheet, widths, first, rows);
            print.paperEnds(next - 1, height);
        }
    }

    private void table(Table table, boolean first, PrintSheet print) {
        if (!table.caption().isEmpty()) {
            Row caption = row(24f);
            put(caption, firstOfLines, table.caption(), styles.caption());
        }
        starts.add(next);
        int head = next;
        if (table.head()) {
            heads(table);
        }
        int body = next;
        for (List<Cell> cells : table.body()) {
            body(cells);
        }
        int end = next - 1;
        table.sums().forEach(this::body);
        print.table(table, first, head, body, end);
        ends.add(next - 1);
    }

    private void heads(Table table) {
        List<Column> columns = table.columns();
        int rows = table.headRows();
        int top = next;
        int label = top + (table.upper() ? 1 : 0);
        Row[] heads = new Row[rows];
        for (int i = 0; i < rows; i++) {
            heads[i] = row(top + i == label ? labelHeight(columns) : rowHeight);
            for (int c = 0; c < columns.size(); c++) {
                put(heads[i], c, "", styles.head());
            }
        }
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            int from = column.group().isEmpty() ? top : label;
            int to = column.marks().isEmpty() ? top + rows - 1 : label;
            if (column.label().equals(Column.JOINED)) {
                continue;
            }
            int last = c;
            while (last + 1 < columns.size() && columns.get(last + 1).label().equals(Column.JOINED)) {
                last++;
            }
            heads[from - top].getCell(c).setCellValue(SafeText.of(column.label()));
            merge(from, to, c, last);
            if (!column.marks().isEmpty()) {
                heads[rows - 1].getCell(c).setCellValue(SafeText.of(column.marks()));
            }
        }
        for (int c = 0; c < columns.size(); ) {
            String group = columns.get(c).group();
            int end = c + 1;
            while (end < columns.size() && columns.get(end).group().equals(group) && !strips.begins(end)) {
                end++;
            }
            if (!group.isEmpty()) {
                heads[0].getCell(c).setCellValue(SafeText.of(group));
                merge(top, top, c, end - 1);
                c = end;
            } else {
                c++;
            }
        }
    }

    private float labelHeight(List<Column> columns) {
        int lines = 1;
        for (int c = 0; c < columns.size(); c++) {
            lines = Math.max(lines, Widths.lines(columns.get(c).label(), widths[c]));
        }
        return 6f + LINE * lines;
    }

    private void body(List<Cell> cells) {
        int lines = 1;
        for (int c = 0; c < cells.size(); c++) {
            Cell cell = cells.get(c);
            if (cell.value() instanceof String) {
                lines = Math.max(lines, Widths.lines((String) cell.value(), width(c, end(cells, c))));
            }
        }
        Row row = row(lines == 1 ? rowHeight : Math.min(400f, 6f + LINE * lines));
        for (int c = 0; c < cells.size(); c++) {
            Cell cell = cells.get(c);
            if (cell.form() != Form.JOINED) {
                put(row, c, cell);
                int last = end(cells, c);
                for (int joined = c + 1; joined <= last; joined++) {
                    row.createCell(joined).setCellStyle(row.getCell(c).getCellStyle());
                }
                merge(row.getRowNum(), row.getRowNum(), c, last);
            }
        }
    }

    /** Returns the last column that a cell spreads over. */
    private static int end(List<Cell> cells, int column) {
        int last = column;
        while (last + 1 < cells.size() && cells.get(last + 1).form() == Form.JOINED) {
            last++;
        }
        return last;
    }

    private void put(Row row, int column, Cell cell) {
        org.apache.poi.ss.usermodel.Cell target = row.createCell(column);
        Object value = cell.value();
        boolean formulaLike = value instanceof String && FormulaText.looksLike((String) value);
        target.setCellStyle(styles.of(cell, formulaLike && cell.formula() == null));
        if (cell.formula() != null) {
            target.setCellFormula(cell.formula());
        }
        if (value instanceof String) {
            target.setCellValue(SafeText.of((String) value));
        } else if (value instanceof BigDecimal) {
            target.setCellValue(((BigDecimal) value).doubleValue());
        } else if (value instanceof Integer) {
            target.setCellValue((Integer) value);
        }
        if (cell.note() != null) {
            note(row.getRowNum(), column, cell.note());
        }
        if (cell.link() != null) {
            link(target, cell.link());
        }
    }

    private void note(int row, int column, String text) {
        if (notes++ >= MOST_NOTES) {
            return;
        }
        Drawing<?> drawing = sheet.createDrawingPatriarch();
        ClientAnchor anchor = create.createClientAnchor();
        anchor.setCol1(column);
        anchor.setRow1(row);
        anchor.setCol2(column + 4);
        anchor.setRow2(row + 2 + Widths.lines(text, 36));
        Comment comment = drawing.createCellComment(anchor);
        comment.setString(create.createRichTextString(SafeText.of(text)));
        comment.setAuthor("");
    }

    private void link(org.apache.poi.ss.usermodel.Cell cell, Cell.Link link) {
        @Nullable Page target = pages.get(link.page());
        if (target == null) {
            throw new IllegalArgumentException("no page " + link.page());
        }
        Hyperlink hyperlink = create.createHyperlink(HyperlinkType.DOCUMENT);
        hyperlink.setAddress("'" + target.name().replace("'", "''") + "'!A" + (target.firstBodyRow() + link.row() + 1));
        cell.setHyperlink(hyperlink);
    }

    /** Writes the title over each further strip: its columns are printed on sheets of their own. */
    private void titlesOfStrips() {
        for (int[] strip : strips.strips()) {
            if (strip[0] > 0) {
                put(sheet.getRow(0), strip[0], page.title(), styles.title());
                merge(0, 0, strip[0], strip[1]);
            }
        }
    }

    private void across(String text, CellStyle style, float points) {
        across(text, style, points, firstOfAcross, lastOfFirst);
    }

    private void across(String text, CellStyle style, float points, int from, int to) {
        Row row = row(points);
        put(row, from, text, style);
        merge(row.getRowNum(), row.getRowNum(), from, to);
    }

    /** Writes a line to sign on: on the last sheet of paper, and broken between what is to be signed. */
    private void signature(String text) {
        int[] last = strips.strips().get(strips.strips().size() - 1);
        String broken = Widths.broken(text, width(last[0], last[1]) * BODY_SIZE / SIGNATURE_SIZE);
        float lines = 1 + broken.chars().filter(c -> c == '\n').count();
        across(broken, styles.signature(), 16f + 18f * lines, last[0], last[1]);
    }

    private static void put(Row row, int column, String text, CellStyle style) {
        org.apache.poi.ss.usermodel.Cell cell = row.createCell(column);
        cell.setCellStyle(style);
        cell.setCellValue(SafeText.of(text));
    }

    private Row row(float points) {
        Row row = sheet.createRow(next++);
        row.setHeightInPoints(points);
        height += points;
        return row;
    }

    private void merge(int top, int bottom, int left, int right) {
        if (top < bottom || left < right) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(top, bottom, left, right));
        }
    }

    private int width(int from, int to) {
        int sum = 0;
        for (int c = from; c <= to; c++) {
            sum += widths[c];
        }
        return sum;
    }
}
