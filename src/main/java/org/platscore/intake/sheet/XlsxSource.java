package org.platscore.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCComplianceFlags;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.finding.Severity;

/** A workbook in the .xlsx format. POI opens the package; its sheets are read by a pull parser, row by row. */
final class XlsxSource implements SheetSource {

    private static final String PARTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final OPCPackage book;
    private final List<FileNote> notes;
    private final List<SheetHead> sheets = new ArrayList<>();
    private final List<PackagePart> parts = new ArrayList<>();
    private boolean from1904;
    private List<String> texts = List.of();
    private CellFormats formats = CellFormats.none();

    private XlsxSource(OPCPackage book, List<FileNote> notes) {
        this.book = book;
        this.notes = new ArrayList<>(notes);
    }

    static XlsxSource open(Path file, List<FileNote> notes) throws FileFault {
        OPCPackage book = null;
        XlsxSource source = null;
        try {
            ZipLimits.checkSize(file);
            List<FileNote> all = new ArrayList<>(notes);
            book = openPackage(file, all);
            source = new XlsxSource(book, all);
            source.readBook();
            return source;
        } catch (IOException
                | InvalidFormatException
                | OpenXML4JRuntimeException
                | XMLStreamException
                | IllegalArgumentException e) {
            throw ZipLimits.fault(null, e);
        } finally {
            if (book != null && (source == null || source.sheets.isEmpty())) {
                book.revert();
            }
        }
    }

    /** WPS writes core properties that the standard forbids: such a book is read without heeding them. */
    private static OPCPackage openPackage(Path file, List<FileNote> notes)
            throws IOException, InvalidFormatException, FileFault {
        try {
            return openPackage(file, OPCComplianceFlags.enforceAll());
        } catch (InvalidFormatException e) {
            OPCPackage book = openPackage(file, OPCComplianceFlags.disableAll());
            notes.add(new FileNote(
                    Severity.WARN,
                    "repaired-workbook",
                    Message.of("intake.repaired"),
                    Message.of("intake.repaired-do")));
            return book;
        }
    }

    private static OPCPackage openPackage(Path file, OPCComplianceFlags flags)
            throws IOException, InvalidFormatException, FileFault {
        ZipSecureFile zip = new ZipSecureFile(file.toFile());
        boolean opened = false;
        try {
            ZipLimits.check(zip);
            if (zip.getEntry("[Content_Types].xml") == null) {
                throw FileFault.of("not-a-workbook", "other-format", zip.getEntry("mimetype") == null ? "ZIP" : "ODF");
            }
            OPCPackage book = OPCPackage.open(new ZipFileZipEntrySource(zip), flags);
            opened = true;
            return book;
        } finally {
            if (!opened) {
                zip.close();
            }
        }
    }

    private void readBook() throws IOException, InvalidFormatException, XMLStreamException, FileFault {
        PackageRelationship main = book.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT)
                .getRelationship(0);
        if (main == null) {
            throw FileFault.of("not-a-workbook", "other-format", "Strict Open XML");
        }
        PackagePart workbook = book.getPart(main);
        String type = workbook == null ? "" : workbook.getContentType();
        if (workbook == null || !type.contains("sheet") || type.contains("binary")) {
            throw FileFault.of("not-a-workbook", "other-format", type.contains("binary") ? "XLSB" : "Open XML");
        }
        PackagePart strings = related(workbook, "sharedStrings");
        texts = strings == null ? List.of() : RichText.table(strings);
        PackagePart styles = related(workbook, "styles");
        formats = styles == null ? CellFormats.none() : CellFormats.read(styles);
        readSheets(workbook);
        if (!workbook.getRelationshipsByType("http://schemas.microsoft.com/office/2006/relationships/vbaProject")
                .isEmpty()) {
            notes.add(note(Severity.INFO, "macros"));
        }
        if (!workbook.getRelationshipsByType(PARTS + "externalLink").isEmpty()) {
            notes.add(note(Severity.WARN, "external-link"));
        }
        if (sheets.isEmpty()) {
            throw FileFault.of("unreadable-file", "no-sheets");
        }
    }

    private static FileNote note(Severity severity, String code) {
        return new FileNote(severity, code, Message.of("intake." + code), Message.of("intake." + code + "-do"));
    }

    private static @Nullable PackagePart related(PackagePart workbook, String type) throws InvalidFormatException {
        PackageRelationship relationship =
                workbook.getRelationshipsByType(PARTS + type).getRelationship(0);
        return relationship == null ? null : workbook.getRelatedPart(relationship);
    }

    private void readSheets(PackagePart workbook) throws IOException, XMLStreamException, InvalidFormatException {
        try (InputStream in = workbook.getInputStream()) {
            XMLStreamReader xml = Xml.open(in);
            while (xml.hasNext()) {
                if (Xml.next(xml) != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                String element = xml.getLocalName();
                if (element.equals("workbookPr")) {
                    from1904 = Xml.flag(xml, "date1904");
                } else if (element.equals("sheet")) {
                    PackageRelationship relationship = workbook.getRelationship(Xml.attribute(xml, "id"));
                    if (relationship != null
                            && relationship.getRelationshipType().equals(PARTS + "worksheet")) {
                        String state = Xml.attribute(xml, "state");
                        String name = RichText.unescape(Xml.attribute(xml, "name"));
                        sheets.add(new SheetHead(sheets.size(), name, state.contains("idden")));
                        parts.add(workbook.getRelatedPart(relationship));
                    }
                }
            }
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
    public List<Merge> merges(SheetHead sheet) throws FileFault {
        try {
            return Merges.read(parts.get(sheet.index()));
        } catch (IOException | XMLStreamException e) {
            throw ZipLimits.fault(sheet.name(), e);
        }
    }

    @Override
    public SheetRows rows(SheetHead sheet) throws FileFault {
        try {
            InputStream in = parts.get(sheet.index()).getInputStream();
            return new XlsxRows(sheet.name(), in, Xml.open(in), texts, formats);
        } catch (IOException | XMLStreamException e) {
            throw ZipLimits.fault(sheet.name(), e);
        }
    }

    @Override
    public void close() {
        book.revert();
    }
}
