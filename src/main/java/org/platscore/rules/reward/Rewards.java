package org.platscore.rules.reward;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * How rewards are computed.
 *
 * @param budget in 元; null where none bounds them
 * @param parts in file order
 * @param minus measures with what other funds already paid
 * @param limits per subject, the smallest binding
 * @param unit amounts are multiples of it
 * @param largestRemainder whether the units left go to the largest remainders; else each amount is rounded down
 * @param scale whether sums above the budget are scaled down; else they stop the run
 */
public record Rewards(
        @Nullable BigFraction budget,
        List<RewardPart> parts,
        List<String> minus,
        List<RewardLimit> limits,
        BigFraction unit,
        boolean largestRemainder,
        boolean scale) {

    /** Returns these rewards with another budget, in 元. */
    public Rewards withBudget(BigFraction other) {
        return new Rewards(other, parts, minus, limits, unit, largestRemainder, scale);
    }
}
