package org.platscore.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The naive scoring methods on real examples and edges, worked out by hand; one indicator, three platforms. */
class NaiveMethodsTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            target completion 35 of 300                 | 5  | linear: {zero: 0, full: 300}                                         | 35    | 0    | 900   | 0.583333 | 0        | 5
            more than the target gives full marks       | 5  | linear: {zero: 0, full: 15}                                          | 17    | 15   | -3    | 5        | 5        | 0
            a falling measure                           | 10 | linear: {zero: 50, full: 10}                                         | 30    | 5    | 60    | 5        | 10       | 0
            bands of growth at their edges              | 10 | steps: [{from: 50%, points: 10}, {from: 25%, points: 5}, {from: 10%, points: 3}] | 0.5 | 0.2499 | 0.0999 | 10 | 3 | 0
            from and over at one edge                   | 10 | steps: [{over: 80, points: 9}, {from: 80, points: 8}, {else: 2}]     | 80    | 81   | 79    | 8        | 9        | 2
            between points of a curve and outside       | 10 | curve: [[0, 0], [50, 6], [100, 10]]                                  | 75    | -1   | 200   | 8        | 0        | 10
            50 seats give 5, each further 0.1           | 10 | per_unit: {every: 1, points: 0.1, after: 50, base: 5}                | 49    | 50   | 73    | 0        | 5        | 7.3
            only full hundreds count                    | 15 | per_unit: {every: 100, points: 1, whole: true}                       | 299.9 | 300  | 99999 | 2        | 3        | 15
            min-max                                     | 10 | peers: {by: min-max}                                                 | 1     | 2    | 5     | 0        | 2.5      | 10
            min-max, less is better                     | 10 | peers: {by: min-max, lower_is_better: true}                          | 1     | 2    | 5     | 10       | 7.5      | 0
            share of the best                           | 10 | peers: {by: share-of-best}                                           | 1     | -2   | 5     | 2        | 0        | 10
            share of the lowest                         | 10 | peers: {by: share-of-best, lower_is_better: true}                    | 1     | 2    | 5     | 10       | 5        | 2
            rank, equal ones counted half               | 10 | peers: {by: rank}                                                    | 1     | 1    | 5     | 2.5      | 2.5      | 10
            z-score of 1 2 3, s = 1                     | 12 | peers: {by: z-score}                                                 | 1     | 2    | 3     | 4        | 6        | 8
            all equal                                   | 12 | peers: {by: z-score}                                                 | 2     | 2    | 2     | 12       | 12       | 12
            the median of the peers as full marks       | 10 | linear: {zero: 0, full: {stat: median}}                              | 1     | 4    | 9     | 2.5      | 10       | 10
            a percentile as Excel has it                | 10 | linear: {zero: 0, full: {stat: p75}}                                 | 1     | 4    | 9     | 1.538462 | 6.153846 | 10
            bands choose the method                     | 10 | by: {of: m, bands: [{under: 5, use: {linear: {zero: 0, full: 5}}}, {use: {steps: [{from: 5, points: 7}]}}]} | 4 | 5 | 9 | 8 | 7 | 7
            the best of two                             | 10 | best_of: [{measure: m, score: {linear: {zero: 0, full: 10}}}, {measure: m, score: {steps: [{from: 2, points: 4}]}}] | 1 | 2 | 9 | 1 | 4 | 9
            a formula is cut to the weight              | 10 | formula: "3 * value"                                                 | 2     | 4    | -1    | 6        | 10       | 0
            """)
    void givesPoints(
            String label,
            int weight,
            String score,
            String a,
            String b,
            String c,
            String pointsA,
            String pointsB,
            String pointsC)
            throws IOException {
        Files.writeString(folder.resolve("scoring-rules.yaml"), """
                platscore: 1
                title: one indicator
                period: {from: 2021-01-01, to: 2022-12-31}
                full_marks: %d
                rounding: {indicator: 6, total: 6}
                inputs:
                  platforms:
                    files: platforms.csv
                    roster: {id: id, name: id}
                    columns:
                      id: {header: id, type: text}
                      v: {header: v, type: number}
                measures:
                  m: {value: roster.v}
                rubric:
                  - {id: X, weight: %d, %sscore: {%s}}
                """.formatted(
                        weight, weight, score.startsWith("best_of") ? "" : "measure: m, ", score));
        Files.writeString(folder.resolve("platforms.csv"), "id,v\na,%s\nb,%s\nc,%s\n".formatted(a, b, c));

        assertThat(NaiveScorer.assess(folder))
                .extracting(subject ->
                        subject.id + " " + subject.points("X").shown().toPlainString())
                .as(label)
                .containsExactlyInAnyOrder("a " + pointsA, "b " + pointsB, "c " + pointsC);
    }
}
