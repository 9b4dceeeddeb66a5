package org.platscore.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.platscore.published.ProgramRun;

/** Changes made inside the workbook of sample-data give the totals that the program finds from changed rules or data. */
class WhatIfRecalculationTest {

    @TempDir
    private static Path folder;

    /** What is changed, in the rules or data and in the workbook. */
    enum Change {
        WEIGHT(
                "scoring-rules.yaml",
                text -> text.replace("id: A1, label: 开放共享制度, weight: 4,", "id: A1, label: 开放共享制度, weight: 5,")
                        .replace("id: A2, label: 服务台账佐证, weight: 4,", "id: A2, label: 服务台账佐证, weight: 3,")),
        SPREAD_WEIGHT(
                "scoring-rules.yaml",
                text -> text.replace("id: B1, label: 仪器设备原值, weight: 5,", "id: B1, label: 仪器设备原值, weight: 6,")
                        .replace("id: B2, label: 高级职称占比, weight: 4,", "id: B2, label: 高级职称占比, weight: 3,")),
        BENCHMARK(
                "scoring-rules.yaml",
                text -> text.replace("linear: {zero: 50%, full: 90%}", "linear: {zero: 45%, full: 80%}")),
        CORRECTION("adjustments.csv", WhatIfRecalculationTest::halved);

        private final String file;
        private final java.util.function.UnaryOperator<String> edit;

        Change(String file, java.util.function.UnaryOperator<String> edit) {
            this.file = file;
            this.edit = edit;
        }
    }

    /** The number of the first correction that subtracts money, and half of it. */
    private static String halved(String text) {
        StringBuilder lines = new StringBuilder();
        boolean done = false;
        for (String line : text.split("\n", -1)) {
            String[] cells = line.split(",", -1);
            if (!done && cells.length > 3 && cells[2].equals("核减")) {
                cells[3] = new java.math.BigDecimal(cells[3])
                        .divide(new java.math.BigDecimal(2))
                        .toPlainString();
                done = true;
            }
            lines.append(String.join(",", cells)).append('\n');
        }
        return lines.substring(0, lines.length() - 1);
    }

    @BeforeAll
    static void changeAndRecalculate() throws IOException {
        Soffice.assumePresent();
        Path base = folder.resolve("base");
        assertThat(ProgramRun.of(Path.of("sample-data"), base).code()).isZero();
        List<Path> books = new ArrayList<>();
        for (Change change : Change.values()) {
            Path file = folder.resolve(change + ".xlsx");
            try (XSSFWorkbook book = Recalculated.open(base.resolve("assessment.xlsx"))) {
                in(book, change);
                try (var out = Files.newOutputStream(file)) {
                    book.write(out);
                }
            }
            books.add(file);
        }
        Soffice.recalculate(books, Files.createDirectories(folder.resolve("recalculated")));
    }

    private static void in(XSSFWorkbook book, Change change) {
        Sheet rules = book.getSheet("评分细则");
        switch (change) {
            case WEIGHT -> {
                WhatIf.row(rules, "A1").getCell(2).setCellValue(5);
                WhatIf.row(rules, "A2").getCell(2).setCellValue(3);
            }
            case SPREAD_WEIGHT -> {
                WhatIf.row(rules, "B1").getCell(2).setCellValue(6);
                WhatIf.row(rules, "B2").getCell(2).setCellValue(3);
            }
            case BENCHMARK -> {
                List<Row> rows = WhatIf.rows(rules, "D2");
                rows.get(1).getCell(5).setCellValue(0.45);
                rows.get(2).getCell(5).setCellValue(0.80);
            }
            case CORRECTION -> {
                for (Row row : book.getSheet("核减记录")) {
                    if (row.getLastCellNum() > 6 && WhatIf.text(row, 5).equals("核减")) {
                        Cell cell = row.getCell(6);
                        cell.setCellValue(cell.getNumericCellValue() / 2);
                        break;
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theWorkbookFollowsAChange(Change change) throws IOException {
        Path data = folder.resolve("data-" + change);
        copy(Path.of("sample-data"), data);
        Path rules = Path.of("scoring-rules.yaml");
        Files.copy(rules, data.resolve("scoring-rules.yaml"));
        Path edited = data.resolve(change.file);
        String before = Files.readString(edited);
        String after = change.edit.apply(before);
        assertThat(after).as("the sample is as the test expects it").isNotEqualTo(before);
        Files.writeString(edited, after);
        ProgramRun run = ProgramRun.of(data, folder.resolve("out-" + change));
        assertThat(run.code()).as(run.said()).isZero();

        Map<String, Double> expected = new TreeMap<>();
        run.results().get("results").forEach(subject -> {
            if (!subject.get("total").isNull()) {
                expected.put(subject.get("id").asString(), subject.get("total").asDouble());
            }
        });
        assertThat(totals(folder.resolve("recalculated/" + change + ".xlsx"))).isEqualTo(expected);
        assertThat(totals(folder.resolve("base/assessment.xlsx"))).isNotEqualTo(expected);
    }

    private static Map<String, Double> totals(Path file) throws IOException {
        Map<String, Double> totals = new TreeMap<>();
        try (XSSFWorkbook book = Recalculated.open(file)) {
            for (Row row : book.getSheet("评分明细")) {
                Cell total = row.getLastCellNum() < 3 ? null : row.getCell(row.getLastCellNum() - 2);
                if (row.getRowNum() >= 5 && total != null && Recalculated.value(total) instanceof Double) {
                    totals.put(WhatIf.text(row, 1), (Double) Recalculated.value(total));
                }
            }
        }
        return totals;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
