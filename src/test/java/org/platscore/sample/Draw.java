package org.platscore.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;

/**
 * A named stream of seeded draws. The same name gives the same values on every machine, and no stream disturbs another,
 * so that a change to one part of the sample leaves the others as they were.
 */
final class Draw {

    private static final String SEED = "platscore sample 2022";

    private final Random random;

    private Draw(long seed) {
        random = new Random(seed);
    }

    /** The stream of this name, at its start. */
    static Draw of(String... name) {
        long hash = 0xcbf29ce484222325L;
        for (char c : (SEED + '/' + String.join("/", name)).toCharArray()) {
            hash = (hash ^ c) * 0x100000001b3L;
        }
        return new Draw(hash ^ (hash >>> 29));
    }

    /** Standard normal. */
    double normal() {
        return random.nextGaussian();
    }

    /** Normal with this mean and deviation, kept within the bounds. */
    double normal(double mean, double deviation, double min, double max) {
        return Math.min(max, Math.max(min, mean + deviation * random.nextGaussian()));
    }

    /** Log-normal with this median; {@code spread} is the deviation of the logarithm. */
    double around(double median, double spread) {
        return median * StrictMath.exp(spread * random.nextGaussian());
    }

    /** Uniform on [0, 1). */
    double uniform() {
        return random.nextDouble();
    }

    /** Uniform on 0 to {@code bound - 1}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Events at this mean rate (Poisson, by multiplication). */
    int events(double mean) {
        double limit = StrictMath.exp(-mean);
        int events = -1;
        for (double product = 1; product > limit; product *= random.nextDouble()) {
            events++;
        }
        return Math.max(0, events);
    }

    <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** One of the items, in proportion to the weights. */
    <T> T pick(List<T> items, List<Integer> weights) {
        int rest = random.nextInt(weights.stream().mapToInt(Integer::intValue).sum());
        int i = 0;
        while (rest >= weights.get(i)) {
            rest -= weights.get(i++);
        }
        return items.get(i);
    }

    /** The probability that a score of evidence stands for: 1 ÷ (1 + e^−x). */
    static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /** The number rounded to a multiple of {@code step}, at least one step. */
    static BigDecimal rounded(double value, int step) {
        BigDecimal unit = BigDecimal.valueOf(step);
        BigDecimal steps = new BigDecimal(value).divide(unit, 0, RoundingMode.HALF_UP);
        return steps.max(BigDecimal.ONE).multiply(unit);
    }
}
