package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.Office;

/** Paragraphs that stand where a name is asked for are quoted in brief, wherever they are told. */
class LongCellsTest {

    private static final String RULES = Office.unitRules("单位", "x: {header: 甲数, type: number}", """
            measures:
              x: {label: 甲数, value: units.x}
            rubric:
              - {id: A, label: 甲, weight: 100, measure: x, score: {linear: {zero: 0, full: 10}}}
            grades:
              - {id: good, label: 良好, min: 60}
              - {id: fail, label: 不合格}
            """);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "adjustments.csv, '编号,度量,操作,数值,理由,核定人,日期', 'U1,LONG,核减,5,复核,复核组,2023-03-20'",
        "adjustments.csv, '编号,度量,操作,数值,理由,核定人,日期', 'U1,甲数,核减,LONG,复核,复核组,2023-03-20'",
        "adjustments.csv, '编号,度量,操作,数值,理由,核定人,日期', 'LONG,甲数,核减,5,复核,复核组,2023-03-20'",
        "decisions.csv, '编号,等次,理由,决定人', 'U1,LONG,会议,局长'",
        "units.csv, '编号,名称,甲数', 'LONG,甲家,9\nLONG,乙家,9'"
    })
    void onlyTheBeginningOfALongCellIsQuoted(String file, String head, String rows, @TempDir Path folder) {
        Office.Outcome outcome = Office.in(folder)
                .rules(RULES)
                .file("units.csv", "编号,名称,甲数\nU1,甲家,9\n")
                .file(file, head + "\n" + rows.replace("LONG", "\"第一段\n" + "长".repeat(3_000) + "\"") + "\n")
                .assess();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains("第一段 长长长").doesNotContain("长".repeat(201));
        assertThat(outcome.out()).doesNotContain("长".repeat(201));
    }
}
