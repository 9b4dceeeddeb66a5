package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** A field so small that shares of it round to nobody. */
class NobodyEntersTest {

    @TempDir
    Path folder;

    @Test
    void gradesWithoutPlacesSaySoAndNobodyIsCalledTheRest() throws IOException {
        Office.Outcome outcome = Office.in(folder)
                .rules(Office.unitRules("一家", "a: {header: a, type: number}", """
                        measures:
                          ma: {value: roster.a}
                        rubric:
                          - {id: A, weight: 100, measure: ma, score: {linear: {zero: 0, full: 10}}}
                        grades:
                          - {id: best, label: 优秀, min: 80, at_most: 15%}
                          - {id: good, label: 良好, min: 60, top: 40%}
                          - {id: rest, label: 合格}
                        rewards:
                          budget: 1万
                          parts: [{id: p, label: 奖励, fixed: {best: 1万}}]
                        """))
                .file("units.csv", "编号,名称,a\nP1,n1,9\n")
                .assess();

        assertThat(outcome.exit()).isZero();
        assertThat(Files.readString(folder.resolve("out/results.json")))
                .contains("\"名额为 0\"")
                .doesNotContain("前 0 名", "0 个已满");
        try (InputStream in = Files.newInputStream(folder.resolve("out/assessment.xlsx"));
                XSSFWorkbook book = new XSSFWorkbook(in);
                XSSFExcelExtractor text = new XSSFExcelExtractor(book)) {
            assertThat(text.getText()).contains("1 家平台均没有奖励").doesNotContain("其余 1 家");
        }
    }
}
