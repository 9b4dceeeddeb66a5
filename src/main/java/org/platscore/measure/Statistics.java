package org.platscore.measure;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.platscore.finding.Exact;
import org.platscore.rules.scoring.Benchmark;

/** Exact statistics of numbers. Each needs at least one value. */
public final class Statistics {

    private Statistics() {}

    /** Returns the statistic of {@code values} that a benchmark names. */
    public static BigFraction of(Benchmark.Statistic statistic, Collection<BigFraction> values) {
        return switch (statistic.kind()) {
            case MEAN -> mean(values);
            case MEDIAN -> median(values);
            case MIN -> min(values);
            case MAX -> max(values);
            case PERCENTILE -> percentile(values, statistic.percentile());
        };
    }

    /** Returns the arithmetic mean. */
    public static BigFraction mean(Collection<BigFraction> values) {
        return Exact.sum(List.copyOf(notEmpty(values))).divide(values.size());
    }

    /** Returns the middle value, for an even number of values the mean of the two in the middle. */
    public static BigFraction median(Collection<BigFraction> values) {
        return percentile(values, 50);
    }

    /** Returns the smallest value. */
    public static BigFraction min(Collection<BigFraction> values) {
        return Collections.min(notEmpty(values));
    }

    /** Returns the greatest value. */
    public static BigFraction max(Collection<BigFraction> values) {
        return Collections.max(notEmpty(values));
    }

    /**
     * Returns the percentile as a spreadsheet's PERCENTILE.INC does: of n ascending values counted from 0 the one at {@code (n −
     * 1) · percent / 100}, straight between its neighbours where that is no whole number.
     *
     * @param percent 0 to 100
     */
    public static BigFraction percentile(Collection<BigFraction> values, int percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("percentile " + percent);
        }
        List<BigFraction> sorted = notEmpty(values).stream().sorted().toList();
        long hundredths = (long) (sorted.size() - 1) * percent;
        int below = (int) (hundredths / 100);
        int part = (int) (hundredths % 100);
        BigFraction low = sorted.get(below);
        return part == 0 ? low : low.add(sorted.get(below + 1).subtract(low).multiply(BigFraction.of(part, 100)));
    }

    private static Collection<BigFraction> notEmpty(Collection<BigFraction> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("statistic of no values");
        }
        return values;
    }
}
