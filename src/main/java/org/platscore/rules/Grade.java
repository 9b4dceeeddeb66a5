package org.platscore.rules;

import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.rules.formula.Formula;

/**
 * A grade and its conditions; a null condition is none.
 *
 * @param min least total
 * @param atMost its room
 * @param top how far down the ranks it reaches
 * @param requires over ids, total and measures
 */
public record Grade(
        String id,
        String label,
        @Nullable BigFraction min,
        @Nullable Quota atMost,
        @Nullable Limit top,
        @Nullable Formula requires) {

    /** A number of subjects, or a share of those assessed. */
    public record Limit(boolean share, BigFraction number) {

        /**
         * Returns how many places that is.
         *
         * @param base how many it is a share of
         */
        public BigFraction places(int base, RoundingMode rounding) {
            return share ? Exact.round(number.multiply(base), 0, rounding) : number;
        }
    }

    /**
     * A grade's room.
     *
     * @param limit how many
     * @param rounding of a share: DOWN, UP or HALF_UP
     * @param atLeast not less than this
     * @param within roster column per whose value share and room count; null: all subjects together
     */
    public record Quota(
            Limit limit,
            RoundingMode rounding,
            int atLeast,
            @Nullable String within) {}
}
