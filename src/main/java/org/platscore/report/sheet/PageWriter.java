package org.platscore.report.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.FormulaText;
import org.platscore.finding.Lang;
import org.platscore.finding.Texts;

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

    private final SheetXml sheet;
    private final BookFile book;
    private final boolean first;
    private final Page page;
    private final Styles styles;
    private final Map<String, Page> pages;
    private final Charts charts;
    private final Lang lang;
    private final int[] widths;
    private final Strips strips;
    private final int lastOfFirst;
    /** Where texts across begin: not in columns that are repeated. */
    private final int firstOfAcross;
    /** Where texts of one line begin: they run on over the next cells. */
    private final int firstOfLines;

    private final float rowHeight;
    private final Heights heights;
    private int next;
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private int notes;
    private float height;

    PageWriter(BookFile book, Page page, Map<String, Page> pages, Charts charts, Lang lang) {
        this.first = book.sheets() == 0;
        this.sheet = book.sheet(page.name());
        this.book = book;
        this.page = page;
        this.styles = book.styles();
        this.pages = pages;
        this.charts = charts;
        this.lang = lang;
        this.rowHeight = page.paper().onePage() ? page.paper().landscape() ? DENSE_ROW : SHEET_ROW : ROW;
        this.widths = Widths.of(page, rowHeight);
        this.strips = Strips.of(page, widths);
        strips.widen(page, widths);
        this.heights = new Heights(widths, rowHeight);
        boolean sideways = strips.across(page, widths) > 1;
        this.lastOfFirst =
                sideways ? Strips.lastOnFirst(widths) : strips.strips().get(0)[1];
        this.firstOfAcross = strips.several() ? page.paper().frozen() : sideways ? Strips.REPEATED : 0;
        this.firstOfLines = sideways ? Strips.REPEATED : 0;
    }

    void write() {
        int frozen = page.paper().frozen();
        boolean freezes = page.tables().get(0).head() && frozen >= 0;
        sheet.begin(page, first, rows(), used(), widths, freezes ? page.firstBodyRow() : 0, Math.max(0, frozen));
        int titleLines = Widths.lines(page.title(), heights.width(firstOfAcross, lastOfFirst) * BODY_SIZE / TITLE_SIZE);
        Line title = row(12f + 28f * titleLines);
        put(title, firstOfAcross, page.title(), styles.title());
        merge(0, 0, firstOfAcross, lastOfFirst);
        Line side = row(ROW);
        side(side, firstOfAcross, lastOfFirst);
        headsOfStrips(title, side);
        if (!page.lead().isEmpty()) {
            int lines = Widths.lines(page.lead(), heights.width(firstOfAcross, lastOfFirst) * BODY_SIZE / LEAD_SIZE);
            HorizontalAlignment way = lines > 1 ? HorizontalAlignment.LEFT : HorizontalAlignment.CENTER;
            across(page.lead(), styles.lead(way), 6f + (lines > 1 ? LEAD_LINE : LINE) * lines);
        }
        PrintSheet print = new PrintSheet(book, sheet, page, strips);
        if (page.chartsFirst()) {
            charts(print);
        }
        Papers papers = Papers.of(page, widths);
        for (int i = 0; i < page.tables().size(); i++) {
            if (i > 0) {
                row(Papers.GAP);
            }
            if (papers.apart().get(i)) {
                print.paperEnds(next - 1, height);
            }
            table(page.tables().get(i), i == 0, print);
        }
        Chart.@Nullable Beside beside = page.beside();
        if (beside != null) {
            charts.place(beside, sheet, widths.length, starts.get(beside.firstTable()), ends.get(beside.lastTable()));
        }
        List<Page.Line> after = after();
        if (!after.isEmpty()) {
            row(8f);
        }
        for (Page.Line line : after) {
            if (line.signature()) {
                signature(line.text());
            } else {
                int lines = Widths.lines(line.text(), heights.width(firstOfAcross, lastOfFirst));
                across(line.text(), styles.note(), 3f + 14f * lines);
            }
        }
        if (!page.chartsFirst()) {
            charts(print);
        }
        print.finish(widths, next - 1, height);
    }

    /** Returns the lines below the tables; where there is no room for the notes of all cells, the first says how many have none. */
    private List<Page.Line> after() {
        if (notes <= MOST_NOTES) {
            return page.after();
        }
        String more = Texts.say("report.note.more-notes", List.of(MOST_NOTES, notes - MOST_NOTES), lang);
        List<Page.Line> after = new ArrayList<>(page.after());
        boolean joins = !after.isEmpty() && !after.get(0).signature();
        String told = joins ? after.remove(0).text() + " " : "";
        after.add(0, Page.Line.note(told + more));
        return after;
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
            Line caption = row(Papers.CAPTION);
            put(caption, firstOfLines, table.caption(), styles.caption());
        }
        starts.add(next);
        int head = next;
        if (table.head()) {
            heads(table);
        }
        int body = next;
        MadeAhead.write(table.body(), row -> body(table, row, print));
        int end = next - 1;
        table.sums().forEach(row -> body(table, row, print));
        print.table(table, first, head, body, end, heights.heads(table));
        ends.add(next - 1);
    }

    private void heads(Table table) {
        List<Column> columns = table.columns();
        int rows = table.headRows();
        int top = next;
        int label = top + (table.upper() ? 1 : 0);
        Line[] heads = new Line[rows];
        for (int i = 0; i < rows; i++) {
            heads[i] = row(top + i == label ? heights.labels(columns) : rowHeight);
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
            put(heads[from - top], c, column.label(), styles.head());
            merge(from, to, c, last);
            if (!column.marks().isEmpty()) {
                put(heads[rows - 1], c, column.marks(), styles.head());
            }
        }
        for (int c = 0; c < columns.size(); ) {
            String group = columns.get(c).group();
            int end = c + 1;
            while (end < columns.size() && columns.get(end).group().equals(group) && !strips.begins(end)) {
                end++;
            }
            if (!group.isEmpty()) {
                put(heads[0], c, group, styles.head());
                merge(top, top, c, end - 1);
                c = end;
            } else {
                c++;
            }
        }
    }

    private void body(Table table, List<Cell> cells, PrintSheet print) {
        if (cells.isEmpty()) {
            print.paperEnds(next - 1, height);
            heads(table);
            return;
        }
        Line row = row(heights.of(cells));
        for (int c = 0; c < cells.size(); c++) {
            Cell cell = cells.get(c);
            if (cell.form() != Form.JOINED) {
                put(row, c, cell);
                int last = Heights.end(cells, c);
                for (int joined = c + 1; joined <= last; joined++) {
                    row.put(joined, row.style(c), null, null);
                }
                merge(row.number(), row.number(), c, last);
            }
        }
    }

    private void put(Line row, int column, Cell cell) {
        Object value = cell.value();
        boolean formulaLike = value instanceof String && FormulaText.looksLike((String) value);
        row.put(column, styles.of(cell, formulaLike && cell.formula() == null), value, cell.formula());
        if (cell.note() != null && notes++ < MOST_NOTES) {
            sheet.note(row.number(), column, 2 + Widths.lines(cell.note(), 36), cell.note());
        }
        if (cell.link() != null) {
            link(row.number(), column, cell.link());
        }
    }

    private void link(int row, int column, Cell.Link link) {
        @Nullable Page target = pages.get(link.page());
        if (target == null) {
            throw new IllegalArgumentException("no page " + link.page());
        }
        sheet.link(
                row, column, "'" + target.name().replace("'", "''") + "'!A" + (target.firstBodyRow() + link.row() + 1));
    }

    /** Writes title, period and unit over each further strip: its columns are printed on sheets of their own. */
    private void headsOfStrips(Line title, Line side) {
        for (int[] strip : strips.strips()) {
            if (strip[0] > 0) {
                put(title, strip[0], page.title(), styles.title());
                merge(0, 0, strip[0], strip[1]);
                side(side, strip[0], strip[1]);
            }
        }
    }

    private void side(Line side, int from, int to) {
        if (from == to) {
            put(side, from, (page.left() + "　" + page.right()).strip(), styles.side(HorizontalAlignment.LEFT));
            return;
        }
        put(side, from, page.left(), styles.side(HorizontalAlignment.LEFT));
        put(side, to, page.right(), styles.side(HorizontalAlignment.RIGHT));
    }

    private void across(String text, int style, float points) {
        across(text, style, points, firstOfAcross, lastOfFirst);
    }

    private void across(String text, int style, float points, int from, int to) {
        Line row = row(points);
        put(row, from, text, style);
        merge(row.number(), row.number(), from, to);
    }

    /** Writes a line to sign on: on the last sheet of paper, and broken between what is to be signed. */
    private void signature(String text) {
        int[] last = strips.strips().get(strips.strips().size() - 1);
        int width = heights.width(last[0], last[1]) * BODY_SIZE / SIGNATURE_SIZE;
        String broken = Widths.broken(text, width);
        float lines = Widths.lines(broken, width);
        across(broken, styles.signature(), 16f + 18f * lines, last[0], last[1]);
    }

    private static void put(Line row, int column, String text, int style) {
        row.put(column, style, text, null);
    }

    private Line row(float points) {
        Line row = sheet.row(next++, points);
        height += points;
        return row;
    }

    /** Returns how many rows the page takes. */
    private int rows() {
        int rows =
                page.firstTableRow() + page.tables().size() - 1 + page.after().size();
        for (Table table : page.tables()) {
            rows += table.rowsAboveBody() + table.rows() + table.sums().size();
        }
        if (!page.chartsFirst()) {
            for (Chart.Band band : page.charts()) {
                rows += page.rows(band);
            }
        }
        return rows + (page.after().isEmpty() ? 0 : 1);
    }

    /** Returns how many columns have cells. */
    private int used() {
        int used = lastOfFirst + 1;
        for (Table table : page.tables()) {
            used = Math.max(used, table.head() ? table.columns().size() : 0);
            for (List<Cell> row : table.head() ? table.sums() : table.body()) {
                used = Math.max(used, row.size());
            }
        }
        return used;
    }

    private void merge(int top, int bottom, int left, int right) {
        if (top < bottom || left < right) {
            sheet.merge(top, bottom, left, right);
        }
    }
}
