package org.platscore.rules.reward;

import org.jspecify.annotations.Nullable;
import org.platscore.rules.scoring.Benchmark;

/**
 * Where a worksheet keeps what a reward of one subject needs. Every text may stand as an operand in a formula; amounts are in 元.
 */
public interface RewardCells {

    /** Returns the id of the subject's grade, which stands as a value; null where the rules have no grades. */
    @Nullable
    String grade();

    /** Returns the subject's total. */
    String total();

    /** Returns a measure's number, 0 where it is missing. */
    String measure(String name);

    /**
     * Returns an amount in 元 that stands in the rules.
     *
     * @param owner the record that it belongs to, by identity
     * @param part which of its numbers, such as a grade's id
     */
    String amount(Object owner, String part);

    /** Returns an edge that a measure is held against, in the unit of {@link #measure}. */
    String edge(String measure, Object owner, String part);

    /** Returns a share or an edge in points that stands in the rules. */
    String plain(Object owner, String part);

    /** Returns a limit in 元, not below 0; null where it does not bind the subject. */
    @Nullable
    String benchmark(Benchmark benchmark);
}
