package org.platscore.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** fastexcel-reader, one thread, nothing but reading: counts the cells of a workbook, or of all in a folder. */
final class FastExcelBare {

    private FastExcelBare() {}

    /** Arguments: the workbook or folder. */
    public static void main(String[] arguments) throws IOException {
        Path path = Path.of(arguments[0]);
        long cells = 0;
        try (Stream<Path> walk = Files.walk(path)) {
            List<Path> files = walk.filter(file -> file.toString().endsWith(".xlsx"))
                    .sorted()
                    .toList();
            for (Path file : files) {
                cells += cells(file);
            }
        }
        System.out.println(cells + " cells");
    }

    private static long cells(Path file) throws IOException {
        long cells = 0;
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
            for (Sheet sheet : book.getSheets().toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    cells += rows.mapToLong(row -> row.stream()
                                    .filter(cell -> cell != null && cell.getText() != null)
                                    .count())
                            .sum();
                }
            }
        }
        return cells;
    }
}
