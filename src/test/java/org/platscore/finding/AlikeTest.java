package org.platscore.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class AlikeTest {

    @Test
    void equalValuesBecomeOne() {
        Quantity first = Alike.of(new Quantity(BigFraction.of(12_345, 7), "项"));

        assertThat(Alike.of(new Quantity(BigFraction.of(12_345, 7), "项"))).isSameAs(first);
        assertThat(Alike.of(new Quantity(BigFraction.of(12_345, 7), "次")).unit())
                .isEqualTo("次");
    }

    @Test
    void manyDifferentValuesStayWhatTheyAre() {
        for (int i = 0; i < 300_000; i++) {
            assertThat(Alike.of(BigFraction.of(i, 1_000_003)).getNumerator().intValueExact())
                    .isEqualTo(i);
        }
    }

    @Test
    void decimalsThatWereMetKeepTheirValues() {
        for (int i = 0; i < 100_000; i++) {
            BigDecimal decimal = BigDecimal.valueOf(i, i % 5);
            assertThat(Exact.decimal(Exact.of(decimal))).isEqualByComparingTo(decimal);
        }
        assertThat(Exact.of(new BigDecimal("-0.50"))).isEqualTo(BigFraction.of(-1, 2));
        assertThat(Exact.of(new BigDecimal("12E3"))).isEqualTo(BigFraction.of(12_000));
    }
}
