package org.platscore.rules.scoring;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.rules.names.Ref;

/** Where a benchmark finds one subject's values. */
public interface BenchmarkValues {

    /** Returns the subject's value of a measure or roster column: a {@code BigFraction}, a {@code String}, or null. */
    @Nullable
    Object value(Ref ref);

    /** Returns a statistic of the peers; null where it has no value or none are to be had here. */
    @Nullable
    BigFraction statistic(Benchmark.Statistic statistic);
}
