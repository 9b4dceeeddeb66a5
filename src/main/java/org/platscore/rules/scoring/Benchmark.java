package org.platscore.rules.scoring;

import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.rules.names.Ref;

/** A number that a method measures against. */
public sealed interface Benchmark {

    /** Returns the number for one subject; null where it has none. */
    default @Nullable BigFraction number(BenchmarkValues values) {
        Benchmark chosen = chosen(values);
        return chosen == null || chosen == this ? null : chosen.number(values);
    }

    /**
     * Returns what is left of this benchmark for one subject once categories and bands have chosen: a constant, a measure or a
     * statistic; null where nothing fits.
     */
    default @Nullable Benchmark chosen(BenchmarkValues values) {
        return this;
    }

    /** A number of the rules. */
    record Constant(BigFraction number) implements Benchmark {

        @Override
        public BigFraction number(BenchmarkValues values) {
            return number;
        }
    }

    /** The subject's own value of a measure. */
    record OfMeasure(String measure) implements Benchmark {

        @Override
        public @Nullable BigFraction number(BenchmarkValues values) {
            Object value = values.value(new Ref(false, measure));
            return value instanceof BigFraction ? (BigFraction) value : null;
        }
    }

    /** A number by category; {@code otherwise} (null: none) for categories not listed. */
    record ByCategory(
            Ref of, Map<String, Benchmark> cases, @Nullable Benchmark otherwise) implements Benchmark {

        @Override
        public @Nullable Benchmark chosen(BenchmarkValues values) {
            Object value = values.value(of);
            if (!(value instanceof String)) {
                return null;
            }
            Benchmark found = cases.getOrDefault(value, otherwise);
            return found == null ? null : found.chosen(values);
        }
    }

    /** A number by the band that a number falls into: the first whose {@code under} it stays below. */
    record ByBands(Ref of, List<Band> bands) implements Benchmark {

        @Override
        public @Nullable Benchmark chosen(BenchmarkValues values) {
            Object value = values.value(of);
            if (!(value instanceof BigFraction)) {
                return null;
            }
            for (Band band : bands) {
                if (band.under == null || ((BigFraction) value).compareTo(band.under) < 0) {
                    return band.use.chosen(values);
                }
            }
            return null;
        }
    }

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
    record Statistic(Kind kind, int percentile, @Nullable String within, int atLeast) implements Benchmark {

        @Override
        public @Nullable BigFraction number(BenchmarkValues values) {
            return values.statistic(this);
        }
    }

    /** The statistics. */
    enum Kind {
        MEAN,
        MEDIAN,
        MIN,
        MAX,
        PERCENTILE
    }
}
