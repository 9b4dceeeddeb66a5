package org.platscore.intake.results;

import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Lang;
import org.platscore.finding.Quantity;
import org.platscore.rules.ColumnType;
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
 * @param measures what the names of measures stand for; empty in a file that does not say so
 * @param columns what the names of roster columns stand for; empty in a file that does not say so
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
        @Nullable BigFraction unit,
        Map<String, Titled> measures,
        Map<String, Titled> columns) {

    /**
     * What the name of a measure or of a roster column stands for.
     *
     * @param label display text
     * @param unit empty where none is given
     * @param share whether its numbers are shares that are told in percent
     */
    public record Titled(String label, String unit, boolean share) {

        /** Returns one of its numbers as a sentence tells it. */
        public Quantity quantity(BigFraction number) {
            return share ? Quantity.percent(number) : new Quantity(number, unit);
        }

        /** Returns a value of the roster as a sentence tells it, in full; a number without a unit, such as a year, ungrouped. */
        public String fact(Object value, Lang lang) {
            if (value instanceof Boolean truth) {
                return ColumnType.truth(truth).in(lang);
            }
            if (!(value instanceof BigFraction number)) {
                return value.toString();
            }
            return unit.isEmpty() && !share
                    ? Exact.plain(Exact.decimal(number))
                    : quantity(number).inFull(lang);
        }
    }

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
