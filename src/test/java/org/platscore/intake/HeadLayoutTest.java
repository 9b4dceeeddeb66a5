package org.platscore.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.platscore.finding.Finding;
import org.platscore.finding.Lang;
import org.platscore.finding.Place;

/** Heads of tables as offices draw them: they all say the same two rows. */
class HeadLayoutTest {

    private static final String INPUT = """
            rows:
              files: ["rows.*"]
              belongs_to: who
              columns:
                who: {header: [平台编号, 平台名称], type: subject, required: true}
                day: {header: 服务日期, type: date, required: true}
                paid: {header: [到账金额, 到账金额（元）, 到账金额（万元）], type: money}
                note: {header: 客户名称, type: text}
            """;

    @TempDir
    Path folder;

    static Stream<Arguments> layouts() {
        return Stream.of(
                Arguments.of("plain", "平台编号,服务日期,到账金额（元）,客户名称\nP01,2021-03-05,20000,甲厂\nP02,2021-04-06,5000,乙厂\n"),
                Arguments.of(
                        "columns in another order",
                        "客户名称,到账金额（元）,平台编号,服务日期\n甲厂,20000,P01,2021-03-05\n乙厂,5000,P02,2021-04-06\n"),
                Arguments.of(
                        "full width and blanks",
                        "平台 编号, 服务日期 ,到账金额（万元）,客户名称\nP01,2021-03-05,2,甲厂\nP02,2021-04-06,0.5,乙厂\n"),
                Arguments.of(
                        "title and unit above",
                        "2021年服务台账,,,\n单位：万元,,,\n平台编号,服务日期,到账金额,客户名称\nP01,2021-03-05,2,甲厂\nP02,2021-04-06,0.5,乙厂\n"),
                Arguments.of(
                        "notes of many lines above",
                        "\"填表说明\n" + "请如实填写\n".repeat(30)
                                + "\",,,\n填报单位：甲,,单位：万元,\n平台编号,服务日期,到账金额,客户名称\nP01,2021-03-05,2,甲厂\nP02,2021-04-06,0.5,乙厂\n"),
                Arguments.of(
                        "notes of many lines above, tabs",
                        "\"填表说明\n" + "请如实填写\n".repeat(30)
                                + "\"\n平台编号\t服务日期\t到账金额（元）\t客户名称\nP01\t2021-03-05\t20000\t甲厂\nP02\t2021-04-06\t5000\t乙厂\n"),
                Arguments.of(
                        "unit above behind a year",
                        "年度：2022　单位：万元,,,\n平台编号,服务日期,到账金额,客户名称\nP01,2021-03-05,2,甲厂\nP02,2021-04-06,0.5,乙厂\n"),
                Arguments.of(
                        "unit above behind a day",
                        "编制日期：2022.12.31（单位：万元）,,,\n平台编号,服务日期,到账金额,客户名称\nP01,2021-03-05,2,甲厂\nP02,2021-04-06,0.5,乙厂\n"),
                Arguments.of(
                        "unit above behind a month",
                        "截至:202212 单位:万元,,,\n平台编号,服务日期,到账金额,客户名称\nP01,2021-03-05,2,甲厂\nP02,2021-04-06,0.5,乙厂\n"),
                Arguments.of(
                        "unit above behind a number of the page",
                        "第一部分，编号：003 单位：万元,,,\n平台编号,服务日期,到账金额,客户名称\nP01,2021-03-05,2,甲厂\nP02,2021-04-06,0.5,乙厂\n"),
                Arguments.of(
                        "a quote above that is text, tabs",
                        "5\" 管材检测\n平台编号\t服务日期\t到账金额（元）\t客户名称\nP01\t2021-03-05\t20000\t甲厂\nP02\t2021-04-06\t5000\t乙厂\n"),
                Arguments.of(
                        "unit above in brackets",
                        "台账,单位：（万元）,,\n平台编号,服务日期,到账金额,客户名称\nP01,2021-03-05,2,甲厂\nP02,2021-04-06,0.5,乙厂\n"),
                Arguments.of(
                        "unit above in the cell behind",
                        "台账,,单位：,人民币万元\n平台编号,服务日期,到账金额,客户名称\nP01,2021-03-05,2,甲厂\nP02,2021-04-06,0.5,乙厂\n"),
                Arguments.of(
                        "units in a row of their own",
                        "平台编号,服务日期,到账金额,客户名称\n,,（万元）,\nP01,2021-03-05,2,甲厂\nP02,2021-04-06,0.5,乙厂\n"),
                Arguments.of(
                        "units in a row that calls itself so",
                        "平台编号,服务日期,到账金额,客户名称\n单位,,万元,—\nP01,2021-03-05,2,甲厂\nP02,2021-04-06,0.5,乙厂\n"),
                Arguments.of(
                        "unit above in a row of its own, in the cell behind",
                        "单位：,万元,,\n平台编号,服务日期,到账金额,客户名称\nP01,2021-03-05,2,甲厂\nP02,2021-04-06,0.5,乙厂\n"),
                Arguments.of(
                        "units in a row above",
                        "台账,,,\n,,万元,\n平台编号,服务日期,到账金额,客户名称\nP01,2021-03-05,2,甲厂\nP02,2021-04-06,0.5,乙厂\n"),
                Arguments.of(
                        "a unit among lower heads",
                        "平台编号,服务日期,到账金额,客户\n,,（万元）,名称\nP01,2021-03-05,2,甲厂\nP02,2021-04-06,0.5,乙厂\n"),
                Arguments.of(
                        "a unit among upper heads",
                        "平台,服务日期,（万元）,客户\n编号,,到账金额,名称\nP01,2021-03-05,2,甲厂\nP02,2021-04-06,0.5,乙厂\n"),
                Arguments.of(
                        "units without brackets below, met again",
                        "平台编号,服务日期,到账金额,客户名称\n,,万元,\nP01,2021-03-05,2,甲厂\n平台编号,服务日期,到账金额,客户名称\n,,万元,\nP02,2021-04-06,0.5,乙厂\n"),
                Arguments.of(
                        "head of two rows again",
                        "平台编号,服务日期,到账（万元）,客户\n,,金额,名称\nP01,2021-03-05,2,甲厂\n平台编号,服务日期,到账（万元）,客户\n,,金额,名称\nP02,2021-04-06,0.5,乙厂\n"),
                Arguments.of(
                        "head again by another name",
                        "平台编号,服务日期,到账金额（元）,客户名称\nP01,2021-03-05,20000,甲厂\n平台名称,服务日期,到账金额（元）,客户名称\n乙平台,2021-04-06,5000,乙厂\n"),
                Arguments.of(
                        "two rows joined",
                        "平台,,到账,客户\n编号,服务日期,金额（万元）,名称\nP01,2021-03-05,2,甲厂\nP02,2021-04-06,0.5,乙厂\n"),
                Arguments.of(
                        "lower heads fit alone",
                        "平台,服务,,客户\n平台编号,服务日期,到账金额（元）,客户名称\nP01,2021-03-05,20000,甲厂\nP02,2021-04-06,5000,乙厂\n"),
                Arguments.of(
                        "unit in the upper head",
                        "平台编号,服务日期,到账（万元）,客户\n,,金额,名称\nP01,2021-03-05,2,甲厂\nP02,2021-04-06,0.5,乙厂\n"),
                Arguments.of(
                        "head again, blank rows and sums",
                        "平台编号,服务日期,到账金额（元）,客户名称\nP01,2021-03-05,20000,甲厂\n,,,\n合 计,,20000,\n平台编号,服务日期,到账金额（元）,客户名称\nP02,2021-04-06,5000,乙厂\n,总计,25000,\n"),
                Arguments.of(
                        "first listed synonym wins",
                        "平台编号,服务日期,到账金额（万元）,到账金额（元）,客户名称\nP01,2021-03-05,99,20000,甲厂\nP02,2021-04-06,99,5000,乙厂\n"),
                Arguments.of(
                        "semicolons",
                        "平台编号;服务日期;到账金额（元）;客户名称\nP01;2021-03-05;\"20,000\";甲厂\nP02;2021-04-06;\"5,000\";乙厂\n"),
                Arguments.of(
                        "tabs", "平台编号\t服务日期\t到账金额（元）\t客户名称\nP01\t2021-03-05\t20000\t甲厂\nP02\t2021-04-06\t5000\t乙厂\n"),
                Arguments.of(
                        "lines ended as on old systems",
                        "平台编号,服务日期,到账金额（元）,客户名称\rP01,2021-03-05,20000,甲厂\rP02,2021-04-06,5000,乙厂\r"),
                Arguments.of(
                        "subjects by name",
                        "平台名称,服务日期,到账金额（元）,客户名称\n甲 平台,2021-03-05,20000,甲厂\n乙平台,2021-04-06,5000,乙厂\n"),
                Arguments.of(
                        "ids in lower case",
                        "平台编号,服务日期,到账金额（元）,客户名称\np01,2021-03-05,20000,甲厂\nｐ02,2021-04-06,5000,乙厂\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void theSameRowsComeOut(String label, String text) {
        Desk.Read read = Desk.in(folder).file("rows.csv", text).read(INPUT, "rows");
        assertThat(read.rows())
                .as(() -> label + read.findings())
                .containsExactly("rows P01 | P01 | 2021-03-05 | 20000 | 甲厂", "rows P02 | P02 | 2021-04-06 | 5000 | 乙厂");
        assertThat(read.result().findings().stops()).isFalse();
        assertThat(read.findings()).noneMatch(each -> each.startsWith("reject"));
    }

    @Test
    void aColumnThatAnotherHeadOfTheSameStandsForIsTold() {
        Desk.Read read = Desk.in(folder)
                .file("rows.csv", "平台编号,平台名称,服务日期,到账金额（万元）,到账金额（元）,经办\nP01,甲平台,2021-03-05,99,20000,\n")
                .read(INPUT, "rows");
        assertThat(read.of("extra-column"))
                .extracting(each -> Objects.requireNonNull(each.place()).shown() + " "
                        + each.message().in(Lang.ZH))
                .containsExactly("rows.csv:1:4 这一列没有读入：规则中它与“到账金额（元）”是同一项，已经从那一列读取。", "rows.csv:1:6 规则里没有这一列，没有读入。");
    }

    @Test
    void aHeadIsNotJoinedWithNotesOfManyLinesAboveIt() {
        Desk.Read read = Desk.in(folder)
                .file(
                        "rows.csv",
                        "\"填表说明\n" + "请如实填写\n".repeat(30) + "\",,,\n平台编号,服务日期,到账金额（元）,客户名称\nP01,明天,20000,甲厂\n")
                .read(INPUT, "rows");
        assertThat(read.of("bad-value"))
                .extracting(Finding::place)
                .containsExactly(new Place("rows.csv", null, 34, 2, "服务日期"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "another unit   | 平台编号,服务日期,到账金额（万元）,客户名称 | rows.csv:3:3 到账金额（万元）",
                "no unit        | 平台编号,服务日期,到账金额,客户名称 | rows.csv:3:3 到账金额",
                "another order  | 平台编号,服务日期,客户名称,到账金额（元） | rows.csv:3:4 到账金额（元）",
                "another column | 平台编号,服务日期,合同金额,客户名称 | rows.csv:3:3 合同金额",
                "shifted        | ,平台编号,服务日期,到账金额（元） | rows.csv:3:2 平台编号"
            })
    void aFurtherHeadThatIsUnlikeTheFirstStopsTheRun(String label, String head, String told) {
        Desk.Read read = Desk.in(folder)
                .file("rows.csv", "平台编号,服务日期,到账金额（元）,客户名称\nP01,2021-03-05,20000,甲厂\n" + head + "\n,,,\n")
                .read(INPUT, "rows");
        assertThat(read.findings())
                .as(label)
                .filteredOn(each -> !each.contains("no-rows"))
                .containsExactly("stop duplicate-column " + told);
        assertThat(read.of("duplicate-column"))
                .singleElement()
                .satisfies(each -> assertThat(each.message().in(Lang.EN)).contains("rows.csv:1:"));
    }

    @ParameterizedTest
    @CsvSource({"P01,平台,检测方法,", "甲平台,需求,平台,是", "P01,平台,,", "p01,平台,需求,-"})
    void aRowThatNamesASubjectIsNoHeadThoughAWordInItIsOne(String who, String by, String need, String solved) {
        String input = """
                needs:
                  files: "needs.*"
                  belongs_to: who
                  columns:
                    need: {header: 需求, type: text}
                    who: {header: 平台, type: subject, required: true}
                    by: {header: 提出方, type: text}
                    solved: {header: 已解决, type: text, blank: ["-"]}
                """;
        Desk.Read read = Desk.in(folder)
                .file(
                        "needs.csv",
                        "需求,平台,提出方,已解决\n"
                                + Stream.of(need, who, by, solved)
                                        .map(cell -> cell == null ? "" : cell)
                                        .collect(Collectors.joining(","))
                                + "\n")
                .read(input, "needs");
        assertThat(read.of("duplicate-column")).isEmpty();
        assertThat(read.rows()).hasSize(1);
    }

    @Test
    void aFurtherHeadOfTwoRowsInAnotherUnitStopsTheRun() {
        Desk.Read read = Desk.in(folder)
                .file("rows.csv", "平台编号,服务日期,到账,客户\n,,金额（元）,名称\nP01,2021-03-05,2,甲厂\n平台编号,服务日期,到账,客户\n,,金额（万元）,名称\n")
                .read(INPUT, "rows");
        assertThat(read.findings()).contains("stop duplicate-column rows.csv:5:3 金额（万元）");
    }

    @Test
    void mergedHeadsOfTwoRowsAreRead() {
        Desk.Read read = Desk.in(folder)
                .book("rows.xlsx", book -> {
                    Sheet sheet = book.createSheet("一月");
                    row(sheet, 0, "2021年服务台账");
                    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
                    row(sheet, 1, "平台编号", "服务日期", "客户", "", "到账（万元）");
                    row(sheet, 2, "", "", "名称", "地址", "金额");
                    sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
                    sheet.addMergedRegion(new CellRangeAddress(1, 2, 1, 1));
                    sheet.addMergedRegion(new CellRangeAddress(1, 1, 2, 3));
                    row(sheet, 3, "P01", "2021-03-05", "甲厂", "路一", "2");
                })
                .read(INPUT, "rows");
        assertThat(read.rows()).containsExactly("rows P01 | P01 | 2021-03-05 | 20000 | 甲厂");
        assertThat(read.of("extra-column"))
                .singleElement()
                .satisfies(each -> assertThat(each.header()).isEqualTo("客户 地址"));
    }

    @Test
    void everyVisibleSheetWithAHeadIsRead() {
        Desk.Read read = Desk.in(folder)
                .book("rows.xlsx", book -> {
                    table(book, "一月", "P01", "2021-01-05");
                    table(book, "二月", "P02", "2021-02-05");
                    table(book, "填写示例", "P03", "2021-02-05");
                    table(book, "旧", "P03", "2021-02-05");
                    book.setSheetHidden(3, true);
                    row(book.createSheet("封面"), 0, "服务台账");
                })
                .read(INPUT, "rows");
        assertThat(read.rows())
                .containsExactly("rows P01 | P01 | 2021-01-05 |  | ", "rows P02 | P02 | 2021-02-05 |  | ");
        assertThat(read.findings())
                .contains("info example-sheet rows.xlsx ▸ 填写示例 填写示例", "warn hidden-sheet rows.xlsx ▸ 旧 旧")
                .noneMatch(each -> each.startsWith("stop"));
    }

    @Test
    void aCopyOfTheSheetThatTheRulesNameIsNotLostWithoutAWord() {
        String others = """
                years:
                  files: ["rows.*"]
                  sheet: 台账（二〇二〇）
                  belongs_to: who
                  columns:
                    who: {header: 平台编号, type: subject, required: true}
                    day: {header: 服务日期, type: date, required: true}
                """;
        Desk.Read read = Desk.in(folder)
                .book("rows.xlsx", book -> {
                    table(book, "台账", "P01", "2021-01-05");
                    table(book, "台账 (2)", "P02", "2021-02-05");
                    table(book, "2022年台账", "P02", "2021-02-05");
                    table(book, "台账（二〇二〇）", "P02", "2021-02-05");
                    table(book, "台账示例", "P03", "2021-02-05");
                    row(book.createSheet("台账封面"), 0, "服务台账");
                    table(book, "仪器", "P03", "2021-02-05");
                })
                .read(INPUT.replace("  belongs_to", "  sheet: 台账\n  belongs_to") + others, "rows");
        assertThat(read.rows()).containsExactly("rows P01 | P01 | 2021-01-05 |  | ", "years P02 | P02 | 2021-02-05");
        assertThat(read.findings())
                .filteredOn(each -> each.contains("-sheet"))
                .containsExactly(
                        "warn unread-sheet rows.xlsx ▸ 2022年台账 2022年台账",
                        "warn unread-sheet rows.xlsx ▸ 台账 (2) 台账 (2)",
                        "info example-sheet rows.xlsx ▸ 台账示例 台账示例");
    }

    static Stream<Arguments> lostSheets() {
        return Stream.of(
                Arguments.of("one of two heads", 0, List.of("平台编号", "时间"), "no-header rows.xlsx ▸ 二月 ▸ 1"),
                Arguments.of("no required head", 0, List.of("谁", "客户名称"), "no-header rows.xlsx ▸ 二月 ▸ 1"),
                Arguments.of("below the first rows", 25, List.of("平台编号", "服务日期"), "no-header rows.xlsx ▸ 二月 ▸ 26"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lostSheets")
    void aSheetWithAnyOfTheHeadsIsNotLostWithoutAWord(String label, int row, List<String> heads, String told) {
        Desk.Read read = Desk.in(folder)
                .book("rows.xlsx", book -> {
                    table(book, "一月", "P01", "2021-01-05");
                    row(book.createSheet("二月"), row, heads.toArray(String[]::new));
                    row(book.createSheet("汇总"), 0, "月份", "平台数量");
                    book.createSheet("空");
                })
                .read(INPUT, "rows");
        assertThat(read.rows()).as(label).containsExactly("rows P01 | P01 | 2021-01-05 |  | ");
        assertThat(read.findings())
                .filteredOn(each -> each.contains("no-header"))
                .singleElement()
                .asString()
                .startsWith("warn " + told);
    }

    @Test
    void aSheetThatAnotherInputReadsIsNotMissed() {
        String others = """
                units:
                  files: ["rows.*"]
                  belongs_to: who
                  columns:
                    who: {header: 平台编号, type: subject, required: true}
                    unit: {header: 仪器, type: text, required: true}
                form:
                  files: ["rows.*"]
                  belongs_to: {sheet: 申报表, label: 填报平台}
                  fields:
                    note: {label: 客户名称, type: text}
                    paid: {label: 到账金额（元）, type: money}
                """;
        Desk.Read read = Desk.in(folder)
                .book("rows.xlsx", book -> {
                    table(book, "一月", "P01", "2021-01-05");
                    Sheet units = book.createSheet("仪器");
                    row(units, 0, "平台编号", "仪器");
                    row(units, 1, "P01", "天平");
                    Sheet form = book.createSheet("申报表");
                    row(form, 0, "填报平台", "P01");
                    row(form, 1, "客户名称", "甲厂");
                    row(form, 2, "到账金额（元）", "5");
                })
                .read(INPUT + others, "rows");
        assertThat(read.findings()).noneMatch(each -> each.contains("no-header") || each.contains("missing-column"));
    }

    @Test
    void aMergedCellHoldsForTextOfAllItsRowsAndForAmountsOfTheFirst() {
        Desk.Read read = Desk.in(folder)
                .book("rows.xlsx", book -> {
                    Sheet sheet = book.createSheet("台账");
                    row(sheet, 0, "平台编号", "服务日期", "到账金额（元）", "客户名称");
                    row(sheet, 1, "P01", "2021-03-05", "300", "甲厂");
                    row(sheet, 2, "", "2021-03-06", "", "乙厂");
                    row(sheet, 3, "P02", "2021-03-07", "10", "丙厂");
                    sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
                    sheet.addMergedRegion(new CellRangeAddress(1, 2, 2, 2));
                })
                .read(INPUT, "rows");
        assertThat(read.rows())
                .containsExactly(
                        "rows P01 | P01 | 2021-03-05 | 300 | 甲厂",
                        "rows P01 | P01 | 2021-03-06 |  | 乙厂",
                        "rows P02 | P02 | 2021-03-07 | 10 | 丙厂");
        assertThat(read.of("merged-cells")).hasSize(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "rows.csv, rows.csv:2:5, 多半是数字里的逗号或者内容里的分隔符没有加引号；请改正这一行。",
        "rows.xlsx, rows.xlsx ▸ 台账 ▸ E2, 表格右边的这一格没有列名：是备注的，请移到表头上方或者另一张工作表；是数据的，请给这一列加上列名。",
    })
    void aCellRightOfTheTableIsToldWithWhatToDoInAFileOfItsKind(String name, String place, String action) {
        String[] head = {"平台编号", "服务日期", "到账金额（元）", "客户名称"};
        String[] cells = {"P01", "2021-03-05", "300", "甲厂", "待核"};
        Desk desk = Desk.in(folder);
        Desk.Read read = (name.endsWith(".csv")
                        ? desk.file(name, String.join(",", head) + "\n" + String.join(",", cells) + "\n")
                        : desk.book(name, book -> {
                            Sheet sheet = book.createSheet("台账");
                            row(sheet, 0, head);
                            row(sheet, 1, cells);
                        }))
                .read(INPUT, "rows");
        assertThat(read.of("extra-cells")).singleElement().satisfies(each -> {
            assertThat(Objects.requireNonNull(each.place()).shown()).isEqualTo(place);
            assertThat(each.action().in(Lang.ZH)).isEqualTo(action);
        });
    }

    @Test
    void anAbsentColumnIsToldWithTheHeadsThatTheFileHas() {
        Desk.Read read = Desk.in(folder)
                .file("rows.csv", "平台编号,服务日期,金额,\"客户\n名称\",,备注\nP01,2021-03-05,20000,甲厂,,\n")
                .read(INPUT, "rows");
        assertThat(read.of("no-value")).singleElement().satisfies(each -> {
            assertThat(each.message().in(Lang.ZH)).isEqualTo("没有“到账金额”这一列，这一项都按空白处理。");
            assertThat(each.action().in(Lang.ZH)).endsWith("（现有：平台编号、服务日期、金额、客户 名称、备注）。");
        });
    }

    private static void table(Workbook book, String name, String subject, String day) {
        Sheet sheet = book.createSheet(name);
        row(sheet, 0, "平台编号", "服务日期");
        row(sheet, 1, subject, day);
    }

    static void row(Sheet sheet, int number, String... texts) {
        var row = sheet.createRow(number);
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty()) {
                row.createCell(i).setCellValue(texts[i]);
            }
        }
    }
}
