package org.platscore.report.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes pages as .xlsx files. Equal pages give equal bytes. */
public final class Workbooks {

    private static final String PROGRAM = "platscore";
    private static final Date CREATED = Date.from(Instant.parse("1980-01-01T00:00:00Z"));

    private Workbooks() {}

    /**
     * Writes a workbook with these pages. Rows are streamed: memory does not depend on their number.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(List<Page> pages, Path file) throws IOException {
        XSSFWorkbook whole = new XSSFWorkbook();
        describe(whole, pages.get(0).title());
        whole.getFontAt(0).setFontName(Styles.SONG); // column widths are counted in its digits
        Map<String, Page> byName = new LinkedHashMap<>();
        pages.forEach(page -> byName.put(page.name(), page));
        Charts charts = new Charts(whole, byName);
        try (StreamedBook book = new StreamedBook(whole, charts.parts())) {
            Styles styles = new Styles(book);
            for (Page page : pages) {
                SXSSFSheet sheet = book.createSheet(page.name());
                new PageWriter(sheet, page, styles, byName, charts).write();
                sheet.setActiveCell(CellAddress.A1);
            }
            book.setActiveSheet(0);
            book.write(file);
        }
    }

    /**
     * Writes a workbook that was made cell by cell.
     *
     * @param title of its properties
     * @throws IOException if the file cannot be written
     */
    public static void write(XSSFWorkbook book, String title, Path file) throws IOException {
        describe(book, title);
        SteadyZip.write(book, file);
    }

    private static void describe(XSSFWorkbook book, String title) {
        POIXMLProperties properties = book.getProperties();
        properties.getCoreProperties().setCreator(PROGRAM);
        properties.getCoreProperties().setTitle(SafeText.of(title));
        properties.getCoreProperties().setCreated(Optional.of(CREATED));
        properties.getExtendedProperties().setApplication(PROGRAM);
    }
}
