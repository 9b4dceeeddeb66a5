package org.platscore.report.sheet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
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

/** Writes pages as .xlsx files. Equal pages give equal bytes. */
public final class Workbooks {

    private static final String PROGRAM = "platscore";
    private static final int BUFFER = 1 << 16;
    private static final Date CREATED = Date.from(Instant.parse("1980-01-01T00:00:00Z"));

    private Workbooks() {}

    /**
     * Writes a workbook with these pages. Rows are packed as they come: memory holds no more than the file.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(List<Page> pages, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            write(pages, out);
        }
    }

    /** Writes a small workbook with a bit of everything nowhere: the first one takes half a second, and the next ones none of it. */
    public static void prepare() {
        try {
            write(List.of(trial()), OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page trial() {
        String name = PROGRAM;
        List<Cell> row = List.of(
                Cell.text(name).noting(name),
                Cell.centred(name).to(name, 0),
                Cell.number(BigDecimal.ONE, Form.points(2)).live("SUM(1,0)"));
        Chart.Range names = new Chart.Range(name, 0, 0, 0, 0);
        Chart chart = new Chart(
                Chart.Kind.BARS,
                name,
                name,
                name,
                name,
                "0%",
                names,
                List.of(Chart.Series.of(name, Palette.ofSeries(0), names.inColumn(2))),
                Chart.Scale.FREE,
                false);
        Table table = Table.of(List.of(Column.of(name), Column.of(name), Column.of(name)), List.of(row));
        return new Page(
                        name,
                        Palette.ofSeries(0),
                        name,
                        name,
                        name,
                        name,
                        List.of(table),
                        List.of(),
                        new Page.Paper(true, true, -1, name, name, name))
                .charting(List.of(new Chart.Band(List.of(chart), 1)));
    }

    private static void write(List<Page> pages, OutputStream out) throws IOException {
        BookFile book = new BookFile(PROGRAM, pages.get(0).title());
        Map<String, Page> byName = new LinkedHashMap<>();
        pages.forEach(page -> byName.put(page.name(), page));
        Charts charts = new Charts(book, byName);
        for (Page page : pages) {
            new PageWriter(book, page, byName, charts).write();
        }
        book.write(out);
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
