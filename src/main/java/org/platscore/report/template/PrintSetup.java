package org.platscore.report.template;

import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.xssf.usermodel.XSSFPrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** How a sheet is printed: A4, one page wide, centred, with page numbers. */
final class PrintSetup {

    private static final double MARGIN = 0.6;

    private PrintSetup() {}

    static void of(XSSFSheet sheet, Words words, boolean landscape) {
        XSSFPrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
        print.setLandscape(landscape);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        for (PageMargin margin :
                new PageMargin[] {PageMargin.LEFT, PageMargin.RIGHT, PageMargin.TOP, PageMargin.BOTTOM}) {
            sheet.setMargin(margin, MARGIN);
        }
        sheet.getFooter().setCenter(words.say("page-of"));
        sheet.setDisplayGridlines(false);
    }
}
