package org.platscore.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** Whoever loses the last value inside the workbook loses the total and every part of the reward, as in a run. */
class WhatIfUnassessedTest {

    private static final String RULES = Office.unitRules("得分", """
            x: {header: 甲数, type: number}
            m: {header: 收入（万元）, type: money}
            """, """
            measures:
              x: {label: 甲数, value: units.x, missing: exclude}
              m: {label: 收入, unit: 元, value: units.m}
            rubric:
              - {id: A, label: 甲, weight: 100, measure: x, score: {linear: {zero: 0, full: 100}}}
            grades:
              - {id: good, label: 良好, min: 60}
              - {id: fail, label: 不合格}
            rewards:
              parts:
                - {id: level, label: 等次奖励, fixed: {good: 8万}}
                - {id: band, label: 分档奖励, fixed: {bands: [{from: 80, amount: 60万}, {from: 60, amount: 40万}], for: [good]}}
                - {id: rate, label: 收入奖励, rate: {of: m, percent: 10%, for: [good]}}
              rounding: down
            """);

    private static final String DATA = """
            编号,名称,甲数,收入（万元）
            U1,甲家,90,100
            U2,乙家,70,50
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void spreadsheetThere() {
        Soffice.assumePresent();
    }

    @Test
    void whoHasNoTotalAnyMoreGetsNothing() throws IOException {
        WhatIf whatIf = new WhatIf(folder, "units.csv", RULES, DATA);
        WhatIf.Change change = new WhatIf.Change("70,50", ",50", book -> {
            for (Row row : book.getSheet("指标数据")) {
                if (WhatIf.text(row, 0).equals("U2")) {
                    row.getCell(2).setCellValue("—");
                }
            }
        });
        whatIf.recalculate(Map.of("changed", change));
        Map<String, Double> expected = new TreeMap<>();
        whatIf.run("changed", change)
                .results()
                .get("results")
                .forEach(each -> expected.put(
                        each.get("id").asString(),
                        each.get("reward").get("amount").asDouble()));
        assertThat(expected).containsEntry("U1", 780_000.0).containsEntry("U2", 0.0);
        assertThat(amounts(whatIf.recalculated("changed"))).isEqualTo(expected);
        assertThat(amounts(whatIf.base())).containsEntry("U2", 530_000.0);
    }

    private static Map<String, Double> amounts(Path file) throws IOException {
        Map<String, Double> amounts = new TreeMap<>();
        try (XSSFWorkbook book = Recalculated.open(file)) {
            for (Row row : book.getSheet("奖励分配")) {
                if (WhatIf.text(row, 1).startsWith("U")) {
                    Cell amount = row.getCell(row.getLastCellNum() - 2);
                    amounts.put(WhatIf.text(row, 1), amount.getNumericCellValue());
                }
            }
        }
        return amounts;
    }
}
