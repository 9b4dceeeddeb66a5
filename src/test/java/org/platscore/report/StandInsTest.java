package org.platscore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** The workbook's formulas know the constants that stand in for missing values by the rules. */
class StandInsTest {

    private static final String RULES = Office.unitRules("代替", "x: {header: 甲数（元）, type: money}", """
            measures:
              x: {label: 甲数, unit: 元, value: units.x, missing: 5万}
            rubric:
              - {id: A, label: 甲项, weight: 100, measure: x, score: {linear: {zero: 0, full: 10万}}}
            """);

    @Test
    void besideCorrectionsAConstantIsInTheFormulaOfWhatIsUsed(@TempDir Path folder) throws IOException {
        Office.Outcome outcome = Office.in(folder)
                .rules(RULES)
                .file("units.csv", "编号,名称,甲数（元）\nU1,甲家,100000\nU2,乙家,\n")
                .file("adjustments.csv", "编号,度量,操作,数值,理由,核定人,日期\nU1,甲数,核减,10000,重复,张,\n")
                .assess();
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(CellDump.of(folder.resolve("out/assessment.xlsx"), List.of("指标数据")))
                .contains("E6 9 ", "= IF(D6=\"—\",IF(C6=\"—\",5,C6),D6)\n")
                .contains("E7 5 ", "※ 没有数据，按细则以此数代替  = IF(D7=\"—\",IF(C7=\"—\",5,C7),D7)\n");
    }
}
