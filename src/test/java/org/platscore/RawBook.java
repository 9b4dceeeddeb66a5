package org.platscore;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, because a library would write it too well. It has one sheet, 表, unless parts are replaced. */
public final class RawBook {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, Content> parts = new TreeMap<>();

    /** Writes a part. */
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    private RawBook() {}

    /** Returns a book whose sheet is this text of XML. */
    public static RawBook of(String sheet) {
        RawBook book = new RawBook();
        book.part(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                        + "<Default Extension='xml' ContentType='application/xml'/>"
                        + override("/xl/workbook.xml", TYPES + "sheet.main+xml")
                        + override("/xl/sheet1.xml", TYPES + "worksheet+xml")
                        + override("/xl/styles.xml", TYPES + "styles+xml")
                        + override("/xl/strings.xml", TYPES + "sharedStrings+xml")
                        + override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
                        + "</Types>");
        book.part(
                "_rels/.rels",
                relationships(relationship("r1", RELATED + "/officeDocument", "xl/workbook.xml")
                        + relationship(
                                "r2",
                                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                                "docProps/core.xml")));
        book.part(
                "docProps/core.xml",
                "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties'/>");
        book.part("xl/workbook.xml", workbook(""));
        book.part(
                "xl/_rels/workbook.xml.rels",
                relationships(relationship("r1", RELATED + "/worksheet", "sheet1.xml")
                        + relationship("r2", RELATED + "/styles", "styles.xml")
                        + relationship("r3", RELATED + "/sharedStrings", "strings.xml")));
        book.part("xl/sheet1.xml", sheet);
        book.part(
                "xl/styles.xml",
                "<styleSheet xmlns='" + MAIN
                        + "'><numFmts><numFmt numFmtId='170' formatCode='yyyy\"年\"m\"月\"d\"日\";@'/></numFmts>"
                        + "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='9'/><xf numFmtId='31'/><xf numFmtId='170'/>"
                        + "</cellXfs></styleSheet>");
        book.part(
                "xl/strings.xml",
                "<sst xmlns='" + MAIN + "'><si><t>一</t></si><si><t>二</t></si>"
                        + "<si><r><t>甲</t></r><r><t>乙</t></r><rPh sb='0' eb='1'><t>jia</t></rPh></si></sst>");
        return book;
    }

    /** Adds or replaces a part. */
    public RawBook part(String name, String text) {
        return part(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Adds or replaces a part that is written as it goes. */
    public RawBook part(String name, Content content) {
        parts.put(name, content);
        return this;
    }

    /** Changes the text of a part. */
    public RawBook replace(String name, String old, String now) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            parts.get(name).write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        if (!text.contains(old)) {
            throw new IllegalArgumentException(name + " has no " + old);
        }
        return part(name, text.replace(old, now));
    }

    /** Leaves a part out. */
    public RawBook without(String name) {
        parts.remove(name);
        return this;
    }

    /** Returns the archive. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, Content> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().write(zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Returns the XML of a sheet with these rows. */
    public static String sheet(String rows) {
        return "<worksheet xmlns='" + MAIN + "'><sheetData>" + rows + "</sheetData></worksheet>";
    }

    /** Returns a row of texts. */
    public static String row(String... texts) {
        StringBuilder row = new StringBuilder("<row>");
        for (String text : texts) {
            row.append(cell(text));
        }
        return row.append("</row>").toString();
    }

    /** Returns a cell that holds its text. */
    public static String cell(String text) {
        return "<c t='inlineStr'><is><t>" + text + "</t></is></c>";
    }

    /** Returns the XML of the workbook with these properties. */
    public static String workbook(String properties) {
        return "<workbook xmlns='" + MAIN + "' xmlns:r='" + RELATED + "'>" + properties
                + "<sheets><sheet name='表' sheetId='1' r:id='r1'/></sheets></workbook>";
    }

    /** Returns a relationship of the workbook's own kinds; its type is a name such as {@code externalLink}. */
    public static String related(String id, String type, String target) {
        return relationship(id, RELATED + "/" + type, target);
    }

    private static String override(String part, String type) {
        return "<Override PartName='" + part + "' ContentType='" + type + "'/>";
    }

    private static String relationships(String each) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" + each
                + "</Relationships>";
    }

    private static String relationship(String id, String type, String target) {
        return "<Relationship Id='" + id + "' Type='" + type + "' Target='" + target + "'/>";
    }
}
