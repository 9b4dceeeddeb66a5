package org.platscore.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Place;

/**
 * One row of decisions.csv: a grade that the office's meeting gives in place of the computed one.
 *
 * @param subject index of the subject
 * @param grade id of the grade
 * @param place where the grade is written
 */
public record Decision(
        int subject,
        String grade,
        String reason,
        String decidedBy,
        @Nullable LocalDate date,
        Place place) {

    /** Returns who decided and, where it is known, on which day. */
    public String decided() {
        return decided(decidedBy, date);
    }

    /** Returns a decider and, where it is known, the day. */
    static String decided(String by, @Nullable LocalDate date) {
        return date == null ? by : by + " " + date;
    }
}
