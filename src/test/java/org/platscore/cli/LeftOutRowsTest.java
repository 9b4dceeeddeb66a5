package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** What is told of rows that were left out together holds for all of them. */
class LeftOutRowsTest {

    private static final String RULES = Office.unitRules("机时", "", """
              use:
                files: use.csv
                belongs_to: unit
                columns:
                  unit: {header: 单位, type: subject, required: true}
                  date: {header: 日期, type: date, required: true}
                  hours: {header: 机时, type: number, max: 24}
            measures:
              hours: {label: 机时, unit: 小时, sum: use.hours}
            rubric:
              - {id: A, label: 开放, weight: 100, measure: hours, score: {linear: {zero: 0, full: 10}}}
            """);

    @TempDir
    Path folder;

    @Test
    void whatIsSaidOfOneRowIsNotSaidOfOthers() {
        assess(RULES, "P1,2024-03-01,七\nP1,2024-03-02,25\nP1,2024-03-03,8\nP1,,1\nP1,,2\n");

        assertThat(told("zh")).containsSequence("    未计入 2 行：各行不同，第一行：“七”不是数。", "    未计入 2 行，合计 3 小时：“日期”没有填。");
        assertThat(told("en")).contains("    rows left out: 2: it differs by row; the first: \"七\" is not a number.");
    }

    @Test
    void aCellThatIsBlankIsNotSaidToHoldWhatAnotherDoes() {
        assess(RULES.replace("max: 24", "on_bad: warn"), "P1,2024-03-01,七\nP1,2024-03-02,\nP1,2024-03-03,8\n");

        assertThat(told("zh")).contains("    未计入 2 行：各行不同，第一行：按空白处理：“七”不是数。");
    }

    @Test
    void aRowWithTwoFaultsCountsForTheSameOnAScoreSheetAndInAnExplanation() throws IOException {
        assess(
                RULES.replace("      date: {header: 日期, type: date, required: true}\n", "")
                        .replace("max: 24}", "required: true}\n      date: {header: 日期, type: date}"),
                "P1,2024-02-30,\n");

        assertThat(told("zh")).contains("    未计入 1 行：“机时”没有填。");
        assertThat(new CommandRun(folder).cells("out/score-sheets/P1-甲.xlsx", 0))
                .contains("|missing-value|1|")
                .doesNotContain("bad-value");
    }

    private void assess(String rules, String rows) {
        Office.in(folder)
                .file("units.csv", "编号,名称\nP1,甲\n")
                .file("use.csv", "单位,日期,机时\n" + rows)
                .rules(rules);
        CommandRun.Seen seen = run("assess", folder + "/data", "--out", folder + "/out");
        assertThat(seen.status()).as(seen.err()).isZero();
    }

    private List<String> told(String lang) {
        CommandRun.Seen seen = run("explain", "P1", "--run", folder + "/out", "--rows", "--lang", lang);
        assertThat(seen.status()).as(seen.err()).isZero();
        return seen.out().lines().toList();
    }

    private CommandRun.Seen run(String... arguments) {
        return new CommandRun(folder).run(arguments);
    }
}
