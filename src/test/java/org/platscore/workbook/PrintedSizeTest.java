package org.platscore.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.cli.Main;

/** On paper no sheet's type gets too small to read, however many subjects, indicators and letters of a name there are. */
class PrintedSizeTest {

    /** Points that an A4 sheet has between the margins. */
    private static final double LONG = 757;

    private static final double SHORT = 510;
    /** A width of one digit, in points. */
    private static final double DIGIT = 6;
    /** 11 points are then printed as about 5 points. */
    private static final double LEAST = 0.45;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} subjects, {1} indicators, names of {2} characters, {3} grades")
    @CsvSource({"1, 5, 10, 4", "2, 3, 60, 2", "42, 60, 60, 4", "43, 24, 20, 2", "300, 60, 30, 4"})
    void noSheetIsPrintedTooSmall(int subjects, int indicators, int letters, int grades) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("scoring-rules.yaml"), rules(indicators, grades));
        Files.writeString(data.resolve("platforms.csv"), platforms(subjects, indicators, letters));
        Path out = folder.resolve("out");
        PrintStream said = new PrintStream(OutputStream.nullOutputStream());
        String sheets = "--score-sheets=" + (subjects < 50);
        String[] arguments = {"assess", data.toString(), "--out", out.toString(), sheets, "--lang", "zh"};
        assertThat(Main.run(arguments, said, said)).isZero();
        List<Path> books = new ArrayList<>(List.of(out.resolve("assessment.xlsx"), out.resolve("notice.xlsx")));
        if (subjects < 50) {
            try (Stream<Path> files = Files.list(out.resolve("score-sheets"))) {
                books.add(files.sorted().findFirst().orElseThrow());
            }
        }
        List<String> small = new ArrayList<>();
        for (Path each : books) {
            try (XSSFWorkbook book = Recalculated.open(each)) {
                for (Sheet sheet : book) {
                    double scale = scale(book, sheet);
                    if (scale < LEAST) {
                        small.add(each.getFileName() + " " + sheet.getSheetName() + " at " + scale);
                    }
                }
            }
        }
        assertThat(small).isEmpty();
    }

    /** Returns the scale at which a sheet is printed, that of its widest area. */
    private static double scale(XSSFWorkbook book, Sheet sheet) {
        PrintSetup setup = sheet.getPrintSetup();
        double across = setup.getLandscape() ? LONG : SHORT;
        double down = setup.getLandscape() ? SHORT : LONG;
        double scale = 1;
        for (String area : book.getPrintArea(book.getSheetIndex(sheet)).split(",", -1)) {
            CellRangeAddress range = CellRangeAddress.valueOf(area.substring(area.indexOf('!') + 1));
            double width = width(sheet, range.getFirstColumn(), range.getLastColumn());
            CellRangeAddress repeated = sheet.getRepeatingColumns();
            if (repeated != null && range.getFirstColumn() > 0) {
                width += width(sheet, repeated.getFirstColumn(), repeated.getLastColumn());
            }
            scale = Math.min(scale, across * setup.getFitWidth() / width);
            if (setup.getFitHeight() == 1) {
                double height = 0;
                for (Row row : sheet) {
                    height += row.getHeightInPoints();
                }
                scale = Math.min(scale, down / height);
            }
        }
        return scale;
    }

    private static double width(Sheet sheet, int from, int to) {
        double width = 0;
        for (int column = from; column <= to; column++) {
            width += sheet.getColumnWidth(column) / 256.0 * DIGIT;
        }
        return width;
    }

    private static String rules(int indicators, int grades) {
        StringBuilder text = new StringBuilder("""
                platscore: 1
                title: 公共技术服务平台绩效考核评分细则
                period: {from: 2021-01-01, to: 2022-12-31}
                full_marks: %d
                report: {group: domain, scatter: m1}
                inputs:
                  platforms:
                    files: platforms.csv
                    roster: {id: id, name: name}
                    columns:
                      id: {header: 编号, type: text, required: true}
                      name: {header: 平台名称, type: text, required: true}
                      domain: {header: 领域, type: text}
                """.formatted(indicators * 2));
        for (int i = 1; i <= indicators; i++) {
            text.append("      c%d: {header: 指标数据%d, type: number}\n".formatted(i, i));
        }
        text.append("measures:\n");
        for (int i = 1; i <= indicators; i++) {
            text.append("  m%d: {label: 指标数据%d, unit: 项, value: roster.c%d}\n".formatted(i, i, i));
        }
        text.append("rubric:\n");
        for (int from = 1; from <= indicators; from += 10) {
            int to = Math.min(indicators, from + 9);
            text.append("  - id: G%d\n    label: 第%d组\n    weight: %d\n    of:\n"
                    .formatted(from, from, 2 * (to - from + 1)));
            for (int i = from; i <= to; i++) {
                String score =
                        i % 3 == 0 ? "peers: {by: rank}" : "linear: {zero: 0, full: {stat: p75, within: domain}}";
                text.append("      - {id: A%d, label: 第%d项名称较长的指标, weight: 2, measure: m%d, score: {%s}}\n"
                        .formatted(i, i, i, score));
            }
        }
        text.append("grades:\n");
        for (int grade = 1; grade < grades; grade++) {
            int min = indicators * 2 * (grades - grade) / grades;
            text.append("  - {id: g%d, label: 第%d等, min: %d}\n".formatted(grade, grade, min));
        }
        return text.append("  - {id: last, label: 末等}\nrewards:\n  parts:\n")
                .append("    - {id: base, label: 等次奖励, fixed: {g1: 80万}}\n")
                .toString();
    }

    private static String platforms(int subjects, int indicators, int letters) {
        StringBuilder text = new StringBuilder("编号,平台名称,领域");
        for (int i = 1; i <= indicators; i++) {
            text.append(",指标数据").append(i);
        }
        for (int s = 1; s <= subjects; s++) {
            String name = "检测验证公共技术服务平台".repeat(6).substring(0, letters - 4) + (1000 + s);
            text.append("\nP%03d,%s,领域%d".formatted(s, name, s % 3));
            for (int i = 1; i <= indicators; i++) {
                text.append(',').append((s * 37 + i * 11) % 101);
            }
        }
        return text.append('\n').toString();
    }
}
