package org.platscore.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** The answers once more, by another reader: sums of a service log in a workbook, or the points of submitted workbooks. Not timed. */
final class FastExcelSums {

    private FastExcelSums() {}

    private static final class Tally {
        private int rows;
        private BigDecimal sum = BigDecimal.ZERO;
        private final Set<String> clients = new HashSet<>();
    }

    /** Arguments: the log, or the folder of workbooks. Prints platform, rows, sum and clients; or platform and points. */
    public static void main(String[] arguments) throws IOException {
        Path path = Path.of(arguments[0]);
        if (!Files.isDirectory(path)) {
            log(path);
            return;
        }
        try (Stream<Path> walk = Files.walk(path)) {
            List<Path> files = walk.filter(file -> file.toString().endsWith(".xlsx"))
                    .sorted()
                    .toList();
            for (Path file : files) {
                form(file);
            }
        }
    }

    private static void log(Path file) throws IOException {
        Map<String, Tally> platforms = new TreeMap<>();
        Set<String> records = new HashSet<>();
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile());
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            rows.skip(1).forEach(row -> {
                String date = row.getCellText(5);
                boolean counts = date.compareTo("2021-01-01") >= 0
                        && date.compareTo("2022-12-31") <= 0
                        && !row.getCellText(6).equals("内部使用");
                if (counts && records.add(row.getCellText(0))) {
                    Tally tally = platforms.computeIfAbsent(row.getCellText(1), each -> new Tally());
                    tally.rows++;
                    tally.sum = tally.sum.add(row.getCellAsNumber(8).orElseThrow());
                    tally.clients.add(row.getCellText(3));
                }
            });
        }
        platforms.forEach((platform, tally) -> System.out.println(platform + "," + tally.rows + ","
                + tally.sum.setScale(2, RoundingMode.HALF_UP).toPlainString() + "," + tally.clients.size()));
    }

    private static void form(Path file) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
            List<Sheet> sheets = book.getSheets().toList();
            System.out.println(text(sheets.get(0), 0, 1) + "," + points(sheets.get(0), 1, 1, 40) + ","
                    + points(sheets.get(1), 5, 5, 30) + "," + points(sheets.get(4), 39, 9, 30));
        }
    }

    private static String points(Sheet sheet, int row, int column, int weight) throws IOException {
        return new BigDecimal(text(sheet, row, column))
                .multiply(BigDecimal.valueOf(weight))
                .divide(BigDecimal.valueOf(10_000), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String text(Sheet sheet, int row, int column) throws IOException {
        return sheet.read().get(row).getCell(column).getText();
    }
}
