package org.platscore.rules.reward;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.rules.scoring.Benchmark;

/** One subject as the parts and limits of a reward see it. */
public interface RewardContext {

    /** Returns the id of the subject's grade; null where the rules have no grades. */
    @Nullable
    String grade();

    /** Returns the subject's total, in points. */
    BigFraction total();

    /** Returns a measure's number, 0 where there is none (a needed one that is missing stops the run elsewhere). */
    BigFraction measure(String name);

    /** Returns a benchmark's number for this subject; null where it has none. */
    @Nullable
    BigFraction benchmark(Benchmark benchmark);
}
