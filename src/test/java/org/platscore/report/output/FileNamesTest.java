package org.platscore.report.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileNamesTest {

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("plain", "P01-甲平台", "P01-甲平台.xlsx"),
                Arguments.of("way out of the folder", "../../etc/passwd", "_.._etc_passwd.xlsx"),
                Arguments.of("backslash and drive", "C:\\temp", "C__temp.xlsx"),
                Arguments.of("what Windows forbids", "a*b?c\"d<e>f|g", "a_b_c_d_e_f_g.xlsx"),
                Arguments.of("control characters", "a\u0000b\u001Fc\u007Fd\ne", "abcde.xlsx"),
                Arguments.of("direction overrides", "甲\u202Exslx\u202C\u2066乙\u200F", "甲xslx乙.xlsx"),
                Arguments.of("zero width", "a\u200Bb\uFEFFc", "abc.xlsx"),
                Arguments.of("unpaired surrogate", "a\uD800b", "ab.xlsx"),
                Arguments.of("device", "con", "_con.xlsx"),
                Arguments.of("device with an ending", "NUL.txt", "_NUL.txt.xlsx"),
                Arguments.of("numbered device", "COM1", "_COM1.xlsx"),
                Arguments.of("device name inside", "CONTROL", "CONTROL.xlsx"),
                Arguments.of("dots and blanks at the ends", " ..甲. ", "甲.xlsx"),
                Arguments.of("nothing but dots", "...", "_.xlsx"),
                Arguments.of("nothing", "", "_.xlsx"),
                Arguments.of("composed", "e\u0301", "é.xlsx"),
                Arguments.of("beyond the first plane", "𠮷野", "𠮷野.xlsx"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void aNameIsCleaned(String label, String text, String expected) {
        assertThat(new FileNames().of(text, ".xlsx")).isEqualTo(expected);
    }

    @Test
    void namesThatClashAreNumbered() {
        FileNames names = new FileNames();
        assertThat(Stream.of("A/B", "a:b", "A_B", "A_B (2)").map(each -> names.of(each, ".xlsx")))
                .containsExactly("A_B.xlsx", "a_b (2).xlsx", "A_B (3).xlsx", "A_B (2) (2).xlsx");
    }

    @Test
    void thousandsOfOneNameAreNumberedOnAndOn() {
        FileNames names = new FileNames();
        for (int n = 1; n < 30_000; n++) {
            names.of("P01-甲平台", ".xlsx");
        }
        assertThat(names.of("P01-甲平台", ".xlsx")).isEqualTo("P01-甲平台 (30000).xlsx");
    }

    @Test
    void longNamesAreCutAtACharacterWithinTwoHundredBytes() {
        FileNames names = new FileNames();
        String first = names.of("平".repeat(100), ".xlsx");
        String second = names.of("平".repeat(100), ".xlsx");
        assertThat(first).isEqualTo("平".repeat(65) + ".xlsx");
        assertThat(second).isEqualTo("平".repeat(63) + " (2).xlsx");
        assertThat(first.getBytes(StandardCharsets.UTF_8)).hasSize(200);
        assertThat(names.of("𠮷".repeat(60), ".xlsx").getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(200);
    }
}
