package org.platscore.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.Office;
import org.platscore.assessment.Assessment;
import org.platscore.assessment.AssessmentResult;
import org.platscore.finding.Findings;
import org.platscore.intake.IntakeOptions;
import org.platscore.rules.Rulebook;
import org.platscore.rules.RulesFile;
import org.platscore.scoring.Scores;
import org.platscore.scoring.SubjectScore;

/** Grades by total, quota, place and condition: section 5 of the rules language. */
class GradingTest {

    /** A roster with the points of two indicators, 0 to 50 each, so that the total is in the test's hand. */
    private static final String HEAD = """
            platscore: 1
            title: 等次
            period: {from: 2021-01-01, to: 2022-12-31}
            inputs:
              platforms:
                files: platforms.csv
                roster: {id: id, name: name}
                columns:
                  id: {header: id, type: text, required: true}
                  name: {header: name, type: text, required: true}
                  domain: {header: domain, type: text}
                  a: {header: a, type: number}
                  b: {header: b, type: number}
                  flag: {header: flag, type: number, default: 0}
            measures:
              ma: {value: roster.a, missing: exclude}
              mb: {value: roster.b, missing: exclude}
              flag: {value: roster.flag}
            rubric:
              - {id: A, weight: 50, measure: ma, score: {linear: {zero: 0, full: 50}}}
              - {id: B, weight: 50, measure: mb, score: {linear: {zero: 0, full: 50}}}
            """;

    private static final String THREE = """
            grades:
              - {id: excellent, label: 优秀, min: 85%s}
              - {id: good, label: 良好, min: 70}
              - {id: pass, label: 合格}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # label                                        | quota                                        | totals                  | grades
            lines alone                                    | ''                                           | 90 85 84.99 70 69.99    | e e g g p
            a number                                       | ', at_most: 2'                               | 90 89 88 71             | e e g g
            a number beyond all                            | ', at_most: 4294967296'                      | 99 98                   | e e
            a share is rounded down: 5 × 50 % is 2         | ', at_most: 50%'                             | 99 98 97 96 95          | e e g g g
            a share rounded up                             | ', at_most: {share: 50%, round: up}'         | 99 98 97 96 95          | e e e g g
            half goes up                                   | ', at_most: {share: 50%, round: nearest}'    | 99 98 97 96 95          | e e e g g
            not less than at_least                         | ', at_most: {share: 10%, at_least: 1}'       | 99 98 97                | e g g
            a tie at the quota leaves all of it out        | ', at_most: 2'                               | 99 98 98 97             | e g g g
            a tie that fits goes in                        | ', at_most: 3'                               | 99 98 98 97             | e e e g
            after a tie the grade is closed                | ', at_most: 2'                               | 99 98 98 97 96          | e g g g g
            top by rank                                    | ', top: 2'                                   | 99 98 97                | e e g
            a tie shares the place                         | ', top: 2'                                   | 99 98 98 97             | e e e g
            top as a share of the assessed, rounded down   | ', top: 50%'                                 | 99 98 97                | e g g
            a condition on an indicator                    | ', requires: "A >= 45"'                      | 99 88                   | e g
            the quota counts only who meets the rest       | ', at_most: 1, requires: "A >= 45"'          | 88 99                   | g e
            """)
    void fillsTheGradesInRankOrder(String label, String quota, String totals, String grades) {
        StringBuilder roster = new StringBuilder("id,name,a,b\n");
        List<String> each = List.of(totals.split(" "));
        for (int i = 0; i < each.size(); i++) {
            roster.append("P%d,N%d,%s,50\n".formatted(i, i, new BigDecimal(each.get(i)).subtract(new BigDecimal(50))));
        }
        Office office = Office.in(folder).rules(HEAD + THREE.formatted(quota)).file("platforms.csv", roster.toString());

        Office.Outcome outcome = office.assess();

        String found = IntStream.range(0, each.size())
                .mapToObj(i -> outcome.of("P" + i).get("grade").asString().substring(0, 1))
                .collect(Collectors.joining(" "));
        assertThat(found).as(label).isEqualTo(grades);
    }

    @Test
    void aTieAtTheQuotaIsNamed() {
        Office.Outcome outcome = Office.in(folder)
                .rules(HEAD + THREE.formatted(", at_most: 2"))
                .file("platforms.csv", "id,name,a,b\nP1,甲,49,50\nP2,乙,48,50\nP3,丙,48,50\n")
                .assess();

        assertThat(ranks(outcome)).isEqualTo("P1=1 P2=2 P3=2");
        assertThat(outcome.findings())
                .contains("warn,tie-at-quota,,,,,,P2、P3,,“优秀”只剩 1 个名额，而并列的有 2 家：P2 乙、P3 丙；均未进入，该等次不再递补");
    }

    @Test
    void quotasWithinADomainCountShareAndRoomThere() {
        Office.Outcome outcome = Office.in(folder)
                .rules(HEAD + THREE.formatted(", at_most: 50%, within: domain"))
                .file(
                        "platforms.csv",
                        "id,name,domain,a,b\nP1,n1,x,49,50\nP2,n2,x,48,50\nP3,n3,y,47,50\nP4,n4,y,46,50\nP5,n5,z,49,50\n")
                .assess();

        assertThat(grades(outcome)).isEqualTo("P1=excellent P5=good P2=good P3=excellent P4=good");
    }

    @Test
    void aDomainInFullWidthIsTheSame() {
        Office.Outcome outcome = Office.in(folder)
                .rules(HEAD + THREE.formatted(", at_most: 50%, within: domain"))
                .file(
                        "platforms.csv",
                        "id,name,domain,a,b\nP1,n1,A区,49,50\nP2,n2,Ａ区,48,50\nP3,n3,,47,50\nP4,n4,,46,50\n")
                .assess();

        assertThat(grades(outcome)).isEqualTo("P1=excellent P2=good P3=excellent P4=good");
    }

    @Test
    void aDomainThatIsANumberIsTheSameWithItsZeros() {
        Office.Outcome outcome = Office.in(folder)
                .rules(HEAD + THREE.formatted(", at_most: 50%, within: flag"))
                .file("platforms.csv", "id,name,a,b,flag\nP1,n1,49,50,1\nP2,n2,48,50,1.0\n")
                .assess();

        assertThat(grades(outcome)).isEqualTo("P1=excellent P2=good");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # label                          | ties       | rows                                    | ranks
            in order                         | '-A, flag' | 40,40,1 30,50,1 40,40,2 40,40,2         | P1=1 P2=2 P3=2 P0=4
            the greater first                | mb         | 40,40,0 41,39,0                         | P0=1 P1=2
            the lower first                  | -mb        | 40,40,0 41,39,0                         | P1=1 P0=2
            without a value last             | mb         | 40,,0 40,40,0                           | P1=1 P0=2
            without a value last, also here  | -mb        | 40,,0 40,40,0                           | P1=1 P0=2
            two without a value are alike    | 'mb, flag' | 40,,1 40,,2                             | P1=1 P0=2
            an excluded indicator is 0       | B          | 40,,0 40,40,0                           | P1=1 P0=2
            an excluded indicator is 0, last | -B         | 40,,0 40,40,0                           | P0=1 P1=2
            """)
    void equalTotalsAreOrderedByTies(String label, String ties, String rows, String ranks) {
        StringBuilder roster = new StringBuilder("id,name,a,b,flag\n");
        List<String> each = List.of(rows.split(" "));
        for (int i = 0; i < each.size(); i++) {
            roster.append("P%d,N%d,%s\n".formatted(i, i, each.get(i)));
        }
        Office.Outcome outcome = Office.in(folder)
                .rules(HEAD + "ties: [" + ties + "]\n")
                .file("platforms.csv", roster.toString())
                .assess();

        assertThat(ranks(outcome)).as(label).isEqualTo(ranks);
    }

    @Test
    void aShareIsOfAllAssessedVetoedOnesToo() {
        String vetoes = """
                vetoes:
                  - {id: fraud, label: 弄虚作假, when: "flag = 1", grade: pass}
                  - {id: closed, label: 停业, when: "flag = 3", out: true}
                """;
        String rows = "id,name,domain,a,b,flag\nP1,n1,x,49,50,0\nP2,n2,x,48,50,0\nP3,n3,x,47,50,1\nP4,n4,x,46,50,1\n"
                + "P5,n5,y,45,50,0\nP6,n6,y,44,50,0\nP7,n7,y,43,50,3\nP8,n8,y,42,50,3\n";

        for (String quota : List.of(", at_most: 50%", ", top: 50%")) {
            Office.Outcome outcome = Office.in(folder)
                    .rules(HEAD + vetoes + THREE.formatted(quota))
                    .file("platforms.csv", rows)
                    .assess();
            assertThat(grades(outcome))
                    .as(quota)
                    .isEqualTo("P1=excellent P2=excellent P5=excellent P6=good P3=pass P4=pass P7=null P8=null");
        }
        Office.Outcome within = Office.in(folder)
                .rules(HEAD + vetoes + THREE.formatted(", at_most: 50%, within: domain"))
                .file("platforms.csv", rows)
                .assess();
        assertThat(grades(within))
                .isEqualTo("P1=excellent P2=excellent P5=excellent P6=good P3=pass P4=pass P7=null P8=null");
    }

    @Test
    void aTieClosesTheGradeInItsDomainOnly() {
        Office.Outcome outcome = Office.in(folder)
                .rules(HEAD + THREE.formatted(", at_most: 2, within: domain"))
                .file(
                        "platforms.csv",
                        "id,name,domain,a,b\nP1,n1,x,49,50\nP2,n2,x,48,50\nP3,n3,x,48,50\nP4,n4,x,46,50\n"
                                + "P5,n5,y,48,50\nP6,n6,y,45,50\nP7,n7,y,44,50\n")
                .assess();

        assertThat(grades(outcome)).isEqualTo("P1=excellent P2=good P3=good P5=excellent P4=good P6=excellent P7=good");
        assertThat(outcome.findings()).contains("“优秀”（x）只剩 1 个名额").doesNotContain("（y）");
    }

    @Test
    void aConditionWithoutAValueDoesNotHoldAndIsTold() {
        Office.Outcome outcome = Office.in(folder)
                .rules(HEAD + THREE.formatted(", requires: \"A / flag > 1\""))
                .file("platforms.csv", "id,name,domain,a,b,flag\nP1,n1,x,49,50,0\nP2,n2,x,48,50,1\n")
                .assess();

        assertThat(grades(outcome)).isEqualTo("P1=good P2=excellent");
        assertThat(outcome.findings().lines().filter(line -> line.startsWith("warn,no-value")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(",P1,"));
    }

    @Test
    void aVetoWithAGradeComesAfterAllOthersAndTakesNoPlace() {
        String vetoes = """
                vetoes:
                  - {id: fraud, label: 弄虚作假, when: "flag = 1", grade: pass}
                  - {id: late, label: 迟交, when: "flag = 2", at_best: good}
                  - {id: closed, label: 停业, when: "flag = 3", out: true}
                """;
        Office.Outcome outcome = Office.in(folder)
                .rules(HEAD + vetoes + THREE.formatted(", at_most: 50%"))
                .file(
                        "platforms.csv",
                        "id,name,a,b,flag\nP1,n1,50,50,1\nP2,n2,49,50,2\nP3,n3,50,49.5,3\nP4,n4,40,50,0\nP5,n5,10,50,0\n")
                .assess();

        assertThat(ranks(outcome)).isEqualTo("P2=1 P4=2 P5=3 P1=4 P3=null");
        assertThat(grades(outcome)).isEqualTo("P2=good P4=excellent P5=pass P1=pass P3=null");
        assertThat(outcome.of("P1").get("total").decimalValue()).isEqualByComparingTo("100");
    }

    @Test
    void anExcludedIndicatorIsZeroInAConditionAndTheRestIsSpread() {
        Office.Outcome outcome = Office.in(folder)
                .rules(HEAD + THREE.formatted(", requires: \"A = 0 AND B = 100\""))
                .file("platforms.csv", "id,name,a,b\nP1,n1,,50\n")
                .assess();

        assertThat(grades(outcome)).isEqualTo("P1=excellent");
    }

    @Test
    void whatAQuotaWithinGroupsLooksAtGrowsWithTheSubjectsNotWithTheirGroupsToo() {
        int size = 400;
        StringBuilder roster = new StringBuilder("id,name,domain,a,b\n");
        for (int i = 0; i < size; i++) {
            roster.append("P%d,N%d,D%d,%s,50\n".formatted(i, i, i / 2, new BigDecimal(50 - i % 7)));
        }
        Office.in(folder)
                .rules(HEAD + THREE.formatted(", at_most: 50%, within: domain"))
                .file("platforms.csv", roster.toString());
        Path data = folder.resolve("data");
        Rulebook rules = Objects.requireNonNull(
                RulesFile.read(data.resolve("scoring-rules.yaml")).rulebook());
        AssessmentResult result = Assessment.run(data, rules, IntakeOptions.of(1));
        Scores scores = Objects.requireNonNull(result.scores());
        Counted counted = new Counted(scores.subjects());

        List<Standing> standings =
                Grader.grade(rules, result.intake().subjects(), new Scores(counted, scores.measures()), new Findings());

        assertThat(standings).isEqualTo(result.standings());
        assertThat(counted.looks).isLessThan(50 * size);
    }

    /** Scores that count how often one of them was looked at. */
    private static final class Counted extends AbstractList<SubjectScore> {

        private final List<SubjectScore> scores;
        private int looks;

        Counted(List<SubjectScore> scores) {
            this.scores = scores;
        }

        @Override
        public SubjectScore get(int index) {
            looks++;
            return scores.get(index);
        }

        @Override
        public int size() {
            return scores.size();
        }
    }

    private static String ranks(Office.Outcome outcome) {
        return said(outcome, "rank");
    }

    private static String grades(Office.Outcome outcome) {
        return said(outcome, "grade");
    }

    private static String said(Office.Outcome outcome, String key) {
        return outcome.byId().entrySet().stream()
                .map(each -> each.getKey() + "="
                        + (each.getValue().get(key).isNull()
                                ? "null"
                                : each.getValue().get(key).asString()))
                .collect(Collectors.joining(" "));
    }
}
