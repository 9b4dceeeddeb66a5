package org.platscore.rules.scoring;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.Vocabulary;
import org.platscore.rules.source.Diagnostics;

/**
 * What a method's reader knows of its surroundings.
 *
 * @param measure the leaf's measure; null where the leaf names none
 * @param weight the leaf's weight as written (a bonus's or deduction's limit)
 */
public record MethodReading(
        Vocabulary vocabulary, @Nullable Term measure, BigFraction weight, Diagnostics diagnostics) {}
