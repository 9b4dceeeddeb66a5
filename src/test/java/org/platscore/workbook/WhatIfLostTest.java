package org.platscore.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.platscore.Office;

/** Where a change inside the workbook takes a value away, what is worked out from it is as in a run, and never an error. */
class WhatIfLostTest {

    private static final String RULES = Office.unitRules("得分", """
            x: {header: 甲数, type: number}
            a: {header: 乙数, type: number}
            b: {header: 丙数, type: number}
            """, """
            measures:
              x: {label: 甲数, value: units.x, missing: exclude}
              a: {label: 乙数, value: units.a}
              b: {label: 丙数, value: units.b}
              rate: {label: 比率, formula: "a / b", missing: 2.5}
              money: {label: 人均, unit: 元, formula: "1000000 * a / b", missing: 3万}
              kind: {label: 类型, formula: "IF(a / b > 4, \\"高\\", \\"低\\")", missing: 低}
            rubric:
              - {id: P1, label: 甲, weight: 40, measure: x, score: {linear: {zero: 0, full: 100}}}
              - {id: P2, label: 乙, weight: 30, measure: rate, score: {linear: {zero: 0, full: 10}}}
              - {id: P3, label: 丙, weight: 20, measure: money, score: {linear: {zero: 0, full: 1000万}}}
              - {id: P4, label: 丁, weight: 10, measure: kind, score: {levels: {高: 10, 低: 4, else: 0}}}
            """);

    private static final String DATA = """
            编号,名称,甲数,乙数,丙数
            U1,甲家,90,70,10
            U2,乙家,,40,8
            U3,丙家,,50,0
            """;

    /** What is changed, in the data and in the workbook. */
    enum Change {
        THE_ONLY_VALUE_OF_AN_INDICATOR(
                "U1,甲家,90", "U1,甲家,", row -> row.getCell(2).setCellValue("—")),
        A_DIVISOR_WITH_A_CONSTANT_IN_PLACE(
                "U1,甲家,90,70,10", "U1,甲家,90,70,0", row -> row.getCell(4).setCellValue(0)),
        A_CONSTANT_NO_LONGER_NEEDED(
                "U3,丙家,,50,0", "U3,丙家,,50,5", row -> row.getCell(4).setCellValue(5));

        private final WhatIf.Change made;

        Change(String from, String to, Consumer<Row> inside) {
            this.made = new WhatIf.Change(
                    from, to, book -> inside.accept(WhatIf.row(book.getSheet("指标数据"), from.substring(0, 2))));
        }
    }

    @TempDir
    private static Path folder;

    private static WhatIf whatIf;

    @BeforeAll
    static void changeAndRecalculate() throws IOException {
        whatIf = WhatIf.of(folder, "units.csv", RULES, DATA, Change.values(), change -> change.made);
    }

    @ParameterizedTest
    @EnumSource
    void whatComesOfItIsAsInARun(Change change) throws IOException {
        Path run = whatIf.run(change.name(), change.made).out().resolve("assessment.xlsx");
        Path changed = whatIf.recalculated(change.name());
        for (String sheet : List.of("评分明细", "考核结果")) {
            int named = sheet.equals("考核结果") ? 2 : 1;
            assertThat(WhatIf.figures(changed, sheet, named)).isEqualTo(WhatIf.figures(run, sheet, named));
            assertThat(WhatIf.figures(whatIf.base(), sheet, named)).isNotEqualTo(WhatIf.figures(run, sheet, named));
        }
    }
}
