package org.platscore.report;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as text: a line a cell, with its number format, link, note and formula. */
final class CellDump {

    private CellDump() {}

    static String of(Path file, List<String> sheets) throws IOException {
        StringBuilder text = new StringBuilder();
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            for (Sheet sheet : book) {
                if (sheets.contains(sheet.getSheetName())) {
                    text.append("== ").append(sheet.getSheetName()).append('\n');
                    sheet.forEach(row -> row(row, text));
                }
            }
        }
        return text.toString();
    }

    private static void row(Row row, StringBuilder text) {
        for (Cell cell : row) {
            String value = value(cell);
            if (!value.isEmpty()) {
                text.append(cell.getAddress()).append(' ').append(value.replace("\n", "⏎"));
                String format = cell.getCellStyle().getDataFormatString();
                if (!format.equals("General")) {
                    text.append("  [").append(format).append(']');
                }
                if (cell.getHyperlink() != null) {
                    text.append("  → ").append(cell.getHyperlink().getAddress());
                }
                if (cell.getCellComment() != null) {
                    text.append("  ※ ").append(cell.getCellComment().getString().getString());
                }
                if (cell.getCellType() == CellType.FORMULA) {
                    text.append("  = ").append(cell.getCellFormula());
                }
                text.append('\n');
            }
        }
    }

    private static String value(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        if (type == CellType.NUMERIC) {
            return BigDecimal.valueOf(cell.getNumericCellValue())
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return type == CellType.STRING ? cell.getStringCellValue() : "";
    }
}
