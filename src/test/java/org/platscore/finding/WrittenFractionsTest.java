package org.platscore.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fraction whose decimals do not end is still the same when it comes back from results.json. */
class WrittenFractionsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            0.666666666666666666666666666667   , 2/3
            0.333333333333333333333333333333   , 1/3
            -0.666666666666666666666666666667  , -2/3
            0.14285714285714285714285714286    , 0.14285714285714285714285714286
            0.142857142857142857142857142857   , 1/7
            333333.333333333333333333333333    , 1000000/3
            0.000123456790123456790123456790123, 1/8100
            123456.789                         , 123456789/1000
            0.12345678901234567890             , 0.12345678901234567890
            0.333333333333333333333333333334   , 0.333333333333333333333333333334
            1.41421356237309504880168872421    , 1.41421356237309504880168872421
            33333333333333333333.3333333333    , 100000000000000000000/3
            100000000000000000000000000000000  , 100000000000000000000000000000000
            0                                  , 0
            """)
    void aDecimalStandsForTheFractionThatIsWrittenSo(String decimal, String fraction) {
        String[] parts = fraction.split("/");
        BigFraction expected = parts.length == 1
                ? Exact.of(new BigDecimal(parts[0]))
                : BigFraction.of(new BigInteger(parts[0]), new BigInteger(parts[1]));

        assertThat(Exact.written(new BigDecimal(decimal))).isEqualTo(expected);
    }

    @Test
    void whateverIsWrittenComesBack() {
        Random random = new Random(20221231);
        for (int i = 0; i < 20_000; i++) {
            long above = random.nextLong() >> random.nextInt(14, 60);
            long below = (random.nextLong() >>> 1 >> random.nextInt(33, 62)) + 1;
            BigFraction fraction = BigFraction.of(above, below);

            assertThat(Exact.written(Exact.decimal(fraction))).isEqualTo(fraction);
        }
    }
}
