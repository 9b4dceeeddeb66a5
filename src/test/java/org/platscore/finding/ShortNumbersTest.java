package org.platscore.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums and comparisons take a shorter way where numbers are short; they come out as on the long one. */
class ShortNumbersTest {

    private static final long EDGE = 1L << 31;
    private static final long[] PARTS = {0, 1, 2, 7, 85, 12_345, EDGE - 1, EDGE, EDGE + 1, 1L << 60, Long.MAX_VALUE};
    private static final long[] WHOLES = {1, 2, 3, 7, 100, 10_000, 65_536, 65_537, EDGE - 1, EDGE, EDGE + 1, 1L << 60};

    private final Random random = new Random(20221104);

    private BigFraction number() {
        long parts = PARTS[random.nextInt(PARTS.length)];
        long whole = WHOLES[random.nextInt(WHOLES.length)];
        return BigFraction.of(random.nextBoolean() ? parts : -parts, random.nextInt(9) == 0 ? -whole : whole);
    }

    @Test
    void sums() {
        for (int i = 0; i < 20_000; i++) {
            List<BigFraction> numbers = new ArrayList<>();
            BigFraction sum = BigFraction.ZERO;
            for (int k = random.nextInt(12); k > 0; k--) {
                numbers.add(number());
                sum = sum.add(numbers.get(numbers.size() - 1));
            }
            assertThat(Exact.sum(numbers)).as("%s", numbers).isEqualTo(sum);
        }
    }

    /** Whole numbers first outgrow a long when they are multiplied by the denominator that follows, fractions first when they are added. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSumThatNoLongHolds(boolean wholeFirst) {
        List<BigFraction> numbers = new ArrayList<>(Collections.nCopies(8, BigFraction.of(EDGE - 1)));
        numbers.add(wholeFirst ? 8 : 0, BigFraction.of(EDGE - 2, EDGE - 1));
        BigFraction sum = BigFraction.of(8 * (EDGE - 1)).add(BigFraction.of(EDGE - 2, EDGE - 1));
        assertThat(Exact.sum(numbers)).isEqualTo(sum);
    }

    @Test
    void comparisons() {
        for (int i = 0; i < 20_000; i++) {
            BigFraction a = number();
            BigFraction b = number();
            assertThat(Integer.signum(Exact.compare(a, b))).as("%s, %s", a, b).isEqualTo(a.compareTo(b));
        }
    }
}
