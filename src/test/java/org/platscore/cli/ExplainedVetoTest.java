package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** What a veto does to rank and reward is told where they are explained, since points and grade alone would not give them. */
class ExplainedVetoTest {

    private static final String RULES = Office.unitRules("否决", "score: {header: 分, type: number, required: true}", """
            measures:
              score: {value: roster.score}
            rubric:
              - {id: A, weight: 100, measure: score, score: {linear: {zero: 0, full: 100}}}
            vetoes:
              - {id: V1, label: 造假, when: score = 95, grade: good}
              - {id: V2, label: 封顶, when: score = 85, at_best: good}
              - {id: V3, label: 退出, when: score = 50, out: true}
            grades:
              - {id: excellent, label: 优秀, min: 90}
              - {id: good, label: 良好, min: 80}
              - {id: fail, label: 不合格}
            rewards:
              parts:
                - {id: base, label: 等次奖励, fixed: {excellent: 30万, good: 10万}}
            """);

    @TempDir
    Path folder;

    @BeforeEach
    void aFolderOfFour() {
        Office.Outcome outcome = Office.in(folder)
                .rules(RULES)
                .file("units.csv", "编号,名称,分\nP1,甲,95\nP2,乙,85\nP3,丙,80\nP4,丁,50\n")
                .assess();
        assertThat(outcome.exit()).as(outcome.err()).isZero();
    }

    @Test
    void whomAVetoLeavesWithoutRewardIsToldSo() {
        assertThat(told("P1", "zh")).containsSequence("五、奖励", "  一票否决，没有奖励：造假", "  等次奖励（base）：0 元");
        assertThat(told("P1", "en")).containsSequence("5. Reward", "  no reward because of the veto: 造假");
        assertThat(told("P2", "zh")).containsSequence("五、奖励", "  等次奖励（base）：10 万元");
        assertThat(told("P4", "zh")).containsSequence("五、奖励", "  一票否决，没有奖励：退出");
    }

    @Test
    void whomAVetoPutsBehindLowerTotalsIsToldSo() {
        assertThat(told("P3", "zh"))
                .containsSequence("  第 2 名，参加评定的共 3 个", "  前：第 1 名 P2 乙，总分 85", "  后：第 3 名 P1 甲，总分 95，一票否决的排在其他之后");
        assertThat(told("P1", "zh")).contains("  前：第 2 名 P3 丙，总分 80，一票否决的排在其他之后");
        assertThat(told("P3", "en")).contains("  after: rank 3 P1 甲, total 95, the vetoed come after all others");
    }

    private List<String> told(String id, String lang) {
        CommandRun.Seen seen = new CommandRun(folder).run("explain", id, "--run", "{dir}/out", "--lang", lang);
        assertThat(seen.status()).as(seen.err()).isZero();
        return seen.out().lines().toList();
    }
}
