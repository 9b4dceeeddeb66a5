package org.platscore.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.Office;
import tools.jackson.databind.JsonNode;

/** What the office's meeting decides in place of computed grades. */
class DecisionsTest {

    private static final String RULES = """
            platscore: 1
            title: 决定
            period: {from: 2021-01-01, to: 2022-12-31}
            inputs:
              platforms:
                files: platforms.csv
                roster: {id: id, name: name}
                columns:
                  id: {header: id, type: text}
                  name: {header: name, type: text}
                  a: {header: a, type: number}
                  fraud: {header: fraud, type: number, default: 0}
            measures:
              points: {value: roster.a, missing: exclude}
              fraud: {value: roster.fraud}
            rubric:
              - {id: A, weight: 100, measure: points, score: {linear: {zero: 0, full: 100}}}
            vetoes:
              - {id: f, label: 造假, when: "fraud = 1", grade: fail}
            grades:
              - {id: excellent, label: 优秀, min: 80, at_most: 1}
              - {id: good, label: 良好, min: 60}
              - {id: fail, label: 不合格}
            rewards:
              budget: 1000
              parts:
                - {id: base, fixed: {excellent: 100, good: 50}}
            """;

    private static final String ROSTER = "id,name,a,fraud\nP1,甲,95,\nP2,乙,90,\nP3,丙,10,\nP4,丁,99,1\nP5,戊,,\n";

    @TempDir
    Path folder;

    private Office.Outcome decided(String name, String text) {
        return Office.in(folder)
                .rules(RULES)
                .file("platforms.csv", ROSTER)
                .file(name, text)
                .assess();
    }

    @Test
    void aDecisionTakesTheComputedGradesPlaceBeforeRewardsAndLeavesTheQuotaAlone() {
        Office.Outcome outcome = decided("decisions.csv", """
                编号,等次,理由,决定人,日期
                P1,良好,有投诉,局长办公会,2023-01-05
                丙,excellent,重大贡献,局长办公会,
                P4,good,已整改,局长办公会,2023/1/6
                """);
        assertThat(grades(outcome))
                .containsExactly("P1 good 50", "P2 good 50", "P3 excellent 100", "P4 good 0", "P5 null 0");
        JsonNode decision = outcome.of("P1").get("decision");
        assertThat(decision.get("grade").asString()).isEqualTo("good");
        assertThat(decision.get("computed").asString()).isEqualTo("excellent");
        assertThat(decision.get("decided_by").asString()).isEqualTo("局长办公会");
        assertThat(outcome.of("P4").get("decision").get("date").asString()).isEqualTo("2023-01-06");
        assertThat(outcome.of("P2").has("decision")).isFalse();
        JsonNode path = outcome.of("P3").get("grade_path");
        assertThat(path.get(2).get("taken").asBoolean()).isTrue();
        assertThat(path.get(3).get("grade").asString()).isEqualTo("excellent");
        assertThat(path.get(3).get("reason").asString()).isEqualTo("会议决定由不合格改定为优秀：重大贡献（局长办公会）");
        assertThat(outcome.results().get("grades").get("good").asInt()).isEqualTo(3);
    }

    private static List<String> grades(Office.Outcome outcome) {
        return outcome.byId().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(each -> each.getKey() + " "
                        + (each.getValue().get("grade").isNull()
                                ? "null"
                                : each.getValue().get("grade").asString())
                        + " "
                        + each.getValue()
                                .get("reward")
                                .get("amount")
                                .decimalValue()
                                .toPlainString())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # label                | row                    | code
            an unknown subject     | P9,良好,理由,会,        | unknown-subject
            an unknown grade       | P1,良,理由,会,          | bad-value
            not assessed           | P5,良好,理由,会,        | correction-unused
            without reason         | P1,良好,,会,            | missing-value
            without decider        | P1,良好,理由,,          | missing-value
            without grade          | P1,,理由,会,            | missing-value
            a wrong date           | P1,良好,理由,会,2023-13-01 | bad-value
            decided twice          | 'P1,良好,理由,会,\nP1,优秀,理由,会,' | duplicate-subject
            """)
    void aFaultyDecisionStopsTheRun(String label, String row, String code) {
        Office.Outcome outcome = decided("decisions.csv", "编号,等次,理由,决定人,日期\n" + row.replace("\\n", "\n") + "\n");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.findings().lines().filter(line -> line.startsWith("stop")))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("stop," + code + ",decisions,decisions.csv"));
    }

    @Test
    void aDecisionUnderRulesWithoutGradesIsToldWhatToDo() {
        Office.Outcome outcome = Office.in(folder)
                .rules(RULES.substring(0, RULES.indexOf("vetoes:")))
                .file("platforms.csv", ROSTER)
                .file("decisions.csv", "编号,等次,理由,决定人\nP1,良好,理由,会\n")
                .assess();
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.findings()).contains("规则里没有等次“良好”。,请在规则里写 grades，或移走决定文件。");
    }

    @Test
    void aLabelOfTwoGradesDecidesNothingAndTheirIdsAreTold() {
        Office office = Office.in(folder)
                .rules(RULES.replace("label: 优秀", "label: 良好"))
                .file("platforms.csv", ROSTER)
                .file("decisions.csv", "编号,等次,理由,决定人\nP3,良好,重大贡献,会\n");
        Office.Outcome outcome = office.assess();
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.findings())
                .contains("stop,bad-value,decisions,decisions.csv", "有几个等次都叫“良好”。,请改写等次的编号，从这些里选一个：excellent、good");

        office.file("decisions.csv", "编号,等次,理由,决定人\nP3,good,重大贡献,会\n");
        assertThat(grades(office.assess())).contains("P3 good 50");
    }

    @Test
    void aDecisionMayConfirmTheComputedGrade() {
        Office.Outcome outcome = decided("decisions.csv", "subject,grade,reason,decided_by\nP2,良好,无异议,会\n");
        assertThat(outcome.of("P2").get("grade_path").get(2).get("reason").asString())
                .isEqualTo("会议决定维持良好：无异议（会）");
    }
}
