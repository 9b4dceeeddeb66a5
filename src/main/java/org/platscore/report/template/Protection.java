package org.platscore.report.template;

import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The protection of a sheet: no password, since it guards against slips, not against people. */
final class Protection {

    private Protection() {}

    static void set(XSSFSheet sheet) {
        sheet.enableLocking();
        sheet.lockSelectLockedCells(false);
        sheet.lockSelectUnlockedCells(false);
        sheet.lockFormatCells(false);
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockInsertRows(false);
        sheet.lockDeleteRows(false);
        sheet.lockSort(false);
        sheet.lockAutoFilter(false);
    }
}
