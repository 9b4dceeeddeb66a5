package org.platscore.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
                    先进制造, 8, 先进制造
                    先进制造, 7, 先进…
                    先进a制造, 7, 先进a…
                    abcdefgh, 8, abcdefgh
                    abcdefghi, 8, abcdef…
                    𠮷𠮷𠮷𠮷, 7, 𠮷𠮷…
                    """)
    void aTextThatIsWiderIsCutBetweenCharacters(String text, int width, String shortened) {
        assertThat(Chart.shortened(text, width)).isEqualTo(shortened);
    }
}
