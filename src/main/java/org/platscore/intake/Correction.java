package org.platscore.intake;

import java.time.LocalDate;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Place;

/**
 * One row of adjustments.csv.
 *
 * @param subject index of the subject
 * @param measure name of the measure
 * @param value what is added, subtracted or set: a number, or for {@code SET} of a category a text
 */
public record Correction(
        int subject,
        String measure,
        Operation operation,
        Object value,
        String reason,
        String decidedBy,
        @Nullable LocalDate date,
        Place place) {

    /** What a correction does. */
    public enum Operation {
        ADD,
        SUBTRACT,
        SET
    }

    /** Returns who decided and, where it is known, on which day. */
    public String decided() {
        return Decision.decided(decidedBy, date);
    }

    /** Returns the value as a number. */
    public BigFraction number() {
        return (BigFraction) value;
    }
}
