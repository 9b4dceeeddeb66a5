package org.platscore.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.RawBook;
import org.platscore.finding.Severity;
import org.platscore.hostile.CountedRows;

/** Of a large sheet merged cells are looked for when its rows have been read; where they matter, all is read anew. */
class LargeSheetTest {

    private static final String INPUT = """
            log:
              files: log.xlsx
              belongs_to: platform
              columns:
                platform: {header: 平台, type: subject, required: true}
                amount: {header: 金额, type: money, unit: 元}
                hours: {header: 基本机时, type: number}
            """;

    private static final int ROWS = 50_000;
    private static final String HEAD = RawBook.row("平台", "金额", "基本机时");
    private static final String TABLE = table(ROWS);

    @TempDir
    Path folder;

    private final CountedRows rows = new CountedRows("log");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "no merged cells,,, 0, false",
        "a merged title, A1:C1,, 0, false",
        "a merged head, A2:B2,, 0, false",
        "a value for two rows, A4:A5,, 1, true",
        "a value for two rows in a sheet that the parser reads, A4:A5, <!-- -->, 1, true",
        "a merged title in a sheet that the parser reads, A1:C1, <!-- -->, 0, false",
        "a column that nothing reads, E4:E5,, 0, false"
    })
    void mergedCellsCountAsInASmallSheet(String label, String merge, String odd, int forgotten, boolean filled)
            throws IOException {
        String sheet = RawBook.sheet(RawBook.row("服务台账") + HEAD + TABLE);
        book(merged(sheet, merge).replace("</sheetData>", (odd == null ? "" : odd) + "</sheetData>"));
        IntakeResult result = read();
        assertThat(rows.forgotten).isEqualTo(forgotten);
        assertThat(rows.ofSheets).isEqualTo(filled ? ROWS : ROWS - 1);
        assertThat(codes(result))
                .containsExactlyElementsOf(filled ? List.of("merged-cells") : List.of("missing-value"));
    }

    @Test
    void aHeadThatMergedCellsMakeIsReadWithThem() throws IOException {
        // 基本 stands above 平台 and 金额 unless the range says above which it stands.
        String sheet = RawBook.sheet(RawBook.row("基本", "", "基本") + RawBook.row("平台", "金额", "机时") + TABLE);
        book(merged(sheet, "A1:A1"));
        IntakeResult result = read();
        assertThat(rows.forgotten).isEqualTo(1);
        assertThat(rows.ofSheets).isEqualTo(ROWS - 1);
        assertThat(codes(result)).containsExactly("missing-value");
    }

    @ParameterizedTest
    @CsvSource({
        "3, xl/sheet1.xml",
        "50000, xl/sheet1.xml",
        "3, xl/strings.xml",
        "3, xl/styles.xml",
        "3, xl/workbook.xml"
    })
    void aPartThatIsNotWhatWasWrittenIsTold(int length, String part) throws IOException {
        byte[] book = RawBook.of(RawBook.sheet(HEAD + table(length))).bytes();
        // The list of parts stands at the end and names the sum of each part's bytes 30 bytes before its name.
        book[new String(book, StandardCharsets.ISO_8859_1).lastIndexOf(part) - 30] ^= 1;
        Files.write(folder.resolve("log.xlsx"), book);
        assertThat(codes(read())).contains("unreadable-file");
    }

    /** Numbers differ, so that they are not taken for a bomb. The third row names no platform. */
    private static String table(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> RawBook.row(i == 2 ? "" : "P01")
                        .replace(
                                "</row>",
                                "<c><v>%d.25</v></c><c><v>%d</v></c></row>"
                                        .formatted(5_000 + i * 7_919 % 10_007, 100 + i % 89)))
                .collect(Collectors.joining());
    }

    private void book(String sheet) throws IOException {
        assertThat(sheet.length()).isGreaterThan(4 << 20);
        Files.write(folder.resolve("log.xlsx"), RawBook.of(sheet).bytes());
    }

    private static String merged(String sheet, String range) {
        return range == null
                ? sheet
                : sheet.replace(
                        "</worksheet>",
                        "<mergeCells count='1'><mergeCell ref='%s'/></mergeCells></worksheet>".formatted(range));
    }

    private IntakeResult read() {
        Desk.at(folder).file("roster.csv", "编号,名称,信用代码\nP01,甲平台,\n");
        return Intake.read(folder, Desk.rules(INPUT, "log"), IntakeOptions.of(2), rows);
    }

    private static List<String> codes(IntakeResult result) {
        return result.findings().sorted().stream()
                .filter(each -> each.severity() != Severity.INFO)
                .map(each -> each.code())
                .toList();
    }
}
