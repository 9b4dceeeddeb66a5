package org.platscore.reward;

import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.platscore.rules.reward.PoolSplit;

/**
 * All awards.
 *
 * @param awards by subject index; subjects without a reward have an amount of 0
 * @param allocated their sum
 * @param due what the awards came to before the budget and the unit, in 元
 * @param pools how each pool was split, by part id
 */
public record Allocation(List<Award> awards, BigFraction allocated, BigFraction due, Map<String, PoolSplit> pools) {}
