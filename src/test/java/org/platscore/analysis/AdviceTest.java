package org.platscore.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.platscore.assessment.AssessmentResult;
import org.platscore.finding.Findings;
import org.platscore.finding.Lang;
import org.platscore.grading.Grader;
import org.platscore.grading.Standing;
import org.platscore.intake.Subject;
import org.platscore.measure.MeasureTable;
import org.platscore.measure.Measures;
import org.platscore.rules.Grade;
import org.platscore.scoring.Scorer;
import org.platscore.scoring.Scores;

class AdviceTest {

    private static final AssessmentResult RESULT = SampleRun.RESULT;

    static Stream<String> subjects() {
        return RESULT.intake().subjects().stream().map(Subject::id);
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void everyChangeReachesTheGradeAndOneStepLessDoesNot(String id) {
        Advice advice = Advice.of(RESULT, subject(id));
        for (Advice.Change change : advice.changes()) {
            String label = id + " " + change.measure().label();
            Grade then = grade(id, change, change.to());
            assertThat(then).as(label).isEqualTo(change.grade());
            assertThat(place(then)).as(label).isLessThanOrEqualTo(place(Objects.requireNonNull(advice.next())));
            if (change.by() != null && change.grid() != null) {
                BigFraction step =
                        change.by().signum() > 0 ? change.grid() : change.grid().negate();
                BigFraction less = ((BigFraction) change.to()).subtract(step);
                assertThat(place(grade(id, change, less)))
                        .as(label)
                        .isGreaterThan(place(Objects.requireNonNull(advice.next())));
            }
        }
    }

    @Test
    void theSampleHasAdviceOfEveryKind() {
        List<Advice> all = RESULT.intake().subjects().stream()
                .map(each -> Advice.of(RESULT, each))
                .toList();
        List<Advice.Change> changes =
                all.stream().flatMap(each -> each.changes().stream()).toList();
        assertThat(all).filteredOn(each -> !each.changes().isEmpty()).hasSizeGreaterThan(10);
        assertThat(all)
                .filteredOn(each -> each.changes().isEmpty() && each.next() != null)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.obstacles()).isNotEmpty());
        assertThat(changes).anyMatch(each -> each.by() == null);
        assertThat(changes).anyMatch(each -> each.by() != null && each.by().signum() < 0 && !each.formulaOnly());
        assertThat(changes).anyMatch(each -> each.formulaOnly());
    }

    @Test
    void adviceForManyIsThatForOneWithoutWhatIsNoAim() {
        WaysUp ways = WaysUp.of(RESULT);
        for (Subject each : RESULT.intake().subjects()) {
            Advice alone = Advice.of(RESULT, each);
            Advice among = ways.of(each);
            assertThat(among.changes())
                    .as(each.id())
                    .isEqualTo(alone.changes().stream()
                            .filter(change -> !change.formulaOnly())
                            .toList());
            assertThat(among.next()).as(each.id()).isEqualTo(alone.next());
        }
    }

    @Test
    void aSubjectInTheBestGradeNeedsNone() {
        Advice advice = Advice.of(RESULT, subject("P05"));
        assertThat(advice.next()).isNull();
        assertThat(said(advice)).containsExactly("已是最高等次“优秀”");
    }

    @Test
    void aVetoThatDecidesTheGradeLeavesNoWay() {
        Advice advice = Advice.of(RESULT, subject("P28"));
        assertThat(advice.changes()).isEmpty();
        assertThat(said(advice)).singleElement().asString().contains("弄虚作假");
    }

    @Test
    void waysThatHelpOnlyByADivisorComeLast() {
        List<Boolean> order = Advice.of(RESULT, subject("P33")).changes().stream()
                .map(Advice.Change::formulaOnly)
                .toList();
        assertThat(order).isSorted();
    }

    private static List<String> said(Advice advice) {
        return advice.obstacles().stream().map(each -> each.in(Lang.ZH)).toList();
    }

    /** The grade by the stages themselves, all subjects scored anew. */
    private static Grade grade(String id, Advice.Change change, Object value) {
        List<Subject> subjects = RESULT.intake().subjects();
        MeasureTable table = Measures.withoutStatistics(
                RESULT.rules(),
                subjects,
                Objects.requireNonNull(RESULT.scores()).measures());
        MeasureTable one = Measures.changed(
                RESULT.rules(), table, subject(id), Measures.following(RESULT.rules(), change.measure()), value);
        MeasureTable changed = Measures.withoutStatistics(RESULT.rules(), subjects, one);
        Findings findings = new Findings();
        Scores scores = Scorer.score(RESULT.rules(), subjects, changed, findings);
        return Grader.grade(RESULT.rules(), subjects, scores, findings).stream()
                .filter(each -> each.subject() == subject(id).index())
                .map(Standing::grade)
                .findFirst()
                .orElseThrow();
    }

    private static int place(Grade grade) {
        return RESULT.rules().grades().indexOf(grade);
    }

    private static Subject subject(String id) {
        return RESULT.intake().subjects().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
