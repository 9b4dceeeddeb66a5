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
        Place place) {}
