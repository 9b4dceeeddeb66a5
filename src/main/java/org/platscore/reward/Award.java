package org.platscore.reward;

import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.rules.reward.PoolSplit;

/**
 * What one subject is paid, in 元, exactly; the parts and the signed changes add up to the amount.
 *
 * @param amount what is paid, a multiple of the unit
 * @param parts by part id, in file order
 * @param minus what other funds paid, not above 0
 * @param limited what the subject's limit took, not above 0
 * @param scaled what scaling to the budget took, not above 0
 * @param rounded what rounding to the unit changed
 * @param limit the most that the subject may get, a multiple of the unit; null where nothing bounds it
 * @param shares of the pools that it has a share in, by part id
 */
public record Award(
        BigFraction amount,
        Map<String, BigFraction> parts,
        BigFraction minus,
        BigFraction limited,
        BigFraction scaled,
        BigFraction rounded,
        @Nullable BigFraction limit,
        Map<String, PoolSplit.Share> shares) {}
