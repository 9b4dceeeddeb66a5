package org.platscore.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spreading, quotas and rewards of the naive scorer on small cases worked out by hand. */
class NaiveOutcomeTest {
    @TempDir
    Path folder;

    @Test
    void anExcludedIndicatorGivesItsWeightToItsSiblings() throws IOException {
        List<Subject> subjects = assess("""
                rubric:
                  - id: G
                    weight: 100
                    of:
                      - {id: A, weight: 30, measure: m, score: {linear: {zero: 0, full: 100}}}
                      - {id: B, weight: 20, measure: n, score: {linear: {zero: 0, full: 100}}}
                      - {id: C, weight: 50, measure: m, score: {linear: {zero: 0, full: 200}}}
                """, "a,50,\nb,100,100");

        Subject a = subjects.get(1);
        assertThat(a.nodes.get("B").excluded).isTrue();
        assertThat(a.nodes.get("A").weight).isEqualTo(Fraction.of(75, 2));
        assertThat(a.nodes.get("A").points).isEqualTo(Fraction.of(1875, 100));
        assertThat(a.nodes.get("C").points).isEqualTo(Fraction.of(1563, 100));
        assertThat(a.total).isEqualTo(Fraction.of(3438, 100));
        assertThat(subjects.get(0).total).isEqualTo(Fraction.of(75));
    }

    @Test
    void aTieAtTheQuotaLeavesBothOutAndClosesTheGrade() throws IOException {
        List<Subject> subjects = assess(TOTAL_IS_M + """
                grades:
                  - {id: excellent, min: 80, at_most: 2}
                  - {id: good, min: 60}
                  - {id: rest}
                """, "a,95,\nb,90,\nc,90,\nd,85,\ne,10,");

        assertThat(subjects)
                .extracting(subject -> subject.id + subject.rank + " " + subject.grade)
                .containsExactly("a1 excellent", "b2 good", "c2 good", "d4 good", "e5 rest");
    }

    @Test
    void aShareOfFortyTwoIsRoundedDownUpOrToTheNearest() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 42; i++) {
            rows.append("p").append(i).append(',').append(100 - i).append(",\n");
        }
        assertThat(excellent("20%", rows)).isEqualTo(8);
        assertThat(excellent("{share: 20%, round: up}", rows)).isEqualTo(9);
        assertThat(excellent("{share: 20%, round: nearest}", rows)).isEqualTo(8);
        assertThat(excellent("{share: 1%, at_least: 3}", rows)).isEqualTo(3);
    }

    private long excellent(String atMost, CharSequence rows) throws IOException {
        return assess(
                        TOTAL_IS_M + "grades: [{id: excellent, min: 1, at_most: %s}, {id: rest}]\n".formatted(atMost),
                        rows)
                .stream()
                .filter(subject -> "excellent".equals(subject.grade))
                .count();
    }

    @Test
    void aPoolGivesWhatOneLimitHoldsBackToTheOthers() throws IOException {
        List<Subject> subjects = assess(TOTAL_IS_M + """
                grades: [{id: good, min: 20}, {id: rest}]
                rewards:
                  budget: 100
                  parts: [{id: pool, pool: {amount: rest, by: total, for: [good], limit: room, floor: 15}}]
                  limit: {good: 40.5}
                  unit: 1
                """, "a,60,\nb,30,\nc,20,\nd,10,");

        assertThat(subjects)
                .extracting(subject -> subject.amount)
                .containsExactly(Fraction.of(40), Fraction.of(36), Fraction.of(24), Fraction.ZERO);
    }

    @Test
    void aNarrowPoolLiftsTheLowestToTheFloorAtTheOthersCost() throws IOException {
        List<Subject> subjects = assess(TOTAL_IS_M + """
                grades: [{id: good, min: 5}, {id: rest}]
                rewards:
                  budget: 100
                  parts: [{id: pool, pool: {amount: 60, by: total, for: [good], floor: 20}}]
                """, "a,60,\nb,30,\nc,10,");

        assertThat(subjects)
                .extracting(subject -> subject.parts.get("pool"))
                .containsExactly(Fraction.of(20), Fraction.of(20), Fraction.of(20));
    }

    @Test
    void theLargestRemaindersTakeTheLastUnitsAndEqualOnesGoByRank() throws IOException {
        List<Subject> subjects = assess(TOTAL_IS_M + """
                grades: [{id: good, min: 5}, {id: rest}]
                rewards:
                  budget: 100
                  parts: [{id: pool, pool: {amount: rest, by: equal, for: [good]}}]
                """, "a,60,\nb,30,\nc,10,");

        assertThat(subjects)
                .extracting(subject -> subject.amount)
                .containsExactly(Fraction.of(3334, 100), Fraction.of(3333, 100), Fraction.of(3333, 100));
    }

    private static final String TOTAL_IS_M = """
            rubric:
              - {id: A, weight: 100, measure: m, score: {linear: {zero: 0, full: 100}}}
            """;

    private List<Subject> assess(String rules, CharSequence rows) throws IOException {
        Files.writeString(folder.resolve("scoring-rules.yaml"), """
                platscore: 1
                title: small case
                period: {from: 2021-01-01, to: 2022-12-31}
                inputs:
                  platforms:
                    files: platforms.csv
                    roster: {id: id, name: id}
                    columns:
                      id: {header: id, type: text}
                      m: {header: m, type: number}
                      n: {header: n, type: number}
                measures:
                  m: {value: roster.m}
                  n: {value: roster.n, missing: exclude}
                """ + rules);
        Files.writeString(folder.resolve("platforms.csv"), "id,m,n\n" + rows);
        return NaiveScorer.assess(folder);
    }
}
