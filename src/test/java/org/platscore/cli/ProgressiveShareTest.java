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

    private static String told(Path folder, String lang) {
        return new CommandRun(folder)
                .run("check", "--rules", "{dir}/data/scoring-rules.yaml", "--explain-rules", "--lang", lang)
                .out();
    }
}
