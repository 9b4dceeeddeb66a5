package org.platscore.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.assessment.Assessment;
import org.platscore.assessment.AssessmentResult;
import org.platscore.finding.Exact;
import org.platscore.finding.Lang;
import org.platscore.intake.IntakeOptions;
import org.platscore.rules.Rulebook;
import org.platscore.rules.RulesFile;

/** Small rubrics with one measure {@code x}, in which the smallest change is known. */
class AdviceCasesTest {

    private static final String RULES = """
            platscore: 1
            title: 试算
            period: {from: 2021-01-01, to: 2022-12-31}
            inputs:
              roster:
                files: roster.csv
                roster: {id: id, name: name}
                columns:
                  id: {type: text}
                  name: {type: text}
                  x: {type: TYPE, BOUNDS}
                  y: {type: number}
            measures:
              x: {value: roster.x}
              y: {value: roster.y, missing: 0}
              fed: {formula: "y / x", missing: exclude}
            rubric:
              - {id: A, weight: 60, measure: x, score: METHOD}
              - {id: B, weight: 40, measure: y, score: {linear: {zero: 0, full: 10}}}
            grades:
              - {id: good, label: 良, min: 50, QUOTA}
              - {id: fail, label: 差}
            """;

    private static final String DERIVED = """
            platscore: 1
            title: 试算
            period: {from: 2021-01-01, to: 2022-12-31}
            inputs:
              roster:
                files: roster.csv
                roster: {id: id, name: name}
                columns:
                  id: {type: text}
                  name: {type: text}
              log:
                files: log.csv
                belongs_to: id
                columns:
                  id: {type: subject, required: true}
                  amount: {type: integer, required: true, max: 10}
                derive: {twice: "2 * amount"}
            measures:
              x: {MEASURE}
            rubric:
              - {id: A, weight: 100, measure: x, score: {linear: {LINE}}}
            grades:
              - {id: good, label: 良, min: 50}
              - {id: fail, label: 差}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    # label                         | type    | bounds    | method                                                | quota                 | x   | others                | smallest change of x
                    a rising measure                | integer |           | {linear: {zero: 0, full: 60}}                         |                       | 10  |                       | 40
                    on a grid of hundredths         | number  |           | {linear: {zero: 0, full: 7}}                          |                       | 1   |                       | 4.84
                    of money in whole yuan          | money   |           | {linear: {zero: 0, full: 700}}                        |                       | 1   |                       | 583
                    a falling measure               | integer |           | {linear: {zero: 60, full: 0}}                         |                       | 50  |                       | -40
                    falling steps                   | integer |           | {steps: [{from: 0, points: 60}, {from: 5, points: 40}, {over: 9, points: 0}]} | | 20  |                 | -16
                    a step beyond its edge          | integer |           | {steps: [{over: 30, points: 55}]}                     |                       | 10  |                       | 21
                    lower among peers               | integer |           | {peers: {by: min-max, lower_is_better: true}}         |                       | 50  | ~P2,b,10,0 P3,c,50,0~ | -34
                    a peak in the middle            | integer |           | {curve: [[0, 0], [50, 60], [55, 0]]}                  |                       | 10  |                       | 32
                    beyond a column's bound         | integer | ~max: 49~ | {linear: {zero: 0, full: 60}}                         |                       | 10  |                       | none
                    a requirement on the measure    | integer |           | {linear: {zero: 0, full: 60}}                         | requires: "x >= 55" | 10  |                       | 45
                    only where better ones leave room | integer |         | {linear: {zero: 0, full: 60}}                         | at_most: 1            | 10  | ~P2,b,58,0~           | 49
                    """)
    void theSmallestChangeIsFound(
            String label, String type, String bounds, String method, String quota, String x, String others, String by)
            throws IOException {
        Advice advice = advised(
                RULES.replace("TYPE, BOUNDS", bounds == null ? type : type + ", " + bounds)
                        .replace("METHOD", method)
                        .replace(", QUOTA", quota == null ? "" : ", " + quota),
                x + ",0",
                others);
        assertThat(changeOfX(advice)).as(() -> obstacles(advice)).isEqualTo(by);
        if (label.equals("a peak in the middle")) {
            assertThat(advice.changes())
                    .filteredOn(change -> change.measure().name().equals("x"))
                    .allMatch(Advice.Change::once);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    # label                            | fed                        | A                                                            | B                                                    | grade               | x, y  | others               | smallest change of x
                    full marks by a formula            | x                          | measure: x, score: {linear: {zero: 0, full: 10}}             | measure: fed, score: {linear: {zero: 60, full: 100}} | min: 80             | 5,0   |                      | 75
                    steps of a formula                 | x / 2                      | measure: fed, score: {steps: [{from: 50, points: 55}]}       | measure: y, score: {linear: {zero: 0, full: 10}}     | min: 50             | 10,0  |                      | 90
                    a formula as the method            | x                          | measure: x, score: {formula: "weight * value / (value + 6)"} | measure: y, score: {linear: {zero: 0, full: 10}}     | min: 50             | 5,0   |                      | 25
                    a band of another's method         | x                          | measure: y, score: {by: {of: x, bands: [{under: 30, use: {linear: {zero: 0, full: 90}}}, {use: {linear: {zero: 0, full: 9}}}]}} | measure: fed, score: {linear: {zero: 1000, full: 0}} | min: 90 | 10,9 | | 20
                    steps that a statistic overtakes   | y                          | measure: x, score: {steps: [{from: 7, points: 60}, {over: {stat: mean}, points: 20}]} | measure: y, score: {linear: {zero: 0, full: 10}} | min: 50 | 2,0 | ~P2,b,2,0 P3,c,14,0~ | 5
                    others lose more than is lost      | IF(y = 1, 20 - x / 10, 40) | measure: x, score: {by: {of: y, bands: [{under: 1, use: {steps: [{over: {stat: min}, points: 60}]}}, {use: {linear: {zero: -1, full: 0}}}]}} | measure: fed, score: {linear: {zero: 0, full: 40}} | ~min: 50, at_most: 1~ | 10,1 | ~P2,b,100,0~ | 90
                    above all peers by rank            | y                          | measure: x, score: {peers: {by: rank}}                       | measure: y, score: {linear: {zero: 0, full: 10}}     | min: 50             | 10,0  | ~P2,b,30,0 P3,c,5,0~ | 21
                    """)
    void theSmallestChangeIsFoundWhereMoreThanOneMethodLooksAtTheMeasure(
            String label, String fed, String a, String b, String grade, String figures, String others, String by)
            throws IOException {
        Advice advice = advised(
                RULES.replace("TYPE, BOUNDS", "integer")
                        .replace("y / x", fed)
                        .replace("measure: x, score: METHOD", a)
                        .replace("measure: y, score: {linear: {zero: 0, full: 10}}", b)
                        .replace("min: 50, QUOTA", grade),
                figures,
                others);
        assertThat(changeOfX(advice)).as(() -> obstacles(advice)).isEqualTo(by);
    }

    @Test
    void noFigureBeyondTheBoundOfItsColumnIsSaidToRaiseTheTotalMost() throws IOException {
        Advice advice = advised(
                RULES.replace("TYPE, BOUNDS", "integer, max: 12")
                        .replace("y / x", "x")
                        .replace("measure: x, score: METHOD", "measure: fed, score: {linear: {zero: 0, full: 100}}")
                        .replace(", QUOTA", ""),
                "5,10",
                null);
        assertThat(obstacles(advice)).contains("“x”：到 12 时总分 47.2，仍不够");
    }

    private static String changeOfX(Advice advice) {
        return advice.changes().stream()
                .filter(change -> change.measure().name().equals("x"))
                .map(change -> Exact.plain(Objects.requireNonNull(change.by())))
                .findFirst()
                .orElse("none");
    }

    private static String obstacles(Advice advice) {
        return advice.obstacles().stream()
                .map(each -> each.in(Lang.ZH))
                .toList()
                .toString();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // aggregate, smallest change of twice the cell, in the aggregate of 4, 6 and 6
        "sum, 34",
        "mean, 44.67",
        "median, 44",
        "min, 46",
        "max, 44",
        "distinct, 48",
    })
    void aMeasureOverADerivedColumnIsToldWhatItHasToBecome(String aggregate, String by) throws IOException {
        Rulebook rulebook = derived(aggregate + ": log.twice");
        AssessmentResult result = Assessment.run(folder, rulebook, IntakeOptions.of(1));
        Advice advice = Advice.of(result, result.intake().subjects().get(0));
        assertThat(advice.changes())
                .extracting(change -> Exact.plain(Objects.requireNonNull(change.by())))
                .containsExactly(by);
    }

    @Test
    void rowsThatRepeatADerivedCellAreExplained() throws IOException {
        Rulebook rulebook = derived("distinct: log.twice");
        Trail trail = Trail.of(rulebook, subject -> true);
        AssessmentResult result = Assessment.run(folder, rulebook, IntakeOptions.of(1), trail);
        Explanation explanation =
                Explaining.of(result, trail).explain(result.intake().subjects().get(0), null);
        assertThat(Objects.requireNonNull(explanation.measures().get("x")).rows())
                .extracting(MeasureRow::standing)
                .containsExactly(
                        MeasureRow.Standing.COUNTED, MeasureRow.Standing.COUNTED, MeasureRow.Standing.REPEATED);
    }

    @Test
    void fullMarksAreFoundThoughTheZeroLineRisesPastThemBehind() throws IOException {
        Rulebook rulebook = derived("sum: log.amount", "zero: {stat: mean}, full: 60");
        Files.writeString(folder.resolve("roster.csv"), "id,name\nP1,a\nP2,b\nP3,c\n");
        Files.writeString(folder.resolve("log.csv"), "id,amount\nP1,10\n" + "P3,10\n".repeat(10));
        AssessmentResult result = Assessment.run(folder, rulebook, IntakeOptions.of(1));
        // The mean is 53 at 60 and 67 at 100, the best peer's value.
        Advice advice = Advice.of(result, result.intake().subjects().get(0));
        assertThat(advice.changes())
                .extracting(change -> Exact.plain(Objects.requireNonNull(change.by())))
                .containsExactly("46");
        assertThat(advice.changes()).allMatch(Advice.Change::once);
    }

    private Rulebook derived(String measure) throws IOException {
        return derived(measure, "zero: 0, full: 100");
    }

    private Rulebook derived(String measure, String line) throws IOException {
        Files.writeString(
                folder.resolve("rules.yaml"),
                DERIVED.replace("MEASURE", measure).replace("LINE", line));
        Files.writeString(folder.resolve("roster.csv"), "id,name\nP1,a\n");
        Files.writeString(folder.resolve("log.csv"), "id,amount\nP1,2\nP1,3\nP1,3\n");
        return Objects.requireNonNull(
                RulesFile.read(folder.resolve("rules.yaml")).rulebook());
    }

    private Advice advised(String rules, String figures, @Nullable String others) throws IOException {
        Files.writeString(folder.resolve("rules.yaml"), rules);
        Files.writeString(
                folder.resolve("roster.csv"),
                "id,name,x,y\nP1,a," + figures + "\n" + (others == null ? "" : others.replace(' ', '\n') + "\n"));
        Rulebook rulebook = RulesFile.read(folder.resolve("rules.yaml")).rulebook();
        assertThat(rulebook)
                .as(() -> RulesFile.read(folder.resolve("rules.yaml"))
                        .diagnostics()
                        .toString())
                .isNotNull();
        AssessmentResult result = Assessment.run(folder, Objects.requireNonNull(rulebook), IntakeOptions.of(1));
        return Advice.of(result, result.intake().subjects().get(0));
    }
}
