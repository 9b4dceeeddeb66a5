package org.platscore.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvWriterTest {

    @TempDir
    Path folder;

    static Stream<Arguments> cells() {
        return Stream.of(
                Arguments.of("plain text", "甲平台", "甲平台"),
                Arguments.of("blank", null, ""),
                Arguments.of("comma", "甲,乙", "\"甲,乙\""),
                Arguments.of("quote", "“甲”\"乙\"", "\"“甲”\"\"乙\"\"\""),
                Arguments.of("line end inside", "甲\n乙", "\"甲\n乙\""),
                Arguments.of("equals sign", "=1+1", "'=1+1"),
                Arguments.of("plus", "+86", "'+86"),
                Arguments.of("minus, as text", "-5", "'-5"),
                Arguments.of("at sign", "@SUM(A1)", "'@SUM(A1)"),
                Arguments.of("full-width equals sign", "＝1", "'＝1"),
                Arguments.of("full-width plus", "＋1", "'＋1"),
                Arguments.of("full-width minus", "－1", "'－1"),
                Arguments.of("full-width at sign", "＠A", "'＠A"),
                Arguments.of("tab", "\t=1", "'\t=1"),
                Arguments.of("carriage return", "\r=1", "\"'\r=1\""),
                Arguments.of("line feed", "\n=1", "\"'\n=1\""),
                Arguments.of("formula with a comma", "=A(1,2)", "\"'=A(1,2)\""),
                Arguments.of("sign inside", "a=1", "a=1"),
                Arguments.of("leading blank", " =1", " =1"),
                Arguments.of("negative number", new BigDecimal("-5"), "-5"),
                Arguments.of("number with its decimals", new BigDecimal("15.00"), "15.00"),
                Arguments.of("large number in plain notation", new BigDecimal("1.513E+7"), "15130000"),
                Arguments.of("whole number", 3, "3"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void aCellIsWritten(String label, @Nullable Object cell, String expected) throws IOException {
        Path file = folder.resolve("a.csv");
        List<@Nullable Object> row = Arrays.asList(cell, "x");
        try (CsvWriter csv = new CsvWriter(file)) {
            csv.write(row);
        }
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF" + expected + ",x\r\n");
    }
}
