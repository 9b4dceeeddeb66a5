package org.platscore.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks for values that are so far off the others of their column that their unit is most likely another. Twelve bytes a
 * value, for one sheet at a time.
 */
final class MedianWatch {

    private static final int LEAST_VALUES = 10;
    private static final int PLACES = 6;
    private static final BigDecimal GREATEST = new BigDecimal("1E12");
    private static final long GREATEST_PARTS = 1_000_000_000_000L * RowCounter.PARTS;
    private static final BigDecimal FAR = new BigDecimal(1_000);

    private long[] values = new long[64];
    private int[] keys = new int[64];
    private int size;

    /** A value far off, and its key. */
    record Outlier(int key, BigDecimal value, BigDecimal median) {}

    /** Takes a value (zeros, which have no unit, and values beyond all use are left out) and what it is found by later. */
    void add(BigDecimal value, int key) {
        if (value.signum() == 0 || value.abs().compareTo(GREATEST) >= 0) {
            return;
        }
        keep(value.abs().setScale(PLACES, RoundingMode.HALF_UP).unscaledValue().longValueExact(), key);
    }

    /** Takes a value in parts, see {@link RowCounter#PARTS}. */
    void add(long parts, int key) {
        if (parts != 0 && parts > -GREATEST_PARTS && parts < GREATEST_PARTS) {
            keep(Math.abs(parts), key);
        }
    }

    private void keep(long parts, int key) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
            keys = Arrays.copyOf(keys, size * 2);
        }
        values[size] = parts;
        keys[size++] = key;
    }

    /** Returns the values 1,000 times or more above or below the median, in the order they came. */
    List<Outlier> outliers() {
        List<Outlier> far = new ArrayList<>();
        if (size < LEAST_VALUES) {
            return far;
        }
        long[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        BigDecimal median = BigDecimal.valueOf(sorted[(size - 1) / 2], PLACES)
                .add(BigDecimal.valueOf(sorted[size / 2], PLACES))
                .divide(BigDecimal.valueOf(2));
        BigDecimal high = median.multiply(FAR);
        for (int i = 0; i < size; i++) {
            BigDecimal value = BigDecimal.valueOf(values[i], PLACES);
            if (value.compareTo(high) >= 0 || value.multiply(FAR).compareTo(median) <= 0) {
                far.add(new Outlier(keys[i], value, median));
            }
        }
        return far;
    }
}
