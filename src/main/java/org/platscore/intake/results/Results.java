package org.platscore.intake.results;

import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.rules.Period;

/**
 * results.json of a finished run; decimals are exactly those of the file.
 *
 * @param title of the assessment
 * @param edition its edition; empty where none was given
 * @param period the days that were assessed
 * @param rulesSha256 of the rules file's bytes, in hex
 * @param subjects in rank order, then id; those not assessed last
 * @param grades how many subjects each grade has, best first
 * @param budget in 元; null where none bounds the rewards
 * @param allocated what is paid in all, in 元
 * @param unit of the amounts, in 元; null where there are no rewards
 */
public record Results(
        String title,
        String edition,
        Period period,
        String rulesSha256,
        List<ResultSubject> subjects,
        Map<String, Integer> grades,
        @Nullable BigFraction budget,
        BigFraction allocated,
        @Nullable BigFraction unit) {

    /** Returns the subject of this id, in the very spelling; null if there is none. */
    public @Nullable ResultSubject subject(String id) {
        for (ResultSubject each : subjects) {
            if (each.id().equals(id)) {
                return each;
            }
        }
        return null;
    }
}
