package org.platscore.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeCharactersTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "nothing to mend, 甲𠮷乙, 甲𠮷乙",
        "a first half, 甲\uD842乙, 甲\uFFFD乙",
        "a first half at the end, 甲\uD842, 甲\uFFFD",
        "a second half at the beginning, \uDFB7乙, \uFFFD乙",
        "the wrong way round, \uDFB7\uD842, \uFFFD\uFFFD",
        "a half before a whole one, \uD842\uD842\uDFB7, \uFFFD\uD842\uDFB7"
    })
    void halvesAreReplaced(String label, String text, String whole) {
        assertThat(WholeCharacters.of(text)).isEqualTo(whole);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"short enough, 甲𠮷, 3, 甲𠮷", "between characters, 甲乙丙, 2, 甲乙", "within a character, 甲乙𠮷丙, 3, 甲乙"})
    void aCutLeavesNoHalf(String label, String text, int most, String cut) {
        assertThat(WholeCharacters.cut(text, most)).isEqualTo(cut);
    }
}
