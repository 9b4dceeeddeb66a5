package org.platscore.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Twenty submitted workbooks, each broken in a way of its own. */
final class BrokenFiles {

    private BrokenFiles() {}

    /** Writes them into a folder; {@code sound} is a workbook that some are made from. */
    static void write(Path folder, Path sound) throws IOException {
        byte[] good = Files.readAllBytes(sound);
        file(folder, "01-empty", new byte[0]);
        file(folder, "02-cut", Arrays.copyOf(good, good.length / 2));
        file(folder, "03-tail-lost", Arrays.copyOf(good, good.length - 30));
        file(folder, "04-pdf", text("%PDF-1.4 nothing"));
        file(folder, "05-html", text("<html><table><tr><td>1</td></tr></table></html>"));
        file(folder, "06-rtf", text("{\\rtf1 nothing}"));
        file(folder, "07-text", text("not a table at all"));
        file(folder, "08-zip", zip("readme.txt", "nothing"));
        file(folder, "09-odf", zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet"));
        file(folder, "10-no-book", zip("[Content_Types].xml", "<Types/>"));
        byte[] flipped = good.clone();
        Arrays.fill(flipped, 200, 400, (byte) 0x5A);
        file(folder, "11-flipped", flipped);
        file(folder, "12-zeros", new byte[4096]);
        book(folder, "13-no-id", book -> cell(book, "人员数", 5));
        book(folder, "14-blank-id", book -> cell(book, "平台编号", ""));
        book(folder, "15-two-ids", book -> {
            cell(book, "平台编号", "P1");
            cell(book, "平台编号", "P2");
        });
        book(folder, "16-no-labels", book -> cell(book, "平台编号", "P1"));
        book(folder, "17-bad-number", book -> {
            cell(book, "平台编号", "P1");
            cell(book, "人员数", "约30");
            cell(book, "经费（万元）", 3);
        });
        book(folder, "18-hidden", book -> {
            cell(book, "平台编号", "P1");
            book.createSheet("空");
            book.setSheetHidden(0, true);
        });
        book(folder, "19-error", book -> {
            cell(book, "平台编号", "P1");
            cell(book, "经费（万元）", 3);
            var row = book.getSheetAt(0).createRow(5);
            row.createCell(0).setCellValue("人员数");
            row.createCell(1).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.REF.getCode());
        });
        book(folder, "20-twice", book -> {
            cell(book, "平台编号", "P1");
            cell(book, "人员数", 3);
            cell(book, "人员数", 4);
        });
    }

    private static void file(Path folder, String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name + ".xlsx"), bytes);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String entry, String content) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text(content));
        }
        return bytes.toByteArray();
    }

    private static void book(Path folder, String name, Consumer<XSSFWorkbook> content) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(folder.resolve(name + ".xlsx"))) {
            book.createSheet("自评表");
            content.accept(book);
            book.write(out);
        }
    }

    private static void cell(XSSFWorkbook book, String label, Object value) {
        var sheet = book.getSheetAt(0);
        var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        row.createCell(0).setCellValue(label);
        if (value instanceof Number number) {
            row.createCell(1).setCellValue(number.doubleValue());
        } else if (!value.toString().isEmpty()) {
            row.createCell(1).setCellValue(value.toString());
        }
    }
}
