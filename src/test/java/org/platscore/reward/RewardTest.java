package org.platscore.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.platscore.Office;
import tools.jackson.databind.JsonNode;

/** Rewards: section 6 of the rules language, with the schemes of real offices. */
class RewardTest {

    /** The total is the roster's column; 90 and more is excellent, 80 good, all else pass. */
    private static final String HEAD = """
            platscore: 1
            title: 奖励
            period: {from: 2021-01-01, to: 2022-12-31}
            inputs:
              platforms:
                files: platforms.csv
                roster: {id: id, name: name}
                columns:
                  id: {header: id, type: text, required: true}
                  name: {header: name, type: text, required: true}
                  kind: {header: kind, type: choice, choices: [企业, 高校]}
                  total: {header: total, type: number}
                  income: {header: income, type: money, unit: 元}
                  input: {header: input, type: money, unit: 元}
                  received: {header: received, type: money, unit: 元}
                  recognised: {header: recognised, type: money, unit: 元}
            measures:
              score: {value: roster.total}
              income: {value: roster.income, missing: exclude}
              input: {value: roster.input, missing: exclude}
              received: {value: roster.received, missing: exclude}
              recognised: {label: 核定收入, value: roster.recognised}
            rubric:
              - {id: A, weight: 100, measure: score, score: {linear: {zero: 0, full: 100}}}
            grades:
              - {id: excellent, label: 优秀, min: 90}
              - {id: good, label: 良好, min: 80}
              - {id: pass, label: 合格}
            rewards:
            """;

    @TempDir
    Path folder;

    record Case(String label, String rewards, List<String> rows, List<String> amounts) {
        @Override
        public String toString() {
            return label;
        }
    }

    static List<Case> schemes() {
        List<String> grades = List.of("95,,,", "85,,,", "70,,,");
        return List.of(
                new Case(
                        "flat by grade, 150/75 万",
                        "parts: [{id: base, fixed: {excellent: 150万, good: 75万}}]",
                        grades,
                        List.of("1500000", "750000", "0")),
                new Case(
                        "by score band: >= 80 60 万, >= 70 40 万, >= 60 20 万",
                        "parts: [{id: base, fixed: {bands: [{from: 80, amount: 60万}, {from: 70, amount: 40万},"
                                + " {from: 60, amount: 20万}], for: [excellent, good, pass]}}]",
                        List.of("80,,,", "79.99,,,", "70,,,", "60,,,", "59.99,,,"),
                        List.of("600000", "400000", "400000", "200000", "0")),
                new Case(
                        "20 % of the income, at most 500 万",
                        "parts: [{id: share, rate: {of: income, percent: 20%, for: [excellent, good], limit: 500万}}]",
                        List.of("95,20000000,,", "95,25000000,,", "95,25000001,,", "85,-5,,", "70,100,,"),
                        List.of("4000000", "5000000", "5000000", "0", "0")),
                new Case(
                        "brackets: 0.5 % to 3000 万, 0.3 % above, at most 100 万",
                        "parts: [{id: share, rate: {of: income, brackets: [{over: 0, percent: 0.5%},"
                                + " {over: 3000万, percent: 0.3%}], for: [excellent, good, pass], limit: 100万}}]",
                        List.of("95,30000000,,", "95,40000000,,", "95,1000000000,,", "85,1,,"),
                        List.of("150000", "180000", "1000000", "0.01")),
                new Case(
                        "5 万 and 0.6 ‰ above 1000 万, at most 20 万",
                        "parts: [{id: base, fixed: {excellent: 5万}}, {id: share, rate: {of: income, brackets: [{over:"
                                + " 1000万, percent: 0.06%}], for: [excellent]}}]\n  limit: 20万",
                        List.of("95,10000000,,", "95,20000000,,", "95,900000000,,"),
                        List.of("50000", "56000", "200000")),
                new Case(
                        "a ceiling by grade, and never above 50 % of the input",
                        "parts: [{id: share, rate: {of: income, percent: 100%, for: [excellent, good, pass]}}]\n"
                                + "  limit: [{excellent: 150万, good: 120万}, {percent: 50%, of: input}]",
                        List.of("95,9000000,9000000,", "85,9000000,9000000,", "95,9000000,1000001,", "70,9000000,100,"),
                        List.of("1500000", "1200000", "500000.5", "50")),
                new Case(
                        "a floating pool: shared by base, so that the rate floats",
                        "budget: 118万\n  parts: [{id: pool, pool: {amount: rest, by: income, for: [excellent, good]}}]",
                        List.of("95,6000000,,", "85,4000000,,", "70,1000000,,"),
                        List.of("708000", "472000", "0")),
                new Case(
                        "less what other funds paid, before the limit",
                        "parts: [{id: base, fixed: {excellent: 100万, good: 30万}}]\n  minus: [received]\n  limit: 60万",
                        List.of("95,,,300000", "95,,,600000", "95,,,-5", "85,,,500000"),
                        List.of("600000", "400000", "600000", "0")),
                new Case(
                        "scaled down to the budget",
                        "budget: 100万\n  parts: [{id: base, fixed: {excellent: 80万, good: 40万}}]\n  over_budget: scale\n  unit: 1万",
                        List.of("95,,,", "85,,,", "85,,,"),
                        List.of("500000", "250000", "250000")),
                new Case(
                        "a third each, to the 万, in order of rank",
                        "budget: 100万\n  parts: [{id: pool, pool: {amount: rest, by: equal, for: [excellent]}}]\n  unit: 1万",
                        List.of("95,,,", "96,,,", "97,,,"),
                        List.of("330000", "330000", "340000")),
                new Case(
                        "each rounded down",
                        "budget: 100万\n  parts: [{id: pool, pool: {amount: rest, by: equal, for: [excellent]}}]\n  unit: 1万\n  rounding: down",
                        List.of("95,,,", "96,,,", "97,,,"),
                        List.of("330000", "330000", "330000")),
                new Case(
                        "a pool within the room that the limit leaves",
                        "budget: 300万\n  parts: [{id: base, fixed: {excellent: 80万, good: 50万}},"
                                + " {id: pool, pool: {amount: rest, by: \"total - 60\", for: [excellent, good], limit: room}}]\n"
                                + "  limit: {excellent: 150.5万}\n  unit: 1万",
                        List.of("90,,,", "80,,,"),
                        List.of("1500000", "1500000")),
                new Case(
                        "a floor for everybody in the pool",
                        "parts: [{id: pool, pool: {amount: 100, by: income, floor: 20}}]",
                        List.of("95,1,,", "95,9,,", "70,0,,"),
                        List.of("20", "60", "20")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void paysAsTheSchemeSays(Case scheme) {
        StringBuilder roster = new StringBuilder("id,name,total,income,input,received\n");
        for (int i = 0; i < scheme.rows.size(); i++) {
            roster.append("P%d,N%d,%s\n".formatted(i, i, scheme.rows.get(i)));
        }

        Office.Outcome outcome = Office.in(folder)
                .rules(HEAD + "  " + scheme.rewards + "\n")
                .file("platforms.csv", roster.toString())
                .assess();

        List<String> amounts = new ArrayList<>();
        for (int i = 0; i < scheme.rows.size(); i++) {
            JsonNode reward = outcome.of("P" + i).get("reward");
            amounts.add(reward.get("amount").decimalValue().toPlainString());
            assertThat(sum(reward))
                    .as("parts and changes of P%d", i)
                    .isEqualByComparingTo(reward.get("amount").decimalValue());
        }
        assertThat(amounts).as(scheme.label).isEqualTo(scheme.amounts);
    }

    @Test
    void floorsAboveThePoolStopTheRun() {
        Office.Outcome outcome = stopped("parts: [{id: pool, label: 绩效奖励, pool: {amount: 10, by: equal, floor: 6}}]");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.findings()).contains("stop,floor-unpayable,,,,,,,,奖励项“绩效奖励”的下限合计 12 元，超过可分配的 10 元");
    }

    @Test
    void aSumAboveTheBudgetStopsTheRun() {
        Office.Outcome outcome = stopped("budget: 100\n  parts: [{id: base, fixed: {excellent: 51}}]");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.findings()).contains("stop,budget-exceeded,,,,,,,,奖励合计 102 元，超过预算 100 元");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void whatLimitsKeepFromBeingSpentIsTold() {
        Office.Outcome outcome = stopped("parts: [{id: pool, label: 绩效奖励, pool: {amount: 100, by: equal, limit: 30}}]");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.findings()).contains("warn,unpaid-rest,,,,,,,,奖励项“绩效奖励”有 40 元未能分配");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parts: [{id: pool, pool: {amount: 12, by: equal, floor: 6}}]",
                "parts: [{id: base, fixed: {excellent: 3}}]\n  unit: 2\n  rounding: down"
            })
    void whatIsSpentOrRoundedDownIsNotTold(String rewards) {
        Office.Outcome outcome = stopped(rewards);

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.findings()).doesNotContain("unpaid-rest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parts: [{id: share, rate: {of: recognised, percent: {excellent: 5%}}}]",
                "parts: [{id: share, rate: {of: score, percent: {excellent: 5%}, limit: recognised}}]",
                "parts: [{id: pool, pool: {amount: 9, by: equal, limit: recognised}}]",
                "parts: [{id: pool, pool: {amount: 9, by: equal, floor: recognised}}]",
                "parts: [{id: base, fixed: {excellent: 9}}]\n  minus: [recognised]",
                "parts: [{id: base, fixed: {excellent: 9}}]\n  limit: recognised",
                "parts: [{id: base, fixed: {excellent: 9}}]\n  limit: {excellent: recognised}",
                "parts: [{id: base, fixed: {excellent: 9}}]\n  limit: {percent: 50%, of: recognised}"
            })
    void aMeasureThatARewardNeedsStopsTheRunOnceASubject(String rewards) {
        Office.Outcome outcome = stopped(rewards);

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.findings().lines().filter(line -> line.contains("计算奖励需要“核定收入”")))
                .hasSize(2);
    }

    @Test
    void aBlankRosterCellThatChoosesALimitStopsTheRun() {
        Office.Outcome outcome = stopped("parts: [{id: base, fixed: {excellent: 50}}]\n"
                + "  limit: {of: roster.kind, cases: {企业: 10}, else: 20}");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.findings())
                .contains("stop,missing-value,,,,,,,P1,计算奖励需要“kind”，而该平台没有数值")
                .contains("stop,missing-value,,,,,,,P2,");
    }

    @Test
    void aMissingMeasureThatChoosesALimitStopsTheRun() {
        Office.Outcome outcome = Office.in(folder)
                .rules(HEAD.replace("rubric:", "  grown: {label: 增长, formula: 1 / (score - 95)}\nrubric:")
                        + "  parts: [{id: base, fixed: {excellent: 50}}]\n"
                        + "  limit: {of: grown, bands: [{under: 1, use: 10}, {use: 20}]}\n")
                .file("platforms.csv", "id,name,total\nP1,甲,95\nP2,乙,95\n")
                .assess();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.findings()).contains("stop,missing-value,,,,,,,P1,计算奖励需要“增长”，而该平台没有数值");
    }

    @Test
    void theHeadsNumberChoosesForABlankRosterCell() {
        Office.Outcome outcome = paid(
                "missing: 5",
                "parts: [{id: base, fixed: {excellent: 50}}]\n"
                        + "  limit: {of: roster.income, bands: [{under: 10, use: 30}, {use: 40}]}");

        assertThat(outcome.of("P1").get("reward").get("amount").asInt()).isEqualTo(30);
    }

    @Test
    void whereTheHeadExcludesALimitThatABlankRosterCellChoosesDoesNotBind() {
        Office.Outcome outcome = paid(
                "missing: exclude",
                "parts: [{id: base, fixed: {excellent: 50}}]\n  limit: {of: roster.kind, cases: {企业: 10}, else: 20}");

        assertThat(outcome.of("P1").get("reward").get("amount").asInt()).isEqualTo(50);
    }

    private Office.Outcome paid(String missing, String rewards) {
        return Office.in(folder)
                .rules(missing + "\n" + HEAD + "  " + rewards + "\n")
                .file("platforms.csv", "id,name,total,kind,income\nP1,甲,95,,\nP2,乙,95,企业,20\n")
                .assess();
    }

    private Office.Outcome stopped(String rewards) {
        return Office.in(folder)
                .rules(HEAD + "  " + rewards + "\n")
                .file("platforms.csv", "id,name,total\nP1,甲,95\nP2,乙,95\n")
                .assess();
    }

    private static BigDecimal sum(JsonNode reward) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode part : reward.get("parts")) {
            sum = sum.add(part.decimalValue());
        }
        for (String change : List.of("minus", "limited", "scaled", "rounded")) {
            sum = sum.add(reward.get(change).decimalValue());
        }
        return sum;
    }
}
