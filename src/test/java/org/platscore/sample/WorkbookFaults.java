package org.platscore.sample;

import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Plants what is wrong with a workbook rather than with a row: each in one log, none changes a figure. */
final class WorkbookFaults {

    private static final String OLD = "旧台账";

    private WorkbookFaults() {}

    static void plant(Log log, SteadyWorkbook book, List<Planted> planted) {
        String stem = log.path().replaceAll(".*/|\\..*", "");
        Log.Sheet first = log.sheets().get(0);
        XSSFSheet sheet = book.sheetNamed(first.name());
        int head = log.above(first).size() + 1;
        switch (stem) {
            case "P14" -> planted.add(new Planted(Fault.OLD_WORKBOOK, log.path(), "", 0, ""));
            case "P17" -> {
                book.table(OLD, List.of(log.head()), 0);
                book.hide(OLD);
                planted.add(new Planted(Fault.HIDDEN_SHEET, log.path(), OLD, 0, ""));
            }
            case "P37" -> {
                int row = plain(first, head, 0);
                sheet.getRow(row - 1).setZeroHeight(true);
                planted.add(new Planted(Fault.HIDDEN_ROW, log.path(), first.name(), row, ""));
            }
            case "P18" -> merge(log, first, sheet, head, planted);
            case "P08" -> {
                int row = plain(first, head, 3);
                XSSFCell amount =
                        sheet.getRow(row - 1).getCell(log.layout().columns().indexOf(LogColumn.AMOUNT));
                double value = amount.getNumericCellValue();
                amount.setCellFormula("2*" + value / 2);
                amount.setCellValue(value);
                planted.add(new Planted(Fault.FORMULA, log.path(), first.name(), row, amount.getCellFormula()));
            }
            case "P19" -> {
                book.titleOfWps();
                planted.add(new Planted(Fault.WPS_PROPERTIES, log.path(), "", 0, ""));
            }
            default -> {}
        }
    }

    /** Merges the nature of two clients that is the same. */
    private static void merge(Log log, Log.Sheet first, XSSFSheet sheet, int head, List<Planted> planted) {
        int column = log.layout().columns().indexOf(LogColumn.NATURE);
        int row = plain(first, head, 0);
        while (!same(first.lines(), row - head - 1)) {
            row = plain(first, head, row - head);
        }
        XSSFRow second = sheet.getRow(row);
        second.getCell(column).setBlank();
        sheet.addMergedRegion(new CellRangeAddress(row - 1, row, column, column));
        String nature = sheet.getRow(row - 1).getCell(column).getStringCellValue();
        planted.add(new Planted(Fault.MERGED, log.path(), first.name(), row, nature));
    }

    private static boolean same(List<Line> lines, int at) {
        return nature(lines.get(at)).isPresent()
                && lines.get(at + 1).fault().isEmpty()
                && nature(lines.get(at)).equals(nature(lines.get(at + 1)));
    }

    private static Optional<String> nature(Line line) {
        return line.service().map(service -> service.client().nature()).filter(text -> !text.isEmpty());
    }

    /** The row of the first line from {@code from} on that is a paid service with nothing planted. */
    private static int plain(Log.Sheet sheet, int head, int from) {
        for (int i = from; i < sheet.lines().size(); i++) {
            Line line = sheet.lines().get(i);
            if (line.fault().isEmpty()
                    && line.service().flatMap(Service::amount).isPresent()) {
                return head + 1 + i;
            }
        }
        throw new IllegalStateException("no plain line in " + sheet.name());
    }
}
