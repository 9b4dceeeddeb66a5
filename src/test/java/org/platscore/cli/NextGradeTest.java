package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.Office;

/** The next grade, full marks and ways up as score sheets and advice tell them, with vetoes and decisions. */
class NextGradeTest {

    private static final String RULES = Office.unitRules("等次", """
            x: {header: 甲数, type: number}
            faults: {header: 造假次数, type: number}
            """, """
            measures:
              x: {label: 甲数, unit: 次, value: units.x}
              faults: {label: 造假次数, unit: 次, value: units.faults}
            rubric:
              - {id: A, label: 甲, weight: 100, measure: x, score: {per_unit: {every: 2, points: 15, after: 1, base: 20, whole: true}}}
            deductions:
              - {id: G, label: 整改, limit: 4, measure: faults, score: {by: {of: x, bands: [{under: 100, use: {per_unit: {every: 1, points: 2, after: 3}}}, {use: {linear: {zero: 0, full: 9}}}]}}}
            vetoes:
              - {id: out, label: 出局, when: "faults = 1", out: true}
              - {id: fraud, label: 造假, when: "faults = 2", grade: fail}
              - {id: held, label: 至多良好, when: "faults = 3", at_best: good}
            grades:
              - {id: excellent, label: 优秀, min: 90}
              - {id: good, label: 良好, min: 75}
              - {id: pass, label: 合格, min: 60}
              - {id: fail, label: 不合格}
            """);

    private static final String UNITS = """
            编号,名称,甲数,造假次数
            BEST,甲家,13,0
            LOW,乙家,5,0
            FRAUD,丙家,13,2
            HELD,丁家,13,3
            DOWN,戊家,13,0
            UP,己家,7,0
            KEPT,庚家,9,0
            OUT,辛家,13,1
            """;

    private static final String DECISIONS = """
            编号,等次,理由,决定人,日期
            DOWN,不合格,整改不力,局长办公会,2025-01-02
            UP,良好,整改到位,局长办公会,2025-01-02
            KEPT,良好,维持,局长办公会,2025-01-02
            """;

    @TempDir
    private static Path folder;

    private static CommandRun run;

    @BeforeAll
    static void assess() {
        run = CommandRun.withSheets(
                folder, Office.in(folder).rules(RULES).file("units.csv", UNITS).file("decisions.csv", DECISIONS));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            BEST-甲家  | 已是最高等次
            LOW-乙家   | 距“合格”还差 10 分
            FRAUD-丙家 | 未评为“合格”：因“造假”定为不合格
            HELD-丁家  | 未评为“优秀”：因“至多良好”
            DOWN-戊家  | 未评为“合格”：会议决定由优秀改定为不合格：整改不力
            UP-己家    | 距“优秀”还差 25 分
            KEPT-庚家  | 距“优秀”还差 10 分
            OUT-辛家   | 不适用
            """)
    void theNextGradeIsTheOneAboveItsOwn(String sheet, String next) throws IOException {
        assertThat(run.cells("out/score-sheets/" + sheet + ".xlsx", 0)).contains("|上一等次|" + next);
    }

    @Test
    void wholeUnitsForFullMarksAreRoundedUp() throws IOException {
        assertThat(run.cells("out/score-sheets/LOW-乙家.xlsx", 0)).contains("|甲|5|次|13|");
    }

    @Test
    void aVetoIsToldWithItsConditionInPlaceOfWaysUp() throws IOException {
        String barred = "因“造假”（造假次数 = 2）定为“不合格”，只有不再有这种情形，等次才可能提高";
        assertThat(run.run("advise", "FRAUD", "--run", "{dir}/out", "--lang", "zh")
                        .out())
                .contains(barred)
                .doesNotContain("没有哪一项数据");
        assertThat(run.cells("out/score-sheets/FRAUD-丙家.xlsx", 0))
                .contains(barred)
                .doesNotContain("单靠改进一项数据");
        assertThat(run.run("advise", "OUT", "--run", "{dir}/out", "--lang", "zh")
                        .out())
                .contains("因“出局”（造假次数 = 1）不予评定，只有不再有这种情形才予评定");
    }

    @Test
    void aDeductionTakesPointsOff() throws IOException {
        assertThat(run.cells("out/score-sheets/HELD-丁家.xlsx", 0))
                .contains("超出部分每 1 次扣 2 分")
                .doesNotContain("每 1 次得");
        assertThat(run.cells("out/assessment.xlsx", 3)).contains("每 1 次再扣 2 分", "9 次扣满");
        assertThat(run.run("explain", "HELD", "--run", "{dir}/out", "--lang", "en")
                        .out())
                .contains("0 points off at 3 次, 2 for every 1 次 beyond");
        assertThat(run.run("check", "{dir}/data", "--explain-rules", "--lang", "zh")
                        .out())
                .contains("9 次扣满");
    }
}
