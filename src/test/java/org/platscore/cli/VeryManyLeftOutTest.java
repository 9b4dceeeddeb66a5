package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.platscore.Office;
import tools.jackson.databind.JsonNode;

/** More rows are left out for one reason than are listed: counts and sums hold for all of them all the same. */
class VeryManyLeftOutTest {

    private static final String RULES = Office.unitRules("到账", "", """
              log:
                files: log.csv
                belongs_to: unit
                columns:
                  unit: {header: 单位, type: subject, required: true}
                  date: {header: 日期, type: date, required: true}
                  paid: {header: 到账金额, type: money, unit: 元}
                checks:
                  - {id: outside-period, reject: {date: {outside: period}}, because: 不在考核期内}
            measures:
              paid: {label: 到账, unit: 元, sum: log.paid}
            rubric:
              - {id: A, label: 到账, weight: 100, measure: paid, score: {linear: {zero: 0, full: 10}}}
            """);

    /** What P1 and P2 lose: of the first 10,000 the rows are listed, then one of each. */
    private static final String LOG = "单位,日期,到账金额\n"
            + "P1,2024-03-01,7\nP2,2024-03-01,8\n"
            + "P1,2023-03-01,2\n".repeat(11_000)
            + "P2,2023-03-01,3\n".repeat(1_500)
            + "P1,2023-02-30,4\n".repeat(3)
            + "P2,2025-03-01,0.5\n";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void countsAndSumsHoldForAll(String charset) throws IOException {
        Office office =
                Office.in(folder).file("units.csv", "编号,名称\nP1,甲\nP2,乙\n").rules(RULES);
        Files.write(folder.resolve("data/log.csv"), LOG.getBytes(Charset.forName(charset)));
        Office.Outcome outcome = office.assessWithScoreSheets();

        JsonNode results = outcome.results();
        assertThat(results.at("/findings/reject").asInt()).isEqualTo(12_504);
        assertThat(outcome.out()).contains("剔除 12504 条");
        List<String> findings = Files.readAllLines(folder.resolve("out/findings.csv"), StandardCharsets.UTF_8);
        assertThat(findings).hasSize(1 + 10_000 + 2 + 3);
        assertThat(findings.stream().filter(line -> line.contains("没有逐一列出")))
                .hasSize(2)
                .anyMatch(line -> line.contains(",P1,") && line.contains("同样的还有 999 处"))
                .anyMatch(line -> line.contains(",P2,") && line.contains("同样的还有 1500 处"));

        assertThat(sheet("P1"))
                .anyMatch(row -> row.contains("剔除行数 11,003"))
                .anyMatch(row -> row.contains("outside-period 11,000 到账金额 2.2 万元"))
                .anyMatch(row -> row.contains("合计 11,003 到账金额 2.2012 万元"));
        assertThat(sheet("P2"))
                .anyMatch(row -> row.contains("剔除行数 1,501"))
                .anyMatch(row -> row.contains("outside-period 1,501 到账金额 4,500.5 元"));

        CommandRun.Seen seen = new CommandRun(folder).run("explain", "P2", "--run", folder + "/out", "--rows");
        assertThat(seen.out().lines().filter(line -> line.contains("不在考核期内"))).hasSizeGreaterThan(1_500);
        assertThat(seen.out()).contains("未计入 1501 行，合计 4,500.5 元：不在考核期内");
    }

    /** Sums that no long holds, and shares, which are not kept as plain numbers. */
    @ParameterizedTest(name = "{1} of type {0}")
    @CsvSource({"money, 900000000000, '990,000,000,000 万元'", "percent, 25%, '275,000%'"})
    void sumsHoldHoweverTheLogIsRead(String type, String cell, String sum) throws IOException {
        String log = LOG.replace("01,2\n", "01," + cell + "\n");
        Office office = Office.in(folder)
                .file("units.csv", "编号,名称\nP1,甲\nP2,乙\n")
                .rules(RULES.replace("type: money, unit: 元", "type: " + type));
        List<List<String>> sheets = new ArrayList<>();
        for (String charset : List.of("UTF-8", "GB18030")) {
            Files.write(folder.resolve("data/log.csv"), log.getBytes(Charset.forName(charset)));
            Office.Outcome outcome = office.assessWithScoreSheets();
            assertThat(outcome.exit()).as(outcome.err()).isZero();
            sheets.add(sheet("P1"));
        }
        assertThat(sheets.get(0)).isEqualTo(sheets.get(1)).anyMatch(row -> row.contains(sum));
    }

    @Test
    void jsonSaysHowManyMoreThereAre() {
        Office.in(folder)
                .file("units.csv", "编号,名称\nP1,甲\nP2,乙\n")
                .file("log.csv", LOG)
                .rules(RULES);
        CommandRun.Seen seen = new CommandRun(folder).run("check", folder + "/data", "--format", "json");
        assertThat(seen.status()).isZero();
        assertThat(seen.out().lines().filter(line -> line.contains("\"more\"")))
                .containsExactly("    \"more\": 999", "    \"more\": 1500");
    }

    @Test
    void aRowThatStandsForTheRestIsExplainedLikeAnyOther() throws IOException {
        Office.in(folder)
                .file("units.csv", "编号,名称\nP1,甲\nP2,乙\n")
                .rules(RULES.replace(", because: 不在考核期内", ""))
                .file("log.csv", LOG)
                .assess();
        CommandRun.Seen seen = new CommandRun(folder).run("explain", "P2", "--run", "{dir}/out", "--rows");
        assertThat(seen.out())
                .contains("未计入 1501 行，合计 4,500.5 元：未通过检查：日期不在考核期内")
                .doesNotContain("没有逐一列出", "各行不同");
    }

    @ParameterizedTest(name = "cohort: {0}")
    @ValueSource(booleans = {false, true})
    void theyHoldForAllOnTheScoreSheetOfASubmittedWorkbookToo(boolean cohort) throws IOException {
        Office.in(folder)
                .file("units.csv", "编号,名称\nP1,甲\nP2,乙\n")
                .file("P1.csv", "日期,到账金额\n2024-03-01,7\n" + "2023-03-01,2\n".repeat(11_000) + "2023-02-30,4\n")
                .file("P2.csv", "日期,到账金额\n2024-03-01,7\n")
                .rules(RULES.replace("files: log.csv", "files: P*.csv")
                        .replace("belongs_to: unit", "belongs_to: file")
                        .replaceAll("(?m)^ *unit: \\{header.*\\n", ""));
        List<String> arguments = new ArrayList<>(
                List.of("score", "{dir}/data/P1.csv", "{dir}/data/P2.csv", "--report", "{dir}/out/score-sheets"));
        arguments.addAll(List.of("--rules", "{dir}/data/scoring-rules.yaml"));
        arguments.addAll(cohort ? List.of("--cohort") : List.of());
        CommandRun.Seen seen = new CommandRun(folder).run(arguments.toArray(String[]::new));
        assertThat(seen.status()).as(seen.err()).isZero();
        assertThat(sheet("P1"))
                .anyMatch(row -> row.contains("剔除行数 11,001"))
                .anyMatch(row -> row.contains("outside-period 11,000 到账金额 2.2 万元"))
                .anyMatch(row -> row.contains("bad-value 1 到账金额 4 元"))
                .anyMatch(row -> row.contains("合计 11,001 到账金额 2.2004 万元"));
    }

    @Test
    void theFirstFaultOfARowIsItsReasonAlsoWhereOnlyTheSecondIsListed() {
        Office.in(folder)
                .file("units.csv", "编号,名称\nP1,甲\n")
                .rules(RULES)
                .file("log.csv", "单位,日期,到账金额\n" + "P1,2023-02-30,4\n".repeat(10_002) + "P1,2023-02-30,约3\n")
                .assess();
        CommandRun.Seen seen = new CommandRun(folder).run("explain", "P1", "--run", "{dir}/out", "--rows");
        assertThat(seen.out().lines().filter(line -> line.contains("log.csv:10004:")))
                .isNotEmpty()
                .allMatch(line -> line.contains("没有“2023-02-30”这一天"));
    }

    private List<String> sheet(String id) throws IOException {
        List<String> rows = new ArrayList<>();
        DataFormatter shown = new DataFormatter();
        try (Stream<Path> files = Files.list(folder.resolve("out/score-sheets"))) {
            Path file = files.filter(each -> each.getFileName().toString().startsWith(id))
                    .findFirst()
                    .orElseThrow();
            try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
                for (Row row : book.getSheetAt(0)) {
                    List<String> cells = new ArrayList<>();
                    for (Cell cell : row) {
                        cells.add(shown.formatCellValue(cell).strip());
                    }
                    rows.add(cells.stream().filter(each -> !each.isEmpty()).collect(Collectors.joining(" ")));
                }
            }
        }
        return rows;
    }
}
