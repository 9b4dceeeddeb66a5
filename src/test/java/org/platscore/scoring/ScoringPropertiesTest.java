package org.platscore.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.platscore.intake.Subject;
import org.platscore.rules.Rulebook;

/** What holds for all subjects, on seeded random values. */
class ScoringPropertiesTest {

    private static final List<String> HEAD = List.of("id", "class", "domain", "level", "x", "y", "z");

    /** Rising in x, falling in y, with a weight that is spread where x or y is missing. */
    private static final String SECTIONS = """
            full_marks: 100
            rubric:
              - id: G
                weight: 70
                of:
                  - {id: A, weight: 10, measure: x, score: {linear: {zero: -3, full: 8}}}
                  - {id: B, weight: 10, measure: x, score: {steps: [{from: 2, points: 4}, {over: 5, points: 9}, {else: 1}]}}
                  - {id: C, weight: 10, measure: x, score: {curve: [[0, 0], [3, 7], [9, 10]]}}
                  - {id: D, weight: 10, measure: x, score: {per_unit: {every: 3, points: 2, after: 1, base: 1, whole: true}}}
                  - {id: E, weight: 10, measure: x, score: {formula: "MIN(weight, value ^ 3)"}}
                  - {id: F, weight: 20, measure: x, score: {best_of: [{measure: x, score: {linear: {zero: 0, full: 9}}}, {measure: z, score: {formula: "3"}}]}}
              - id: H
                weight: 30
                combine: harmonic
                of:
                  - {id: I, weight: 5, measure: x, score: {peers: {by: min-max, within: domain}}}
                  - {id: J, weight: 5, measure: x, score: {peers: {by: share-of-best}}}
                  - {id: K, weight: 5, measure: x, score: {peers: {by: rank, within: class}}}
                  - {id: L, weight: 5, measure: x, score: {peers: {by: z-score}}}
                  - {id: M, weight: 5, measure: y, score: {peers: {by: rank, lower_is_better: true}}}
                  - {id: N, weight: 5, measure: y, score: {linear: {zero: 9, full: -2}}}
            """;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pointsLieBetween0AndTheWeightAndHalfARoundingStep(int seed) {
        Trial trial = Trial.of(Trial.rules(SECTIONS), subjects(new Random(seed), 25));
        BigFraction half = BigFraction.of(1, 200);
        for (Subject subject : trial.subjects()) {
            trial.nodes(subject).forEach((id, node) -> {
                if (node.points() != null) {
                    assertThat(node.points()).as(id).isGreaterThanOrEqualTo(BigFraction.ZERO);
                    assertThat(Objects.requireNonNull(node.exact()))
                            .as(id)
                            .isLessThanOrEqualTo(
                                    id.equals("") || id.equals("G") || id.equals("H")
                                            ? node.weight().add(half.multiply(12))
                                            : node.weight());
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aBetterValueNeverScoresLess(int seed) {
        Random random = new Random(seed);
        List<Subject> subjects = subjects(random, 15);
        Rulebook rules = Trial.rules(SECTIONS);
        int chosen = random.nextInt(subjects.size());
        Subject before = subjects.get(chosen);
        if (before.cell("x") == null || before.cell("y") == null) {
            return;
        }
        List<Subject> better = new ArrayList<>(subjects);
        better.set(chosen, moved(before, random.nextInt(3), -random.nextInt(3)));
        Trial low = Trial.of(rules, subjects);
        Trial high = Trial.of(rules, better);
        low.nodes(before)
                .forEach((id, node) -> assertThat(
                                Objects.requireNonNull(high.nodes(before).get(id))
                                        .counted())
                        .as(id)
                        .isGreaterThanOrEqualTo(node.counted()));
    }

    @Test
    void allWeightsDoubledDoubleAllPoints() {
        List<Subject> subjects = subjects(new Random(7), 20);
        String rules = """
                full_marks: %d
                rounding: {indicator: none, total: none}
                rubric:
                  - {id: A, weight: %d, measure: x, score: {linear: {zero: 0, full: 7}}}
                  - {id: B, weight: %d, measure: y, score: {peers: {by: rank}}}
                """;
        Trial once = Trial.of(Trial.rules(rules.formatted(10, 4, 6)), subjects);
        Trial twice = Trial.of(Trial.rules(rules.formatted(20, 8, 12)), subjects);
        for (Subject subject : subjects) {
            BigFraction total = once.scores().subjects().get(subject.index()).total();
            BigFraction doubled = twice.scores().subjects().get(subject.index()).total();
            assertThat(doubled).isEqualTo(total == null ? null : total.multiply(2));
        }
    }

    /** So many are scored by several threads. */
    @Test
    void whatIsToldOfThousandsIsToldInTheirOrder() {
        List<Subject> subjects = IntStream.range(0, 2_000)
                .mapToObj(i -> Trial.subject(
                        i, List.of("id", "z"), List.of("P" + (1_000 + i), i % 3 == 0 ? "-" : "" + i % 10)))
                .toList();

        Trial trial = Trial.of(Trial.rules("""
                full_marks: 10
                rubric:
                  - {id: A, weight: 10, measure: z, score: {linear: {zero: 0, full: 10}}}
                """), subjects);

        assertThat(trial.told())
                .isEqualTo(IntStream.range(0, 2_000)
                        .filter(i -> i % 3 == 0)
                        .mapToObj(i -> "P" + (1_000 + i) + " stop missing-value")
                        .toList());
        for (Subject subject : subjects) {
            SubjectScore score = trial.scores().subjects().get(subject.index());
            assertThat(score.subject()).isEqualTo(subject.index());
            assertThat(score.total()).isEqualTo(BigFraction.of(subject.index() % 3 == 0 ? 0 : subject.index() % 10));
        }
    }

    private static Subject moved(Subject subject, int up, int down) {
        List<String> row = new ArrayList<>();
        for (String column : HEAD) {
            Object cell = subject.cell(column);
            int by = column.equals("x") ? up : column.equals("y") ? down : 0;
            row.add(
                    cell == null
                            ? "-"
                            : cell instanceof BigDecimal
                                    ? ((BigDecimal) cell)
                                            .add(BigDecimal.valueOf(by))
                                            .toPlainString()
                                    : cell.toString());
        }
        return Trial.subject(subject.index(), HEAD, row);
    }

    private static List<Subject> subjects(Random random, int count) {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = "P" + (100 + i);
            List<String> row = List.of(
                    id,
                    List.of("A", "B", "C").get(random.nextInt(3)),
                    List.of("甲", "乙").get(random.nextInt(2)),
                    "健全",
                    figure(random),
                    figure(random),
                    "1");
            subjects.add(Trial.subject(i, HEAD, row));
        }
        return subjects;
    }

    private static String figure(Random random) {
        return random.nextInt(8) == 0 ? "-" : new BigDecimal(random.nextInt(15) - 3).toPlainString();
    }
}
