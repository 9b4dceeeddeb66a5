package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** Numbers of a column of shares or amounts are told with its unit wherever they are told: a head in % would say 0.75 %. */
class ColumnUnitsTest {

    private static final String RULES = Office.unitRules("列的单位", """
            share: {header: 份额（%）, type: percent}
            worth: {header: 原值（万元）, type: money}
            """, """
              log:
                files: log.csv
                belongs_to: unit
                columns:
                  unit: {header: 编号, type: subject, required: true}
                  p: {header: 比例（%）, type: percent, min: 0, max: 300%}
                  m: {header: 金额（万元）, type: money}
                  day: {header: 日期, type: date}
                checks:
                  - {id: late, reject: {day: {outside: period}}, because: 期外}
                  - {id: sum-p, warn: {sum: p, per: [day], over: 100%}}
                  - {id: sum-m, warn: {sum: m, per: [day], over: 10万}}
                  - {id: range, warn: {p: {outside: [0, 80%]}}}
                  - {id: such, warn: {p: 12.5%, m: {over: 5万}}}
            measures:
              p: {label: 比例合计, sum: log.p}
              off: {label: 平均比例, unit: "%", mean: log.p, spread: 4%}
              share: {label: 份额, unit: "%", value: units.share}
            rubric:
              - {id: A, label: 甲, weight: 50, measure: p, score: {linear: {zero: 0, full: 3}}}
              - {id: B, label: 乙, weight: 25, measure: off, score: {by: {of: roster.share, bands: [{under: 40%, use: {linear: {zero: 0, full: 50%}}}, {use: {linear: {zero: 0, full: 70%}}}]}}}
              - {id: C, label: 丙, weight: 25, measure: share, score: {linear: {zero: 0, full: {of: roster.worth, bands: [{under: 100万, use: 60%}, {use: 70%}]}}}}
            """);

    @TempDir
    private static Path folder;

    private static CommandRun run;
    private static Office.Outcome outcome;

    @BeforeAll
    static void assess() {
        outcome = Office.in(folder)
                .rules(RULES)
                .file("units.csv", "编号,名称,份额（%）,原值（万元）\nU1,甲家,45,120\n")
                .file(
                        "log.csv",
                        "编号,比例（%）,金额（万元）,日期\nU1,80,8,2024-02-01\nU1,70,7,2024-02-01\nU1,150,3.5,2025-02-01\nU1,150,3.5,2025-02-01\n")
                .assessWithScoreSheets();
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        run = new CommandRun(folder);
    }

    @Test
    void inTheWordsOfTheRules() {
        assertThat(run.run("check", "{dir}/data", "--explain-rules", "--lang", "zh")
                        .out())
                .contains(
                        "“比例（%）”不小于 0%，不大于 300%",
                        "比例（%）合计大于 100%：",
                        "金额（万元）合计大于 10 万元：",
                        "比例（%）不在 0%至 80%之内：",
                        "比例（%）为12.5%",
                        "与中位数相差大于 4%的",
                        "按份额（%）：低于 40%——",
                        "按原值（万元）：低于 100 万元——60%；其余——70%");
    }

    @Test
    void inFindings() {
        assertThat(outcome.findings())
                .contains("“比例（%）”合计 150%，超过 100%", "合计 15 万元，超过 10 万元", "“平均比例”的这个值与中位数 75%相差 5%，超过 4%");
    }

    @Test
    void inExplanationsAndOnScoreSheets() throws IOException {
        String explained =
                run.run("explain", "U1", "--run", "{dir}/out", "--lang", "zh").out()
                        + run.run("explain", "U1", "C", "--run", "{dir}/out", "--lang", "zh")
                                .out();
        assertThat(explained).contains("份额（%）为 45%：平均比例为 75%", "原值（万元）为 120 万元，取 70%");
        assertThat(run.cells("out/score-sheets/U1-甲家.xlsx", 0)).contains("|比例 300%");
        assertThat(run.cells("out/assessment.xlsx", 3)).contains("份额（%）低于 40%", "原值（万元）低于 100 万元");
    }
}
