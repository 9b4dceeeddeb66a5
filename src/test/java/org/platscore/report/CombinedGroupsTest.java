package org.platscore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;
import org.platscore.cli.Main;

/** Groups whose points are not the sum of their parts say what made them. */
class CombinedGroupsTest {

    private static final String RULES =
            Office.unitRules("合成", "x: {header: 甲数, type: number}\ny: {header: 乙数, type: number}", """
            combine: minimum
            measures:
              x: {label: 甲数, value: roster.x}
              y: {label: 乙数, value: roster.y, missing: exclude}
            rubric:
              - id: A
                label: 甲组
                weight: 50
                combine: harmonic
                of:
                  - {id: A1, label: 甲一, weight: 25, measure: x, score: {linear: {zero: 0, full: 10}}}
                  - {id: A2, label: 甲二, weight: 25, measure: y, score: {linear: {zero: 0, full: 10}}}
              - id: B
                label: 乙组
                weight: 30
                of:
                  - {id: B1, label: 乙一, weight: 10, measure: x, score: {linear: {zero: 0, full: 20}}}
                  - {id: B2, label: 乙二, weight: 20, measure: x, score: {linear: {zero: 0, full: 20}}}
              - id: C
                label: 丙组
                weight: 20
                for: {y: {min: 100}}
                of:
                  - {id: C1, label: 丙一, weight: 20, measure: x, score: {linear: {zero: 0, full: 10}}}
            """);

    @TempDir
    private static Path folder;

    @BeforeAll
    static void assess() {
        Office.Outcome outcome = Office.in(folder)
                .rules(RULES)
                .file("units.csv", "编号,名称,甲数,乙数\nU1,甲家,8,4\n")
                .assessWithScoreSheets();
        assertThat(outcome.exit()).as(outcome.err()).isZero();
    }

    @Test
    void theWholeExplanationTellsHowTheyAreCombined() {
        assertThat(explained("U1"))
                .contains(
                        "A 甲组：33.33 分（满分 62.5 分）\n    各项得分率的加权调和平均乘以分值，得 ≈33.3333 分\n",
                        "B 乙组：15.00 分（满分 37.5 分）\n    B1 乙一",
                        "指标合计：各项得分率中最低的乘以分值，得 40 分\n");
    }

    @Test
    void theExplanationOfAnIndicatorTellsTheHeadToo() {
        assertThat(explained("U1", "B1")).contains("指标合计：各项得分率中最低的乘以分值，得 40 分\n");
    }

    @Test
    void aWeightThatIsLargerForWantOfAnotherGroupBlamesNoneOfItsOwn() {
        assertThat(explained("U1", "B1")).contains("分值：原定 10 分，因有指标不参与考核，调整为 12.5 分");
    }

    @Test
    void theScoreSheetTellsWhatMadeThemAndWhyAGroupIsOut() throws IOException {
        String sheet = CellDump.of(folder.resolve("out/score-sheets/U1-甲家.xlsx"), List.of("评分表"));
        assertThat(sheet).contains("各项得分率的加权调和平均乘以分值", "各项得分率中最低的乘以分值", "不适用").doesNotContain("各项得分相加");
    }

    private static String explained(String... what) {
        List<String> args = new ArrayList<>(List.of("explain"));
        args.addAll(List.of(what));
        args.addAll(List.of("--run", folder.resolve("out").toString(), "--lang", "zh"));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            Main.run(args.toArray(String[]::new), out, out);
        }
        return said.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
