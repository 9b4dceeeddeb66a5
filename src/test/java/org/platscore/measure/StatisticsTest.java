package org.platscore.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "one value, 5, 5, 5, 5, 5",
        "unsorted, 3 1 2, 2, 2, 1, 3",
        "even number, 4 1 2 3, 5/2, 5/2, 1, 4",
        "thirds stay exact, 1/3 1/3 1/3, 1/3, 1/3, 1/3, 1/3",
        "negative values, -5 0 20, 5, 0, -5, 20"
    })
    void middleAndEndsAreExact(String label, String values, String mean, String median, String min, String max) {
        List<BigFraction> numbers = fractions(values);
        assertThat(Statistics.mean(numbers)).as(label).isEqualTo(BigFraction.parse(mean));
        assertThat(Statistics.median(numbers)).as(label).isEqualTo(BigFraction.parse(median));
        assertThat(Statistics.min(numbers)).as(label).isEqualTo(BigFraction.parse(min));
        assertThat(Statistics.max(numbers)).as(label).isEqualTo(BigFraction.parse(max));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a quarter of four falls between, 1 2 3 4, 25, 7/4",
        "a value is met, 10 20 30 40 50, 75, 40",
        "one value, 9, 99, 9",
        "the first percent, 0 100, 1, 1",
        "the last percent, 0 100, 99, 99",
        "the ends, 0 100, 100, 100",
        "as in a spreadsheet, 1 3 2 4, 30, 19/10"
    })
    void aPercentileIsThatOfASpreadsheet(String label, String values, int percent, String expected) {
        assertThat(Statistics.percentile(fractions(values), percent)).as(label).isEqualTo(BigFraction.parse(expected));
    }

    @Test
    void noValuesHaveNoStatistic() {
        assertThatThrownBy(() -> Statistics.mean(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Statistics.median(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<BigFraction> fractions(String values) {
        return Stream.of(values.split(" ")).map(BigFraction::parse).toList();
    }
}
