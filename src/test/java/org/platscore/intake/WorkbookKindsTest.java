package org.platscore.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.platscore.finding.Lang;

/** Workbooks of every kind say the same through one interface; what is none is told by its content. */
class WorkbookKindsTest {

    private static final String INPUT = """
            rows:
              files: ["rows.*"]
              belongs_to: who
              columns:
                who: {header: 平台, type: subject, required: true}
                day: {header: 日期, type: date}
                paid: {header: 金额（元）, type: money}
                done: {header: 完成, type: boolean}
                note: {header: 备注, type: text}
            """;

    private static final String CSV = "平台,日期,金额（元）,完成,备注\nP01,2021-03-05,100,是,甲\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"rows.xlsx", "rows.xls"})
    void cellsOfAllKindsAreRead(String name) {
        Desk.Read read = Desk.in(folder).book(name, WorkbookKindsTest::table).read(INPUT, "rows");
        assertThat(read.rows())
                .containsExactly(
                        "rows P01 | P01 | 2022-03-05 | 1200.5 | true | 甲\n乙",
                        "rows P01 | P01 | 2022-03-06 | 3 | false | 7",
                        "rows P02 | P02 | 2022-03-05 | 0.1 | true | 2022-03-05",
                        "rows P02 rejected",
                        "rows P03 | P03 |  | 69.69 |  | 丙");
        String at = name + " ▸ 台账 ▸ ";
        assertThat(read.findings())
                .contains(
                        "warn merged-cells " + at + "A2 P01",
                        "warn hidden-rows " + at + "3",
                        "reject formula-error " + at + "C5 #DIV/0!",
                        "info formula-value " + at + "C3 3",
                        "warn hidden-sheet " + name + " ▸ 旧 旧",
                        "info example-sheet " + name + " ▸ 填写说明 填写说明");
    }

    private static void table(Workbook book) {
        Sheet sheet = book.createSheet("台账");
        CellStyle day = book.createCellStyle();
        day.setDataFormat((short) 31);
        CellStyle named = book.createCellStyle();
        named.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
        row(sheet, 0, "平台", "日期", "金额（元）", "完成", "备注");
        row(sheet, 1, "P01", 44625, 1200.5, true, "甲\n乙").getCell(1).setCellStyle(day);
        Row second = row(sheet, 2, null, 44626, null, false, 7);
        second.getCell(1).setCellStyle(named);
        second.createCell(2).setCellFormula("1+2");
        second.getCell(2).setCellValue(3);
        second.setZeroHeight(true);
        Row third = row(sheet, 3, null, 44625.75, 0.1, true, 44625);
        third.getCell(0).setCellFormula("\"P0\"&\"2\"");
        third.getCell(0).setCellValue("P02");
        third.getCell(1).setCellStyle(named);
        third.getCell(4).setCellStyle(day);
        Row fourth = row(sheet, 4, "P02", 44625, null, null, null);
        fourth.createCell(2).setCellFormula("1/0");
        fourth.getCell(2).setCellErrorValue(FormulaError.DIV0.getCode());
        row(sheet, 6, "P03", null, 69.69, null, "丙");
        sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
        row(book.createSheet("旧"), 0, "平台", "日期");
        book.setSheetHidden(1, true);
        row(book.createSheet("填写说明"), 0, "平台", "日期");
    }

    private static Row row(Sheet sheet, int number, @Nullable Object... values) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < values.length; i++) {
            Cell cell = row.createCell(i);
            if (values[i] instanceof Number value) {
                cell.setCellValue(value.doubleValue());
            } else if (values[i] instanceof Boolean value) {
                cell.setCellValue(value);
            } else if (values[i] != null) {
                cell.setCellValue(values[i].toString());
            }
        }
        return row;
    }

    private static void small(Workbook book) {
        row(book.createSheet("台账"), 0, "平台", "日期", "金额（元）", "完成", "备注");
        row(book.getSheetAt(0), 1, "P01", "2021-03-05", 100, true, "甲");
    }

    private static byte[] bytes(Workbook book) throws IOException {
        small(book);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    private byte[] xlsx() throws IOException {
        Desk.in(folder.resolve("made")).book("rows.xlsx", WorkbookKindsTest::small);
        return Files.readAllBytes(folder.resolve("made/rows.xlsx"));
    }

    private static byte[] xls() throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            return bytes(book);
        }
    }

    @ParameterizedTest
    @CsvSource({"xls, rows.xlsx", "xls, rows.csv", "xlsx, rows.xls", "xlsx, rows.csv", "csv, rows.xls", "csv, rows.xlsx"
    })
    void theContentCountsNotTheEnding(String content, String name) throws IOException {
        byte[] bytes =
                content.equals("xls") ? xls() : content.equals("xlsx") ? xlsx() : CSV.getBytes(StandardCharsets.UTF_8);
        Desk.Read read = Desk.in(folder).bytes(name, bytes).read(INPUT, "rows");
        assertThat(read.rows()).containsExactly("rows P01 | P01 | 2021-03-05 | 100 | true | 甲");
        assertThat(read.findings()).contains("warn wrong-ending " + name);
    }

    @Test
    void aWorkbookThatWasNotCopiedWholeIsToldAsThat() throws IOException {
        byte[] book = xlsx();
        Desk.Read read = Desk.in(folder)
                .bytes("rows.xlsx", Arrays.copyOf(book, book.length / 2))
                .read(INPUT, "rows");
        assertThat(read.of("unreadable-file"))
                .singleElement()
                .satisfies(each -> assertThat(each.message().in(Lang.ZH)).isEqualTo("文件不完整，末尾缺失。"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agile", "standard"})
    void aPasswordOpensAWorkbook(String mode) throws Exception {
        byte[] locked = locked(EncryptionMode.valueOf(mode), "秘密 1");
        Desk desk = Desk.in(folder).bytes("rows.xlsx", locked);
        assertThat(desk.read(INPUT, "rows").findings()).contains("stop encrypted-file rows.xlsx");
        assertThat(desk.passwords("falsch").read(INPUT, "rows").findings())
                .contains("stop encrypted-file rows.xlsx")
                .noneMatch(each -> each.contains("falsch"));
        assertThat(desk.passwords("falsch", "秘密 1").read(INPUT, "rows").rows())
                .containsExactly("rows P01 | P01 | 2021-03-05 | 100 | true | 甲");
    }

    @Test
    void aWorkbookThatIsOnlyProtectedFromChangesNeedsNone() throws Exception {
        byte[] locked = locked(EncryptionMode.agile, "VelvetSweatshop");
        assertThat(Desk.in(folder)
                        .bytes("rows.xlsx", locked)
                        .read(INPUT, "rows")
                        .rows())
                .hasSize(1);
    }

    @Test
    void aPasswordOpensAWorkbookOfTheOldFormat() throws IOException {
        byte[] locked;
        Biff8EncryptionKey.setCurrentUserPassword("geheim");
        try {
            locked = xls();
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        Desk desk = Desk.in(folder).bytes("rows.xls", locked);
        assertThat(desk.read(INPUT, "rows").findings()).contains("stop encrypted-file rows.xls");
        assertThat(desk.passwords("geheim").read(INPUT, "rows").rows())
                .containsExactly("rows P01 | P01 | 2021-03-05 | 100 | true | 甲");
    }

    private byte[] locked(EncryptionMode mode, String password) throws Exception {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
            encryptor.confirmPassword(password);
            try (var out = encryptor.getDataStream(files)) {
                new ByteArrayInputStream(xlsx()).transferTo(out);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            files.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }
}
