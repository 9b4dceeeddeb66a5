package org.platscore.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Severity;

/** A workbook in the .xlsx format. Its sheets are read row by row. */
final class XlsxSource implements SheetSource {

    private static final String PARTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String MACROS = "http://schemas.microsoft.com/office/2006/relationships/vbaProject";

    /** The main parts of documents that are no workbooks. */
    private static final Map<String, String> OTHERS =
            Map.of("word/document.xml", "Word", "ppt/presentation.xml", "PowerPoint", "visio/document.xml", "Visio");

    /** From this size in bytes on, a sheet is read by a thread of its own. */
    private static final long LARGE = 4 << 20;

    private final BoundedZip zip;
    private final BookPackage book;
    private final WorkbookLimits limits;
    private final List<FileNote> notes;
    private final List<SheetHead> sheets = new ArrayList<>();
    private final List<BookPart> parts = new ArrayList<>();
    private boolean from1904;
    private boolean uncalculated;
    private String guide = "";
    private List<@Nullable RawCell> texts = List.of();
    private CellFormats formats = CellFormats.none();

    private XlsxSource(BoundedZip zip, BookPackage book, WorkbookLimits limits, List<FileNote> notes) {
        this.zip = zip;
        this.book = book;
        this.limits = limits;
        this.notes = notes;
    }

    /** The bytes of a workbook, which may be asked for again. */
    interface Archive {
        SeekableByteChannel open() throws IOException;
    }

    static XlsxSource open(Archive archive, FileOptions options, List<FileNote> notes) throws FileFault, IOException {
        try {
            return open(archive, options, notes, true);
        } catch (InvalidFormatException e) {
            List<FileNote> all = new ArrayList<>(notes);
            all.add(FileNote.of(Severity.WARN, "repaired-workbook", "repaired"));
            try {
                return open(archive, options, all, false);
            } catch (InvalidFormatException again) {
                throw FileFault.damaged(null, again);
            }
        }
    }

    /** @param strict whether document properties count: those of WPS break the standard, and the book is read without them */
    private static XlsxSource open(Archive archive, FileOptions options, List<FileNote> notes, boolean strict)
            throws FileFault, IOException, InvalidFormatException {
        WorkbookLimits limits = new WorkbookLimits(options.workbookLimit());
        BoundedZip zip = BoundedZip.open(archive.open(), limits, strict);
        boolean opened = false;
        try {
            checkFormat(zip);
            BookPackage plain = strict ? PlainPackage.of(zip) : null;
            BookPackage book = plain == null ? PoiPackage.open(zip, strict) : plain;
            XlsxSource source = new XlsxSource(zip, book, limits, new ArrayList<>(notes));
            source.readBook();
            opened = true;
            return source;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw fault(zip, null, e);
        } catch (InvalidFormatException e) {
            FileFault refused = zip.refused();
            if (refused != null) {
                throw refused;
            }
            throw e;
        } finally {
            if (!opened) {
                zip.close();
            }
        }
    }

    private static void checkFormat(BoundedZip zip) throws FileFault {
        if (zip.getEntry("[Content_Types].xml") == null) {
            String format = zip.getEntry("mimetype") != null
                    ? "ODF"
                    : zip.getEntry("Index/Document.iwa") != null || zip.getEntry("index.xml") != null
                            ? "Apple Numbers"
                            : "ZIP";
            throw FileFault.of("not-a-workbook", "other-format", format);
        }
        for (Map.Entry<String, String> other : OTHERS.entrySet()) {
            if (zip.getEntry(other.getKey()) != null) {
                throw FileFault.of("not-a-workbook", "other-format", other.getValue());
            }
        }
    }

    private void readBook() throws IOException, InvalidFormatException, XMLStreamException, FileFault {
        BookPart strings = book.related(PARTS + "sharedStrings");
        texts = strings == null ? List.of() : RichText.table(strings, limits);
        BookPart styles = book.related(PARTS + "styles");
        formats = styles == null ? CellFormats.none() : CellFormats.read(styles);
        readSheets();
        if (book.relates(MACROS)) {
            notes.add(FileNote.of(Severity.INFO, "macros", "macros"));
        }
        if (book.relates(PARTS + "externalLink") || book.relates(PARTS + "connections")) {
            notes.add(FileNote.of(Severity.WARN, "external-link", "external-link"));
        }
        if (sheets.isEmpty()) {
            throw FileFault.of("unreadable-file", "no-sheets");
        }
    }

    private void readSheets() throws IOException, XMLStreamException, InvalidFormatException, FileFault {
        try (InputStream in = book.workbook().open()) {
            XMLStreamReader xml = Xml.open(in);
            boolean root = true;
            while (xml.hasNext()) {
                if (Xml.next(xml) != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                String element = xml.getLocalName();
                if (root && !element.equals("workbook")) {
                    throw FileFault.of("not-a-workbook", "other-format", "Open XML");
                }
                root = false;
                if (element.equals("workbookPr")) {
                    from1904 = Xml.flag(xml, "date1904");
                } else if (element.equals("calcPr")) {
                    // Programs that do not calculate write 0 as each result, and ask for this.
                    uncalculated = Xml.flag(xml, "fullCalcOnLoad");
                } else if (element.equals("sheet")) {
                    readSheet(xml);
                } else if (element.equals("definedName")
                        && Xml.attribute(xml, "name").equals(GuideMark.NAME)) {
                    guide = GuideMark.sheet(Xml.text(xml));
                }
            }
        }
    }

    /** Takes a sheet of cells; those of charts and macros hold no rows. */
    private void readSheet(XMLStreamReader xml) throws InvalidFormatException, FileFault {
        String name = RichText.unescape(Xml.attribute(xml, "name"));
        String id = Xml.attribute(xml, "id");
        String type = book.type(id);
        BookPart part = type == null ? null : book.part(id);
        if (type == null || part == null) {
            throw FileFault.of("unreadable-file", "lost-sheet", name);
        }
        if (type.equals(PARTS + "worksheet")) {
            sheets.add(new SheetHead(
                    sheets.size(), name, Xml.attribute(xml, "state").contains("idden")));
            parts.add(part);
        }
    }

    @Override
    public List<SheetHead> sheets() {
        return sheets;
    }

    @Override
    public boolean datesFrom1904() {
        return from1904;
    }

    @Override
    public boolean typed() {
        return true;
    }

    @Override
    public List<FileNote> notes() {
        return notes;
    }

    @Override
    public boolean guide(SheetHead sheet) {
        return sheet.name() != null && sheet.name().equals(guide);
    }

    @Override
    public boolean mergesBehind(SheetHead sheet) {
        return parts.get(sheet.index()).size() >= LARGE;
    }

    @Override
    public List<Merge> merges(SheetHead sheet) throws FileFault {
        try {
            return Merges.read(parts.get(sheet.index()));
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw fault(zip, sheet.name(), e);
        }
    }

    @Override
    public SheetRows rows(SheetHead sheet) throws FileFault {
        try {
            BookPart part = parts.get(sheet.index());
            XlsxCells cells = new XlsxCells(sheet.name(), texts, formats, uncalculated);
            SheetRows rows = XlsxScan.of(part.open(), cells, () -> parsed(sheet, part, cells));
            return part.size() < LARGE ? rows : RowsAhead.of(rows);
        } catch (IOException | RuntimeException e) {
            throw fault(zip, sheet.name(), e);
        }
    }

    private SheetRows parsed(SheetHead sheet, BookPart part, XlsxCells cells) throws FileFault {
        try {
            InputStream in = part.open();
            return new XlsxRows(zip, sheet.name(), in, Xml.open(in), cells);
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw fault(zip, sheet.name(), e);
        }
    }

    /**
     * Returns what an exception of POI or the parser says of the user's file. They throw many kinds on damaged files, which is
     * why this boundary alone catches widely.
     */
    static FileFault fault(BoundedZip zip, @Nullable String sheet, Exception e) {
        FileFault refused = zip.refused();
        return refused == null ? FileFault.damaged(sheet, e) : refused;
    }

    @Override
    public void close() {
        Closing.quietly(zip);
    }
}
