package org.platscore.report.sheet;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.DataBarFormatting;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** What a sheet has besides its cells: widths, frozen heads, filter, data bars, and how it is printed. */
final class PrintSheet {

    private static final double CM = 1 / 2.54;
    /** Height over width of what a lying A4 sheet has between its margins, with a little to spare. */
    private static final double PAPER_RATIO = 0.66;

    private final Sheet sheet;
    private final Page page;
    private final Strips strips;
    private final List<Runnable> bars = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final List<Float> heights = new ArrayList<>();

    PrintSheet(Sheet sheet, Page page, Strips strips) {
        this.sheet = sheet;
        this.page = page;
        this.strips = strips;
    }

    /** Takes note of a table that was written: its first head row, first and last body row. */
    void table(Table table, boolean first, int head, int body, int end) {
        boolean main = table.filter() || (first && page.tables().size() == 1);
        if (main && table.head()) {
            sheet.setRepeatingRows(new CellRangeAddress(head, body - 1, -1, -1));
            if (strips.several()) {
                sheet.setRepeatingColumns(
                        new CellRangeAddress(-1, -1, 0, page.paper().frozen() - 1));
            }
        }
        if (first && table.head() && page.paper().frozen() >= 0) {
            sheet.createFreezePane(page.paper().frozen(), body);
        }
        if (table.filter() && end >= body) {
            sheet.setAutoFilter(
                    new CellRangeAddress(body - 1, end, 0, table.columns().size() - 1));
        }
        for (int c = 0; c < table.columns().size(); c++) {
            Double full = table.columns().get(c).barTo();
            if (full != null && end >= body) {
                CellRangeAddress range = new CellRangeAddress(body, end, c, c);
                bars.add(() -> bar(range, full));
            }
        }
    }

    /** Takes note that a sheet of paper ends after this row, so many points from the top. */
    void paperEnds(int row, float height) {
        ends.add(row);
        heights.add(height);
    }

    private void bar(CellRangeAddress range, double full) {
        SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        var rule = formatting.createConditionalFormattingRule(Styles.colour("9DC3E6"));
        DataBarFormatting bar = rule.getDataBarFormatting();
        bar.getMinThreshold().setRangeType(RangeType.NUMBER);
        bar.getMinThreshold().setValue(0d);
        bar.getMaxThreshold().setRangeType(RangeType.NUMBER);
        bar.getMaxThreshold().setValue(full);
        formatting.addConditionalFormatting(new CellRangeAddress[] {range}, rule);
    }

    /** Sets up the sheet when all rows are written. */
    void finish(int[] widths, int lastRow, float height) {
        bars.forEach(Runnable::run);
        for (int c = 0; c < widths.length; c++) {
            sheet.setColumnWidth(c, Math.min(250, widths[c]) * 256);
        }
        ((SXSSFSheet) sheet).setTabColor(Styles.colour(page.tab()));
        sheet.setDisplayGridlines(false);
        sheet.setZoom(90);
        print(widths, lastRow, height);
    }

    private void print(int[] widths, int lastRow, float height) {
        Page.Paper paper = page.paper();
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(paper.landscape());
        sheet.setFitToPage(true);
        int across = strips.across(page, widths);
        setup.setFitWidth((short) across);
        if (across > 1) {
            sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, Strips.REPEATED - 1));
        }
        setup.setFitHeight((short) (paper.onePage() ? 1 : papers(widths, height)));
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, 1.5 * CM);
        sheet.setMargin(PageMargin.RIGHT, 1.5 * CM);
        sheet.setMargin(PageMargin.TOP, 1.3 * CM);
        sheet.setMargin(PageMargin.BOTTOM, 1.6 * CM);
        sheet.setMargin(PageMargin.HEADER, 0.7 * CM);
        sheet.setMargin(PageMargin.FOOTER, 0.7 * CM);
        sheet.getFooter().setLeft(footer(paper.footerLeft()));
        sheet.getFooter().setCenter(paper.pageOf());
        sheet.getFooter().setRight(footer(paper.footerRight()));
        int index = sheet.getWorkbook().getSheetIndex(sheet);
        sheet.getWorkbook().setPrintArea(index, areas(CellReference.convertNumToColString(widths.length - 1), lastRow));
    }

    /** Returns how many sheets of paper a page with charts takes, so that a viewer does not split a chart; 0 for any number. */
    private int papers(int[] widths, float height) {
        if (page.charts().isEmpty()) {
            return 0;
        }
        double width = 0;
        for (int each : widths) {
            width += each * Widths.POINTS;
        }
        double paper = Math.max(width, Strips.PAPER) * PAPER_RATIO;
        int papers = 0;
        float top = 0;
        for (float end : heights) {
            papers += (int) Math.ceil((end - top) / paper);
            top = end;
        }
        return papers + (int) Math.ceil((height - top) / paper);
    }

    /** Returns the areas that are printed, each beginning a new sheet of paper. */
    private String areas(String lastColumn, int lastRow) {
        List<String> areas = new ArrayList<>();
        if (strips.several()) {
            for (int[] strip : strips.strips()) {
                areas.add("$" + CellReference.convertNumToColString(strip[0]) + "$1:$"
                        + CellReference.convertNumToColString(strip[1]) + "$" + (lastRow + 1));
            }
            return String.join(",", areas);
        }
        int from = 0;
        for (int end : ends) {
            areas.add("$A$" + (from + 1) + ":$" + lastColumn + "$" + (end + 1));
            from = end + 1;
        }
        if (from <= lastRow) {
            areas.add("$A$" + (from + 1) + ":$" + lastColumn + "$" + (lastRow + 1));
        }
        return String.join(",", areas);
    }

    private static String footer(String text) {
        return text.replace("&", "&&");
    }
}
