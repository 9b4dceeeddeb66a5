package org.platscore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.platscore.Office;

/** A rubric without groups may have more items than can be read on the one sheet of paper of 考核结果. */
class ManyGroupsTest {

    @ParameterizedTest(name = "{0} items")
    @CsvSource({"20, true", "21, false"})
    void moreThanTwentyItemsAreLeftToTheirOwnPage(int items, boolean shown, @TempDir Path folder) throws IOException {
        String rubric = IntStream.rangeClosed(1, items)
                .mapToObj(i -> "  - {id: A" + i + ", label: 第" + i + "项, weight: 2, measure: x, "
                        + "score: {linear: {zero: 0, full: 10}}}\n")
                .collect(Collectors.joining());
        Office.Outcome outcome = Office.in(folder)
                .rules(Office.unitRules(
                        "平列",
                        "x: {header: 甲数, type: number}",
                        "full_marks: " + 2 * items + "\nmeasures:\n  x: {label: 甲数, value: units.x}\nrubric:\n"
                                + rubric))
                .file("units.csv", "编号,名称,甲数\nU1,甲家,10\nU2,乙家,5\n")
                .assess();

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        String first = CellDump.of(folder.resolve("out/assessment.xlsx"), List.of("考核结果"));
        assertThat(first.contains("第7项")).isEqualTo(shown);
        assertThat(first.contains("各项得分见“评分明细”。")).isEqualTo(!shown);
        assertThat(first).contains("甲家", String.valueOf(2 * items));
        assertThat(CellDump.of(folder.resolve("out/assessment.xlsx"), List.of("评分明细")))
                .contains("第7项");
    }
}
