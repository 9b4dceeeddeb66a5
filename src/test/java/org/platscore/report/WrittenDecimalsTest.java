package org.platscore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** Weights, points and percentages of the rules with more decimals than results have. */
class WrittenDecimalsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void assess() throws IOException {
        Office.Outcome outcome = Office.in(folder)
                .rules("rounding: {indicator: 0, total: 2}\n" + Office.unitRules("小数", """
                        rate: {header: 比率, type: percent}
                        income: {header: 收入（元）, type: money}
                        """, """
                        measures:
                          rate: {label: 比率, unit: "%", value: roster.rate}
                          income: {label: 收入, unit: 元, value: roster.income}
                        rubric:
                          - {id: A, weight: 33.375, measure: rate, score: {linear: {zero: 0.25%, full: 12.5%}}}
                          - {id: B, weight: 66.375, measure: income, score: {steps: [{from: 10万, points: 66.375}, {else: 0.125}]}}
                          - {id: C, weight: 0.25, measure: income, score: {linear: {zero: 0, full: 10万}}}
                        grades: [{id: good, label: 良好, min: 60.125}, {id: rest, label: 其他}]
                        rewards:
                          budget: 100万
                          parts:
                            - {id: p, label: 奖励, rate: {of: income, percent: {good: 1.25%, rest: 0.05%}}}
                        """))
                .file("units.csv", "编号,名称,比率,收入（元）\nP1,n1,10%,200000\nP2,n2,1%,300\n")
                .assessWithScoreSheets();
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void figuresOfTheRulesAreShownToTheirLastDigit() throws IOException {
        assertThat(shown("out/assessment.xlsx", "评分细则"))
                .contains("33.375", "66.375", "0.25", "0.25%", "12.5%", "0.125", "60.125", "1.25%", "0.05%")
                .doesNotContain("33.38", "0.3%", "0.13", "1.3%", "0.1%");
    }

    @Test
    void fullMarksOfAScoreSheetAreThoseOfTheRules() throws IOException {
        assertThat(shown("out/score-sheets/P1-n1.xlsx", "评分表")).contains("33.375", "66.375", "0.25");
    }

    @Test
    void rewardsAreShownDownToTheCent() throws IOException {
        assertThat(shown("out/assessment.xlsx", "考核结果")).contains("0.25", "0.000015", "0.250015");
    }

    /** Returns the numbers of a sheet as they are shown. */
    private List<String> shown(String file, String sheet) throws IOException {
        DataFormatter formatter = new DataFormatter();
        formatter.setUseCachedValuesForFormulaCells(true);
        List<String> shown = new ArrayList<>();
        try (InputStream in = Files.newInputStream(folder.resolve(file));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            for (Row row : book.getSheet(sheet)) {
                for (Cell cell : row) {
                    if (type(cell) == CellType.NUMERIC) {
                        shown.add(formatter.formatCellValue(cell).strip());
                    }
                }
            }
        }
        return shown;
    }

    private static CellType type(Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
    }
}
