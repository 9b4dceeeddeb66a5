package org.platscore.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.platscore.finding.Findings;
import org.platscore.grading.Grader;
import org.platscore.intake.Subject;
import org.platscore.measure.Measures;
import org.platscore.rules.Measure;
import org.platscore.scoring.Scorer;
import org.platscore.scoring.Scores;

/** Trials keep what earlier ones of the same engine found out; that must not show. */
class TrialsTest {

    @Test
    void aTrialAfterOthersComesToTheSameAsAWholeRun() {
        Engine warm = new Engine(SampleRun.RESULT);
        List<Subject> subjects = SampleRun.RESULT.intake().subjects();
        int compared = 0;
        int reached = 0;
        for (Subject subject : List.of(subjects.get(0), subjects.get(20), subjects.get(41))) {
            for (Measure measure : SampleRun.RULES.measures()) {
                Object now = warm.table().get(subject.index(), measure.name()).used();
                if (!(now instanceof BigFraction) || measure.definition() instanceof Measure.Computed) {
                    continue;
                }
                for (BigFraction factor : List.of(BigFraction.ZERO, BigFraction.of(1, 2), BigFraction.of(3))) {
                    BigFraction value = ((BigFraction) now).multiply(factor);
                    Scores whole = Scorer.score(
                            SampleRun.RULES,
                            subjects,
                            Measures.changed(
                                    SampleRun.RULES,
                                    warm.table(),
                                    subject,
                                    warm.bearing(measure.name()).following(),
                                    value),
                            new Findings());
                    Engine.Try trial = warm.tried(subject, measure.name(), value);
                    String what = subject.id() + " " + measure.name() + " " + value;
                    assertThat(trial.own()).as(what).isEqualTo(whole.subjects().get(subject.index()));
                    int grade = SampleRun.RULES
                            .grades()
                            .indexOf(Grader.grade(SampleRun.RULES, subjects, whole, new Findings()).stream()
                                    .filter(each -> each.subject() == subject.index())
                                    .findFirst()
                                    .orElseThrow()
                                    .grade());
                    reached += grade < 2 && trial.reaches(grade) ? 1 : 0;
                    assertThat(grade == 0 || !trial.reaches(grade - 1)).as(what).isTrue();
                    assertThat(trial.trial().scores().subjects()).as(what).isEqualTo(whole.subjects());
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
        assertThat(reached).isGreaterThan(5);
    }
}
