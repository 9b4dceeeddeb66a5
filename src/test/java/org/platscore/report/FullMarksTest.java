package org.platscore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** The standard of full marks on a score sheet. */
class FullMarksTest {
    private static final String RULES = Office.unitRules("分档", "x: {header: 甲数, type: number}", """
            measures:
              x: {label: 甲数, value: roster.x}
            rubric:
              - {id: A, label: 升档, weight: 50, measure: x, score: {steps: [{from: {stat: p50}, points: 10}, {from: {stat: p90}, points: 50}]}}
              - {id: B, label: 降档, weight: 30, measure: x, score: {steps: [{over: {stat: mean}, points: 5}, {from: {stat: max}, points: 0}, {else: 30}]}}
              - {id: C, label: 零起, weight: 20, measure: x, score: {steps: [{from: 0, points: 20}, {over: {stat: mean}, points: 5}]}}
            """);

    private static final String CHOSEN = RULES.substring(0, RULES.indexOf("rubric:")) + """
            rubric:
              - {id: A, label: 所选, weight: 50, measure: x, score: {linear: {zero: 0, full: {of: x, bands: [{under: 9, use: 8}, {use: {stat: p75}}]}}}}
              - {id: B, label: 自身, weight: 50, measure: x, score: {per_unit: {every: x, points: 20, after: 5}}}
            """;

    /** Where the order of steps at statistics is not told by the rules: more for more, unless the lowest values get the most. */
    @Test
    void stepsAtStatisticsGoWithTheirPoints(@TempDir Path folder) throws IOException {
        assertThat(sheet(folder, RULES))
                .containsPattern("升档\\n(.*\\n){2}E\\d+ 全部比较对象的第 90 百分位数\\n")
                .containsPattern("降档\\n(.*\\n){2}E\\d+ 不超过 全部比较对象的平均值\\n")
                .containsPattern("零起\\n(.*\\n){2}E\\d+ 0，不超过 全部比较对象的平均值\\n");
    }

    @Test
    void whatTheSubjectsOwnFactsChooseIsItsStandard(@TempDir Path folder) throws IOException {
        assertThat(sheet(folder, CHOSEN))
                .containsPattern("所选\\n(.*\\n){2}E\\d+ 全部比较对象的第 75 百分位数\\n")
                .containsPattern("自身\\n(.*\\n){2}E\\d+ 30\\n");
    }

    /** The numbers of 评分细则 stand beside the words for when they are chosen. */
    @Test
    void whatNumbersChooseIsToldInTheUnitOfTheirMeasure(@TempDir Path folder) throws IOException {
        sheet(
                folder,
                CHOSEN.replace("x: {label: 甲数,", "x: {label: 甲数, unit: 元,").replace("under: 9,", "under: 100万,"));
        assertThat(CellDump.of(folder.resolve("out/assessment.xlsx"), List.of("评分细则")))
                .contains("甲数低于 100 万元");
    }

    @Test
    void aLimitIsChosenByNumbersInTheUnitOfTheirMeasureAndByFactsAsWritten(@TempDir Path folder) throws IOException {
        String limited = CHOSEN.replace("x: {label: 甲数,", "x: {label: 甲数, unit: 元,") + """
                grades:
                  - {id: pass, label: 合格}
                rewards:
                  parts:
                    - {id: base, label: 奖励, fixed: {pass: 2万}}
                  limit: [{of: x, bands: [{under: 30万, use: 1万}, {use: 3万}]},
                          {of: roster.x, bands: [{under: 40, use: 1万}, {use: 3万}]}]
                """;
        sheet(folder, limited);
        assertThat(CellDump.of(folder.resolve("out/assessment.xlsx"), List.of("评分细则")))
                .contains("甲数：低于 30 万元——")
                .contains("甲数：低于 40——");
    }

    private static String sheet(Path folder, String rules) throws IOException {
        Office.Outcome outcome = Office.in(folder)
                .rules(rules)
                .file("units.csv", "编号,名称,甲数\nU1,甲家,10\nU2,乙家,8\nU3,丙家,1\n")
                .assessWithScoreSheets();
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return CellDump.of(folder.resolve("out/score-sheets/U1-甲家.xlsx"), List.of("评分表"));
    }
}
