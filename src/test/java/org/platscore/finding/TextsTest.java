package org.platscore.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in the place of a text's arguments. */
class TextsTest {

    @ParameterizedTest
    @CsvSource({"0, 0 points", "1, 1 point", "2, 2 points", "-1, -1 points", "11, 11 points"})
    void aWordBehindANumberIsOneOfOneThing(int number, String shown) {
        List<BigFraction> points = List.of(BigFraction.of(number));
        assertThat(Texts.say("words.min", points, Lang.EN)).isEqualTo("a total of at least " + shown);
        assertThat(Texts.say("words.min", points, Lang.ZH)).contains(number + "");
    }

    @ParameterizedTest
    @CsvSource({
        "rules.and-elsewhere, x (and so at 1 other place)",
        "scoring.above-weight, x points would be more than the weight 1",
        "scoring.group.too-few, too few of its parts are assessed: x of at least 1",
        "report.lead.notice, The results of x are hereby published. Number of 1 graded: 1 (1).",
        "report.note.scatter-without, 'Note: without 1, and so not in the scatter chart: x of 1.'",
        "analysis.text.pool-others, 'shared in proportion by the other x: 1, bases of 1 in all: λ = 1 ÷ 1 = 1 yuan'",
        "analysis.text.pool-bounded, 'x at hand for 1: 1 at the floor, 1 at the limit, 1 for these'"
    })
    void aTextIsRightOfOneThing(String key, String shown) {
        assertThat(Texts.say(key, List.of("x", 1, 1, 1, 1), Lang.EN)).startsWith(shown);
    }
}
