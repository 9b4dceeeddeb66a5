package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** Bonuses and deductions are printed as they are counted, also where their limit has more decimals than points have. */
class BoundedSumsTest {

    @TempDir
    Path scratch;

    @Test
    void whatIsPrintedAddsUpToTheTotal() throws IOException {
        Files.writeString(scratch.resolve("u.csv"), "id,name,a,b\nS1,One,5,2\n");
        Files.writeString(scratch.resolve("scoring-rules.yaml"), """
                platscore: 1
                title: t
                period: {from: 2021-01-01, to: 2022-12-31}
                rounding: {indicator: 0, total: 2}
                inputs:
                  u:
                    files: u.csv
                    roster: {id: id, name: name}
                    columns: {id: {type: text}, name: {type: text}, a: {type: number}, b: {type: number}}
                measures: {a: {value: roster.a}, b: {value: roster.b}}
                rubric:
                  - {id: L, weight: 100, measure: a, score: {linear: {zero: 0, full: 10}}}
                bonuses: [{id: F1, limit: 4, measure: a, score: {linear: {zero: 0, full: 4}}}]
                bonus_limit: 2.5
                deductions: [{id: D1, limit: 4, measure: b, score: {linear: {zero: 0, full: 4}}}]
                deduction_limit: 1.25
                """);
        CommandRun run = new CommandRun(scratch);

        CommandRun.Seen seen = run.run("assess", "{dir}", "--out", "{dir}/out", "--lang", "en");

        assertThat(seen.status()).as(seen.err()).isZero();
        assertThat(Files.readString(scratch.resolve("out/scores.csv"))).contains("51.25,0,50,4,2,2.5,1.25");
        assertThat(Files.readString(scratch.resolve("out/results.json")))
                .containsPattern("\"bonus\" ?: ?2\\.5,\\s*\"deduction\" ?: ?1\\.25,");
        assertThat(run.run("explain", "S1", "--run", "{dir}/out", "--format", "json")
                        .out())
                .containsPattern("\"bonus\" ?: ?2\\.5,\\s*\"deduction\" ?: ?1\\.25,");
        assertThat(run.run("explain", "S1", "--run", "{dir}/out", "--lang", "en")
                        .out()
                        .lines())
                .containsSequence(
                        "  bonuses add up to 4, bounded at 2.5",
                        "  deductions add up to 2, bounded at 1.25",
                        "  total: indicators 50 + bonuses 2.5 − deductions 1.25 = 51.25");
        assertThat(run.run("explain", "S1", "D1", "--run", "{dir}/out", "--lang", "zh")
                        .out()
                        .lines())
                .containsSequence(
                        "  加分合计 4 分，以 2.5 分为限", "  扣分合计 2 分，以 1.25 分为限", "  总分：指标 50 + 加分 2.5 − 扣分 1.25 = 51.25");
        assertThat(boundedSums(scratch.resolve("out/assessment.xlsx"))).isEqualTo("2.5 0.0 1.25 0.00 ");
    }

    @Test
    void aTotalHeldAt0IsNotSaidToBeCapped() throws IOException {
        Office.in(scratch)
                .rules(Office.unitRules("保底", "x: {header: 甲数, type: number}", """
                        measures: {x: {label: 甲数, value: units.x}}
                        rubric:
                          - {id: A, label: 甲, weight: 100, measure: x, score: {linear: {zero: 0, full: 100}}}
                        deductions:
                          - {id: K, label: 过少, limit: 5, measure: x, score: {steps: [{from: 10, points: 0}, {else: 5}]}}
                        """))
                .file("units.csv", "编号,名称,甲数\nU1,甲家,3\n");
        CommandRun run = new CommandRun(scratch);
        run.run("assess", "{dir}/data", "--out", "{dir}/out");

        assertThat(run.run("explain", "U1", "--run", "{dir}/out", "--lang", "zh")
                        .out())
                .contains("  总分：指标 3 + 加分 0 − 扣分 5，按规则取整或限定为 0\n");
        assertThat(run.run("explain", "U1", "--run", "{dir}/out", "--lang", "en")
                        .out())
                .contains("  total: indicators 3 + bonuses 0 − deductions 5, rounded or bounded by the rules to 0\n");
    }

    /** Returns the values of the cells whose formula bounds a sum, each with the decimals that it shows. */
    private static String boundedSums(Path file) throws IOException {
        StringBuilder sums = new StringBuilder();
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            for (Sheet sheet : book) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.toString().matches("ROUND\\(MIN\\(.*SUM\\(.*")) {
                            sums.append(cell.getNumericCellValue())
                                    .append(' ')
                                    .append(cell.getCellStyle()
                                            .getDataFormatString()
                                            .replace("_ ", ""))
                                    .append(' ');
                        }
                    }
                }
            }
        }
        return sums.toString();
    }
}
