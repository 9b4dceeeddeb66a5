package org.platscore.rules.scoring;

import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.rules.names.Ref;

/** A number that a method measures against. */
public sealed interface Benchmark {

    /** A number of the rules. */
    record Constant(BigFraction number) implements Benchmark {}

    /** The subject's own value of a measure. */
    record OfMeasure(String measure) implements Benchmark {}

    /** A number by category; {@code otherwise} (null: none) for categories not listed. */
    record ByCategory(
            Ref of, Map<String, Benchmark> cases, @Nullable Benchmark otherwise) implements Benchmark {}

    /** A number by the band that a number falls into: the first whose {@code under} it stays below. */
    record ByBands(Ref of, List<Band> bands) implements Benchmark {}

    /** A band; {@code under} null: all that is left. */
    record Band(@Nullable BigFraction under, Benchmark use) {}

    /**
     * A statistic of the peers.
     *
     * @param kind what is computed
     * @param percentile 1 to 99 for PERCENTILE, else 0
     * @param within roster column; null: all peers
     * @param atLeast with fewer peers within, it is taken over all
     */
    record Statistic(Kind kind, int percentile, @Nullable String within, int atLeast) implements Benchmark {}

    /** The statistics. */
    enum Kind {
        MEAN,
        MEDIAN,
        MIN,
        MAX,
        PERCENTILE
    }
}
