package org.platscore.rules;

import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;
import org.platscore.finding.Exact;

/**
 * How points and totals are rounded.
 *
 * @param indicator decimals of an indicator's points, or {@link #NONE}
 * @param total decimals of a total, or {@link #NONE}
 * @param mode HALF_UP, HALF_EVEN, UP or DOWN
 */
public record Rounding(int indicator, int total, RoundingMode mode) {

    /** In place of a number of decimals: full precision is kept. */
    public static final int NONE = -1;

    /** Returns points rounded as an indicator's. */
    public BigFraction points(BigFraction exact) {
        return indicator == NONE ? exact : Exact.round(exact, indicator, mode);
    }

    /** Returns a total rounded. */
    public BigFraction total(BigFraction exact) {
        return total == NONE ? exact : Exact.round(exact, total, mode);
    }
}
