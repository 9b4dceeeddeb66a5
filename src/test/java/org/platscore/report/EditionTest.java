package org.platscore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.Office;

/** How an edition stands below the titles. */
class EditionTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2024, 2024 版", "A2, A2 版", "2024年版, 2024年版", "第一批, 第一批", "2024（试行）, 2024（试行）"})
    void wordsStandAsTheyAreWritten(String edition, String shown) throws IOException {
        Office.Outcome outcome = Office.in(folder)
                .rules("edition: " + edition + "\n" + Office.unitRules("版次", "a: {header: a, type: number}", """
                        measures:
                          ma: {value: roster.a}
                        rubric:
                          - {id: A, weight: 100, measure: ma, score: {linear: {zero: 0, full: 10}}}
                        """))
                .file("units.csv", "编号,名称,a\nP1,n1,1\n")
                .assess();

        assertThat(outcome.exit()).isZero();
        try (InputStream in = Files.newInputStream(folder.resolve("out/notice.xlsx"));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo(shown + "　考核期：2024年1月1日至2024年12月31日");
        }
    }
}
