package org.platscore.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.platscore.Office;

/** Groups that were excluded come back inside the workbook as in a run, once a missing value is given. */
class WhatIfExcludedTest {

    private static final String RULES = Office.unitRules("得分", """
            x: {header: 甲数, type: number}
            y: {header: 乙数, type: number}
            z: {header: 丙数, type: number}
            """, """
            measures:
              x: {label: 甲数, value: units.x, missing: exclude}
              y: {label: 乙数, value: units.y, missing: exclude}
              z: {label: 丙数, value: units.z}
            rubric:
              - id: A
                label: 甲组
                weight: 30
                of:
                  - {id: A1, label: 甲一, weight: 20, measure: x, score: {linear: {zero: 0, full: 100}}}
                  - {id: A2, label: 甲二, weight: 10, measure: y, score: {linear: {zero: 0, full: 100}}}
              - id: B
                label: 乙组
                weight: 40
                at_least: 2
                of:
                  - {id: B1, label: 乙一, weight: 10, measure: x, score: {linear: {zero: 0, full: 80}}}
                  - id: B2
                    label: 乙二
                    weight: 30
                    combine: geometric
                    of:
                      - {id: B21, label: 乙二一, weight: 10, measure: z, score: {linear: {zero: 0, full: 60}}}
                      - {id: B22, label: 乙二二, weight: 20, measure: z, score: {linear: {zero: 0, full: 100}}}
              - {id: C, label: 丙, weight: 30, measure: z, score: {linear: {zero: 0, full: 100}}}
            """);

    private static final String DATA = """
            编号,名称,甲数,乙数,丙数
            U1,甲家,90,70,50
            U2,乙家,,,60
            U3,丙家,,40,70
            """;

    /** What is changed, in the data and in the workbook. */
    enum Change {
        A_VALUE_OF_A_GROUP_WITHOUT_ANY("U2,乙家,,,", "U2,乙家,,30,", "U2", 3, 30),
        A_VALUE_OF_TWO_GROUPS("U2,乙家,,,", "U2,乙家,55,,", "U2", 2, 55),
        A_VALUE_OF_A_GROUP_WITH_TOO_FEW("U3,丙家,,", "U3,丙家,45,", "U3", 2, 45);

        private final WhatIf.Change made;

        Change(String from, String to, String id, int column, double number) {
            this.made = new WhatIf.Change(from, to, book -> {
                for (Row row : book.getSheet("指标数据")) {
                    if (WhatIf.text(row, 0).equals(id)) {
                        row.getCell(column).setCellValue(number);
                    }
                }
            });
        }
    }

    @TempDir
    private static Path folder;

    private static WhatIf whatIf;

    @BeforeAll
    static void changeAndRecalculate() throws IOException {
        Soffice.assumePresent();
        whatIf = new WhatIf(folder, "units.csv", RULES, DATA);
        Map<String, WhatIf.Change> changes =
                Stream.of(Change.values()).collect(Collectors.toMap(Change::name, change -> change.made));
        changes.put("unchanged", new WhatIf.Change("", "", book -> {}));
        whatIf.recalculate(changes);
    }

    @Test
    void everyFormulaComesToTheValueItKeeps() throws IOException {
        assertThat(Recalculated.differences(whatIf.base(), whatIf.recalculated("unchanged")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void pointsAndMeanSharesFollowAValueThatIsGiven(Change change) throws IOException {
        Path run = whatIf.run(change.name(), change.made).out().resolve("assessment.xlsx");
        Path changed = whatIf.recalculated(change.name());
        assertThat(WhatIf.figures(changed, "评分明细", 1)).isEqualTo(WhatIf.figures(run, "评分明细", 1));
        assertThat(WhatIf.figures(changed, "图表", 0)).containsAllEntriesOf(shares(run));
    }

    private static Map<String, String> shares(Path file) throws IOException {
        Map<String, String> shares = WhatIf.figures(file, "图表", 0);
        shares.keySet().removeIf(key -> !key.startsWith("甲组 ") && !key.startsWith("乙组 "));
        assertThat(shares).hasSize(2);
        return shares;
    }
}
