package org.platscore.reward;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * All awards.
 *
 * @param awards by subject index; subjects without a reward have an amount of 0
 * @param allocated their sum
 */
public record Allocation(List<Award> awards, BigFraction allocated) {}
