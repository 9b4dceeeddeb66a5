package org.platscore.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.platscore.RawBook;
import org.platscore.finding.Finding;
import org.platscore.finding.Lang;
import org.platscore.finding.Severity;

/** Workbooks as they come: written part by part, because a library would write them too well. */
class WorkbookTest {

    private static final String INPUT = """
            rows:
              files: rows.xlsx
              belongs_to: who
              columns:
                who: {header: 平台, type: subject, required: true}
                value: {header: %s}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "noise of doubles          | type: number      | <c><v>69.689999999999998</v></c>            | 69.69",
                "exponent                  | type: number      | <c><v>1.2E-3</v></c>                        | 0.0012",
                "date where a number is due | type: number      | <c s='1'><v>44625</v></c>                   | !bad-value",
                "percent format            | type: percent     | <c s='2'><v>0.2</v></c>                     | 0.2",
                "bare number as a share    | type: percent     | <c><v>20</v></c>                            | 20",
                "date format               | type: date        | <c s='1'><v>44625.75</v></c>                | 2022-03-05",
                "East Asian date format    | type: date        | <c s='3'><v>44625</v></c>                   | 2022-03-05",
                "date format in Chinese    | type: date        | <c s='4'><v>44625</v></c>                   | 2022-03-05",
                "bare serial in a number cell | type: date     | <c><v>44625</v></c>                         | 2022-03-05",
                "compact day in a number cell | type: date     | <c><v>20220305</v></c>                      | 2022-03-05",
                "year in a date column     | type: date        | <c><v>2022</v></c>                          | !ambiguous-value",
                "day without its century   | type: date        | <c><v>210305</v></c>                        | !ambiguous-value",
                "month in a number cell    | type: date        | <c><v>202103</v></c>                        | !ambiguous-value",
                "last serial that is taken | type: date        | <c><v>109574</v></c>                        | 2199-12-31",
                "serial of the next year   | type: date        | <c><v>109575</v></c>                        | !ambiguous-value",
                "first bare serial         | type: date        | <c><v>10000</v></c>                         | 1927-05-18",
                "bare number below it      | type: date        | <c><v>9999</v></c>                          | !ambiguous-value",
                "first compact day         | type: date        | <c><v>19000101</v></c>                      | 1900-01-01",
                "last day of February 1900 | type: date        | <c s='1'><v>59</v></c>                      | 1900-02-28",
                "first day of March 1900   | type: date        | <c s='1'><v>61</v></c>                      | 1900-03-01",
                "first serial              | type: date        | <c s='1'><v>1</v></c>                       | 1900-01-01",
                "time without a day        | type: date        | <c s='1'><v>0.5</v></c>                     | !bad-value",
                "last serial of all        | type: date        | <c s='1'><v>2958465</v></c>                 | 9999-12-31",
                "serial beyond             | type: date        | <c s='1'><v>2958466</v></c>                 | !bad-value",
                "date format of a far year | type: date        | <c s='1'><v>210305</v></c>                  | 2475-10-16",
                "date in a text column     | type: text        | <c s='1'><v>44625</v></c>                   | 2022-03-05",
                "number in a text column   | type: text        | <c><v>12</v></c>                            | 12",
                "inline text               | type: text        | <c t='inlineStr'><is><t>甲</t></is></c>      | 甲",
                "rich text without phonetics | type: text      | <c t='s'><v>2</v></c>                       | 甲乙",
                "escaped line break        | type: text        | <c t='inlineStr'><is><t>甲_x000D_乙</t></is></c> | 甲\r乙",
                "result of a formula       | type: number      | <c><f>1+1</f><v>2</v></c>                   | 2",
                "text of a formula         | type: text        | <c t='str'><f>A1</f><v>乙</v></c>            | 乙",
                "formula without a result  | type: number      | <c><f>1+1</f></c>                           | !no-cached-value",
                "error of a formula        | type: number      | <c t='e'><f>1/0</f><v>#DIV/0!</v></c>       | !formula-error",
                "boolean cell              | type: boolean     | <c t='b'><v>1</v></c>                       | true",
                "boolean where a number is due | type: number  | <c t='b'><v>1</v></c>                       | !bad-value",
                "15 digits in a number cell | type: text       | <c><v>999999999999999</v></c>               | 999999999999999",
                "16 digits in a number cell | type: text       | <c><v>1000000000000000</v></c>              | ''",
                "long id in a number cell  | type: text        | <c><v>1.2345678901234568E+17</v></c>        | ''",
                "styled blank              | type: number      | <c s='1'/>                                  | ''"
            })
    void aCellMeansWhatItShows(String label, String type, String cell, String expected) {
        Desk.Read read =
                book(sheet("<row>" + cell("P01") + cell + "</row>"), Map.of()).read(input("值, " + type), "rows");
        String found = read.rows().stream()
                .map(each -> each.endsWith("rejected") ? "" : each.substring("rows P01 | P01 | ".length()))
                .findFirst()
                .orElse("");
        String faults = String.join(
                "",
                read.result().findings().met().stream()
                        .filter(each -> each.severity() == Severity.REJECT)
                        .map(each -> "!" + each.code())
                        .toList());
        assertThat(found + faults).as(label).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "金额（元）     | money   | 0.00\"万元\"        | !bad-value",
                "金额（万元）   | money   | 0.00\"万元\"        | 3500000",
                "金额（万元）   | money   | #,##0.0\\万\\元      | 3500000",
                "金额           | money   | #,##0\"万元\"_)     | 3500000",
                "金额           | money   | [Red]0.00\"万元\"   | 3500000",
                "金额           | money   | [$¥-804]0\"万元\"  | 3500000",
                "金额           | money   | 0.00_ \"万元\"_)   | 3500000",
                "金额           | money   | 0 [$万元-804]      | 3500000",
                "金额（元）     | money   | General\"万元\"     | !bad-value",
                "金额           | money   | G/通用格式\"万元\"  | 3500000",
                "金额           | money   | General\\ \"万元\"  | 3500000",
                "金额           | money   | @\"万元\"           | 3500000",
                "金额           | money   | \"¥\"0.00\"万元\"   | 3500000",
                "金额           | money   | 0\"（万元）\"       | 3500000",
                "金额（元）     | money   | [>9]0\"万元\";0     | 350",
                "金额（元）     | money   | 0\"次\"             | !bad-value",
                "金额（元）     | money   | 0,\"千元\"           | 350",
                "金额（元）     | money   | 0!.0000\"万元\"     | 350",
                "金额（元）     | money   | \"约\"0             | 350",
                "金额（元）     | money   | 0\"合同\"           | 350",
                "机时（小时）   | number  | 0\"分钟\"           | !bad-value",
                "机时（小时）   | number  | 0\"h\"              | 350",
                "机时           | number  | 0\"分钟\"           | 350",
                "机时           | number  | 0\"万次\"           | 3500000",
                "占比           | percent | 0\"%\"              | 3.5"
            })
    void aUnitThatTheNumberFormatShowsIsTheCells(String head, String type, String format, String expected) {
        for (String name : new String[] {"rows.xlsx", "rows.xls"}) {
            Desk.Read read = Desk.in(folder)
                    .book(name, book -> formatted(book, head, 350, format))
                    .read(input(head.replaceAll("（.*", "") + ", type: " + type).replace("rows.xlsx", name), "rows");
            assertThat(read.rows())
                    .containsExactly(expected.startsWith("!") ? "rows P01 rejected" : "rows P01 | P01 | " + expected);
            assertThat(read.findings())
                    .filteredOn(each -> !each.startsWith("warn no-rows") && !each.startsWith("info"))
                    .hasSize(expected.startsWith("!") ? 1 : 0)
                    .allMatch(each -> each.startsWith("reject bad-value"));
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "text   | 000           | 7        | 007",
                "text   | 000           | 12345    | 12345",
                "text   | 000           | 7.5      | 7.5",
                "text   | \"FW-\"0000     | 12       | FW-0012",
                "text   | \\F\\W00        | 3        | FW03",
                "text   | 000_)         | 7        | 007",
                "text   | [$-804]000    | 7        | 007",
                "text   | [Red]\"P\"00_) | 7        | P07",
                "text   | [DBNum1]000   | 7        | 7",
                "text   | 0             | 7        | 7",
                "text   | 0.00          | 7        | 7",
                "money  | 0000          | 7        | 7",
                "date   | 00000000      | 20220305 | 2022-03-05",
                "choice, choices: [\"01\"] | 00 | 1      | 01",
                "boolean | 00          | 1        | true",
                "number, blank: [\"0\"] | 000 | 0      | ''",
                "text, blank: [\"0\"] | 000   | 0        | 000",
                "text, blank: [\"000\"] | 000 | 0        | ''"
            })
    void aCodeIsWhatItsCellShows(String type, String format, double number, String expected) {
        for (String name : new String[] {"rows.xlsx", "rows.xls"}) {
            Desk.Read read = Desk.in(folder)
                    .book(name, book -> {
                        Sheet sheet = book.createSheet();
                        HeadLayoutTest.row(sheet, 0, "平台", "值（元）");
                        for (int i = 0; i < 2; i++) {
                            Cell cell = i == 0
                                    ? sheet.createRow(1).createCell(0)
                                    : sheet.getRow(1).createCell(1);
                            cell.setCellValue(i == 0 ? 1 : number);
                            cell.setCellStyle(book.createCellStyle());
                            String shown = i == 0 ? "\"P\"00" : format;
                            cell.getCellStyle()
                                    .setDataFormat(book.createDataFormat().getFormat(shown));
                        }
                    })
                    .read(input("值, type: " + type).replace("rows.xlsx", name), "rows");
            assertThat(read.rows()).containsExactly("rows P01 | P01 | " + expected);
        }
    }

    @Test
    void daysMayCountFrom1904() {
        Desk.Read read = book(
                        sheet("<row>" + cell("P01") + "<c s='1'><v>43163</v></c></row>"),
                        Map.of("xl/workbook.xml", RawBook.workbook("<workbookPr date1904='1'/>")))
                .read(input("值, type: date"), "rows");
        assertThat(read.rows()).containsExactly("rows P01 | P01 | 2022-03-05");
    }

    @ParameterizedTest
    @CsvSource({"'', 44931, 2023-01-05", "date1904='1', 43469, 2023-01-05", "'', 0.5, 12:00"})
    void aCellThatIsShownAsADayIsToldAsOne(String windows, String serial, String told) {
        Desk desk = book(
                sheet("<row>" + cell("P01") + "<c s='1'><v>" + serial + "</v></c></row>"),
                Map.of("xl/workbook.xml", RawBook.workbook("<workbookPr " + windows + "/>")));
        for (String column :
                List.of("值, type: date, max: 2022-12-31", "值, type: number", "值, type: choice, choices: [甲, 乙]")) {
            Finding finding = desk.read(input(column), "rows").result().findings().met().stream()
                    .filter(each -> each.severity() == Severity.REJECT)
                    .findFirst()
                    .orElseThrow();
            assertThat(finding.value()).as(column).isEqualTo(told);
            assertThat(finding.message().in(Lang.EN)).as(column).contains(told);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yyyy/m/d                 | true",
                "[=0]\"\";yyyy/m/d         | true",
                "[$-411]ggge\"年\"         | true",
                "[$-411]ggg               | true",
                "e\"年\"                   | true",
                "aaaa                     | true",
                "bbbb                     | true",
                "0.00E+00                 | false",
                "##0e-0                   | false",
                "General\"家\"             | false",
                "#,##0_);[Red](#,##0)     | false",
                "0;0;\"无日期\"            | false",
                "[Red]General            | false",
                "0;[Red]General          | false",
                "0\"a;b\"                 | false",
                "0_d;0_d                 | false",
                "[$￥-804]0               | false",
                "0;0;\"无\"@               | false"
            })
    void whatIsShownAsADayIsNoNumber(String format, boolean day) {
        Desk.Read read = Desk.in(folder)
                .book("rows.xlsx", book -> formatted(book, "值", 44931, format))
                .read(input("值, type: number"), "rows");
        assertThat(read.rows()).containsExactly(day ? "rows P01 rejected" : "rows P01 | P01 | 44931");
        assertThat(read.findings().contains("reject bad-value rows.xlsx ▸ Sheet0 ▸ B2 2023-01-05"))
                .isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "h:mm,0.354166666666667,8:30",
        "h:mm:ss,0.75,18:00",
        "mm:ss,0.0005,0:00:43",
        "[h]:mm,1.52083333333333,36:30",
        "[h]:mm:ss,0,0:00",
        "[mm]:ss,0.0416666666666667,1:00",
        "[h]:mm,-0.5,-0.5",
        "[h]:mm,3000000,3000000"
    })
    void aTimeIsToldAsItIsShown(String format, double number, String told) {
        for (String name : new String[] {"rows.xlsx", "rows.xls"}) {
            Desk desk = Desk.in(folder).book(name, book -> formatted(book, "值", number, format));
            assertThat(desk.read(input("值, type: text").replace("rows.xlsx", name), "rows")
                            .rows())
                    .containsExactly("rows P01 | P01 | " + told);
            Desk.Read wrong = desk.read(input("值, type: number").replace("rows.xlsx", name), "rows");
            assertThat(wrong.findings()).contains("reject bad-value " + name + " ▸ Sheet0 ▸ B2 " + told);
            assertThat(wrong.of("bad-value").get(0).message().in(Lang.EN)).contains("the time " + told);
        }
    }

    @ParameterizedTest
    @CsvSource({"[h]:mm:ss, 1.5, 36:00", "[mm]:ss, 44931, 1078344:00", "h:mm, 44931.5, ''", "yyyy/m/d, 44931, ''"})
    void aDurationIsNoDay(String format, double number, String told) {
        Desk.Read read = Desk.in(folder)
                .book("rows.xlsx", book -> formatted(book, "值", number, format))
                .read(input("值, type: date"), "rows");
        assertThat(read.rows()).containsExactly(told.isEmpty() ? "rows P01 | P01 | 2023-01-05" : "rows P01 rejected");
        assertThat(read.findings().contains("reject bad-value rows.xlsx ▸ Sheet0 ▸ B2 " + told))
                .isEqualTo(!told.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "General, 2021, 2021, 分不清年月日",
        "yyyy-mm-dd, 2021, 1905-07-13, 里面的数却是 2021",
        "General, 202103, 202103, 分不清年月日",
        "yyyy-mm-dd, 202103, 2453-05-02, 里面的数却是 202103"
    })
    void aYearOrMonthIsNoDay(String format, double number, String shown, String told) {
        for (String name : new String[] {"rows.xlsx", "rows.xls"}) {
            Desk.Read read = Desk.in(folder)
                    .book(name, book -> formatted(book, "值", number, format))
                    .read(input("值, type: date").replace("rows.xlsx", name), "rows");
            assertThat(read.rows()).containsExactly("rows P01 rejected");
            assertThat(read.result().findings().sorted())
                    .filteredOn(each -> each.value().equals(shown))
                    .singleElement()
                    .satisfies(each -> assertThat(each.message().in(Lang.ZH)).contains(told));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"General", "yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\""})
    void aDayTypedInEightDigitsIsReadHoweverItsCellIsShown(String format) {
        for (String name : new String[] {"rows.xlsx", "rows.xls"}) {
            Desk desk = Desk.in(folder).book(name, book -> formatted(book, "值", 20_210_305, format));
            String dates = input("值, type: date").replace("rows.xlsx", name);
            assertThat(desk.read(dates, "rows").rows()).containsExactly("rows P01 | P01 | 2021-03-05");
            assertThat(desk.read(dates.replace("type: date", "type: text"), "rows")
                            .rows())
                    .containsExactly("rows P01 | P01 | 20210305");
        }
    }

    @Test
    void hiddenRowsCountAndAreTold() {
        Desk.Read read = book(sheet("<row r='2' hidden='1'>" + cell("P01") + "<c><v>1</v></c></row>"), Map.of())
                .read(input("值, type: number"), "rows");
        assertThat(read.rows()).containsExactly("rows P01 | P01 | 1");
        assertThat(read.findings()).contains("warn hidden-rows rows.xlsx ▸ 表 ▸ 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void mergedCellsAreFoundInAnyEncoding(String charset) {
        String sheet = "\uFEFF"
                + sheet(RawBook.row("P01", "1") + RawBook.row("", "2"))
                        .replace(
                                "</worksheet>",
                                "<mergeCells count='1'><mergeCell ref='A2:A3'/></mergeCells></worksheet>");
        Desk.Read read = Desk.in(folder)
                .bytes(
                        "rows.xlsx",
                        RawBook.of("")
                                .part("xl/sheet1.xml", out -> out.write(sheet.getBytes(Charset.forName(charset))))
                                .bytes())
                .read(input("值, type: number"), "rows");
        assertThat(read.of("merged-cells")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n    ", "\t"})
    void mergedCellsAreFoundHoweverTheirAttributesAreParted(String space) {
        String sheet = sheet(RawBook.row("P01", "1") + RawBook.row("", "2"))
                .replace(
                        "</worksheet>",
                        "<mergeCells count='1'><mergeCell" + space + "ref='A2:A3'/></mergeCells></worksheet>");
        Desk.Read read = book(sheet, Map.of()).read(input("值, type: number"), "rows");
        assertThat(read.rows()).containsExactly("rows P01 | P01 | 1", "rows P01 | P01 | 2");
    }

    @Test
    void aMillionBlankRowsAreReadFast() {
        StringBuilder rows = new StringBuilder("<row r='2'>" + cell("P01") + "<c><v>1</v></c></row>");
        for (int i = 3; i <= 1_048_576; i++) {
            rows.append("<row r='").append(i).append("' s='1' customFormat='1'/>");
        }
        Desk desk = book(sheet(rows.toString()), Map.of());
        assertThatNoException()
                .isThrownBy(() -> assertThat(
                                desk.read(input("值, type: number"), "rows").rows())
                        .containsExactly("rows P01 | P01 | 1"));
    }

    @Test
    void aDocumentTypeDefinitionIsRefused() {
        String sheet = sheet("<row>" + cell("P01") + "<c><v>1</v></c></row>")
                .replaceFirst(
                        "<worksheet", "<!DOCTYPE worksheet [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><worksheet");
        Desk.Read read = book(sheet, Map.of()).read(input("值, type: number"), "rows");
        assertThat(read.of("unreadable-file"))
                .singleElement()
                .satisfies(each -> assertThat(each.message().in(Lang.ZH)).contains("文档类型定义（DTD）"));
        assertThat(read.rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"xl/styles.xml, 工作簿缺少部件：/xl/styles.xml", "xl/sheet1.xml, 工作表“表”的内容不在文件里。"})
    void aPartThatIsNotThereIsNamed(String part, String told) {
        Desk.Read read = Desk.in(folder)
                .bytes(
                        "rows.xlsx",
                        RawBook.of(sheet("<row>" + cell("P01") + "<c><v>1</v></c></row>"))
                                .without(part)
                                .bytes())
                .read(input("值, type: number"), "rows");
        assertThat(read.of("unreadable-file"))
                .singleElement()
                .satisfies(each -> assertThat(each.message().in(Lang.ZH)).isEqualTo(told));
    }

    @Test
    void aSignThatNoCreditCodeHasIsNamed() {
        Desk.Read read = book(sheet(RawBook.row("P01", "9133O100799655058B")), Map.of())
                .read(input("值, type: credit-code"), "rows");
        assertThat(read.of("bad-credit-code"))
                .singleElement()
                .satisfies(each -> assertThat(each.message().in(Lang.ZH)).startsWith("第 5 位的“O”不对"));
    }

    @Test
    void aTruncatedBookIsUnreadable() throws IOException {
        book(sheet("<row>" + cell("P01") + "</row>"), Map.of());
        byte[] whole = Files.readAllBytes(folder.resolve("rows.xlsx"));
        Desk.Read read = Desk.in(folder)
                .bytes("rows.xlsx", java.util.Arrays.copyOf(whole, whole.length / 2))
                .read(input("值, type: number"), "rows");
        assertThat(read.findings()).contains("stop unreadable-file rows.xlsx");
    }

    @Test
    void aBombIsRefused() {
        String filler = "<!--" + " ".repeat(60_000_000) + "-->";
        Desk.Read read =
                book(sheet("<row>" + cell("P01") + "</row>") + filler, Map.of()).read(input("值, type: number"), "rows");
        assertThat(read.findings()).contains("stop too-large rows.xlsx");
    }

    @Test
    void aBookWithAPasswordIsNamedAsSuch() throws Exception {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(files)) {
                out.write(new byte[600]);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            files.writeFilesystem(bytes);
            Desk.Read read =
                    Desk.in(folder).bytes("rows.xlsx", bytes.toByteArray()).read(input("值, type: number"), "rows");
            assertThat(read.findings()).contains("stop encrypted-file rows.xlsx");
        }
    }

    @Test
    void corePropertiesAgainstTheStandardAreReadOver() {
        String core =
                "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties'"
                        + " xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title xml:lang='zh'>表</dc:title></cp:coreProperties>";
        Desk.Read read = book(sheet("<row>" + cell("P01") + "<c><v>1</v></c></row>"), Map.of("docProps/core.xml", core))
                .read(input("值, type: number"), "rows");
        assertThat(read.rows()).containsExactly("rows P01 | P01 | 1");
        assertThat(read.findings()).contains("warn repaired-workbook rows.xlsx");
    }

    /** Writes P01 and a number under a head. */
    private static void formatted(Workbook book, String head, double number, String format) {
        Sheet sheet = book.createSheet();
        HeadLayoutTest.row(sheet, 0, "平台", head);
        HeadLayoutTest.row(sheet, 1, "P01");
        Cell cell = sheet.getRow(1).createCell(1);
        cell.setCellValue(number);
        cell.setCellStyle(book.createCellStyle());
        cell.getCellStyle().setDataFormat(book.createDataFormat().getFormat(format));
    }

    private static String input(String value) {
        return INPUT.formatted(value);
    }

    private static String cell(String text) {
        return RawBook.cell(text);
    }

    private static String sheet(String rows) {
        return RawBook.sheet(RawBook.row("平台", "值") + rows);
    }

    /** Writes a book with one sheet; {@code parts} replace or add to what is written else. */
    private Desk book(String sheet, Map<String, String> parts) {
        RawBook book = RawBook.of(sheet);
        parts.forEach(book::part);
        return Desk.in(folder).bytes("rows.xlsx", book.bytes());
    }
}
