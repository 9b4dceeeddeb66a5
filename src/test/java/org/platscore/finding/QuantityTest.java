package org.platscore.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1500000 | 元 | 150 万元 | 1,500,000 yuan",
                "6674230 | 元 | 667.423 万元 | 6,674,230 yuan",
                "100022000 | 元 | 10,002.2 万元 | 100,022,000 yuan",
                "6674230.55 | 元 | 6,674,230.55 元 | 6,674,230.55 yuan",
                "9999.5 | 元 | 9,999.5 元 | 9,999.5 yuan",
                "-2000000 | 元 | -200 万元 | -2,000,000 yuan",
                "1763 | 次 | 1,763 次 | 1,763 次",
                "0.25 | '' | 0.25 | 0.25",
                "45 | % | 45% | 45%",
                "1234567.12345 | 小时 | ≈1,234,567.1235 小时 | ≈1,234,567.1235 小时",
                "5.16999 | 分 | ≈5.17 分 | ≈5.17 分"
            })
    void amountsInSentencesAreGroupedAndLargeSumsOfMoneyStandInTenThousands(
            String number, String unit, String chinese, String english) {
        Quantity quantity = new Quantity(Exact.of(number), unit);
        assertThat(quantity.in(Lang.ZH)).isEqualTo(chinese);
        assertThat(quantity.in(Lang.EN)).isEqualTo(english);
    }
}
