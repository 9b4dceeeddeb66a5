package org.platscore.report.sheet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.platscore.finding.Lang;

/** Writes pages as .xlsx files. Equal pages give equal bytes. */
public final class Workbooks {

    private static final String PROGRAM = "platscore";
    private static final int BUFFER = 1 << 16;
    private static final Date CREATED = Date.from(Instant.parse(BookFile.CREATED));

    private Workbooks() {}

    /**
     * Writes a workbook with these pages. Rows are packed as they come: memory holds no more than the file.
     *
     * @param lang of what is told where a sheet has no room for all
     * @throws IOException if the file cannot be written
     */
    public static void write(List<Page> pages, Lang lang, Path file) throws IOException {
        BookFile book = new BookFile(PROGRAM, pages.get(0).title());
        Map<String, Page> byName = new LinkedHashMap<>();
        pages.forEach(page -> byName.put(page.name(), page));
        Charts charts = new Charts(book, byName);
        for (Page page : pages) {
            new PageWriter(book, page, byName, charts, lang).write();
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            book.write(out);
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
