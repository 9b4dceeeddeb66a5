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
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** What a sheet has besides its cells: widths, frozen heads, filter, data bars, and how it is printed. */
final class PrintSheet {

    private static final double CM = 1 / 2.54;

    private final Sheet sheet;
    private final Page page;
    private final List<Runnable> bars = new ArrayList<>();

    PrintSheet(Sheet sheet, Page page) {
        this.sheet = sheet;
        this.page = page;
    }

    /** Takes note of a table that was written: its first head row, first and last body row. */
    void table(Table table, boolean first, int head, int body, int end) {
        boolean main = table.filter() || (first && page.tables().size() == 1);
        if (main && table.head()) {
            sheet.setRepeatingRows(new CellRangeAddress(head, body - 1, -1, -1));
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
    void finish(int[] widths, int lastRow) {
        bars.forEach(Runnable::run);
        for (int c = 0; c < widths.length; c++) {
            sheet.setColumnWidth(c, Math.min(250, widths[c]) * 256);
        }
        ((SXSSFSheet) sheet).setTabColor(Styles.colour(page.tab()));
        sheet.setDisplayGridlines(false);
        sheet.setZoom(90);
        print(widths.length - 1, lastRow);
    }

    private void print(int lastColumn, int lastRow) {
        Page.Paper paper = page.paper();
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(paper.landscape());
        sheet.setFitToPage(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) (paper.onePage() ? 1 : 0));
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
        sheet.getWorkbook().setPrintArea(index, 0, lastColumn, 0, lastRow);
    }

    private static String footer(String text) {
        return text.replace("&", "&&");
    }
}
