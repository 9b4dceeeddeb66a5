package org.platscore.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.platscore.finding.Lang;

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

    @Test
    void aFooterAndATitleHoldNoMoreThanACell(@TempDir Path folder) throws IOException {
        Page page = BarePage.on(
                new Page.Paper(true, false, 0, "甲\u001b & 乙", "P\uFFFE1", ""),
                "题\u001b",
                Table.of(List.of(Column.of("编号")), List.of()));
        Path file = folder.resolve("book.xlsx");
        Workbooks.write(List.of(page), Lang.ZH, file);
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            assertThat(book.getSheetAt(0).getFooter().getLeft()).isEqualTo("甲\uFFFD && 乙");
            assertThat(book.getSheetAt(0).getFooter().getRight()).isEqualTo("P\uFFFD1");
            assertThat(book.getProperties().getCoreProperties().getTitle()).isEqualTo("题\uFFFD");
        }
    }

    @Test
    void aFooterIsNoLongerThanExcelTakes(@TempDir Path folder) throws IOException {
        Page page = BarePage.on(
                new Page.Paper(true, false, 0, "甲".repeat(300), "P" + "𠮷".repeat(300), "第 &P 页 / 共 &N 页"),
                "题",
                Table.of(List.of(Column.of("编号")), List.of()));
        Path file = folder.resolve("book.xlsx");
        Workbooks.write(List.of(page), Lang.ZH, file);
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getCTWorksheet().getHeaderFooter().getOddFooter()).hasSizeLessThanOrEqualTo(255);
            assertThat(sheet.getFooter().getLeft()).isEqualTo("甲".repeat(100) + "…");
            assertThat(sheet.getFooter().getRight()).isEqualTo("P" + "𠮷".repeat(49) + "…");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a<b>&\"c\"'d'",
                "一\n二\t三",
                "\u00a0a\u00a0",
                " 前后 ",
                "é\u07FF\u0800，（）：\uE000\uFFFD",
                "𠮷a𠮷",
                "_x0041_",
                "_x",
                "a_",
                "]]>"
            })
    void aCellReadsAsItWasWritten(String text, @TempDir Path folder) throws IOException {
        String many = IntStream.range(0, 3_000)
                .mapToObj(i -> text + i * 7_919 % 3_001)
                .collect(Collectors.joining("|"));
        List<Cell> row = List.of(
                Cell.text(text), Cell.text(many), Cell.text(text).live("\"" + text.replace("\"", "\"\"") + "\""));
        Page page = BarePage.of(
                Table.headless(List.of(Column.of("甲"), Column.of("乙"), Column.of("丙")), List.of(row, row, row)));
        Path file = folder.resolve("book.xlsx");
        Workbooks.write(List.of(page), Lang.ZH, file);
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            for (int i = 2; i < 5; i++) {
                Row read = book.getSheetAt(0).getRow(i);
                assertThat(read.getCell(0).getStringCellValue()).isEqualTo(text);
                assertThat(read.getCell(1).getStringCellValue())
                        .isEqualTo(many.length() > 32_000 ? many.substring(0, 32_000) + "…" : many);
                assertThat(read.getCell(2).getStringCellValue()).isEqualTo(text);
                assertThat(read.getCell(2).getCellFormula()).isEqualTo("\"" + text.replace("\"", "\"\"") + "\"");
            }
        }
    }
}
