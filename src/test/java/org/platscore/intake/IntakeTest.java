package org.platscore.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.platscore.finding.Finding;
import org.platscore.finding.Lang;
import org.platscore.rules.Rulebook;
import org.platscore.rules.RulesFile;

class IntakeTest {

    private static final String LOG = """
            log:
              files: "logs/**/*.csv"
              belongs_to: who
              columns:
                record: {header: 编号, type: text, required: true}
                who: {header: 平台, type: subject, required: true}
                day: {header: 日期, type: date, required: true}
                kind: {header: 类型, type: text, default: 检测}
                paid: {header: 金额（元）, type: money, min: 0, on_bad: warn}
              where: {kind: {not: 内部}}
              checks:
                - {id: outside-period, reject: {day: {outside: period}}, because: 不在考核期}
                - {id: large, warn: {paid: {over: 100万}}, because: 金额大}
                - {id: repeated, unique: [record], because: 重复}
                - {id: never, stop: {kind: 冻结}}
            """;

    @TempDir
    Path folder;

    /** What a sentence quotes of a cell, where paragraphs stand in a column of numbers or subjects. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"paid, 'A1,P01,2021-03-05,检测,', ''", "who, 'A1,', ',2021-03-05,检测,1'", "day, 'A1,P01,', ',检测,1'"})
    void ofALongTextOrOneOfSeveralLinesOnlyTheBeginningIsQuoted(String column, String before, String behind) {
        Desk.Read read = Desk.in(folder)
                .file(
                        "logs/a.csv",
                        "编号,平台,日期,类型,金额（元）\n" + before + "\"第一段\n" + "长".repeat(3_000_000) + "\"" + behind + "\n")
                .read(LOG, "log");
        String quoted = "第一段 " + "长".repeat(196) + "…";
        assertThat(read.result().findings().sorted())
                .filteredOn(each -> each.value().startsWith("第一段"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.value()).isEqualTo(quoted);
                    assertThat(each.message().in(Lang.ZH))
                            .contains("“" + quoted + "”")
                            .hasSizeLessThan(260);
                });
    }

    /** Telephones put a mark behind signs that says whether they are drawn as pictures; nobody sees it. */
    @Test
    void whatIsNotSeenMakesNoOtherSubjectNumberOrText() {
        Desk.Read read = Desk.in(folder).file("logs/a.csv", """
                        编号,平台,日期,类型,金额（元）
                        A1,甲平台\uFE0F,2021-03-05,检测\uFE0E,100\uFE0F
                        A1\uFE0F,P\uFE0F01,2021-03-05,检测,100
                        A3,P01,2021-03-05,内部\uFE0F,100
                        A4,P01,2021-03-05,\uFE0F,100
                        """).read(LOG, "log");
        assertThat(read.rows())
                .containsExactly(
                        "log P01 | A1 | P01 | 2021-03-05 | 检测 | 100",
                        "log P01 rejected",
                        "log P01 | A4 | P01 | 2021-03-05 | 检测 | 100");
    }

    @Test
    void aRowGoesItsWayInTheOrderOfTheRules() {
        Desk.Read read = Desk.in(folder).file("logs/a.csv", """
                        编号,平台,日期,类型,金额（元）
                        A1,P01,2021-03-05,,100
                        A2,P01,2021-02-30,内部,100
                        A3,P99,2021-03-05,内部,100
                        A4,P99,2020-03-05,检测,100
                        A5,甲平台,2020-03-05,检测,2000000
                        A6,P02,2021-03-05,检测,-5
                        A1,P02,2021-03-05,检测,2000000
                        """).read(LOG, "log");
        assertThat(read.rows())
                .containsExactly(
                        "log P01 | A1 | P01 | 2021-03-05 | 检测 | 100",
                        "log P01 rejected",
                        "log P01 rejected",
                        "log P02 | A6 | P02 | 2021-03-05 | 检测 | ",
                        "log P02 rejected");
        assertThat(read.findings())
                .containsExactly(
                        "warn no-rows -",
                        "reject bad-value logs/a.csv:3:3 2021-02-30",
                        "reject unknown-subject logs/a.csv:5:2 P99",
                        "reject outside-period logs/a.csv:6:3 2020-03-05",
                        "warn bad-value logs/a.csv:7:5 -5",
                        "reject repeated logs/a.csv:8:1 A1",
                        "warn large logs/a.csv:8:5 2000000");
        FileRead file = read.result().files().stream()
                .filter(each -> each.input().equals("log"))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(file.rows(), file.accepted(), file.rejected(), file.passedOver()))
                .containsExactly(7L, 2L, 4L, 1L);
    }

    @Test
    void uniqueLooksAcrossFilesAndSubjectsInFileOrder() {
        Desk.Read read = Desk.in(folder)
                .file("logs/b.csv", "编号,平台,日期\nX1,P01,2021-01-05\n")
                .file("logs/a/c.csv", "编号,平台,日期\nX1,P02,2021-01-05\n")
                .read(LOG, "log");
        assertThat(read.of("repeated")).singleElement().satisfies(each -> {
            assertThat(each.file()).isEqualTo("logs/b.csv");
            assertThat(each.message().in(Lang.ZH)).isEqualTo("重复（与 logs/a/c.csv:2:1 重复）");
        });
    }

    @Test
    void aRepeatedRowNamesTheFirstOneWhicheverFileItIsIn() {
        Desk.Read read = Desk.in(folder)
                .file("logs/a.csv", numbered(1, 3))
                .file("logs/b.csv", numbered(3))
                .file("logs/c.csv", numbered(4, 2, 1))
                .file("logs/d.csv", numbered(2, 5, 4, 5))
                .read(LOG, "log");
        assertThat(read.of("repeated").stream()
                        .map(each -> Objects.requireNonNull(each.place()).shown()
                                + each.message().in(Lang.ZH)))
                .containsExactly(
                        "logs/b.csv:2:1重复（与 logs/a.csv:3:1 重复）",
                        "logs/c.csv:4:1重复（与 logs/a.csv:2:1 重复）",
                        "logs/d.csv:2:1重复（与 logs/c.csv:3:1 重复）",
                        "logs/d.csv:4:1重复（与 logs/c.csv:2:1 重复）",
                        "logs/d.csv:5:1重复（与 logs/d.csv:3:1 重复）");
    }

    private static String numbered(int... records) {
        StringBuilder file = new StringBuilder("编号,平台,日期,金额（元）\n");
        for (int record : records) {
            file.append("NO-000").append(record).append(",P01,2021-03-05,1\n");
        }
        return file.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void jobsChangeNothing(int jobs) {
        Rulebook rules = RulesFile.read(Path.of("scoring-rules.yaml")).accepted();
        Desk.Read one = SAMPLE.computeIfAbsent(1, k -> sample(rules, 1));
        Desk.Read read = SAMPLE.computeIfAbsent(jobs, k -> sample(rules, jobs));
        assertThat(read.rows()).isEqualTo(one.rows()).hasSizeGreaterThan(15_000);
        assertThat(read.findings()).isEqualTo(one.findings());
        assertThat(read.result().files()).isEqualTo(one.result().files());
        assertThat(read.result().forms()).isEqualTo(one.result().forms());
    }

    private static final java.util.Map<Integer, Desk.Read> SAMPLE = new java.util.concurrent.ConcurrentSkipListMap<>();

    private static Desk.Read sample(Rulebook rules, int jobs) {
        return Desk.at(Path.of("sample-data")).read(rules, jobs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE"})
    void theCharsetIsFoundOut(String name) {
        String log = "\uFEFF编号,平台,日期,类型\n联通𠮷,P01,2021-01-05,检测\n";
        String text = name.equals("GB18030") ? log.substring(1) : log;
        Desk.Read read = Desk.in(folder)
                .bytes("logs/a.csv", text.getBytes(Charset.forName(name)))
                .read(LOG, "log");
        assertThat(read.rows()).containsExactly("log P01 | 联通𠮷 | P01 | 2021-01-05 | 检测 | ");
    }

    @Test
    void theCharsetMayBeNamed() {
        String text = "编号,平台,日期,类型\nA1,P01,2021-01-05,é\n";
        Desk.Read read = Desk.in(folder)
                .file("roster.csv", "编号,名称,信用代码\nP01,甲,\n")
                .file("logs/a.csv", text)
                .charset(Charset.forName("UTF-8"))
                .read(LOG, "log");
        assertThat(read.rows()).containsExactly("log P01 | A1 | P01 | 2021-01-05 | é | ");
    }

    @Test
    void oneBrokenFileDoesNotKeepTheOthersFromBeingRead() {
        Desk.Read read = Desk.in(folder)
                .bytes("logs/a.csv", new byte[0])
                .bytes("logs/b.csv", new byte[] {'a', '\n', (byte) 0xFF, (byte) 0xFF, '\n'})
                .file("logs/c.csv", "编号,平台\nA1,P01\n")
                .file("logs/d.csv", "编号,平台,日期\nA1,P01,2021-01-05\n")
                .file("logs/e.csv", "编号,平台,日期\nA2,\"P01,2021-01-05\nA3,P01,2021-01-05\nA4,P01,2021-01-05\n")
                .file("logs/.hidden.csv", "")
                .file("logs/~$lock.csv", "")
                .file("logs/notes.txt", "")
                .read(LOG, "log");
        assertThat(read.findings())
                .contains(
                        "stop unreadable-file logs/a.csv",
                        "stop unreadable-file logs/b.csv:2",
                        "stop missing-column logs/c.csv:1",
                        "stop stray-quote logs/e.csv:2");
        assertThat(read.rows()).contains("log P01 | A1 | P01 | 2021-01-05 | 检测 | ");
        assertThat(read.result().files()).hasSize(6).allMatch(each -> each.sha256() != null);
    }

    @Test
    void whateverIsWrongInTheRosterStopsTheRun() {
        Desk.Read read = Desk.in(folder)
                .file("roster.csv", "编号,名称,信用代码\nP02,乙,\nP01,甲,\np01,丙,\nP03,,\nP04, 甲 ,\nP05,p02,\nP06,P06,\n")
                .file("logs/a.csv", "编号,平台,日期\nA1,P01,2021-01-05\n")
                .read(LOG, "log");
        assertThat(read.result().subjects().stream().map(Subject::id)).containsExactly("P01", "P02", "P05", "P06");
        assertThat(read.findings())
                .contains(
                        "stop duplicate-subject roster.csv:4:1 p01",
                        "stop missing-value roster.csv:5:2",
                        "stop duplicate-subject roster.csv:6:2 甲",
                        "stop duplicate-subject roster.csv:7:2 p02")
                .doesNotContain("stop duplicate-subject roster.csv:8:2 P06");
    }

    @Test
    void anInputWithoutAFileStopsTheRun() {
        assertThat(Desk.in(folder).read(LOG, "log").findings()).containsExactly("stop missing-file - logs/**/*.csv");
    }

    @Test
    void correctionsAreReadInEitherLanguage() {
        Desk.Read read = Desk.in(folder)
                .file("logs/a.csv", "编号,平台,日期\nA1,P01,2021-01-05\n")
                .file("adjustments.csv", """
                        编号,度量,操作,数值,理由,核定人,日期
                        P02,三,核减,1.5万,重复,张三,2023-03-01
                        乙平台,three,add,2,补录,李四,
                        P02,two,set,2,公式,李四,
                        P09,three,set,2,没有,李四,
                        P02,four,set,2,没有,李四,
                        P02,three,set,2,,李四,
                        P02,three,set,许多,不是数,李四,
                        """)
                .read(LOG, "log");
        assertThat(read.result().corrections().stream()
                        .map(each ->
                                each.subject() + " " + each.measure() + " " + each.operation() + " " + each.value()))
                .containsExactly("1 three SUBTRACT 15000", "1 three ADD 2");
        assertThat(read.of("correction-unused").stream()
                        .map(each -> Objects.requireNonNull(each.place()).row()))
                .containsExactly(4, 5, 6);
        assertThat(read.findings())
                .contains("stop missing-value adjustments.csv:7:5", "stop bad-value adjustments.csv:8:4 许多");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the measure has the name  | P01,小计,核减,2,重复,张三 | 1 | ''
            the reason has the name   | P01,n,核减,2,合计,张三    | 1 | ''
            the subject has the name  | 合计,n,核减,2,重复,张三   | 0 | stop correction-unused adjustments.csv:2:1 合计
            what makes it one is left | 合计,,,2,,                | 0 | info sum-row adjustments.csv:2:1 合计
            """)
    void aWholeCorrectionIsNoRowOfSums(String label, String row, int made, String told) {
        Desk.Read read = Desk.in(folder)
                .file("logs/a.csv", "平台,金额,机时,占比\nP01,1,1,1%\n")
                .file("adjustments.csv", "编号,度量,操作,数值,理由,核定人\n" + row + "\n")
                .read(measured(), 1);
        assertThat(read.result().corrections()).as(label).hasSize(made);
        assertThat(read.findings().stream().filter(each -> each.contains("adjustments.csv:2")))
                .containsExactlyElementsOf(told.isEmpty() ? List.of() : List.of(told));
    }

    @Test
    void aNameIsFoundThoughTwoMeasuresHaveItForALabel() {
        Desk.Read read = Desk.in(folder)
                .file("logs/a.csv", "平台,金额,机时,占比\nP01,1,1,1%\n")
                .file("adjustments.csv", "编号,度量,操作,数值,理由,核定人\nP01,share,核减,1%,重复,张三\n")
                .read(measured(), 1);
        assertThat(read.result().corrections())
                .singleElement()
                .satisfies(each -> assertThat(each.measure()).isEqualTo("share"));
    }

    @Test
    void aCorrectionWithMergedCellsIsNoRowOfSumsEither() {
        String[][] rows = {
            {"编号", "度量", "操作", "数值", "理由", "核定人"},
            {"P01", "income", "核减", "2", "重复", "张三"},
            {null, "小计", null, "1", null, null}
        };
        Desk.Read read = Desk.in(folder)
                .file("logs/a.csv", "平台,金额,机时,占比\nP01,1,1,1%\n")
                .book("adjustments.xlsx", book -> {
                    Sheet sheet = book.createSheet();
                    for (int i = 0; i < rows.length; i++) {
                        Row row = sheet.createRow(i);
                        for (int j = 0; j < rows[i].length; j++) {
                            row.createCell(j).setCellValue(rows[i][j]);
                        }
                    }
                    for (int column : new int[] {0, 2, 4, 5}) {
                        sheet.addMergedRegion(new CellRangeAddress(1, 2, column, column));
                    }
                })
                .read(measured(), 1);
        assertThat(read.result().corrections())
                .extracting(each -> each.subject() + " " + each.measure() + " " + each.value())
                .containsExactly("0 income 2", "0 n 1");
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({
        "income, 10%, false",
        "income, 5万元, true",
        "income, 100元, true",
        "income, 5万, true",
        "n, 5万元, false",
        "n, 10%, false",
        "n, 2‰, false",
        "n, 5万, true",
        "customers, 5元, false",
        "hours, 10%, false",
        "hours, 5元, false",
        "paid, 5元, true",
        "paid, 5%, false",
        "number, 5%, true",
        "number, 5元, false",
        "share, 5%, true",
        "share, 5元, false",
        "worth, 5元, true",
        "n, 5次, true",
        "n, 3万次, true",
        "hours, 5小时, true",
        "hours, 90分钟, false",
        "number, 5小时, false"
    })
    void aCorrectionInAUnitThatIsNoneOfTheMeasuresStopsTheRun(String measure, String value, boolean made) {
        Desk.Read read = Desk.in(folder)
                .file("logs/a.csv", "平台,金额,机时,占比\nP01,1,1,1%\n")
                .file("adjustments.csv", "编号,度量,操作,数值,理由,核定人\nP01," + measure + ",核增," + value + ",补录,张三\n")
                .read(measured(), 1);
        assertThat(read.result().corrections()).hasSize(made ? 1 : 0);
        assertThat(read.findings().contains("stop correction-unused adjustments.csv:2:4 " + value))
                .isEqualTo(!made);
    }

    @ParameterizedTest
    @CsvSource({"核增, 1, 只能核定", "核减, 大, 只能核定", "核定, 中, 不在可选的范围内"})
    void aCategoryIsOnlySetToOneOfItsChoices(String operation, String value, String told) {
        Desk.Read read = Desk.in(folder)
                .file("logs/a.csv", "平台,金额,机时,占比\nP01,1,1,1%\n")
                .file("adjustments.csv", "编号,度量,操作,数值,理由,核定人\nP01,size," + operation + "," + value + ",补录,张三\n")
                .read(measured(), 1);
        assertThat(read.of("bad-value"))
                .singleElement()
                .satisfies(each -> assertThat(each.message().in(Lang.ZH)).contains(told));
    }

    @ParameterizedTest(name = "{0} by {1} under {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    income | 10     | 数值（万元）    | 100000
                    income | 10     | 数值（元/次）   | 10
                    income | 10万元 | 数值（万元）    | 100000
                    income | 10元   | 数值（万元）    | stop bad-value adjustments.csv:2:4 10元
                    income | 3万    | 数值（万元）    | stop bad-value adjustments.csv:2:4 3万
                    income | 10     | 数值（元/万元） | stop correction-unused adjustments.csv:2:4 10
                    income | 10     | 数值（次）      | stop correction-unused adjustments.csv:2:4 10
                    income | 10     | 单位：万元,,,,,↵数值 | 100000
                    n      | 10     | 单位：万元,,,,,↵数值 | 10
                    n      | 10     | 数值（件）      | 10
                    n      | 10     | 数值（元/次）   | 10
                    n      | 10     | 数值（万元）    | stop correction-unused adjustments.csv:2:4 10
                    n      | 10次   | 数值（万元）    | 10
                    n      | 10元   | 数值（万元）    | stop correction-unused adjustments.csv:2:4 10元
                    income | 10万元 | 数值（次）      | 100000
                    hours  | 10小时 | 数值（万元）    | 10
                    hours  | 10分钟 | 数值（万元）    | stop correction-unused adjustments.csv:2:4 10分钟
                    hours  | 10分钟 | 数值（小时）    | stop correction-unused adjustments.csv:2:4 10分钟
                    number | 5小时  | 数值（小时）    | 5
                    number | 5小时  | 数值（万元）    | stop correction-unused adjustments.csv:2:4 5小时
                    share  | 10%    | 数值（万元）    | 1 / 10
                    hours  | 10     | 数值（分钟）    | stop correction-unused adjustments.csv:2:4 10
                    share  | 10     | 数值（%）       | 1 / 10
                    share  | 10     | 数值            | 10
                    open   | 是     | 数值            | 1
                    open   | 否     | 数值            | 0
                    open   | 1      | 数值            | 1
                    open   | 也许   | 数值            | stop bad-value adjustments.csv:2:4 也许
                    rating | 差     | 数值            | 5 / 2
                    rating | 2.5    | 数值            | 5 / 2
                    rating | 中     | 数值            | stop bad-value adjustments.csv:2:4 中
                    done   | 是     | 数值            | stop bad-value adjustments.csv:2:4 是
                    n      | 10²    | 数值            | stop bad-value adjustments.csv:2:4 10²
                    hours  | 1/2    | 数值            | stop bad-value adjustments.csv:2:4 1/2
                    """)
    void aCorrectionIsInTheUnitOfItsHead(String measure, String value, String head, String made) {
        String heads = head.replace("↵", "\n").replace("数值", "编号,度量,操作,数值");
        Desk.Read read = Desk.in(folder)
                .file("logs/a.csv", "平台,金额,机时,占比\nP01,1,1,1%\n")
                .file("adjustments.csv", heads + ",理由,核定人\nP01," + measure + ",核定," + value + ",补录,张三\n")
                .read(measured(), 1);
        List<String> came = new ArrayList<>(read.result().corrections().stream()
                .map(each -> each.value().toString())
                .toList());
        read.findings().stream().filter(each -> each.startsWith("stop")).forEach(came::add);
        assertThat(came).as(() -> read.findings().toString()).hasSize(1).first().isEqualTo(made);
    }

    @ParameterizedTest(name = "{0} by {1} under {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    share  | 85  | 数值                     | true
                    share  | 85  | 数值（%）                | false
                    share  | 85% | 数值                     | false
                    share  | 0.5 | 数值                     | false
                    number | 85  | 数值                     | false
                    income | 85  | 单位：元/万元,,,,,↵数值 | true
                    income | 85  | 数值                     | false
                    worth  | 85  | 数值                     | false
                    """)
    void aCorrectionIsToldWhoseUnitACellsWouldBeToo(String measure, String value, String head, boolean told) {
        String heads = head.replace("↵", "\n").replace("数值", "编号,度量,操作,数值");
        Desk.Read read = Desk.in(folder)
                .file("logs/a.csv", "平台,金额,机时,占比\nP01,1,1,1%\n")
                .file("adjustments.csv", heads + ",理由,核定人\nP01," + measure + ",核定," + value + ",补录,张三\n")
                .read(measured(), 1);
        assertThat(read.result().corrections()).hasSize(1);
        assertThat(read.of("unit-unclear").stream().filter(each -> each.input().equals("adjustments")))
                .hasSize(told ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    adjustments.csv | 资产编号,度量,操作,数值,理由,核定人    | missing-column | 编号/subject、度量/measure、操作/operation、数值/value、理由/reason、核定人/decided_by、日期/date
                    adjustments.csv | 甲,乙                                  | no-header      | 编号/subject、度量/measure、操作/operation、数值/value、理由/reason、核定人/decided_by、日期/date
                    decisions.csv   | 编号,等次,原因,决定人                  | missing-column | 编号/subject、等次/grade、理由/reason、决定人/decided_by、日期/date
                    decisions.csv   | 编号,等次,理由,决定人,备注             | extra-column   | 编号/subject、等次/grade、理由/reason、决定人/decided_by、日期/date
                    """)
    void headsThatNoRulesCanNameAreToldThemselves(String file, String head, String code, String heads) {
        Desk.Read read = Desk.in(folder)
                .file("logs/a.csv", "平台,金额,机时,占比\nP01,1,1,1%\n")
                .file(file, head + "\n")
                .read(measured(), 1);
        assertThat(read.of(code))
                .filteredOn(each -> each.file().equals(file))
                .singleElement()
                .satisfies(each -> assertThat(each.action().in(Lang.ZH))
                        .contains("列名是固定的：" + heads + "；")
                        .doesNotContain("规则"));
    }

    @Test
    void correctionsAndDecisionsFitNoPatternOfAnInput() {
        Desk.Read read = Desk.in(folder)
                .file("a.csv", "编号,平台,日期\nA1,P01,2021-01-05\n")
                .file("adjustments.csv", "编号,度量,操作,数值,理由,核定人\nP01,n,核增,1,补录,张三\n")
                .file("decisions.csv", "编号,等次,理由,决定人\n")
                .read(LOG.replace("\"logs/**/*.csv\"", "[\"a*.csv\", \"d*.csv\"]"), "log");
        assertThat(read.findings()).noneMatch(each -> each.startsWith("stop no-header"));
        assertThat(read.result().files())
                .filteredOn(each -> each.input().equals("log"))
                .extracting(FileRead::path)
                .containsExactly("a.csv");
    }

    private static Rulebook measured() {
        return Desk.rulebook("""
                platscore: 1
                title: 试
                period: {from: 2021-01-01, to: 2022-12-31}
                inputs:
                  roster:
                    files: roster.csv
                    roster: {id: id, name: name}
                    columns:
                      id: {header: 编号, type: text}
                      name: {header: 名称, type: text}
                      worth: {header: 原值, type: money, unit: 元}
                      size: {header: 规模, type: choice, choices: [大, 小]}
                      open: {header: 开放, type: boolean}
                      rating: {header: 评级, type: scale, values: {好: 10, 差: 2.5}}
                  log:
                    files: "logs/*.csv"
                    belongs_to: who
                    columns:
                      who: {header: 平台, type: subject, required: true}
                      paid: {header: 金额, type: money, unit: 元}
                      hours: {header: 机时, type: number}
                      share: {header: 占比, type: percent}
                      done: {header: 办结, type: boolean}
                measures:
                  income: {unit: 元, sum: log.paid}
                  n: {label: 小计, unit: 次, count: log}
                  customers: {label: share, distinct: log.paid}
                  hours: {unit: 小时, sum: log.hours}
                  paid: {label: share, max: log.paid}
                  number: {sum: log.hours}
                  share: {mean: log.share, missing: exclude}
                  worth: {value: roster.worth, missing: exclude}
                  size: {value: roster.size, missing: exclude}
                  open: {value: roster.open, missing: exclude}
                  rating: {value: roster.rating, missing: exclude}
                  done: {sum: log.done}
                rubric: [{id: A, weight: 100, measure: income, score: {linear: {zero: 0, full: 1}}}]
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void bytesThatAreNoTextAreToldAtTheirLine(String end) {
        byte[] bytes = ("编号,平台,日期" + end + "A1,P01,2021-01-05" + end + "A2,?").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xFF;
        Desk.Read read = Desk.in(folder).bytes("logs/a.csv", bytes).read(LOG, "log");
        assertThat(read.findings()).contains("stop unreadable-file logs/a.csv:3");
    }

    @ParameterizedTest
    @CsvSource({"2021, 分不清年月日", "2021.12, 分不清年月日", "202112, 分不清年月日", "202113, 像是日期的序号", "44931, 像是日期的序号"})
    void aYearOrMonthAsTextIsNoSerialNumber(String text, String told) {
        Desk.Read read = read("日期", text, "day: {header: 日期, type: date}");
        assertThat(read.of("ambiguous-value"))
                .singleElement()
                .satisfies(each -> assertThat(each.message().in(Lang.ZH)).contains(text, told));
    }

    @ParameterizedTest
    @CsvSource({
        "number, 人数（人）, 30左右, 不是数",
        "number, 人数, 30余, 不是数",
        "number, 人数（人）, 30人以上, 不是数",
        "integer, 年份, 2015/5/6, 不是数",
        "money, 金额（万元）, 30多万元, 不是数",
        "money, 金额, 30。, 不是数",
        "percent, 比例（%）, 30%以上, 不是数",
        "number, 机时（小时）, 90分钟, 单位与表头",
        "number, 气温, 30℃, 单位",
        "money, 金额, 500元/样, 单位",
        "percent, 比例, 30件, 单位"
    })
    void onlyAUnitBehindANumberIsToldAsOne(String type, String head, String text, String told) {
        Desk.Read read = read(head, text, "value: {header: \"%s\", type: %s}".formatted(head, type));
        assertThat(read.of("bad-value"))
                .singleElement()
                .satisfies(each -> assertThat(each.message().in(Lang.ZH)).contains(text, told));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0%, 10%", "5, 0\"万元\", 5万元"})
    void aCorrectionMeansWhatItsCellShows(double number, String format, String shown) {
        Desk.Read read = Desk.in(folder)
                .file("logs/a.csv", "编号,平台,日期\nA1,P01,2021-01-05\n")
                .book("adjustments.xlsx", book -> {
                    Sheet sheet = book.createSheet();
                    HeadLayoutTest.row(sheet, 0, "编号", "度量", "操作", "数值", "理由", "核定人");
                    HeadLayoutTest.row(sheet, 1, "P01", "三", "核减", "", "重复", "张三");
                    Cell cell = sheet.getRow(1).createCell(3);
                    cell.setCellValue(number);
                    cell.setCellStyle(book.createCellStyle());
                    cell.getCellStyle().setDataFormat(book.createDataFormat().getFormat(format));
                })
                .read(LOG, "log");
        assertThat(read.result().corrections()).isEmpty();
        assertThat(read.of("correction-unused"))
                .singleElement()
                .satisfies(each -> assertThat(each.message().in(Lang.EN)).contains("\"" + shown + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"adjustments.tsv", "Adjustments.csv", "adjustments.CSV", "Adjustments.xls", "adjustments.xlsm"})
    void correctionsAreReadFromAnyTableOfTheirName(String name) {
        Desk desk = Desk.in(folder).file("logs/a.csv", "编号,平台,日期\nA1,P01,2021-01-05\n");
        if (!name.contains(".xls")) {
            desk.file(name, "编号,度量,操作,数值,理由,核定人\nP01,三,核减,1,重复,张三\n");
        } else {
            desk.book(name, book -> {
                Sheet sheet = book.createSheet();
                HeadLayoutTest.row(sheet, 0, "编号", "度量", "操作", "数值", "理由", "核定人");
                HeadLayoutTest.row(sheet, 1, "P01", "三", "核减", "1", "重复", "张三");
            });
        }
        Desk.Read read = desk.read(LOG.replace("\"logs/**/*.csv\"", "[\"logs/**/*.csv\", \"[Aa]djust*\"]"), "log");
        assertThat(read.findings()).noneMatch(each -> each.startsWith("stop"));
        assertThat(read.result().corrections()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"adjustments", "decisions"})
    void twoFilesOfOneNameWouldCountTwice(String name) {
        String rows = name.equals("decisions") ? "编号,等次,理由,决定人\n" : "编号,度量,操作,数值,理由,核定人\nP01,三,核减,1,重复,张三\n";
        Desk.Read read = Desk.in(folder)
                .file("logs/a.csv", "编号,平台,日期\nA1,P01,2021-01-05\n")
                .file(name + ".csv", rows)
                .file(name + ".tsv", rows.replace(',', '\t'))
                .read(LOG, "log");
        assertThat(read.findings())
                .filteredOn(each -> each.startsWith("stop"))
                .containsExactly("stop correction-unused " + name + ".tsv");
        assertThat(read.of("correction-unused").get(0).message().in(Lang.ZH)).contains(name + ".csv");
    }

    @Test
    void aMergedValueIsTheCorrectionOfItsFirstRowOnly() {
        Desk.Read read = Desk.in(folder)
                .file("logs/a.csv", "编号,平台,日期\nA1,P01,2021-01-05\n")
                .book("adjustments.xlsx", book -> {
                    Sheet sheet = book.createSheet("核减");
                    HeadLayoutTest.row(sheet, 0, "编号", "度量", "操作", "数值", "理由", "核定人");
                    HeadLayoutTest.row(sheet, 1, "P01", "三", "核减", "5", "重复", "张三");
                    HeadLayoutTest.row(sheet, 2, "P02", "三", "核减", "", "重复", "张三");
                    sheet.addMergedRegion(new CellRangeAddress(1, 2, 3, 3));
                })
                .read(LOG, "log");
        assertThat(read.result().corrections()).hasSize(1);
        assertThat(read.findings())
                .contains(
                        "warn merged-cells adjustments.xlsx ▸ 核减 ▸ D2 5",
                        "stop missing-value adjustments.xlsx ▸ 核减 ▸ D3");
    }

    @Test
    void theOrderOfRowsAndColumnsChangesNoRow() {
        String forward = "编号,平台,日期,金额（元）\nA1,P01,2021-01-05,10\nA2,P02,2021-01-06,20\n";
        String backward = "金额（元）,日期,平台,编号\n20,2021-01-06,P02,A2\n10,2021-01-05,P01,A1\n";
        List<String> one = Desk.in(folder.resolve("1"))
                .file("logs/a.csv", forward)
                .read(LOG, "log")
                .rows();
        List<String> two = Desk.in(folder.resolve("2"))
                .file("logs/a.csv", backward)
                .read(LOG, "log")
                .rows();
        assertThat(two).containsExactlyInAnyOrderElementsOf(one);
    }

    @Test
    void filesWhoseNamesCannotBeToldApartStopTheRun() throws IOException {
        String rows = "编号,平台,日期\nA1,P01,2021-01-05\n";
        Desk desk = Desk.in(folder).file("logs/a.csv", rows);
        Path composed = folder.resolve("logs/\u00e9.csv");
        Path apart = folder.resolve("logs/e\u0301.csv");
        Files.writeString(composed, rows.replace("A1", "A2"));
        assumeTrue(!Files.exists(apart));
        Files.writeString(apart, rows.replace("A1", "A3"));
        Desk.Read read = desk.read(LOG, "log");
        assertThat(read.rows()).hasSize(1);
        assertThat(read.findings())
                .filteredOn(each -> each.startsWith("stop"))
                .containsExactly("stop unreadable-file logs/\u00e9.csv");
    }

    @Test
    void aValueFarOffTheOthersOfItsColumnIsTold() {
        StringBuilder log = new StringBuilder("编号,平台,日期,金额（元）\n");
        for (int i = 0; i < 12; i++) {
            log.append("A")
                    .append(i)
                    .append(",P01,2021-01-05,")
                    .append(i == 7 ? "3" : "30000")
                    .append('\n');
        }
        Desk.Read read = Desk.in(folder).file("logs/a.csv", log.toString()).read(LOG, "log");
        assertThat(read.of("unit-unclear")).extracting(Finding::value).containsExactly("3");
        assertThat(read.findings()).contains("warn unit-unclear logs/a.csv:9:4 3");
    }

    @ParameterizedTest(name = "{0} above {1}")
    @CsvSource({
        "服务台账, 金额（万）, 30000, ''",
        "单位：万, 金额, 30000, ''",
        "单位 万元, 金额, 30000, ''",
        "金额单位：人民币万元, 金额, 30000, ''",
        "单位：万元、小时、次, 金额, 30000, ''",
        "（单位：万元/年）, 金额, 30000, ''",
        "服务单位 万家, 金额, 3, ''",
        "单位：元、万元, 金额（万元）, 30000, ''",
        "单位：元, 金额（次）, 3, ''",
        "服务台账, 金额（元/万元）, 3, log.csv:3:4 3",
        "服务台账, 金额（元或万元）, 3, log.csv:3:4 3",
        "服务台账, 金额（元、万元）, 3, log.csv:3:4 3",
        "单位：元、万元, 金额, 3, log.csv:3:4 3",
        "计量单位：元或万元, 金额, 3, log.csv:3:4 3",
        "单位 元/万元, 金额, 3, log.csv:3:4 3"
    })
    void aUnitOfMoneyIsTakenAndTwoAreTold(String above, String head, String amount, String told) {
        String log = "编号,平台,日期,金额\n".replace("金额", head);
        Desk desk =
                Desk.in(folder).file("log.csv", above + ",,,\n" + log + "A1,P01,2021-01-05,3\nA2,P01,2021-01-05,3元\n");
        for (String unit : new String[] {"", ", unit: 元"}) {
            Desk.Read read = desk.read("""
                    log:
                      files: log.csv
                      belongs_to: who
                      columns:
                        who: {header: 平台, type: subject, required: true}
                        paid: {header: 金额, type: money%s}
                    """.formatted(unit), "log");
            assertThat(read.rows()).first().isEqualTo("log P01 | P01 | " + amount);
            boolean none = unit.isEmpty() && above.equals("服务单位 万家");
            assertThat(read.findings().stream().filter(each -> each.contains("unit-unclear")))
                    .isEqualTo(
                            none
                                    ? List.of("warn unit-unclear log.csv:3:4 3")
                                    : told.isEmpty() ? List.of() : List.of("warn unit-unclear " + told));
            if (!told.isEmpty()) {
                assertThat(read.of("unit-unclear").get(0).message().in(Lang.EN)).contains("万元");
            }
        }
    }

    @ParameterizedTest(name = "{0} below 单位：万元, under {1}")
    @CsvSource({
        "3元, 金额, log P01 | P01 | 3",
        "3千元, 金额, log P01 | P01 | 3000",
        "3, 金额, log P01 | P01 | 30000",
        "3千元, 金额（千元）, log P01 | P01 | 3000",
        "3元, 金额（千元）, reject bad-value log.csv:3:2 3元",
        "3万元, 金额（千元）, reject bad-value log.csv:3:2 3万元"
    })
    void aCellsOwnUnitStandsAboveARowOfUnitsButNotAgainstItsHead(String cell, String head, String told) {
        Desk.Read read = Desk.in(folder)
                .file("log.csv", "单位：万元,\n平台," + head + "\nP01," + cell + "\n")
                .read("""
                log:
                  files: log.csv
                  belongs_to: who
                  columns:
                    who: {header: 平台, type: subject, required: true}
                    paid: {header: 金额, type: money}
                """, "log");
        assertThat(Stream.concat(read.rows().stream(), read.findings().stream()))
                .contains(told);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "占比, 8%, 0.08, ''",
        "占比, 0.8, 0.8, ''",
        "占比, 1, 1, ''",
        "占比, 8, 8, log.csv:2:2 8",
        "占比, -1.5, -1.5, log.csv:2:2 -1.5",
        "占比, 800%, 8, ''",
        "占比（%）, 8, 0.08, ''",
        "占比（‰）, 8, 0.008, ''"
    })
    void aShareAboveOneWithoutAPercentSignIsTold(String head, String cell, String share, String told) {
        Desk.Read read = read(head, cell, "share: {header: 占比, type: percent}");
        assertThat(read.rows()).containsExactly("log P01 | P01 | " + share);
        assertThat(read.findings().stream().filter(each -> each.contains("unit-unclear")))
                .isEqualTo(told.isEmpty() ? List.of() : List.of("warn unit-unclear " + told));
    }

    /** Reads a log of one platform and one cell under a head, with columns of which the head names one. */
    private Desk.Read read(String head, String cell, String columns) {
        return Desk.in(folder)
                .file("log.csv", "平台," + head + "\nP01," + cell + "\n")
                .read("""
                log:
                  files: log.csv
                  belongs_to: who
                  columns:
                    who: {header: 平台, type: subject, required: true}
                """ + columns.indent(4), "log");
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource({
        "率, 87%, 87, 0.87, 87, log/a.csv:2:2 87%",
        "率, 87%, 0.9, 0.87, 0.9, ''",
        "率, 150%, 1, 1.5, 1, ''",
        "率, 87%, 90%, 0.87, 0.9, ''",
        "率, 87, 90, 87, 90, ''",
        "率, 5‰, 3, 0.005, 3, log/a.csv:2:2 5‰",
        "率（%）, 87%, 90, 87, 90, ''"
    })
    void percentagesAmongPlainNumbersAreTold(
            String head, String cell, String other, String one, String two, String told) {
        Desk desk = Desk.in(folder)
                .file("log/a.csv", "平台," + head + "\nP01," + cell + "\n")
                .file("log/b.csv", "平台," + head + "\nP01," + other + "\n");
        String inputs = """
                log:
                  files: "log/*"
                  belongs_to: who
                  columns:
                    who: {header: 平台, type: subject, required: true}
                    rate: {header: 率, type: number}
                """;
        for (int jobs : new int[] {1, 4}) {
            Desk.Read read = desk.read(Desk.rules(inputs, "log"), jobs);
            assertThat(read.rows()).containsExactly("log P01 | P01 | " + one, "log P01 | P01 | " + two);
            assertThat(read.findings())
                    .filteredOn(each -> each.contains("unit-unclear"))
                    .isEqualTo(told.isEmpty() ? List.of() : List.of("warn unit-unclear " + told));
        }
    }

    @Test
    void aCellShownInPercentUnderAHeadInPercentIsTheNumberShown() {
        String inputs = """
                log:
                  files: "log.*"
                  belongs_to: who
                  columns:
                    who: {header: 平台, type: subject, required: true}
                    rate: {header: 率, type: number}
                    done: {header: 完成, type: number}
                """;
        Desk.Read read = Desk.in(folder)
                .book("log.xlsx", book -> {
                    Sheet sheet = book.createSheet("台账");
                    for (int row = 0; row < 3; row++) {
                        sheet.createRow(row);
                    }
                    String[] heads = {"平台", "率（%）", "完成"};
                    for (int i = 0; i < heads.length; i++) {
                        sheet.getRow(0).createCell(i).setCellValue(heads[i]);
                    }
                    CellStyle percent = book.createCellStyle();
                    percent.setDataFormat(book.createDataFormat().getFormat("0%"));
                    for (int row = 1; row < 3; row++) {
                        sheet.getRow(row).createCell(0).setCellValue("P01");
                        for (int i = 1; i < 3; i++) {
                            Cell cell = sheet.getRow(row).createCell(i);
                            cell.setCellValue(row == 1 ? 0.87 : 87);
                            if (row == 1) {
                                cell.setCellStyle(percent);
                            }
                        }
                    }
                })
                .read(inputs, "log");
        assertThat(read.rows()).containsExactly("log P01 | P01 | 87 | 0.87", "log P01 | P01 | 87 | 87");
        assertThat(read.of("unit-unclear"))
                .singleElement()
                .satisfies(each ->
                        assertThat(Objects.requireNonNull(each.place()).shown()).isEqualTo("log.xlsx ▸ 台账 ▸ C2"));
    }

    @ParameterizedTest(name = "{0}, {1}, rules {2}")
    @CsvSource({
        "机时（小时）, 机时（分钟）, 机时, log/b.csv:1:2 分钟, 小时",
        "机时（天）, 机时（小时）, 机时, log/b.csv:1:2 小时, 天",
        "机时（小时）, 机时（万小时）, 机时, log/b.csv:1:2 万小时, 小时",
        "机时（小时）, 机时（次）, 机时, log/b.csv:1:2 次, 小时",
        "机时（小时）, 机时（h）, 机时, '', ''",
        "机时（人）, 机时（名）, 机时, '', ''",
        "机时（小时）, 机时, 机时, '', ''",
        "机时（小时）, 机时（分钟）, 机时（小时）, log/b.csv:1:2 分钟, 小时",
        "机时（分钟）, 机时, 机时（小时）, log/a.csv:1:2 分钟, 小时",
        "机时（时）, 机时（小时）, 机时（小时）, '', ''"
    })
    void unitsOfNumbersThatDoNotGoTogetherAreTold(String one, String other, String ruled, String told, String named) {
        Desk desk = Desk.in(folder)
                .file("log/a.csv", "平台," + one + "\nP01,2\n")
                .file("log/b.csv", "平台," + other + "\nP01,90\n");
        String inputs = """
                log:
                  files: "log/*"
                  belongs_to: who
                  columns:
                    who: {header: 平台, type: subject, required: true}
                    hours: {header: %s, type: number}
                """.formatted(ruled);
        for (int jobs : new int[] {1, 4}) {
            Desk.Read read = desk.read(Desk.rules(inputs, "log"), jobs);
            assertThat(read.rows()).containsExactly("log P01 | P01 | 2", "log P01 | P01 | 90");
            assertThat(read.findings())
                    .filteredOn(each -> each.contains("unit-unclear"))
                    .isEqualTo(told.isEmpty() ? List.of() : List.of("warn unit-unclear " + told));
            for (Finding each : read.of("unit-unclear")) {
                for (Lang lang : Lang.values()) {
                    assertThat(each.message().in(lang)).contains(named, each.value());
                }
            }
        }
    }

    @Test
    void aBlankSubjectIsTheDefaultOne() {
        Desk.Read read = Desk.in(folder).file("log.csv", "编号,平台\nA1,\nA2,P02\n").read("""
                        log:
                          files: log.csv
                          belongs_to: who
                          columns:
                            record: {header: 编号, type: text}
                            who: {header: 平台, type: subject, default: P01}
                        """, "log");
        assertThat(read.rows()).containsExactly("log P01 | A1 | P01", "log P02 | A2 | P02");
        assertThat(read.of("unknown-subject")).isEmpty();
    }

    @Test
    void aFileMayNameItsSubject() {
        Desk.Read read = Desk.in(folder)
                .file("logs/P01.csv", "编号\nA1\n")
                .file("logs/乙平台-2021.csv", "编号\nA2\n")
                .file("logs/p03_x.csv", "编号\nA3\n")
                .file("logs/P09 x.csv", "编号\nA4\n")
                .file("logs/Ｐ０３－二月.csv", "编号\nA5\n")
                .file("logs/P01　二月.csv", "编号\nA6\n")
                .read("""
                        log:
                          files: "logs/*.csv"
                          belongs_to: file
                          columns: {record: {header: 编号, type: text, required: true}}
                        """, "log");
        assertThat(read.rows())
                .containsExactlyInAnyOrder(
                        "log P01 | A1", "log P02 | A2", "log P03 | A3", "log P03 | A5", "log P01 | A6");
        assertThat(read.findings()).contains("reject unknown-subject logs/P09 x.csv P09 x");
        assertThat(read.of("unknown-subject"))
                .singleElement()
                .satisfies(
                        each -> assertThat(each.action().in(Lang.EN)).startsWith("The file's name says whose it is"));
    }

    @ParameterizedTest
    @CsvSource({
        "金额（万元）, 200, “200”读作 200 万元，大于允许的最大值 100 万元。",
        "金额（元）, 2000000, “2000000”大于允许的最大值 1000000。",
        "金额（元）, 200万, “200万”读作 200 万元，大于允许的最大值 100 万元。",
        "占比, 45, “45”读作 4500%，大于允许的最大值 100%。",
        "占比（%）, 101, “101”读作 101%，大于允许的最大值 100%。",
        "占比, 120%, “120%”大于允许的最大值 100%。",
        "次数, 6, “6”大于允许的最大值 5。"
    })
    void aBoundIsToldInTheUnitOfTheNumber(String head, String cell, String told) {
        Desk.Read read = read(head, cell, """
                paid: {header: 金额, type: money, max: 100万}
                share: {header: 占比, type: percent, max: 100%}
                n: {header: 次数, type: number, max: 5}
                """);
        assertThat(read.of("bad-value"))
                .singleElement()
                .satisfies(each ->
                        assertThat(each.message().in(Lang.ZH).replace(",", "")).isEqualTo(told));
    }

    @ParameterizedTest
    @CsvSource({
        "'number, min: 5', 5, true",
        "'number, min: 5', 4.99, false",
        "'number, max: 5', 5.00, true",
        "'number, max: 5', 5.01, false",
        "'percent, max: 100%', 100%, true",
        "'percent, max: 100%', 100.1%, false",
        "'date, min: 2021-03-05', 2021-03-05, true",
        "'date, min: 2021-03-05', 2021-03-04, false",
        "'date, max: 2021-03-05', 2021-03-05 23:59, true",
        "'date, max: 2021-03-05', 2021-03-06, false"
    })
    void aBoundBelongsToWhatIsAllowed(String type, String cell, boolean allowed) {
        Desk.Read read = read("值", cell, "value: {header: 值, type: " + type + "}");
        assertThat(read.of("bad-value").isEmpty()).isEqualTo(allowed);
    }

    @Test
    void aResidentsNumberIsMasked() {
        Desk.Read read = Desk.in(folder)
                .file("roster.csv", "编号,名称,信用代码\nP01,甲,11010519491231002X\n")
                .file("logs/a.csv", "编号,平台,日期\nA1,P01,2021-01-05\n")
                .read(LOG, "log");
        assertThat(read.of("bad-credit-code")).extracting(Finding::value).containsExactly("110105************");
    }

    @Test
    void anotherSubjectNamedInARowMustBeInTheRosterToo() {
        Desk.Read read =
                Desk.in(folder).file("log.csv", "平台,合作平台\nP01,乙平台\nP01,丁平台\n").read("""
                        log:
                          files: log.csv
                          belongs_to: who
                          columns:
                            who: {header: 平台, type: subject, required: true}
                            partner: {header: 合作平台, type: subject}
                        """, "log");
        assertThat(read.rows()).containsExactly("log P01 | P01 | P02", "log P01 rejected");
        assertThat(read.findings()).contains("reject unknown-subject log.csv:3:2 丁平台");
    }

    @Test
    void veryManyFindingsAlikeAreCounted() {
        Desk.Read read = Desk.in(folder)
                .file("logs/a.csv", "编号,平台,日期,类型,金额（元）\n" + "A1,P01,2021-02-30,,1\n".repeat(10_005))
                .read(LOG, "log");
        List<Finding> told = read.of("bad-value");
        assertThat(told).hasSize(10_001);
        assertThat(told.get(10_000).message().in(Lang.EN)).contains("4 more like this in the column of this subject");
        assertThat(read.result().files().stream().mapToLong(FileRead::rejected).sum())
                .isEqualTo(10_005);
    }

    @Test
    void whatTheRosterLeftOutIsToldThereAlone() {
        Desk.Read read = Desk.in(folder)
                .file("roster.csv", "编号,名称,信用代码\nP01,甲,\nP02,,\n")
                .file("logs/a.csv", "编号,平台,日期,类型,金额（元）\nA1,P01,2021-01-05,,1\nA2,P02,2021-01-05,,1\n")
                .read(LOG, "log");
        assertThat(read.findings()).containsExactly("stop missing-value roster.csv:3:2");
    }

    @Test
    void whatLooksLikeAResidentsNumberIsMaskedThoughItsCheckDigitIsWrong() {
        Desk.Read read = Desk.in(folder)
                .file("roster.csv", "编号,名称,信用代码\nP01,甲,350102199003074514\n")
                .file("logs/a.csv", "编号,平台,日期\nA1,P01,2021-01-05\n")
                .read(LOG, "log");
        assertThat(read.of("bad-credit-code")).extracting(Finding::value).containsExactly("350102************");
    }

    @Test
    void aLongNumberThatASpreadsheetShortenedHasLostItsDigits() {
        Desk.Read read = Desk.in(folder)
                .file("roster.csv", "编号,名称,信用代码\nP01,甲,9.14403E+17\n")
                .file("logs/a.csv", "编号,平台,日期\n1.23457E+11,P01,2021-01-05\n")
                .read(LOG, "log");
        assertThat(read.findings())
                .contains(
                        "warn digits-lost roster.csv:2:3 9.14403E+17",
                        "warn digits-lost logs/a.csv:2:1 1.23457E+11",
                        "reject missing-value logs/a.csv:2:1 1.23457E+11");
        assertThat(read.of("digits-lost")).extracting(Finding::subject).containsExactly("P01", "");
    }

    @Test
    void aRosterWithoutARowStopsTheRun() {
        Desk.Read read = Desk.in(folder)
                .file("roster.csv", "编号,名称,信用代码\n")
                .file("logs/a.csv", "编号,平台,日期\nA1,P01,2021-01-05\n")
                .read(LOG, "log");
        assertThat(read.findings()).contains("stop empty-input roster.csv:1").noneMatch(each -> each.contains("P01"));
    }

    @Test
    void blanksBehindAClosingQuoteSayNothing() {
        Desk.Read read = Desk.in(folder)
                .file("logs/a.csv", "编号,平台,日期\n\"A\"\" ,1\"  ,\"P01\" ,\"2021-01-05\" \n")
                .read(LOG, "log");
        assertThat(read.rows()).containsExactly("log P01 | A\" ,1 | P01 | 2021-01-05 | 检测 | ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=\"0071\"", "\"=\"\"0071\"\"\""})
    void aCellThatASpreadsheetIsToKeepAsTextIsItsText(String record) {
        Desk.Read read = Desk.in(folder)
                .file("logs/a.csv", "=\"编号\",平台,日期\n" + record + ",=\"P01\",=\"2021-01-05\"\n0071,P01,2021-01-05\n")
                .file("logs/b.csv", "编号,平台,日期\n=A1,P01,2021-01-05\n\"=\"\"\",P01,2021-01-05\n")
                .read(LOG, "log");
        assertThat(read.of("repeated")).hasSize(1);
        assertThat(read.rows())
                .contains(
                        "log P01 | 0071 | P01 | 2021-01-05 | 检测 | ",
                        "log P01 | =A1 | P01 | 2021-01-05 | 检测 | ",
                        "log P01 | =\" | P01 | 2021-01-05 | 检测 | ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "编号,名称\nP01,甲平台\nP02,\nP03,丙平台\n"})
    void aBrokenRosterMakesNobodyUnknown(String roster) {
        Desk.Read read = Desk.in(folder)
                .file("roster.csv", roster)
                .file("logs/a.csv", "编号,平台,日期\nA1,P02,2021-01-05\n")
                .file("adjustments.csv", "编号,度量,操作,数值,理由,核定人\nP02,三,核增,1,补录,张三\nP02,五,核增,1,补录,张三\n")
                .file("decisions.csv", "编号,等次,理由,决定人\nP02,优秀,会议,李四\n")
                .read(LOG, "log");
        assertThat(read.findings()).anyMatch(each -> each.startsWith("stop") && each.contains("roster.csv"));
        assertThat(read.of("unknown-subject")).isEmpty();
        assertThat(read.of("correction-unused")).extracting(Finding::value).containsExactly("五");
    }
}
