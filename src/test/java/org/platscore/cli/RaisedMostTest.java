package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** Advice without a way up names the figure that would raise the total most, if any would. */
class RaisedMostTest {

    private static final String RULES =
            Office.unitRules("全靠两项", "x: {header: 甲数, type: number}\ny: {header: 乙数, type: number}", """
            combine: geometric
            measures:
              x: {label: 甲数, value: units.x}
              y: {label: 乙数, value: units.y}
            rubric:
              - {id: A, label: 甲, weight: 50, measure: x, score: {linear: {zero: 0, full: 100}}}
              - {id: B, label: 乙, weight: 50, measure: y, score: {linear: {zero: 0, full: 100}}}
            grades:
              - {id: best, label: 优秀, min: 90}
              - {id: rest, label: 一般}
            """);

    @Test
    void aFigureThatRaisesNothingIsNotSaidToRaiseTheTotalMost(@TempDir Path folder) {
        assertThat(advised(folder, "0,0")).contains("目前未评为“优秀”：总分 0 低于 90 分线").doesNotContain("总分提高最多");
        assertThat(advised(folder, "25,16")).contains("总分提高最多的是“乙数”").contains("没有哪一项数据单独改进就能评为“优秀”");
    }

    private static String advised(Path folder, String figures) {
        Office.in(folder).rules(RULES).file("units.csv", "编号,名称,甲数,乙数\nU1,甲家," + figures + "\n");
        CommandRun run = new CommandRun(folder);
        assertThat(run.run("assess", "{dir}/data", "--out", "{dir}/out").status())
                .isZero();
        return run.run("advise", "U1", "--run", "{dir}/out", "--lang", "zh").out();
    }
}
