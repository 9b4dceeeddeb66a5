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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** Amounts that 万元 with two decimals would not tell apart. */
class SmallAmountsTest {

    @TempDir
    Path folder;

    @Test
    void pricesOfSomeHundredYuanAreShownToTheirLastDigit() throws IOException {
        Office.Outcome outcome = Office.in(folder)
                .rules(Office.unitRules("单价", """
                        fee: {header: 单次收费（元）, type: money}
                        income: {header: 收入（元）, type: money}
                        grant: {header: 补助（元）, type: money}
                        """, """
                        measures:
                          fee: {label: 单次收费, unit: 元, value: roster.fee}
                          income: {label: 收入, unit: 元, value: roster.income}
                          grant: {label: 补助, unit: 元, value: roster.grant}
                        rubric:
                          - {id: A, weight: 40, measure: fee, score: {linear: {zero: 512.5, full: 20}}}
                          - {id: B, weight: 30, measure: income, score: {linear: {zero: 0, full: 10万}}}
                          - {id: C, weight: 30, measure: grant, score: {linear: {zero: 0, full: 10万}}}
                        """))
                .file("units.csv", "编号,名称,单次收费（元）,收入（元）,补助（元）\nP1,n1,365.5,20500.5,0\nP2,n2,412,300,0\n")
                .assess();

        assertThat(outcome.exit()).isZero();
        try (InputStream in = Files.newInputStream(folder.resolve("out/assessment.xlsx"));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            assertThat(numbers(book, "指标数据")).containsExactly("0.03655 2.05 0.00", "0.04120 0.03 0.00");
            assertThat(numbers(book, "评分细则")).contains("0 0.05125", "40 0.002");
        }
    }

    /** Returns the numbers of each row as they are shown. */
    private static List<String> numbers(XSSFWorkbook book, String sheet) {
        DataFormatter formatter = new DataFormatter();
        formatter.setUseCachedValuesForFormulaCells(true);
        List<String> rows = new ArrayList<>();
        for (Row row : book.getSheet(sheet)) {
            List<String> shown = new ArrayList<>();
            for (Cell cell : row) {
                CellType type =
                        cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
                if (type == CellType.NUMERIC) {
                    shown.add(formatter.formatCellValue(cell).strip());
                }
            }
            if (!shown.isEmpty()) {
                rows.add(String.join(" ", shown));
            }
        }
        return rows;
    }
}
