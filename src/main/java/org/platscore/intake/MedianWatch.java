package org.platscore.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for values that are so far off the others of their column that their unit is most likely another. It either keeps every
 * value, twelve bytes each, for one sheet at a time; or counts values of about the same size and says whether any can be far off,
 * and then, in a second reading, picks those that matter.
 */
final class MedianWatch {

    private static final int LEAST_VALUES = 10;
    private static final int PLACES = 6;
    private static final BigDecimal GREATEST = new BigDecimal("1E12");
    private static final long GREATEST_PARTS = 1_000_000_000_000L * RowCounter.PARTS;
    private static final int FAR = 1_000;
    /** Sizes are told apart by the leading bit and so many behind it. */
    private static final int BITS = 6;

    private final long @Nullable [] counts;
    private final @Nullable Suspicion picked;
    private long least = Long.MAX_VALUE;
    private long most;
    private long[] values = new long[64];
    private int[] keys = new int[64];
    private int size;

    private MedianWatch(long @Nullable [] counts, @Nullable Suspicion picked) {
        this.counts = counts;
        this.picked = picked;
    }

    /** A value far off, and its key. */
    record Outlier(int key, BigDecimal value, BigDecimal median) {}

    /**
     * That some value may be far off.
     *
     * @param all how many values there are
     * @param below how many are less than {@code low}
     * @param low bound of the median
     * @param high bound of the median, inclusive
     */
    record Suspicion(long all, long below, long low, long high) {

        private boolean mayBeFar(long value) {
            return value / FAR >= low || value <= high / FAR;
        }

        private boolean matters(long value) {
            return mayBeFar(value) || value >= low && value <= high;
        }
    }

    /** Returns one that keeps every value. */
    static MedianWatch keeping() {
        return new MedianWatch(null, null);
    }

    /** Returns one that counts values; it has no outliers, only {@link #suspicion}. */
    static MedianWatch counting() {
        return new MedianWatch(new long[Long.SIZE << BITS], null);
    }

    /** Returns one that is given all values that {@link #counting} was given, and keeps those that matter. */
    static MedianWatch picking(Suspicion suspicion) {
        return new MedianWatch(null, suspicion);
    }

    /** Takes a value (zeros, which have no unit, and values beyond all use are left out) and what it is found by later. */
    void add(BigDecimal value, int key) {
        if (value.signum() == 0 || value.abs().compareTo(GREATEST) >= 0) {
            return;
        }
        long parts =
                value.setScale(PLACES, RoundingMode.HALF_UP).unscaledValue().longValueExact();
        keep(parts == 0 ? value.signum() : parts, key);
    }

    /** Takes a value in parts, see {@link RowCounter#PARTS}. */
    void add(long parts, int key) {
        if (parts != 0 && parts > -GREATEST_PARTS && parts < GREATEST_PARTS) {
            keep(parts, key);
        }
    }

    private void keep(long value, int key) {
        long parts = Math.abs(value);
        if (counts != null) {
            counts[bucket(parts)]++;
            least = Math.min(least, parts);
            most = Math.max(most, parts);
            return;
        }
        if (picked != null && !picked.matters(parts)) {
            return;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
            keys = Arrays.copyOf(keys, size * 2);
        }
        values[size] = value;
        keys[size++] = key;
    }

    private static int bucket(long value) {
        int shift = Math.max(0, Long.SIZE - 1 - BITS - Long.numberOfLeadingZeros(value));
        return (shift << BITS) + (int) (value >>> shift);
    }

    /** Returns the least value of a bucket. */
    private static long floor(int bucket) {
        int shift = Math.max(0, (bucket >> BITS) - 1);
        return (long) (bucket - (shift << BITS)) << shift;
    }

    /** Returns the greatest of all values, without their signs. */
    BigDecimal greatest() {
        long greatest = most;
        for (int i = 0; i < size; i++) {
            greatest = Math.max(greatest, Math.abs(values[i]));
        }
        return BigDecimal.valueOf(greatest, PLACES);
    }

    /** Returns that some value may be far off; null where none can be. */
    @Nullable
    Suspicion suspicion() {
        long[] counted = counts == null ? new long[0] : counts;
        long all = Arrays.stream(counted).sum();
        if (all < LEAST_VALUES) {
            return null;
        }
        int low = 0;
        long below = 0;
        while (below + counted[low] <= (all - 1) / 2) {
            below += counted[low++];
        }
        int high = low;
        for (long up = below; up + counted[high] <= all / 2; high++) {
            up += counted[high];
        }
        Suspicion suspicion = new Suspicion(all, below, floor(low), floor(high + 1) - 1);
        return suspicion.mayBeFar(least) || suspicion.mayBeFar(most) ? suspicion : null;
    }

    /** Returns the values 1,000 times or more above or below the median, signs aside, in the order they came. */
    List<Outlier> outliers() {
        List<Outlier> far = new ArrayList<>();
        long all = picked == null ? size : picked.all();
        if (all < LEAST_VALUES) {
            return far;
        }
        long[] sorted = new long[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            long parts = Math.abs(values[i]);
            if (picked == null || parts >= picked.low()) {
                sorted[count++] = parts;
            }
        }
        Arrays.sort(sorted, 0, count);
        long below = picked == null ? 0 : picked.below();
        BigDecimal median = BigDecimal.valueOf(sorted[(int) ((all - 1) / 2 - below)], PLACES)
                .add(BigDecimal.valueOf(sorted[(int) (all / 2 - below)], PLACES))
                .divide(BigDecimal.valueOf(2));
        BigDecimal times = BigDecimal.valueOf(FAR);
        BigDecimal high = median.multiply(times);
        for (int i = 0; i < size; i++) {
            BigDecimal value = BigDecimal.valueOf(values[i], PLACES);
            BigDecimal distance = value.abs();
            if (distance.compareTo(high) >= 0 || distance.multiply(times).compareTo(median) <= 0) {
                far.add(new Outlier(keys[i], value, median));
            }
        }
        return far;
    }
}
