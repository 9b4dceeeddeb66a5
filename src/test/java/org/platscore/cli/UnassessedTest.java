package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** Who is not assessed is told everywhere with the reason. */
class UnassessedTest {

    private static final String RULES = "missing: exclude\nat_least: 2\n" + Office.unitRules("评定", """
            x: {header: 甲数, type: number}
            y: {header: 乙数, type: number}
            held: {header: 整改, type: number}
            """, """
            measures:
              x: {label: 甲数, value: units.x}
              y: {label: 乙数, value: units.y}
              held: {label: 整改, value: units.held, missing: 0}
            rubric:
              - {id: A, label: 甲, weight: 50, measure: x, score: {linear: {zero: 0, full: 10}}}
              - {id: B, label: 乙, weight: 50, measure: y, score: {linear: {zero: 0, full: 10}}}
            vetoes:
              - {id: gone, label: 退出, when: "held = 2", out: true}
            """);

    private static final String GRADES = """
              - {id: held, label: 限期整改, when: "held = 1", at_best: good}
            grades:
              - {id: best, label: 优秀, min: 90}
              - {id: good, label: 良好, min: 60}
              - {id: rest, label: 一般}
            """;

    private static final String FEW = "下属各项中参与考核的只有 1 项，少于 2 项";

    @TempDir
    Path folder;

    private CommandRun assessed(String rules) {
        Office.in(folder).rules(rules).file("units.csv", """
                编号,名称,甲数,乙数,整改
                U1,甲家,8,9,
                U2,乙家,8,,1
                U3,丙家,8,9,2
                """);
        CommandRun run = new CommandRun(folder);
        CommandRun.Seen seen = run.run("assess", "{dir}/data", "--out", "{dir}/out", "--score-sheets", "--lang", "zh");
        assertThat(seen.status()).as(seen.err()).isZero();
        assertThat(seen.out()).contains("不予评定");
        return run;
    }

    @Test
    void theReasonIsOnTheScoreSheetAndInTheExplanation() throws IOException {
        for (String rules : List.of(RULES, RULES + GRADES)) {
            CommandRun run = assessed(rules);
            assertThat(run.cells("out/score-sheets/U2-乙家.xlsx", 0)).contains("|等次依据|不予评定：" + FEW);
            assertThat(run.cells("out/score-sheets/U3-丙家.xlsx", 0)).contains("|等次依据|不予评定：一票否决：退出");
            assertThat(run.run("explain", "U2", "--run", "{dir}/out", "--lang", "zh")
                            .out())
                    .contains("  不予评定：" + FEW);
            assertThat(run.run("explain", "U3", "--run", "{dir}/out", "--lang", "en")
                            .out())
                    .contains("  not assessed: veto: 退出");
            assertThat(run.run("explain", "U2", "--run", "{dir}/out", "--format", "json", "--lang", "zh")
                            .out())
                    .contains("\"unassessed\": \"" + FEW + "\"");
        }
    }

    @Test
    void theExplanationOfTheGradeSaysWhyThereIsNone() {
        CommandRun run = assessed(RULES + GRADES.replace("held = 1", "held = 3"));
        assertThat(run.run("explain", "U2", "--run", "{dir}/out", "--lang", "zh")
                        .out())
                .contains("四、等次\n  不予评定：" + FEW + "\n");
        assertThat(run.run("explain", "U3", "--run", "{dir}/out", "--lang", "zh")
                        .out())
                .contains("四、等次\n  一票否决：退出\n\n");
    }

    @Test
    void theNoticeSaysThatTheRulesHaveNoGrades() throws IOException {
        assertThat(assessed(RULES).cells("out/notice.xlsx", 0)).contains("予以公示。细则没有设等次，没有评定等次的平台。");
        assertThat(assessed(RULES + GRADES).cells("out/notice.xlsx", 0)).contains("等次的平台共 1 家，其中优秀 0 家、良好 1 家、一般 0 家。");
    }

    @Test
    void sharesOfGradesAreOfThoseAssessed() throws IOException {
        CommandRun run = assessed(RULES + GRADES);
        assertThat(run.cells("out/assessment.xlsx", 4)).contains("|优秀|0|0.0%|", "|良好|1|100.0%|", "|一般|0|0.0%|");
    }

    @Test
    void aVetoThatOnlyHoldsTheGradeDownIsNotTheReason() {
        CommandRun run = assessed(RULES + GRADES);
        assertThat(run.run("advise", "U2", "--run", "{dir}/out", "--lang", "zh").out())
                .contains("不予评定：" + FEW)
                .doesNotContain("限期整改");
    }
}
