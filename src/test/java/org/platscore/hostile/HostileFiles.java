package org.platscore.hostile;

import static org.platscore.RawBook.cell;
import static org.platscore.RawBook.row;
import static org.platscore.RawBook.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.platscore.RawBook;

/** Makes the files of the corpus that are too large, or no text: by name. */
final class HostileFiles {

    private static final String HEAD = row("编号", "平台", "日期", "金额（元）", "单位代码");
    private static final String SOUND =
            row("H1", "P01", "2021-03-05", "100", "").replace(cell("100"), "<c><v>100</v></c>");
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final String END = "</Relationships>";

    private static final Map<String, Maker> MAKERS = new LinkedHashMap<>();

    private interface Maker {
        byte[] make() throws IOException, GeneralSecurityException;
    }

    static {
        workbooks();
        damage();
        bombs();
        formats();
        forms();
    }

    private HostileFiles() {}

    /** Returns the file of this name. */
    static byte[] make(String name) {
        Maker maker = MAKERS.get(name);
        if (maker == null) {
            throw new IllegalArgumentException("no file " + name);
        }
        try {
            return maker.make();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static RawBook book(String rows) {
        return RawBook.of(sheet(HEAD + rows));
    }

    private static String amount(String cell) {
        return "<row>" + cell("H1") + cell("P01") + cell("2021-03-05") + cell + "</row>";
    }

    private static void rows(String name, String rows) {
        MAKERS.put(name, () -> book(rows).bytes());
    }

    private static byte[] toBeCalculated(String amount) throws IOException {
        return book(amount(amount))
                .replace("xl/workbook.xml", "</workbook>", "<calcPr fullCalcOnLoad='1'/></workbook>")
                .bytes();
    }

    private static void workbooks() {
        rows("sound", SOUND);
        rows("formula", amount("<c><f>1+1</f><v>2</v></c>"));
        rows("formula-without-value", amount("<c><f>1+1</f></c>"));
        MAKERS.put("formula-never-calculated", () -> toBeCalculated("<c><f>1+1</f><v>0</v></c>"));
        MAKERS.put("formula-calculated-anew", () -> toBeCalculated("<c><f>1-1</f><v>0.0</v></c>"));
        rows("formula-error", amount("<c t='e'><f>1/0</f><v>#DIV/0!</v></c>"));
        rows("formula-circular", amount("<c><f>D2+1</f><v>#REF!</v></c>").replace("<c><f>D2", "<c t='e'><f>D2"));
        rows("date-as-amount", amount("<c s='1'><v>44625</v></c>"));
        rows("hidden-row", SOUND.replace("<row>", "<row hidden='1'>"));
        rows("long-number", SOUND.replace(cell(""), "<c><v>91350211000000123456</v></c>"));
        rows("half-characters", amount(cell("_xD83D_100_xDE00_")) + SOUND.replace("H1", "H_xD83D__xDE00_"));
        rows("endless-exponent", amount("<c><v>100E2147483647</v></c>"));
        MAKERS.put(
                "merged",
                () -> RawBook.of(sheet(HEAD + SOUND + SOUND.replace("H1", "H2").replace("P01", ""))
                                .replace(
                                        "</worksheet>",
                                        "<mergeCells count='1'><mergeCell ref='B2:B3'/></mergeCells></worksheet>"))
                        .bytes());
        MAKERS.put("hidden-sheet", () -> twoSheets("旧台账", " state='hidden'"));
        MAKERS.put("very-hidden-sheet", () -> twoSheets("旧台账", " state='veryHidden'"));
        MAKERS.put("copied-sheet", () -> twoSheets("表 (2)", ""));
        MAKERS.put("example-sheet", () -> twoSheets("填写示例", ""));
        MAKERS.put(
                "from-1904",
                () -> book("<row>" + cell("H1") + cell("P01") + "<c s='1'><v>42738</v></c>" + "<c><v>100</v></c></row>")
                        .part("xl/workbook.xml", RawBook.workbook("<workbookPr date1904='1'/>"))
                        .bytes());
        MAKERS.put(
                "external-link",
                () -> book(SOUND)
                        .replace(RELATIONS, END, RawBook.related("r9", "externalLink", "links.xml") + END)
                        .part("xl/links.xml", "<externalLink/>")
                        .bytes());
        MAKERS.put(
                "dde",
                () -> book(amount("<c><f>[1]!cmd</f><v>5</v></c>"))
                        .replace(RELATIONS, END, RawBook.related("r9", "externalLink", "links.xml") + END)
                        .part(
                                "xl/links.xml",
                                "<externalLink><ddeLink ddeService='cmd' ddeTopic='/c calc'/></externalLink>")
                        .bytes());
        MAKERS.put(
                "macros",
                () -> book(SOUND)
                        .replace(
                                RELATIONS,
                                END,
                                "<Relationship Id='r9' Type='http://schemas.microsoft.com/office/2006/relationships/vbaProject'"
                                        + " Target='vbaProject.bin'/>" + END)
                        .part("xl/vbaProject.bin", "macro")
                        .replace(
                                "[Content_Types].xml",
                                "</Types>",
                                "<Default Extension='bin' ContentType='application/vnd.ms-office.vbaProject'/></Types>")
                        .bytes());
        MAKERS.put(
                "wps-properties",
                () -> book(SOUND)
                        .part(
                                "docProps/core.xml",
                                "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties'"
                                        + " xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title xml:lang='zh'>表</dc:title></cp:coreProperties>")
                        .bytes());
        MAKERS.put(
                "broken-properties",
                () -> book(SOUND).part("docProps/core.xml", "<cp:core").bytes());
        MAKERS.put("agile", () -> locked(EncryptionMode.agile));
        MAKERS.put("standard", () -> locked(EncryptionMode.standard));
        MAKERS.put("xls", HostileFiles::xls);
        MAKERS.put("xls-locked", () -> {
            Biff8EncryptionKey.setCurrentUserPassword("geheim");
            try {
                return xls();
            } finally {
                Biff8EncryptionKey.setCurrentUserPassword(null);
            }
        });
    }

    private static byte[] twoSheets(String name, String state) {
        return book(SOUND)
                .part(
                        "xl/workbook.xml",
                        RawBook.workbook("")
                                .replace(
                                        "</sheets>",
                                        "<sheet name='" + name + "' sheetId='2'" + state + " r:id='r8'/></sheets>"))
                .replace(RELATIONS, END, RawBook.related("r8", "worksheet", "sheet2.xml") + END)
                .part("xl/sheet2.xml", sheet(HEAD + SOUND.replace("H1", "H9")))
                .bytes();
    }

    private static byte[] locked(EncryptionMode mode) throws IOException, GeneralSecurityException {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
            encryptor.confirmPassword("geheim");
            try (var out = encryptor.getDataStream(files)) {
                new ByteArrayInputStream(make("sound")).transferTo(out);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            files.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] xls() throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            String[][] rows = {{"编号", "平台", "日期", "金额（元）", "单位代码"}, {"H1", "P01", "2021-03-05", "100", ""}};
            var sheet = book.createSheet("台账");
            for (int i = 0; i < rows.length; i++) {
                Row row = sheet.createRow(i);
                for (int j = 0; j < rows[i].length; j++) {
                    row.createCell(j).setCellValue(rows[i][j]);
                }
            }
            sheet.getRow(1).getCell(3).setCellValue(100);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void damage() {
        MAKERS.put("truncated", () -> half(make("sound")));
        MAKERS.put("truncated-xls", () -> half(make("xls")));
        rows("rows-disordered", SOUND.replace("<row>", "<row r='9'>") + SOUND.replace("<row>", "<row r='4'>"));
        rows("row-beyond", SOUND.replace("<row>", "<row r='1048577'>"));
        rows("cell-twice", amount("<c r='D2'><v>1</v></c><c r='D2'><v>2</v></c>"));
        rows("cell-beyond", amount("<c r='XFE2'><v>1</v></c>"));
        rows("lost-text", amount("<c t='s'><v>99</v></c>"));
        rows("broken-xml", amount("<c><v>1</w></c>"));
        rows("dtd", SOUND);
        MAKERS.put(
                "dtd",
                () -> RawBook.of("<!DOCTYPE worksheet [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
                                + sheet(HEAD + SOUND.replace("H1", "&x;")))
                        .bytes());
        MAKERS.put(
                "entities",
                () -> RawBook.of("<!DOCTYPE worksheet [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>"
                                + sheet(HEAD + SOUND.replace("H1", "&b;")))
                        .bytes());
        MAKERS.put(
                "dtd-in-relations",
                () -> book(SOUND)
                        .replace(RELATIONS, "<Relationships", "<!DOCTYPE r [<!ENTITY x 'y'>]><Relationships")
                        .bytes());
        MAKERS.put("no-sheet-part", () -> book(SOUND).without("xl/sheet1.xml").bytes());
        MAKERS.put(
                "no-relation",
                () -> book(SOUND).replace(RELATIONS, "Id='r1'", "Id='r7'").bytes());
        MAKERS.put("backslash", () -> book(SOUND).part("xl\\odd.xml", "<a/>").bytes());
        MAKERS.put("dot-dot", () -> book(SOUND).part("xl/../../odd.xml", "<a/>").bytes());
        MAKERS.put("doubled-part", () -> {
            byte[] bytes = book(SOUND).part("xl/sheet2.xml", "<a/>").bytes();
            return replaced(bytes, "xl/sheet2.xml", "xl/sheet1.xml");
        });
        MAKERS.put("nul-bytes", () -> "编号,平台\0,日期\n".getBytes(StandardCharsets.UTF_8));
        MAKERS.put("bad-bytes", () -> {
            byte[] text = "编号,平台,日期,金额（元）,单位代码\nH1,P01,2021-03-05,100,\nH2,P01,2021-03-05,?,\n"
                    .getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < text.length; i++) {
                text[i] = text[i] == '?' ? (byte) 0xFF : text[i];
            }
            return text;
        });
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private static byte[] replaced(byte[] bytes, String old, String now) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.replace(old, now).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void bombs() {
        MAKERS.put(
                "bomb",
                () -> book(SOUND)
                        .part("xl/media/image.xml", out -> blanks(out, 400))
                        .bytes());
        MAKERS.put(
                "bomb-in-sheet",
                () -> RawBook.of("")
                        .part("xl/sheet1.xml", out -> {
                            out.write(sheet(HEAD + SOUND)
                                    .replace("</worksheet>", "")
                                    .getBytes(StandardCharsets.UTF_8));
                            blanks(out, 400);
                            out.write("</worksheet>".getBytes(StandardCharsets.UTF_8));
                        })
                        .bytes());
        MAKERS.put("bomb-that-lies", () -> lying(make("bomb-in-sheet")));
        MAKERS.put("many-parts", () -> {
            RawBook book = book(SOUND);
            for (int i = 0; i < 2_500; i++) {
                book.part("xl/media/" + i + ".xml", "<a/>");
            }
            return book.bytes();
        });
        MAKERS.put(
                "long-text",
                () -> book(amount("<c t='inlineStr'><is><t>" + noise(3_000_000) + "</t></is></c>"))
                        .bytes());
        MAKERS.put(
                "many-texts",
                () -> book(SOUND)
                        .part("xl/strings.xml", out -> {
                            out.write("<sst>".getBytes(StandardCharsets.UTF_8));
                            byte[] some = ("<si><t>" + noise(900) + "</t></si>").getBytes(StandardCharsets.UTF_8);
                            for (int i = 0; i < 160_000; i++) {
                                out.write(some);
                            }
                            out.write("</sst>".getBytes(StandardCharsets.UTF_8));
                        })
                        .bytes());
        MAKERS.put(
                "blank-rows",
                () -> RawBook.of("")
                        .part("xl/sheet1.xml", out -> {
                            String start = sheet(HEAD + SOUND);
                            out.write(start.substring(0, start.indexOf("</sheetData>"))
                                    .getBytes(StandardCharsets.UTF_8));
                            for (int i = 3; i <= 1_048_576; i++) {
                                out.write(("<row r='" + i + "' s='1' customFormat='1'><c r='A" + i + "' s='1'/><c r='B"
                                                + i + "' s='1'/></row>")
                                        .getBytes(StandardCharsets.UTF_8));
                            }
                            out.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
                        })
                        .bytes());
        MAKERS.put("long-line", () -> ("编号,平台,日期\n" + "x".repeat(6_000_000)).getBytes(StandardCharsets.UTF_8));
    }

    private static void blanks(java.io.OutputStream out, int megabytes) throws IOException {
        byte[] blanks = new byte[1 << 20];
        Arrays.fill(blanks, (byte) ' ');
        for (int i = 0; i < megabytes; i++) {
            out.write(blanks);
        }
    }

    /** Text that does not pack well enough to be taken for a bomb. */
    private static String noise(int length) {
        StringBuilder text = new StringBuilder(length);
        long state = 42;
        while (text.length() < length) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            text.append(Long.toString(state >>> 1, 36));
        }
        return text.substring(0, length);
    }

    /** Makes an archive's list say of each part that it inflates to 1,000 bytes. */
    private static byte[] lying(byte[] bytes) {
        byte[] changed = bytes.clone();
        for (int i = 0; i + 46 < changed.length; i++) {
            if (changed[i] == 'P' && changed[i + 1] == 'K' && changed[i + 2] == 1 && changed[i + 3] == 2) {
                changed[i + 24] = (byte) 0xE8;
                changed[i + 25] = 3;
                changed[i + 26] = 0;
                changed[i + 27] = 0;
            }
        }
        return changed;
    }

    private static void formats() {
        MAKERS.put(
                "strict",
                () -> book(SOUND)
                        .replace(
                                "_rels/.rels",
                                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
                                "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument")
                        .bytes());
        MAKERS.put(
                "xlsb",
                () -> book(SOUND)
                        .replace(
                                "[Content_Types].xml",
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                                "application/vnd.ms-excel.sheet.binary.macroEnabled.main")
                        .bytes());
        MAKERS.put(
                "docx",
                () -> book(SOUND)
                        .replace(
                                "[Content_Types].xml",
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")
                        .bytes());
        MAKERS.put("docx-untyped", () -> zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<document/>"));
        MAKERS.put(
                "ods", () -> zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<a/>"));
        MAKERS.put("zip", () -> zip("a.txt", "a", "b.txt", "b"));
        MAKERS.put("numbers", () -> zip("Index/Document.iwa", "a", "Index/b.iwa", "b"));
        MAKERS.put("ole", () -> ole("Contents"));
        MAKERS.put("xls-95", () -> ole("Book"));
        MAKERS.put("xls-2", () -> new byte[] {9, 0, 4, 0, 0, 0, 16, 0, 10, 0, 0, 0});
        MAKERS.put("xls-3", () -> new byte[] {9, 2, 6, 0, 0, 0, 16, 0, 0, 0, 10, 0, 0, 0});
        MAKERS.put("xls-4", () -> new byte[] {9, 4, 6, 0, 0, 0, 16, 0, 0, 0, 10, 0, 0, 0});
        MAKERS.put("png", () -> new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] ole(String stream) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(new byte[5_000]), stream);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            files.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private static void forms() {
        MAKERS.put(
                "form", () -> RawBook.of(sheet(row("平台编号", "P01") + count("5"))).bytes());
        MAKERS.put(
                "form-without-label",
                () -> RawBook.of(sheet(row("平台编号", "P01") + count("5").replace("人数", "人员")))
                        .bytes());
        MAKERS.put(
                "form-twice",
                () -> RawBook.of(sheet(row("平台编号", "P01") + count("5") + count("6")))
                        .bytes());
        MAKERS.put(
                "form-of-nobody",
                () -> RawBook.of(sheet(row("平台编号", "P77") + count("5"))).bytes());
    }

    private static String count(String number) {
        return "<row>" + cell("人数") + "<c><v>" + number + "</v></c></row>";
    }
}
