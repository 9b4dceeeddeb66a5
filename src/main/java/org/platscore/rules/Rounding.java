package org.platscore.rules;

import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;
import org.platscore.finding.Exact;

/**
 * How points and totals are rounded.
 *
 * @param indicator decimals of an indicator's points
 * @param total decimals of a total
 * @param mode HALF_UP, HALF_EVEN, UP or DOWN
 */
public record Rounding(int indicator, int total, RoundingMode mode) {

    /** Returns points rounded as an indicator's. */
    public BigFraction points(BigFraction exact) {
        return Exact.round(exact, indicator, mode);
    }

    /** Returns a total rounded. */
    public BigFraction total(BigFraction exact) {
        return Exact.round(exact, total, mode);
    }
}
