package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** A change that lifts a grade only because others fall behind wins no points of its own, and the advice says so. */
class OthersPassedTest {

    private static final String RULES =
            Office.unitRules("相对", "x: {header: 甲数, type: number}\ny: {header: 乙数, type: number}", """
            measures:
              x: {label: 甲数, value: units.x}
              y: {label: 乙数, value: units.y}
              ratio: {label: 比值, formula: "1000 / y"}
            rubric:
              - {id: A, label: 甲, weight: 50, measure: x, score: {linear: {zero: 0, full: 100}}}
              - {id: B, label: 乙, weight: 50, measure: ratio, score: {peers: {by: share-of-best}}}
            grades:
              - {id: best, label: 优秀, min: 10, at_most: 1}
              - {id: rest, label: 一般}
            """);

    @Test
    void noPointsOfItsOwnAreToldAsSuch(@TempDir Path folder) {
        Office.in(folder).rules(RULES).file("units.csv", "编号,名称,甲数,乙数\nU1,甲家,40,10\nU2,乙家,50,11\nU3,丙家,0,100\n");
        CommandRun run = new CommandRun(folder);
        assertThat(run.run("assess", "{dir}/data", "--out", "{dir}/out").status())
                .isZero();
        assertThat(run.run("advise", "U1", "--run", "{dir}/out", "--lang", "zh").out())
                .contains("    自身各项得分不变；总分 70，第 1 名，优秀\n");
        assertThat(run.run("advise", "U1", "--run", "{dir}/out", "--lang", "en").out())
                .contains("    own points as before; total 70, rank 1, 优秀\n");
    }
}
