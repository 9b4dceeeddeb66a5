package org.platscore.scoring;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.rules.scoring.Benchmark;

/**
 * What an indicator's points of one subject were measured against.
 *
 * @param benchmarks the benchmarks that the method asked for, in the order it did
 * @param peers whom a method by peers compared the subject with; null for other methods
 */
public record Basis(List<Used> benchmarks, @Nullable Peers peers) {

    /**
     * A benchmark and what it came to.
     *
     * @param benchmark as written
     * @param measure what is held against it; null: no measure
     * @param chosen what categories and bands left of it; null where none fits
     * @param by the value that chose; null where nothing had to be chosen
     * @param number what it came to; null where it has no value
     * @param peers the values that a statistic was taken over; null for others
     */
    public record Used(
            Benchmark benchmark,
            @Nullable String measure,
            @Nullable Benchmark chosen,
            @Nullable Object by,
            @Nullable BigFraction number,
            @Nullable Peers peers) {}

    /**
     * The peers' values of a measure.
     *
     * @param measure whose values they are
     * @param within roster column whose cell they share; null: all peers
     * @param values in the order of subjects
     */
    public record Peers(String measure, @Nullable String within, List<Value> values) {}

    /** A subject's value. */
    public record Value(int subject, BigFraction number) {}
}
