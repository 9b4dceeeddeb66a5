package org.platscore.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.platscore.finding.Exact;
import org.platscore.finding.Lang;
import org.platscore.intake.Subject;

/** The cases of cases.txt: sections of rules, a table of subjects, and what each of them gets. */
class ScoringCasesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theRubricGivesWhatTheCaseSays(Case each) {
        Trial trial = Trial.of(each.rules, each.table);
        List<String> met = new ArrayList<>();
        for (String line : each.expected.strip().lines().toList()) {
            met.add(line.startsWith("! ") ? line : seen(trial, line));
        }
        assertThat(String.join("\n", met)).isEqualTo(each.expected.strip());
        List<String> told = trial.told().stream().map(line -> "! " + line).toList();
        assertThat(told)
                .isEqualTo(each.expected
                        .lines()
                        .filter(line -> line.startsWith("! "))
                        .toList());
        trial.subjects().forEach(subject -> trial.nodes(subject).values().forEach(ScoringCasesTest::explainsItself));
    }

    @Test
    void anIndicatorThatIsLeftOutIsToldWithTheReasonAndWhatToDo() {
        Trial trial = Trial.of("""
                full_marks: 10
                rubric:
                  - {id: A, label: 甲项, weight: 5, measure: x, score: {by: {of: roster.class, cases: {A: {formula: "1"}, B: {formula: "2"}}}}}
                  - {id: B, weight: 5, measure: x, score: {linear: {zero: 0, full: y}}}
                """, "id class x y\nP1 C 1 0\n");

        assertThat(trial.findings().met().stream()
                        .map(each ->
                                each.message().in(Lang.ZH) + " " + each.action().in(Lang.ZH)))
                .containsExactly(
                        "指标“A 甲项”：类别为 C，没有规定评分方法，这一项不计。 在规则里补上这一类，或写 else。", "指标“B”：零分线与满分线同为 0，这一项不计。 核对基准用到的数据和规则。");
    }

    private static void explainsItself(NodeScore score) {
        for (Lang lang : Lang.values()) {
            assertThat(score.reason().in(lang)).isNotBlank().doesNotContain("{0}");
        }
    }

    /** Returns the line as it would have to be: the same names, what they really are. */
    private static String seen(Trial trial, String line) {
        String[] words = line.split(" +");
        Subject subject = trial.subjects().stream()
                .filter(each -> each.id().equals(words[0]))
                .findFirst()
                .orElseThrow();
        SubjectScore score = trial.scores().subjects().get(subject.index());
        Map<String, NodeScore> nodes = trial.nodes(subject);
        List<String> seen = new ArrayList<>(List.of(words[0]));
        for (String word : List.of(words).subList(1, words.length)) {
            String name = word.substring(0, word.indexOf('='));
            seen.add(name + "=" + value(name, score, nodes));
        }
        return String.join(" ", seen);
    }

    private static String value(String name, SubjectScore score, Map<String, NodeScore> nodes) {
        switch (name) {
            case "total":
                return score.total() == null ? "none" : Exact.plain(score.total());
            case "bonus":
                return Exact.plain(score.bonus());
            case "deduction":
                return Exact.plain(score.deduction());
            case "veto":
                return score.veto() == null ? "none" : score.veto().id();
            default:
                boolean weight = name.startsWith("weight.");
                NodeScore node = Objects.requireNonNull(nodes.get(weight ? name.substring(7) : name), name);
                if (weight) {
                    return Exact.brief(node.weight());
                }
                return node.status() == NodeScore.Status.SCORED
                        ? Exact.plain(Objects.requireNonNull(node.points()))
                        : node.status().key();
        }
    }

    /** A case: its label, sections of rules, a table of subjects, and a line a subject. */
    record Case(String label, String rules, String table, String expected) {
        @Override
        public String toString() {
            return label;
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream in = Objects.requireNonNull(ScoringCasesTest.class.getResourceAsStream("cases.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("(?m)^=== "))
                    .filter(block -> !block.isBlank())
                    .map(ScoringCasesTest::parsed);
        }
    }

    private static Case parsed(String block) {
        String[] head = block.split("\n", 2);
        String[] parts = head[1].split("(?m)^---\n");
        return new Case(head[0].strip(), parts[0], parts[1], parts[2]);
    }
}
