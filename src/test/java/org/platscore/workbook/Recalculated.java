package org.platscore.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook before and after its formulas were worked out anew. */
final class Recalculated {
    /** What two ways to the same figure in doubles may differ by, of its size. */
    private static final double NEAR = 1e-9;

    private Recalculated() {}

    static XSSFWorkbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    /** Returns where a formula's kept value is not what it comes to, or is an error. */
    static List<String> differences(Path written, Path recalculated) throws IOException {
        List<String> differences = new ArrayList<>();
        try (XSSFWorkbook before = open(written);
                XSSFWorkbook after = open(recalculated)) {
            for (Sheet sheet : before) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            Cell other = after.getSheet(sheet.getSheetName())
                                    .getRow(row.getRowNum())
                                    .getCell(cell.getColumnIndex());
                            if (!same(value(cell), value(other))) {
                                differences.add(sheet.getSheetName() + "!" + cell.getAddress() + ": kept " + value(cell)
                                        + ", worked out " + value(other) + " by " + cell.getCellFormula());
                            }
                        }
                    }
                }
            }
        }
        return differences;
    }

    /** Returns a cell's number or text; of a formula what it kept; an error as its text, which equals nothing. */
    static Object value(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> cell.getNumericCellValue();
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> cell.getBooleanCellValue();
            case ERROR -> new Error(cell.getErrorCellValue());
            default -> "";
        };
    }

    private record Error(byte code) {}

    static boolean same(Object a, Object b) {
        if (a instanceof Double && b instanceof Double) {
            return Math.abs((Double) a - (Double) b) <= NEAR * Math.max(1, Math.abs((Double) a));
        }
        return a.equals(b) && !(a instanceof Error);
    }
}
