package org.platscore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseAmountTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the budget, 15130000, 壹仟伍佰壹拾叁万元整",
        "nothing, 0, 零元整",
        "ten, 10, 壹拾元整",
        "a gap inside, 1005, 壹仟零伍元整",
        "a gap over two places, 10005, 壹万零伍元整",
        "zeros at the end of a section, 1050000, 壹佰零伍万元整",
        "a gap between sections, 100001000, 壹亿零壹仟元整",
        "full sections, 1234567890, 壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元整",
        "an empty section, 300000005, 叁亿零伍元整",
        "ten thousand times 亿, 1000000000000, 壹万亿元整",
        "above that, 1234567890123, 壹万贰仟叁佰肆拾伍亿陆仟柒佰捌拾玖万零壹佰贰拾叁元整",
        "above that with gaps, 1000000000005, 壹万亿零伍元整",
        "亿 times 亿, 10000000000000000, 壹亿亿元整",
        "above that again, 10000000100000000, 壹亿零壹亿元整",
        "jiao and fen, 12.34, 壹拾贰元叁角肆分",
        "jiao alone, 12.3, 壹拾贰元叁角整",
        "fen alone, 12.04, 壹拾贰元零肆分",
        "less than a yuan, 0.50, 伍角整",
        "less than a jiao, 0.05, 伍分",
        "rounded to the cent, 1.005, 壹元零壹分",
        "rounded up to the yuan, 1.999, 贰元整",
        "beyond all words, 123456789012345678901, 123456789012345678901元整",
        "negative, -3333.33, 负叁仟叁佰叁拾叁元叁角叁分"
    })
    void anAmountIsWrittenInCapitalNumerals(String label, BigDecimal yuan, String words) {
        assertThat(ChineseAmount.of(yuan)).isEqualTo(words);
    }
}
