package org.platscore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** A figure of the workbook that does not follow a change says so. */
class GivenFiguresTest {

    private static final String COLUMNS = """
            kind: {header: 类别, type: choice, choices: [A, B]}
            x: {header: 甲数, type: number}
            m: {header: 收入（万元）, type: money}
            """;

    private static final String MEASURES = """
            measures:
              x: {label: 甲数, value: units.x}
              m: {label: 收入, unit: 元, value: units.m}
            """;

    @TempDir
    private Path folder;

    private String assessed(String rules, String rows, String... sheets) throws IOException {
        Office.Outcome outcome = Office.in(folder)
                .rules(rules)
                .file("units.csv", "编号,名称,类别,甲数,收入（万元）\n" + rows)
                .assess();
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return CellDump.of(folder.resolve("out/assessment.xlsx"), List.of(sheets));
    }

    @Test
    void pointsOfWhomTheRosterKeepsFromBeingAssessed() throws IOException {
        String book = assessed("at_least: 2\n" + Office.unitRules("评定", COLUMNS, MEASURES + """
                rubric:
                  - {id: P1, label: 甲项, weight: 60, measure: x, score: {linear: {zero: 0, full: 100}}}
                  - {id: P2, label: 乙项, weight: 40, for: {kind: A}, measure: m, score: {linear: {zero: 0, full: 1000万}}}
                """), """
                U1,甲家,A,90,100
                U2,乙家,B,80,0
                """, "评分明细");
        assertThat(book).contains("B6 U2", "D6 80  [0.00_ ]  ※ 此数不是公式：该对象在考的指标不足，不予评定，按程序结果填列。\n");
    }
}
