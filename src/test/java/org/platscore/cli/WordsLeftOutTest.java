package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** Sentences read well where something in them is not there: a unit, a date, ways up that are an aim. */
class WordsLeftOutTest {

    private static final String RULES =
            Office.unitRules("缺词", "x: {header: 甲数, type: number}\nd: {header: 乙数, type: number}", """
            measures:
              x: {label: 甲数, value: units.x}
              d: {label: 乙数, value: units.d}
              q: {label: 商, formula: "40 / d"}
            rubric:
              - {id: A, label: 甲, weight: 60, measure: x, score: {linear: {zero: 0, full: 10}}}
              - {id: B, label: 乙, weight: 40, measure: q, score: {linear: {zero: 0, full: 40}}}
            grades:
              - {id: best, label: 优秀, min: 80}
              - {id: good, label: 良好, min: 50}
              - {id: rest, label: 一般}
            """);

    @TempDir
    private static Path folder;

    private static CommandRun run;

    @BeforeAll
    static void assess() {
        run = CommandRun.withSheets(
                folder,
                Office.in(folder)
                        .rules(RULES)
                        .file("units.csv", "编号,名称,甲数,乙数\nWAY,甲家,3,1\nNONE,乙家,10,20\nSET,丙家,3,1\n")
                        .file("decisions.csv", "编号,等次,理由,决定人\nSET,优秀,突出,局长办公会\n")
                        .file("adjustments.csv", "编号,度量,操作,数值,理由,核定人\nSET,甲数,核增,1,漏报,财务组\n"));
    }

    @Test
    void aNumberWithoutAUnitStandsApartFromTheWords() throws IOException {
        assertThat(run.cells("out/score-sheets/WAY-甲家.xlsx", 0)).contains("甲数由 3 达到 6.67：");
    }

    @Test
    void adviceWithoutAnAimDoesNotAnnounceOne() {
        String advice =
                run.run("advise", "NONE", "--run", "{dir}/out", "--lang", "zh").out();
        assertThat(advice)
                .contains("没有哪一项数据单独改进就能评为“优秀”。\n\n下列数据减少也能达到", "乙数减少 ")
                .doesNotContain("下列任何一项数据");
    }

    @Test
    void whoDecidedStandsAloneWhereNoDayIsKnown() throws IOException {
        String explained =
                run.run("explain", "SET", "--run", "{dir}/out", "--lang", "zh").out();
        assertThat(explained)
                .contains("定为优秀。突出；局长办公会\n", "核增 1 → 4：漏报；财务组\n", "突出（局长办公会）")
                .doesNotContain(" \n");
        assertThat(run.cells("out/assessment.xlsx", 0)).contains("（局长办公会）");
    }
}
