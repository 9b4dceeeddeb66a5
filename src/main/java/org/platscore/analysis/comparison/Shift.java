package org.platscore.analysis.comparison;

import java.util.Locale;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * What one indicator, bonus or deduction, or one limit or rounding, adds to the change of a total. The shifts of a subject add up
 * to the change of its total exactly.
 *
 * @param kind what it is
 * @param id of the indicator, bonus or deduction; of the group for {@code COMBINATION}; empty for what has none
 * @param label display text
 * @param before points then, 0 where excluded; for what is left over, the points that it took or gave
 * @param after points now
 * @param change what it adds to the change of the total: {@code after} less {@code before}, for a deduction the other way round
 * @param measure the measure that it scores; null where there is none
 * @param valueBefore that measure's value then; null where there was none
 * @param valueAfter that measure's value now
 * @param causes where the change comes from; empty for what is left over
 */
public record Shift(
        Kind kind,
        String id,
        String label,
        BigFraction before,
        BigFraction after,
        BigFraction change,
        @Nullable String measure,
        @Nullable Object valueBefore,
        @Nullable Object valueAfter,
        Set<Cause> causes) {

    /** What a shift stands for. */
    public enum Kind {
        INDICATOR,
        BONUS,
        DEDUCTION,
        /** What combining a group's children does beyond their sum, rounding included. */
        COMBINATION,
        /** What the limit on all bonuses takes. */
        BONUS_LIMIT,
        /** What the limit on all deductions spares. */
        DEDUCTION_LIMIT,
        /** What the bounds of the total and its rounding do. */
        TOTAL;

        /** Returns the word used in files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns whether it stands for something that has points of its own. */
        public boolean leaf() {
            return this == INDICATOR || this == BONUS || this == DEDUCTION;
        }
    }
}
