package org.platscore.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SafeTextTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("plain", "甲平台", "甲平台"),
                Arguments.of("tab and line end stay", "a\tb\nc", "a\tb\nc"),
                Arguments.of("carriage return", "a\r\nb", "a \nb"),
                Arguments.of("control character", "a\u0001b", "a\uFFFDb"),
                Arguments.of("not a character", "a\uFFFEb\uFFFF", "a\uFFFDb\uFFFD"),
                Arguments.of("unpaired surrogate", "a\uD800", "a\uFFFD"),
                Arguments.of("pair of surrogates", "𠮷", "𠮷"),
                Arguments.of("looks like an escape", "_x0041_", "_x005F_x0041_"),
                Arguments.of("nearly an escape", "_x004_", "_x004_"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void aTextIsMadeSafe(String label, String text, String expected) {
        assertThat(SafeText.of(text)).isEqualTo(expected);
    }

    @Test
    void aTextTooLongForACellIsCut() {
        assertThat(SafeText.of("甲".repeat(40_000))).hasSize(32_001).endsWith("甲…");
    }
}
