package org.platscore.report.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.ss.util.WorkbookUtil;

/** A workbook's file: its parts, and how they belong together (ISO/IEC 29500-2). */
final class BookFile {

    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String STANDALONE = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String SHEET = OFFICE + "spreadsheetml.";
    static final String CREATED = "1980-01-01T00:00:00Z";

    private final String program;
    private final String title;
    private final Styles styles = new Styles();
    private final Columns columns = new Columns();
    private final List<String> names = new ArrayList<>();
    private final List<SheetXml> sheets = new ArrayList<>();
    private final List<Part> charts = new ArrayList<>();
    private final StringBuilder defined = new StringBuilder();

    BookFile(String program, String title) {
        this.program = program;
        this.title = SafeText.of(title);
    }

    Styles styles() {
        return styles;
    }

    /** Returns how many sheets were begun. */
    int sheets() {
        return sheets.size();
    }

    /** Begins a sheet. */
    SheetXml sheet(String name) {
        WorkbookUtil.validateSheetName(name);
        names.add(name);
        SheetXml sheet = new SheetXml(new Part("xl/worksheets/sheet" + names.size() + ".xml"), columns);
        sheets.add(sheet);
        return sheet;
    }

    /** Adds a chart and returns its number. */
    int chart(String xml) {
        int number = charts.size() + 1;
        charts.add(new Part("xl/charts/chart" + number + ".xml").add(xml));
        return number;
    }

    /** Names cells of the sheet begun last. */
    void define(String name, String cells, boolean hidden) {
        defined.append("<definedName name=\"_xlnm." + name + "\" localSheetId=\"" + (names.size() - 1) + "\"")
                .append(hidden ? " hidden=\"true\">" : ">")
                .append(Xml.text(cells))
                .append("</definedName>");
    }

    void write(OutputStream out) throws IOException {
        List<Part> drawings = new ArrayList<>();
        List<Part> notes = new ArrayList<>();
        List<Part> shapes = new ArrayList<>();
        List<Part> written = new ArrayList<>();
        int drawn = 0;
        for (SheetXml sheet : sheets) {
            written.add(sheet.part());
            if (!sheet.drawn()) {
                continue;
            }
            drawn++;
            drawings.add(drawing(sheet, drawn));
            Relations own = new Relations(sheet.part().name()).to("../drawings/drawing" + drawn + ".xml", "drawing");
            if (!sheet.charts().isEmpty()) {
                Relations charted = new Relations("xl/drawings/drawing" + drawn + ".xml");
                sheet.charts().forEach(each -> charted.to("../charts/chart" + each + ".xml", "chart"));
                drawings.add(charted.part());
            }
            if (sheet.notes().size() > 0) {
                String vml = "drawings/vmlDrawing" + shapes.size() + ".vml";
                String texts = "comments" + (notes.size() + 1) + ".xml";
                own.to("../" + texts, "comments").to("../" + vml, "vmlDrawing");
                notes.add(sheet.notes().texts("xl/" + texts));
                shapes.add(sheet.notes().shapes("xl/" + vml));
            }
            written.add(own.part());
        }
        List<Part> parts = new ArrayList<>(charts);
        parts.addAll(notes);
        parts.addAll(drawings);
        parts.addAll(shapes);
        parts.add(new Part("xl/sharedStrings.xml")
                .add(Xml.HEAD + "<sst count=\"0\" uniqueCount=\"0\" xmlns=\"" + MAIN + "\"/>"));
        parts.add(styles.part());
        parts.add(book());
        parts.add(bookRelations());
        parts.addAll(written);
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            zip.setUseZip64(Zip64Mode.AsNeeded);
            types(parts).into(zip);
            head().into(zip);
            properties(true).into(zip);
            properties(false).into(zip);
            for (Part part : parts) {
                part.into(zip);
            }
        }
    }

    private static Part drawing(SheetXml sheet, int number) {
        String space = "http://schemas.openxmlformats.org/drawingml/2006/";
        Part part = new Part("xl/drawings/drawing" + number + ".xml")
                .add(Xml.HEAD + "<xdr:wsDr xmlns:xdr=\"" + space + "spreadsheetDrawing\"");
        if (sheet.charts().isEmpty()) {
            return part.add("/>");
        }
        return part.add(" xmlns:a=\"" + space + "main\" xmlns:c=\"" + space + "chart\" xmlns:r=\"" + RELATIONS + "\">")
                .add(sheet.anchors())
                .add("</xdr:wsDr>");
    }

    private Part book() {
        Part part = new Part("xl/workbook.xml")
                .add(Xml.HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\">")
                .add("<workbookPr date1904=\"false\"/><bookViews><workbookView activeTab=\"0\"/></bookViews><sheets>");
        for (int i = 0; i < names.size(); i++) {
            part.add("<sheet name=\"" + Xml.attribute(names.get(i)) + "\" r:id=\"rId" + (i + 3) + "\" sheetId=\"")
                    .add((i + 1) + "\"/>");
        }
        part.add("</sheets>");
        return part.add(defined.isEmpty() ? "" : "<definedNames>" + defined + "</definedNames>")
                .add("</workbook>");
    }

    private Part bookRelations() {
        Relations relations = new Relations("xl/workbook.xml")
                .to("sharedStrings.xml", "sharedStrings")
                .to("styles.xml", "styles");
        for (int i = 1; i <= names.size(); i++) {
            relations.to("worksheets/sheet" + i + ".xml", "worksheet");
        }
        return relations.part();
    }

    private static Part head() {
        return new Relations("")
                .to("xl/workbook.xml", "officeDocument")
                .to("docProps/app.xml", "extended-properties")
                .outside("docProps/core.xml", PACKAGE + "relationships/metadata/core-properties")
                .part();
    }

    private Part properties(boolean extended) {
        if (extended) {
            return new Part("docProps/app.xml")
                    .add(Xml.HEAD + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/")
                    .add("extended-properties\"><Application>" + program + "</Application></Properties>");
        }
        return new Part("docProps/core.xml")
                .add(STANDALONE + "<cp:coreProperties xmlns:cp=\"" + PACKAGE + "metadata/core-properties\"")
                .add(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\"")
                .add(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">")
                .add("<dcterms:created xsi:type=\"dcterms:W3CDTF\">" + CREATED + "</dcterms:created>")
                .add("<dc:creator>" + program + "</dc:creator><dc:title>" + Xml.text(SafeText.of(title)))
                .add("</dc:title></cp:coreProperties>");
    }

    /** Returns the part that tells what every other part is. */
    private static Part types(List<Part> parts) {
        StringBuilder overrides = new StringBuilder();
        override("/docProps/app.xml", OFFICE + "extended-properties+xml", overrides);
        override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", overrides);
        boolean shapes = false;
        for (Part part : parts) {
            shapes |= part.name().endsWith(".vml");
            String type = type(part.name());
            if (!type.isEmpty()) {
                override("/" + part.name(), type, overrides);
            }
        }
        return new Part("[Content_Types].xml")
                .add(STANDALONE + "<Types xmlns=\"" + PACKAGE + "content-types\"><Default ContentType=\"")
                .add("application/vnd.openxmlformats-package.relationships+xml\" Extension=\"rels\"/>")
                .add(shapes ? "<Default ContentType=\"" + OFFICE + "vmlDrawing\" Extension=\"vml\"/>" : "")
                .add("<Default ContentType=\"application/xml\" Extension=\"xml\"/>")
                .add(overrides + "</Types>");
    }

    private static void override(String name, String type, StringBuilder overrides) {
        overrides.append("<Override ContentType=\"" + type + "\" PartName=\"" + name + "\"/>");
    }

    /** Returns what a part is; empty where its ending says it. */
    private static String type(String name) {
        if (name.endsWith(".rels") || name.endsWith(".vml")) {
            return "";
        }
        if (name.startsWith("xl/charts/")) {
            return OFFICE + "drawingml.chart+xml";
        }
        if (name.startsWith("xl/drawings/")) {
            return OFFICE + "drawing+xml";
        }
        if (name.startsWith("xl/comments")) {
            return SHEET + "comments+xml";
        }
        if (name.startsWith("xl/worksheets/")) {
            return SHEET + "worksheet+xml";
        }
        return switch (name) {
            case "xl/sharedStrings.xml" -> SHEET + "sharedStrings+xml";
            case "xl/styles.xml" -> SHEET + "styles+xml";
            default -> SHEET + "sheet.main+xml";
        };
    }

    /** What a part refers to, numbered from 1. */
    private static final class Relations {
        private final String of;
        private final StringBuilder xml = new StringBuilder();
        private int size;

        /** @param of the part; empty for the package */
        Relations(String of) {
            this.of = of;
        }

        Relations to(String target, String kind) {
            return outside(target, RELATIONS + "/" + kind);
        }

        Relations outside(String target, String kind) {
            size++;
            xml.append("<Relationship Id=\"rId" + size + "\" Target=\"" + target + "\" Type=\"" + kind + "\"/>");
            return this;
        }

        Part part() {
            int folder = of.lastIndexOf('/') + 1;
            return new Part(of.substring(0, folder) + "_rels/" + of.substring(folder) + ".rels")
                    .add(STANDALONE + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + xml)
                    .add("</Relationships>");
        }
    }
}
