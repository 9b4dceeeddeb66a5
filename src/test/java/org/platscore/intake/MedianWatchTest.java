package org.platscore.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MedianWatchTest {

    @Test
    void aValueFarOffIsToldWithItsSign() {
        MedianWatch watch = MedianWatch.keeping();
        for (int i = 1; i < 10; i++) {
            watch.add(new BigDecimal(300 + i), i);
        }
        watch.add(new BigDecimal("-5000000"), 10);

        assertThat(watch.outliers()).singleElement().satisfies(outlier -> {
            assertThat(outlier.key()).isEqualTo(10);
            assertThat(outlier.value()).isEqualByComparingTo("-5000000");
            assertThat(outlier.median()).isEqualByComparingTo("305.5");
        });
    }

    @Test
    void aValueTooSmallToBeKeptIsToldAsTheSmallest() {
        MedianWatch watch = MedianWatch.keeping();
        for (int i = 1; i < 12; i++) {
            watch.add(new BigDecimal(300 + i), i);
        }
        watch.add(new BigDecimal("-0.0000001"), 12);

        assertThat(watch.outliers())
                .singleElement()
                .satisfies(outlier -> assertThat(outlier.value()).isEqualByComparingTo("-0.000001"));
    }
}
