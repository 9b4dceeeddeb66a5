package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** A progressive share is told bracket by bracket, each with its end, so that nobody adds a higher one to a lower one. */
class ProgressiveShareTest {

    private static final String RULES = Office.unitRules("累进", "x: {header: 收入（元）, type: money}", """
            measures:
              x: {label: 收入, unit: 元, value: units.x}
            rubric:
              - {id: A, label: 甲, weight: 100, measure: x, score: {linear: {zero: 0, full: 100}}}
            rewards:
              parts:
                - id: share
                  label: 收入奖
                  rate: {of: x, brackets: [{over: 0, percent: 10%}, {over: 5万, percent: 5%}, {over: 20万, percent: 2%}]}
            """);

    @Test
    void everyBracketIsToldWithItsEnd(@TempDir Path folder) {
        Office.in(folder).rules(RULES).file("units.csv", "编号,名称,收入（元）\nU1,甲家,300000\n");
        assertThat(told(folder, "zh")).contains("不超过 5 万元的部分 10%、超过 5 万元至 20 万元的部分 5%、超过 20 万元的部分 2%");
        assertThat(told(folder, "en"))
                .contains("10% of what lies up to 50,000 yuan, 5% of what lies between 50,000 yuan and 200,000 yuan,"
                        + " 2% of what lies over 200,000 yuan");
    }

    @Test
    void bracketsHaveTheUnitOfTheirMeasure(@TempDir Path folder) {
        Office.in(folder)
                .rules(Office.unitRules("累进", """
                        n: {header: 次数, type: integer}
                        p: {header: 满意率（%）, type: percent}
                        h: {header: 人数, type: integer}
                        """, """
                        measures:
                          n: {label: 次数, unit: 次, value: units.n}
                          p: {label: 满意率, unit: "%", value: units.p}
                          h: {label: 人数, value: units.h}
                        rubric:
                          - {id: A, label: 甲, weight: 100, measure: n, score: {formula: "n + p + h"}}
                        rewards:
                          parts:
                            - {id: n, label: 次数奖, rate: {of: n, brackets: [{over: 0, percent: 100%}, {over: 5, percent: 50%}]}}
                            - {id: p, label: 满意奖, rate: {of: p, brackets: [{over: 20%, percent: 100%}]}}
                            - {id: h, label: 人数奖, rate: {of: h, brackets: [{over: 0, percent: 100%}, {over: 3, percent: 50%}]}}
                        """))
                .file("units.csv", "编号,名称,次数,满意率（%）,人数\nU1,甲家,9,74.5,4\n");
        assertThat(told(folder, "zh"))
                .contains("不超过 5 次的部分 100%、超过 5 次的部分 50%", "超过 20%的部分 100%", "不超过 3 的部分 100%、超过 3 的部分 50%")
                .doesNotContain(" 元的部分");
        assertThat(told(folder, "en")).contains("100% of what lies up to 5 次", "of what lies over 20%");
        CommandRun run = new CommandRun(folder);
        assertThat(run.run("assess", "{dir}/data", "--out", "{dir}/out").status())
                .isZero();
        assertThat(run.run("explain", "U1", "--run", "{dir}/out", "--lang", "zh")
                        .out())
                .contains("数据：n（次数）= 9 次", "数据：p（满意率）= 74.5%", "数据：h（人数）= 4\n", "次数 = 9 次、满意率 = 74.5%、人数 = 4）");
    }

    private static String told(Path folder, String lang) {
        return new CommandRun(folder)
                .run("check", "--rules", "{dir}/data/scoring-rules.yaml", "--explain-rules", "--lang", lang)
                .out();
    }
}
