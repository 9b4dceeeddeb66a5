package org.platscore.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;
import org.platscore.cli.Main;

/** Weights that only stand in proportion are no full marks: the reports show what comes of them, and say so. */
class RelativeWeightsTest {
    private static final String RULES =
            Office.unitRules("相对分值", "x: {header: 甲数, type: number}\ny: {header: 乙数, type: number}", """
            full_marks: 60
            weights: relative
            combine: geometric
            at_least: 2
            measures:
              x: {label: 甲数, value: roster.x}
              y: {label: 乙数, value: roster.y, missing: exclude}
            rubric:
              - {id: A, label: 甲项, weight: 3, measure: x, score: {linear: {zero: 0, full: 10}}}
              - id: B
                label: 乙组
                weight: 1
                weights: relative
                at_least: 1
                of:
                  - {id: B1, label: 乙一, weight: 2, measure: x, score: {linear: {zero: 0, full: 10}}}
                  - {id: B2, label: 乙二, weight: 1, measure: y, score: {linear: {zero: 0, full: 10}}}
            """);

    @TempDir
    private static Path folder;

    @BeforeAll
    static void assess() {
        Office.Outcome outcome = Office.in(folder)
                .rules(RULES)
                .file("units.csv", "编号,名称,甲数,乙数\nU1,甲家,10,5\nU2,乙家,8,\n")
                .assess();
        assertThat(outcome.exit()).as(outcome.err()).isZero();
    }

    @Test
    void headsOfPointsShowTheFullMarksThatComeOfThem() throws IOException {
        String book = CellDump.of(folder.resolve("out/assessment.xlsx"), List.of("考核结果", "评分明细"));
        assertThat(book).contains("甲项", "（45分）", "（15分）", "（10分）", "（5分）").doesNotContain("（3分）", "（2分）", "（1分）");
    }

    @Test
    void theRulesPageSaysThatTheyStandInProportionAndHowTheHeadCombines() throws IOException {
        String book = CellDump.of(folder.resolve("out/assessment.xlsx"), List.of("评分细则"));
        assertThat(book).contains("各项得分相加；下列各项的分值只表示比例").contains("各项得分率的加权几何平均 × 分值；各项的分值只表示比例；参与考核的不足 2 项时，不予评定");
    }

    @Test
    void anExplanationTellsThemFromWeightsSpreadAnew() {
        assertThat(explained("U1", "B1")).contains("分值：原定 2 分只表示比例，合 10 分").doesNotContain("因有指标");
        assertThat(explained("U2", "B1")).contains("分值：原定 2 分只表示比例，合 10 分；因有指标不参与考核，调整为 15 分");
    }

    private static String explained(String id, String indicator) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(said, true, UTF_8)) {
            Main.run(
                    new String[] {
                        "explain", id, indicator, "--run", folder.resolve("out").toString(), "--lang", "zh"
                    },
                    out,
                    out);
        }
        return said.toString(UTF_8);
    }
}
