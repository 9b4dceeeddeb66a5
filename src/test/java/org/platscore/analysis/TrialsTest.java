package org.platscore.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.platscore.intake.Subject;
import org.platscore.rules.Measure;

/** Trials keep what earlier ones of the same engine found out; that must not show. */
class TrialsTest {

    @Test
    void aTrialAfterOthersScoresTheSameAsOneAlone() {
        Engine warm = new Engine(SampleRun.RESULT);
        List<Subject> subjects = SampleRun.RESULT.intake().subjects();
        int compared = 0;
        for (Subject subject : List.of(subjects.get(0), subjects.get(20), subjects.get(41))) {
            for (Measure measure : SampleRun.RULES.measures()) {
                Object now = warm.table().get(subject.index(), measure.name()).used();
                if (!(now instanceof BigFraction) || measure.definition() instanceof Measure.Computed) {
                    continue;
                }
                for (BigFraction factor : List.of(BigFraction.ZERO, BigFraction.of(1, 2), BigFraction.of(3))) {
                    BigFraction value = ((BigFraction) now).multiply(factor);
                    Engine cold = new Engine(SampleRun.RESULT);
                    assertThat(warm.tried(subject, measure.name(), value).own())
                            .as(subject.id() + " " + measure.name() + " " + value)
                            .isEqualTo(
                                    cold.tried(subject, measure.name(), value).own());
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }
}
