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
    void aRewardOfNothingThatAChangeCouldRaise() throws IOException {
        String book = assessed(Office.unitRules("奖励", COLUMNS, MEASURES + """
                rubric:
                  - {id: P1, label: 甲项, weight: 60, measure: x, score: {linear: {zero: 0, full: 100}}}
                  - {id: P2, label: 乙项, weight: 40, measure: m, score: {linear: {zero: 1000万, full: 0}}}
                vetoes:
                  - {id: fraud, label: 造假, when: "x = 99", grade: good}
                grades:
                  - {id: good, label: 良好, min: 60}
                  - {id: rest, label: 一般}
                rewards:
                  parts:
                    - {id: share, label: 收入奖励, rate: {of: m, percent: 10%, for: [good]}}
                    - {id: pool, label: 绩效奖励, pool: {amount: 5万, by: "total - 60", for: [good], where: {kind: A}}}
                """), """
                U1,甲家,A,90,100
                U2,乙家,B,80,0
                U3,丙家,A,0,0
                U4,丁家,B,99,0
                """, "考核结果", "奖励分配");
        String unlisted = "  ※ 此数不是公式：没有奖励的不列入“奖励分配”；改动数据或细则后应得的奖励，要重新运行程序才有。\n";
        assertThat(book)
                .contains("B8 U2", "H8 0  [#,##0.00_ ]" + unlisted)
                .contains("B9 U3", "H9 0  [#,##0.00_ ]\n")
                .contains("B10 U4", "H10 0  [#,##0.00_ ]\n")
                .contains("未列入的平台改动数据或细则后应得的奖励，不在本表和“考核结果”的合计内，要重新运行程序才作准。");
    }

    @Test
    void aStatisticThatStandsIn() throws IOException {
        String book = assessed(
                Office.unitRules("代替", COLUMNS, MEASURES.replace("units.x", "units.x, missing: {stat: median}") + """
                rubric:
                  - {id: P1, label: 甲项, weight: 60, measure: x, score: {peers: {by: rank}}}
                  - {id: P2, label: 乙项, weight: 40, measure: m, score: {linear: {zero: 0, full: 1000万}}}
                """),
                """
                U1,甲家,A,90,100
                U2,乙家,B,,0
                """,
                "指标数据");
        assertThat(book).contains("C6 90  [#,##0_ ]  ※ 没有数据，按细则以此统计数代替；它不随其他数据变动，改填实有的数也不计入分组统计，要重新运行程序才作准\n");
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
