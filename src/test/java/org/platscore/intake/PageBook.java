package org.platscore.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.platscore.RawBook;

/**
 * A workbook as a page of the documents draws it: a row a line, cells between bars; {@code =1+1 -> 2} is a formula and its saved
 * result, a line in brackets is hidden. {@code [名称]} begins a sheet, {@code [名称, hidden]} a hidden one. A line behind {@code !}
 * says what else the book has.
 */
final class PageBook {

    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final String END = "</Relationships>";

    private PageBook() {}

    static byte[] of(String page) throws Exception {
        List<StringBuilder> sheets = new ArrayList<>();
        List<String> heads = new ArrayList<>();
        List<String> extras = new ArrayList<>();
        String merge = "";
        for (String line : page.strip().lines().toList()) {
            if (line.startsWith("! merge ")) {
                merge = "<mergeCells count='1'><mergeCell ref='" + line.substring(8) + "'/></mergeCells>";
            } else if (line.startsWith("! ")) {
                extras.add(line.substring(2));
            } else if (line.startsWith("[")) {
                heads.add(line.substring(1, line.length() - 1));
                sheets.add(new StringBuilder());
            } else {
                sheets.get(sheets.size() - 1).append(row(line));
            }
        }
        RawBook book =
                RawBook.of(RawBook.sheet(sheets.get(0).toString()).replace("</worksheet>", merge + "</worksheet>"));
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < heads.size(); i++) {
            String[] words = heads.get(i).split(", ");
            list.append("<sheet name='%s' sheetId='%d'%s r:id='%s'/>"
                    .formatted(words[0], i + 1, words.length > 1 ? " state='hidden'" : "", i == 0 ? "r1" : "s" + i));
            if (i > 0) {
                book.part("xl/more" + i + ".xml", RawBook.sheet(sheets.get(i).toString()));
                book.replace(RELATIONS, END, RawBook.related("s" + i, "worksheet", "more" + i + ".xml") + END);
            }
        }
        book.replace("xl/workbook.xml", "<sheet name='表' sheetId='1' r:id='r1'/>", list.toString());
        for (String extra : extras) {
            add(extra, book);
        }
        return extras.contains("password") ? locked(book.bytes()) : book.bytes();
    }

    private static String row(String line) {
        boolean hidden = line.startsWith("(");
        StringBuilder row = new StringBuilder(hidden ? "<row hidden='1'>" : "<row>");
        for (String cell : (hidden ? line.substring(1, line.length() - 1) : line).split("\\|", -1)) {
            row.append(cell(cell.strip()));
        }
        return row.append("</row>").toString();
    }

    private static String cell(String text) {
        if (text.startsWith("=")) {
            String[] parts = text.substring(1).split("->", -1);
            String value = parts.length < 2 ? "" : parts[1].strip();
            String type = value.startsWith("#") ? " t='e'" : "";
            return "<c%s><f>%s</f>%s</c>"
                    .formatted(type, parts[0].strip(), value.isEmpty() ? "" : "<v>" + value + "</v>");
        }
        return text.matches("[0-9.]+") ? "<c><v>" + text + "</v></c>" : RawBook.cell(text);
    }

    private static void add(String extra, RawBook book) {
        switch (extra) {
            case "link to another file" ->
                book.replace(RELATIONS, END, RawBook.related("x1", "externalLink", "links.xml") + END)
                        .part("xl/links.xml", "<externalLink/>");
            case "macros" ->
                book.replace(
                                RELATIONS,
                                END,
                                "<Relationship Id='x2' Target='vba.xml'"
                                        + " Type='http://schemas.microsoft.com/office/2006/relationships/vbaProject'/>"
                                        + END)
                        .part("xl/vba.xml", "<a/>");
            case "title with a language, as WPS writes it" ->
                book.part(
                        "docProps/core.xml",
                        "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties'"
                                + " xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title xml:lang='zh'>表</dc:title></cp:coreProperties>");
            case "2,500 pictures" -> {
                for (int i = 0; i < 2_500; i++) {
                    book.part("xl/media/" + i + ".xml", "<a/>");
                }
            }
            case "password" -> {}
            default -> throw new IllegalArgumentException(extra);
        }
    }

    private static byte[] locked(byte[] book) throws Exception {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("geheim");
            try (var out = encryptor.getDataStream(files)) {
                new ByteArrayInputStream(book).transferTo(out);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            files.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }
}
