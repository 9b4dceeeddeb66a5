package org.platscore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** What the rows left out would have added, on a score sheet. */
class RejectedSumsTest {

    private static final String LATE = "{id: late, reject: {on: {outside: period}}, because: 不在考核期内}";

    @TempDir
    Path folder;

    @Test
    void columnsOfOneNameInTwoLogsAreAddedUpAndOtherUnitsStandBesideThem() throws IOException {
        String tests = log("tests", LATE, """
                on: {header: 日期, type: date}
                amount: {header: 金额（元）, type: money}
                hours: {header: 机时（小时）, type: number}
                extra: {header: 机时（夜间）, type: number}
                shared: {header: 机时（天）, type: number}
                """);
        String courses = log("courses", LATE, """
                on: {header: 日期, type: date}
                amount: {header: 金额（元）, type: money}
                """);
        String sheet = sheet(
                tests + courses + """
                        measures:
                          tests: {label: 检测收入, unit: 元, sum: tests.amount}
                          courses: {label: 培训收入, unit: 元, sum: courses.amount}
                          extra: {label: 夜间, unit: 小时, sum: tests.extra}
                          hours: {label: 机时, unit: 小时, sum: tests.hours}
                          shared: {label: 共享, unit: 天, sum: tests.shared}
                        rubric:
                          - {id: A, weight: 100, measure: tests, score: {formula: "MIN(weight, tests + courses + hours + extra + shared)"}}
                        """,
                "单位,日期,金额（元）,机时（小时）,机时（夜间）,机时（天）\nP1,1999-01-01,300,2,9,5\nP1,2024-01-01,1,1,1,1\n",
                "单位,日期,金额（元）\nP1,1999-01-01,40\nP1,1999-01-02,7.5\n");

        assertThat(sheet.lines())
                .filteredOn(each -> each.contains(" 金额 "))
                .hasSize(2)
                .allMatch(each -> each.endsWith(" 金额 347.5 元；机时 2 小时；机时（夜间） 9 小时；机时 5 天"));
    }

    @Test
    void checksOfOneIdThatSayDifferentThingsAreTwoReasons() throws IOException {
        String columns = "amount: {header: 金额（元）, type: money}\n";
        String large = "{id: large, reject: {amount: {over: %s}}, because: %s}";
        String sheet = sheet(
                log("tests", large.formatted(100, "检测过百元"), columns)
                        + log("courses", large.formatted(50, "培训过五十元"), columns)
                        + """
                        measures:
                          tests: {label: 检测收入, unit: 元, sum: tests.amount}
                          courses: {label: 培训收入, unit: 元, sum: courses.amount}
                        rubric:
                          - {id: A, weight: 100, measure: tests, score: {formula: "MIN(weight, tests + courses)"}}
                        """,
                "单位,金额（元）\nP1,300\nP1,1\nP1,200\n",
                "单位,金额（元）\nP1,60\nP1,1\n");

        List<String> cells = sheet.lines()
                .map(line -> line.replaceAll("^[A-Z]+[0-9]+ |  \\[.*", ""))
                .toList();
        assertThat(cells).containsSubsequence("large", "1", "金额 60 元", "培训过五十元");
        assertThat(cells).containsSubsequence("large", "2", "金额 500 元", "检测过百元");
        assertThat(cells).containsSubsequence("3", "金额 560 元");
    }

    @Test
    void columnsOfMeasuresWithoutAUnitAreToldApartByThatOfTheirHeads() throws IOException {
        String sheet = sheet(
                log("tests", LATE, """
                        on: {header: 日期, type: date}
                        hours: {header: 机时（小时）, type: number}
                        minutes: {header: 机时（分钟）, type: number}
                        """) + """
                        measures:
                          hours: {label: 机时, sum: tests.hours}
                          minutes: {label: 短时, sum: tests.minutes}
                        rubric:
                          - {id: A, weight: 100, measure: hours, score: {formula: "MIN(weight, hours + minutes / 60)"}}
                        """, "单位,日期,机时（小时）,机时（分钟）\nP1,1999-01-01,7,27\nP1,2024-01-01,1,1\n", "");

        assertThat(sheet).contains(" 机时（小时） 7；机时（分钟） 27");
    }

    @Test
    void whatRowsHoldInAPersonalColumnIsMasked() throws IOException {
        String sheet = sheet(
                log("tests", LATE, """
                        on: {header: 日期, type: date}
                        pay: {header: 月薪（元）, type: money, personal: true}
                        hours: {header: 机时（小时）, type: number}
                        """) + """
                        measures:
                          pay: {label: 月薪, unit: 元, sum: tests.pay}
                          hours: {label: 机时, unit: 小时, sum: tests.hours}
                        rubric:
                          - {id: A, weight: 100, measure: hours, score: {formula: "MIN(weight, hours + pay * 0)"}}
                        """, "单位,日期,月薪（元）,机时（小时）\nP1,1999-01-01,7903,27\nP1,2024-01-01,1,1\n", "");

        assertThat(sheet).contains(" 月薪 ***；机时 27 小时").doesNotContain("7,903");
    }

    /** Returns a log as rules have it, with one check. */
    private static String log(String name, String check, String columns) {
        return """
                  %s:
                    files: %s.csv
                    belongs_to: unit
                    columns:
                      unit: {header: 单位, type: subject, required: true}
                %s    checks:
                      - %s
                """.formatted(name, name, columns.indent(6), check);
    }

    /** Returns the score sheet of the only subject as text. */
    private String sheet(String rules, String tests, String courses) throws IOException {
        Office.Outcome outcome = Office.in(folder)
                .rules(Office.unitRules("台账", "", rules))
                .file("units.csv", "编号,名称\nP1,甲\n")
                .file("tests.csv", tests)
                .file("courses.csv", courses)
                .assessWithScoreSheets();
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return CellDump.of(folder.resolve("out/score-sheets/P1-甲.xlsx"), List.of("评分表"));
    }
}
