package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** Advice whose grade the rewards could not pay says so. */
class UnpaidAdviceTest {

    private static final String RULES = Office.unitRules("奖励", "x: {header: 甲数, type: number}", """
            measures:
              x: {label: 甲数, value: units.x}
            rubric:
              - {id: A, label: 甲, weight: 100, measure: x, score: {linear: {zero: 0, full: 100}}}
            grades:
              - {id: best, label: 优秀, min: 90}
              - {id: rest, label: 一般}
            rewards:
              budget: 30万
              parts:
                - {id: base, label: 基本, fixed: {best: 20万}}
            """);

    @Test
    void whatWouldStopTheRunIsToldInPlaceOfTheReward(@TempDir Path folder) {
        Office.in(folder).rules(RULES).file("units.csv", "编号,名称,甲数\nU1,甲家,95\nU2,乙家,80\n");
        CommandRun run = new CommandRun(folder);
        assertThat(run.run("assess", "{dir}/data", "--out", "{dir}/out").status())
                .isZero();
        assertThat(run.run("advise", "U2", "--run", "{dir}/out", "--lang", "zh").out())
                .contains("总分 90，第 2 名，优秀", "这时奖励发不出来：会超过预算，或资金池不够付下限");
        assertThat(run.run("advise", "U2", "--run", "{dir}/out", "--lang", "en").out())
                .contains("the rewards could then not be paid");
    }
}
