package org.platscore.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook whose bytes are the same whenever it is written: a fixed date of creation, fixed times in the archive. */
final class SteadyWorkbook {

    private static final long CREATED = 1672531200000L; // 2023-01-01T00:00:00Z
    private static final int WIDEST = 40;

    private final XSSFWorkbook book = new XSSFWorkbook();
    private final CellStyle title = style(16, true, false);
    private final CellStyle head = style(11, true, true);
    private final CellStyle body = style(11, false, true);
    private final CellStyle day = style(11, false, true);
    private boolean wps;

    SteadyWorkbook() {
        day.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
        head.setFillForegroundColor(IndexedColors.PALE_BLUE.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        head.setAlignment(HorizontalAlignment.CENTER);
    }

    private CellStyle style(int points, boolean bold, boolean bordered) {
        XSSFFont font = book.createFont();
        font.setFontName("宋体");
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        XSSFCellStyle style = book.createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        if (bordered) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        return style;
    }

    /** A sheet with these lines, of which the first {@code above} stand above the head. */
    void table(String name, List<List<Cell>> lines, int above) {
        XSSFSheet sheet = sheet(name);
        for (int i = 0; i < lines.size(); i++) {
            write(sheet.createRow(i), lines.get(i), i < above ? title : i == above ? head : body);
        }
        sheet.createFreezePane(0, above + 1);
        fit(sheet, lines.subList(above, lines.size()));
    }

    /** A sheet that prints one page wide. */
    private XSSFSheet sheet(String name) {
        XSSFSheet sheet = book.createSheet(name);
        sheet.setDefaultRowHeightInPoints(20);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setFitHeight((short) 0);
        return sheet;
    }

    private void write(XSSFRow row, List<Cell> cells, CellStyle style) {
        for (int i = 0; i < cells.size(); i++) {
            org.apache.poi.ss.usermodel.Cell cell = row.createCell(i);
            cell.setCellStyle(style);
            cells.get(i).into(cell, day);
        }
    }

    /** Widths by the longest of the first texts; a wide character counts two. */
    private static void fit(XSSFSheet sheet, List<List<Cell>> lines) {
        int columns = lines.stream().mapToInt(List::size).max().orElse(0);
        for (int c = 0; c < columns; c++) {
            int widest = 8;
            for (List<Cell> line : lines.subList(0, Math.min(50, lines.size()))) {
                if (c < line.size()) {
                    String text = line.get(c).csv();
                    int width = text.codePoints().map(p -> p > 0xFF ? 2 : 1).sum();
                    widest = Math.max(widest, width + 2);
                }
            }
            sheet.setColumnWidth(c, Math.min(WIDEST, widest) * 256);
        }
    }

    /** The sheet of this name, for what cannot be said of it otherwise. */
    XSSFSheet sheetNamed(String name) {
        return book.getSheet(name);
    }

    /** A sheet that is not shown. */
    void hide(String name) {
        book.setSheetHidden(book.getSheetIndex(name), true);
    }

    /** Writes the document's title as WPS does, against the standard. */
    void titleOfWps() {
        wps = true;
    }

    /** The finished file in the format of Excel 97: cells and their days, no more. */
    byte[] oldBytes() {
        try (HSSFWorkbook old = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            old.getInternalWorkbook()
                    .getWriteAccess()
                    .setUsername("platscore"); // Not the name of whoever is logged in.
            CellStyle oldDay = old.createCellStyle();
            oldDay.setDataFormat(old.createDataFormat().getFormat("yyyy-mm-dd"));
            for (org.apache.poi.ss.usermodel.Sheet sheet : book) {
                org.apache.poi.ss.usermodel.Sheet copy = old.createSheet(sheet.getSheetName());
                for (org.apache.poi.ss.usermodel.Row row : sheet) {
                    org.apache.poi.ss.usermodel.Row target = copy.createRow(row.getRowNum());
                    row.forEach(cell -> copy(cell, target.createCell(cell.getColumnIndex()), oldDay));
                }
            }
            old.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(org.apache.poi.ss.usermodel.Cell from, org.apache.poi.ss.usermodel.Cell to, CellStyle oldDay) {
        if (from.getCellType() == CellType.NUMERIC) {
            to.setCellValue(from.getNumericCellValue());
            if (from.getCellStyle().getDataFormat() == day.getDataFormat()) {
                to.setCellStyle(oldDay);
            }
        } else if (from.getCellType() == CellType.STRING) {
            to.setCellValue(from.getStringCellValue());
        }
    }

    /** The finished file. */
    byte[] bytes() {
        book.getProperties().getCoreProperties().setCreated(Optional.of(new Date(CREATED)));
        book.getProperties().getCoreProperties().setCreator("platscore");
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.write(out);
            book.close();
            return zippedAgain(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] zippedAgain(byte[] archive) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(LocalDateTime.of(1980, 1, 1, 12, 0)); // midnight would bring the time zone in
                out.putNextEntry(copy);
                if (wps && entry.getName().equals("docProps/core.xml")) {
                    String core = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    String titled = core.replace(
                            "</cp:coreProperties>", "<dc:title xml:lang=\"zh-CN\">服务台账</dc:title></cp:coreProperties>");
                    out.write(titled.getBytes(StandardCharsets.UTF_8));
                } else {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
