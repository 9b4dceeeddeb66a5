package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** Roster cells by which a method or a benchmark is chosen. */
class ChoosingCellsTest {

    private static final String RULES = "missing: 3\n" + Office.unitRules("t", """
            class: {label: 类别, type: choice, choices: [A, B]}
            mood: {label: 口碑, type: scale, values: {好: 100, 佳: 100, 差: 0}}
            n: {type: number}
            """, """
            measures:
              n: {value: roster.n}
            rubric:
              - {id: X, weight: 100, measure: n, score: SCORE}
            """);

    @TempDir
    Path folder;

    @Test
    void aWordOfAScaleFallsIntoTheBandOfItsNumber() {
        Office.Outcome outcome = run(
                "{linear: {zero: 0, full: {of: roster.mood, bands: [{under: 60, use: 10}, {use: 20}]}}}",
                "P1,甲,A,好,5\nP2,乙,B,差,5\n");

        assertThat(outcome.of("P1").get("total").asInt()).isEqualTo(25);
        assertThat(outcome.of("P2").get("total").asInt()).isEqualTo(50);
    }

    @Test
    void theHeadsNumberFallsIntoABandForABlankCell() {
        Office.Outcome outcome = run(
                "{by: {of: roster.mood, bands: [{under: 60, use: {linear: {zero: 0, full: 10}}}, {use: {linear: {zero: 0, full: 20}}}]}}",
                "P1,甲,A,,5\n");

        assertThat(outcome.of("P1").get("total").asInt()).isEqualTo(50);
    }

    @Test
    void theHeadsNumberIsNoCategory() {
        Office.Outcome outcome = run(
                "{by: {of: roster.class, cases: {A: {linear: {zero: 0, full: 10}}, B: {linear: {zero: 0, full: 20}}}}}",
                "P1,甲,,好,5\nP2,乙,B,差,5\n");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.findings())
                .contains("stop,missing-value,,,,,,,P1,指标“X”需要类别，而该平台没有数值")
                .doesNotContain("类别为 3");
    }

    @Test
    void theHeadsNumberChoosesAStandInForABlankCell() {
        Office.Outcome outcome = Office.in(folder)
                .rules(RULES.replace("SCORE", "{linear: {zero: 0, full: 10}}")
                        .replace(
                                "roster.n}",
                                "roster.n, missing: {of: roster.mood, bands: [{under: 60, use: 2}, {use: 4}]}}"))
                .file("units.csv", "编号,名称,class,mood,n\nP1,甲,A,,\nP2,乙,A,好,\n")
                .assess();

        assertThat(outcome.of("P1").get("total").asInt()).isEqualTo(20);
        assertThat(outcome.of("P2").get("total").asInt()).isEqualTo(40);
    }

    @Test
    void aStatisticThatStandsInIsTakenWithinOneWordOfAScaleWhateverItCounts() {
        Office.Outcome outcome = Office.in(folder)
                .rules(RULES.replace("SCORE", "{linear: {zero: 0, full: 10}}")
                        .replace("roster.n}", "roster.n, missing: {stat: mean, within: mood}}"))
                .file("units.csv", "编号,名称,class,mood,n\nP1,甲,A,好,2\nP2,乙,A,佳,6\nP3,丙,A,佳,\nP4,丁,A,,3\nP5,戊,A,,\n")
                .assess();

        assertThat(outcome.of("P3").get("total").asInt()).isEqualTo(60);
        assertThat(outcome.of("P5").get("total").asInt()).isEqualTo(30);
    }

    @Test
    void aDerivedColumnIsWorkedOutFromTheFormThatStandsForTheRoster() throws IOException {
        Files.writeString(folder.resolve("rules.yaml"), Office.unitRules("t", """
                staff: {type: number}
                rooms: {type: number}
                """, """
                    derive: {size: "IF(staff > 10, \\"大\\", \\"小\\")", crowd: "staff / rooms"}
                  form:
                    files: "forms/*.csv"
                    belongs_to: {label: 编号}
                    fields:
                      n: {type: number}
                      staff: {type: number}
                measures:
                  n: {value: form.n}
                rubric:
                  - {id: X, weight: 60, measure: n, score: {linear: {zero: 0, full: {of: roster.size, cases: {大: 20, 小: 10}}}}}
                  - {id: Y, weight: 40, measure: n, score: {linear: {zero: 0, full: {of: roster.crowd, bands: [{under: 9, use: 5}, {use: 8}]}}}}
                """));
        Files.writeString(folder.resolve("P1.csv"), "编号,P1\nn,5\nstaff,12\n");

        CommandRun.Seen seen = new CommandRun(folder).run("score", "{dir}/P1.csv", "--rules", "{dir}/rules.yaml");

        assertThat(seen.status()).as(seen.err()).isZero();
        assertThat(seen.out()).contains(",P1,,scored,15.00,40,").endsWith(",15.00,\n");
    }

    private Office.Outcome run(String score, String rows) {
        return Office.in(folder)
                .rules(RULES.replace("SCORE", score))
                .file("units.csv", "编号,名称,class,mood,n\n" + rows)
                .assess();
    }
}
