package org.platscore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.finding.Lang;
import org.platscore.report.sheet.Workbooks;

/** The sheet that is put up for the public. */
class NoticeBookTest {

    private static final int ACROSS = 420; // points, of columns of 80 digits

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"ZH, 公示期内, 12", "EN, Objections, 6"})
    void howToObjectIsWrittenWithoutABlankLineAndWithRoomForAllLines(Lang lang, String begins, int each)
            throws IOException {
        Row row = row(lang, begins);
        String text = row.getCell(0).getStringCellValue();
        assertThat(text).doesNotContain("\n");
        int lines = (text.length() * each + ACROSS - 1) / ACROSS;
        assertThat(row.getHeightInPoints()).isGreaterThanOrEqualTo(18f * lines);
    }

    @Test
    void theEnglishNoticeTellsHowManyWereGraded() throws IOException {
        assertThat(row(Lang.EN, "The results").getCell(0).getStringCellValue()).contains("Number of 平台 graded: 41 (");
    }

    private Row row(Lang lang, String begins) throws IOException {
        Path file = folder.resolve("notice.xlsx");
        var result = MadeUpRun.of(42);
        Run run = Run.of(result, Objects.requireNonNull(result.scores()), lang, "1.0.0");
        Workbooks.write(NoticeBook.of(run), Lang.ZH, file);
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            Sheet sheet = book.getSheetAt(0);
            for (Row row : sheet) {
                if (row.getCell(0) != null
                        && row.getCell(0).getCellType() == CellType.STRING
                        && row.getCell(0).getStringCellValue().strip().startsWith(begins)) {
                    return row;
                }
            }
        }
        throw new AssertionError("no row begins with " + begins);
    }
}
