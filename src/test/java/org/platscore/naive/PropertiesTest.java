package org.platscore.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.platscore.published.ProgramRun;
import tools.jackson.databind.JsonNode;

/** What must hold of every result of the program, on seeded random cases. */
class PropertiesTest {
    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(1001, 1030);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pointsStayWithinTheWeightAndAwardsWithinBudgetAndLimit(long seed) throws IOException {
        RandomCase.write(seed, folder);
        Map<String, Object> rules = PlainYaml.read(Files.readString(folder.resolve("scoring-rules.yaml")));
        ProgramRun run = ProgramRun.of(folder, folder.resolve("out"));
        if (run.code() == 1) {
            assertThat(run.said()).containsAnyOf("floor-unpayable", "budget-exceeded");
            return;
        }
        BigDecimal paid = BigDecimal.ZERO;
        for (JsonNode subject : run.results().get("results")) {
            for (String list : List.of("rubric", "bonuses", "deductions")) {
                leavesStayWithinTheirWeight(subject.get(list), halfStep(rules));
            }
            JsonNode reward = subject.get("reward");
            if (rules.containsKey("rewards")) {
                assertThat(reward.get("amount").decimalValue()).isNotNegative();
                assertThat(partsAndChanges(reward))
                        .isEqualByComparingTo(reward.get("amount").decimalValue());
                paid = paid.add(reward.get("amount").decimalValue());
            }
        }
        if (rules.containsKey("rewards")) {
            Fraction budget =
                    PlainYaml.number(PlainYaml.map(rules.get("rewards")).get("budget"));
            assertThat(Fraction.of(paid)).isLessThanOrEqualTo(budget);
        }
    }

    private static BigDecimal halfStep(Map<String, Object> rules) {
        Object decimals = PlainYaml.map(rules.get("rounding")).getOrDefault("indicator", "2");
        return decimals.equals("none")
                ? BigDecimal.ZERO
                : new BigDecimal("0.5").movePointLeft(Integer.parseInt(decimals.toString()));
    }

    private static void leavesStayWithinTheirWeight(JsonNode nodes, BigDecimal halfStep) {
        for (JsonNode node : nodes) {
            if (node.has("of")) {
                leavesStayWithinTheirWeight(node.get("of"), halfStep);
            } else if (!node.get("points").isNull() && node.has("weight")) {
                assertThat(node.get("points").decimalValue())
                        .isBetween(
                                BigDecimal.ZERO,
                                node.get("weight").decimalValue().add(halfStep));
            }
        }
    }

    private static BigDecimal partsAndChanges(JsonNode reward) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode part : reward.get("parts")) {
            sum = sum.add(part.decimalValue());
        }
        for (String change : List.of("minus", "limited", "scaled", "rounded")) {
            sum = sum.add(reward.get(change).decimalValue());
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfRowsChangesNothing(long seed) throws IOException {
        RandomCase.write(seed, folder);
        ProgramRun before = ProgramRun.of(folder, folder.resolve("before"));
        for (String file : List.of("platforms.csv", "reviews.csv")) {
            List<String> lines = Files.readAllLines(folder.resolve(file));
            Collections.shuffle(lines.subList(1, lines.size()), new Random(seed));
            Files.write(folder.resolve(file), lines);
        }

        ProgramRun after = ProgramRun.of(folder, folder.resolve("after"));

        assertThat(after.code()).isEqualTo(before.code());
        if (before.code() == 0) {
            for (String file : List.of("results.json", "scores.csv")) {
                assertThat(after.text(file)).isEqualTo(before.text(file));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aBetterValueNeverScoresLess(long seed) throws IOException {
        Dice dice = new Dice(seed);
        boolean lowerIsBetter = dice.percent(30);
        List<Integer> edges = dice.rising(3, 0, 30);
        String rising = "{from: %d, points: 9.5}, {over: %d, points: 4}, {from: %d, points: 1.25}"
                .formatted(edges.get(2), edges.get(1), edges.get(0));
        String method = lowerIsBetter
                ? dice.of(
                        "peers: {by: %s, lower_is_better: true}"
                                .formatted(dice.of("min-max", "share-of-best", "rank", "z-score")),
                        "linear: {zero: %d, full: %d}".formatted(edges.get(1), edges.get(0)))
                : dice.of(
                        "peers: {by: %s}".formatted(dice.of("min-max", "share-of-best", "rank", "z-score")),
                        "linear: {zero: %d, full: {stat: max}}".formatted(edges.get(0) - 10),
                        "steps: [%s]".formatted(rising),
                        "curve: [[%d, 0.3], [%d, 0.3], [%d, 10]]".formatted(edges.get(0), edges.get(1), edges.get(2)),
                        "per_unit: {every: 0.7, points: 0.3, after: 2, base: 1, whole: %s}"
                                .formatted(dice.of("true", "false")));
        List<String> rows = new ArrayList<>(List.of("id,v"));
        for (int i = 1; i <= 12; i++) {
            rows.add("p" + i + "," + dice.number(-5, 35));
        }
        Files.write(folder.resolve("platforms.csv"), rows);
        Files.writeString(folder.resolve("scoring-rules.yaml"), """
                platscore: 1
                title: one indicator
                period: {from: 2021-01-01, to: 2022-12-31}
                full_marks: 10
                inputs:
                  platforms:
                    files: platforms.csv
                    roster: {id: id, name: id}
                    columns: {id: {header: id, type: text}, v: {header: v, type: number}}
                measures: {m: {value: roster.v}}
                rubric: [{id: X, weight: 10, measure: m, score: {%s}}]
                """.formatted(method));

        ProgramRun run = ProgramRun.of(folder, folder.resolve("out"));

        assertThat(run.code()).as(run.said()).isZero();
        List<JsonNode> subjects = new ArrayList<>();
        run.results().get("results").forEach(subjects::add);
        subjects.sort(
                Comparator.comparing(subject -> subject.at("/measures/m/used").decimalValue()));
        if (lowerIsBetter) {
            Collections.reverse(subjects);
        }
        assertThat(subjects)
                .as(method)
                .extracting(subject -> subject.get("total").decimalValue())
                .isSorted();
    }
}
