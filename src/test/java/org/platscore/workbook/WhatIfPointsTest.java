package org.platscore.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.platscore.Office;

/** Standards and values changed inside the workbook give the totals that the program finds from changed rules or data. */
class WhatIfPointsTest {

    private static final int POINTS = 2;
    private static final int NUMBER = 5;

    private static final String RULES = Office.unitRules("得分", """
            domain: {header: 领域, type: text}
            x: {header: 甲数, type: number}
            y: {header: 乙数, type: number}
            """, """
            measures:
              x: {label: 甲数, value: units.x}
              y: {label: 乙数, value: units.y, missing: exclude}
            rubric:
              - {id: A, label: 甲, weight: 40, measure: x, score: {steps: [{from: {stat: mean}, points: 40}, {from: 60, points: 20}, {over: {stat: p25}, points: 5}]}}
              - {id: B, label: 乙, weight: 30, measure: x, score: {per_unit: {every: 10, points: 3}}}
              - {id: C, label: 丙, weight: 20, measure: y, score: {peers: {by: rank}}}
              - {id: D, label: 丁, weight: 10, measure: y, score: {linear: {zero: 0, full: {stat: max, within: domain}}}}
            bonuses:
              - {id: E, label: 戊, limit: 5, measure: x, score: {curve: [[20, 0], [60, 5]]}}
            """);

    private static final String DATA = """
            编号,名称,领域,甲数,乙数
            U1,甲家,新材料,90,11
            U2,乙家,新材料,75,22
            U3,丙家,农业,65,33
            U4,丁家,农业,62,
            U5,戊家,新材料,30,44
            """;

    /** What is changed, in the rules or the data and in the workbook. */
    enum Change {
        A_MEAN_THAT_PASSES_ANOTHER_EDGE("90,11", "1,11", value("U1", 2, 1)),
        A_MEAN_THAT_MEETS_ANOTHER_EDGE("90,11", "68,11", value("U1", 2, 68)),
        WHERE_UNITS_START("every: 10, points: 3", "every: 10, points: 3, after: 20", start(NUMBER, 20)),
        WHAT_IS_GIVEN_AT_THE_START("every: 10, points: 3", "every: 10, points: 3, base: 4.5", start(POINTS, 4.5)),
        A_CORNER_BELOW_NOTHING("[20, 0]", "[20, -8]", corner(20, -8)),
        A_VALUE_THAT_WAS_MISSING("62,", "62,55", value("U4", 3, 55));

        private final WhatIf.Change made;

        Change(String from, String to, Consumer<XSSFWorkbook> inside) {
            this.made = new WhatIf.Change(from, to, inside);
        }
    }

    @TempDir
    private static Path folder;

    private static WhatIf whatIf;

    private static Consumer<XSSFWorkbook> value(String id, int column, double number) {
        return book -> {
            for (Row row : book.getSheet("指标数据")) {
                if (WhatIf.text(row, 0).equals(id)) {
                    row.getCell(column).setCellValue(number);
                }
            }
        };
    }

    /** Changes the row of 评分细则 that says from where on indicator B counts units. */
    private static Consumer<XSSFWorkbook> start(int column, double number) {
        return book -> {
            for (Row row : book.getSheet("评分细则")) {
                if (WhatIf.text(row, 0).equals("B") && WhatIf.text(row, 3).equals("起算，得基础分")) {
                    row.getCell(column).setCellValue(number);
                }
            }
        };
    }

    /** Changes the points of a corner of indicator E's curve. */
    private static Consumer<XSSFWorkbook> corner(double at, double points) {
        return book -> {
            for (Row row : book.getSheet("评分细则")) {
                if (WhatIf.text(row, 0).equals("E")
                        && WhatIf.text(row, 3).equals("折点")
                        && row.getCell(NUMBER).getNumericCellValue() == at) {
                    row.getCell(POINTS).setCellValue(points);
                }
            }
        };
    }

    @BeforeAll
    static void changeAndRecalculate() throws IOException {
        whatIf = WhatIf.of(folder, "units.csv", RULES, DATA, Change.values(), change -> change.made);
    }

    @ParameterizedTest
    @EnumSource
    void totalsFollowAChange(Change change) throws IOException {
        Map<String, Double> expected = new TreeMap<>();
        whatIf.run(change.name(), change.made)
                .results()
                .get("results")
                .forEach(subject -> expected.put(
                        subject.get("id").asString(), subject.get("total").asDouble()));
        Map<String, Double> found = totals(whatIf.recalculated(change.name()));
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((id, total) -> assertThat(found.get(id)).as(id).isCloseTo(total, within(1e-9)));
        assertThat(totals(whatIf.base())).isNotEqualTo(expected);
    }

    private static Map<String, Double> totals(Path file) throws IOException {
        Map<String, Double> totals = new TreeMap<>();
        try (XSSFWorkbook book = Recalculated.open(file)) {
            for (Row row : book.getSheet("考核结果")) {
                Cell total = row.getLastCellNum() < 4 ? null : row.getCell(row.getLastCellNum() - 2);
                if (WhatIf.text(row, 1).startsWith("U")
                        && total != null
                        && Recalculated.value(total) instanceof Double number) {
                    totals.put(WhatIf.text(row, 1), number);
                }
            }
        }
        return totals;
    }
}
