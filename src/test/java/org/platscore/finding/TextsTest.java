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
}
