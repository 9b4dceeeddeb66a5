package org.platscore.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A sheet read from its bytes is the sheet that a parser of any XML reads. */
class XlsxScanTest {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet xmlns=\"urn:main\""
            + " xmlns:x14ac=\"urn:ac\"><dimension ref=\"A1:C3\"/><sheetData>";
    private static final String ROWS =
            "<row r=\"1\" spans=\"1:3\" x14ac:dyDescent=\"0.2\"><c r=\"A1\" t=\"s\"><v>0</v></c>"
                    + "<c r=\"C1\" s=\"1\"><v>-12.50</v></c></row>\n<row r=\"2\" hidden=\"1\"/><row r=\"4\" hidden=\"true\" ht=\"15\">"
                    + "<c t=\"b\"><v>1</v></c><c r=\"B4\" t=\"str\"><f>A1+B1</f><v>新材料</v></c><c r=\"D4\" s=\"2\"/>"
                    + "<c r=\"E4\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> 平_x0041_台 </t></is></c><c r=\"F4\"><f>1/0</f></c>"
                    + "<c r=\"AA4\" t=\"e\"><v>#REF!</v></c><c t=\"s\"><v>2</v></c><c t=\"n\"><v>1E3</v></c></row>";
    private static final String TAIL =
            "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>";
    private static final String[] SNIPPETS = {
        "<",
        ">",
        "/",
        "\"",
        " ",
        "=",
        "&amp;",
        "&",
        "<!-- -->",
        "<![CDATA[1]]>",
        "]]>",
        "x:",
        "<row>",
        "</row>",
        "<c>",
        "</c>",
        "<v>",
        "</v>",
        "<v/>",
        "<f/>",
        "<f t=\"shared\">",
        "r=\"A1\"",
        " r=\"3\"",
        " s=\"-1\"",
        " t=\"s\"",
        "t=\"d\"",
        " hidden=\"on\"",
        "'",
        "\t",
        "\r\n",
        "9",
        "0",
        "A",
        "𠮷",
        "\u0085",
        "\uFFFD",
        "<is>",
        "<t>",
        "</sheetData>",
        "<sheetData>",
        "<sheetData/>",
        "<?x y?>",
        "1048577",
        "XFE1",
        "<rPh sb=\"0\"/>",
        "\u0000",
        "\u0001",
        "spans=\"1:3\""
    };

    private final List<@Nullable RawCell> texts = Arrays.asList(RawCell.text("服务编号"), null, RawCell.text("S-0001"));
    private final XlsxCells cells = new XlsxCells("台账", texts, CellFormats.none(), false);

    @ParameterizedTest
    @ValueSource(strings = {"", "<sheetViews><sheetView/></sheetViews>", "<cols><col min=\"1\"/></cols>"})
    void theUsualFormNeedsNoParser(String before) {
        byte[] sheet = utf8((HEAD + ROWS + TAIL).replace("<sheetData>", before + "<sheetData>"));
        assertThat(scannedAlone(sheet)).isEqualTo(parsed(sheet)).hasSize(2);
    }

    @Test
    void rowsBeyondAFullBufferAreTheSame() {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 3_000; i++) {
            rows.append("<row r=\"").append(i).append("\"><c r=\"A").append(i).append("\" t=\"str\"><v>");
            rows.append("字".repeat(i % 97)).append("</v></c><c><v>").append(i).append(".5</v></c></row>");
        }
        rows.append("<row><c t=\"str\"><v>").append("长".repeat(100_000)).append("</v></c></row>");
        byte[] sheet = utf8(HEAD + rows + TAIL);
        assertThat(scannedAlone(sheet)).isEqualTo(parsed(sheet)).hasSize(3_001);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a comment before the rows | <dimension | <!--<sheetData>--><dimension",
                "a type definition | <worksheet | <!DOCTYPE worksheet [<!ENTITY a 'b'>]><worksheet",
                "a prefix that means nothing | x14ac:dyDescent | x15ac:dyDescent",
                "an attribute twice | r=\"1\" spans | r=\"1\" r=\"2\" spans",
                "rows out of order | <row r=\"4\" | <row r=\"1\"",
                "a cell twice | r=\"C1\" | r=\"A1\"",
                "cells out of order | r=\"E4\" | r=\"D4\"",
                "a shared text that is not there | <v>2</v> | <v>3</v>",
                "an entity | #REF! | &lt;REF&gt;",
                "a sheet that breaks off | </row></sheetData> | <row r=\"9",
                "another encoding | UTF-8 | GB18030",
                "a table within the table | <row r=\"2\" hidden=\"1\"/> | <sheetData/>",
            })
    void whatIsUnusualIsReadByTheParser(String label, String usual, String unusual) {
        String sheet = HEAD + ROWS + TAIL;
        assertThat(sheet).as(label).contains(usual);
        compare(utf8(sheet.replace(usual, unusual)));
    }

    @Test
    void sheetsChangedAtRandomAreReadAlike() {
        Random random = new Random(9);
        byte[] sheet = utf8(HEAD + ROWS + TAIL);
        for (int i = 0; i < 4_000; i++) {
            ByteArrayOutputStream changed = new ByteArrayOutputStream();
            int at = random.nextInt(sheet.length);
            int gone = random.nextInt(3) == 0 ? random.nextInt(12) : 0;
            changed.write(sheet, 0, at);
            changed.writeBytes(utf8(SNIPPETS[random.nextInt(SNIPPETS.length)]));
            if (random.nextInt(8) > 0) {
                int rest = Math.min(sheet.length, at + gone);
                changed.write(sheet, rest, sheet.length - rest);
            }
            compare(changed.toByteArray());
        }
    }

    private void compare(byte[] sheet) {
        assertThat(scanned(sheet))
                .as(() -> new String(sheet, StandardCharsets.UTF_8))
                .isEqualTo(parsed(sheet));
    }

    private interface Opening {
        SheetRows open() throws FileFault;
    }

    /** Returns all rows, and what is wrong with the sheet behind them. */
    private static List<Object> all(Opening opening) {
        List<Object> all = new ArrayList<>();
        try (SheetRows rows = opening.open()) {
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
        } catch (FileFault fault) {
            all.add(fault.text().toString());
        }
        return all;
    }

    private List<Object> scanned(byte[] sheet) {
        return all(() -> XlsxScan.of(in(sheet), cells, () -> parser(sheet)));
    }

    /** Returns what is read without a parser. */
    private List<Object> scannedAlone(byte[] sheet) {
        return all(() -> XlsxScan.of(in(sheet), cells, () -> {
            throw new AssertionError("the parser is asked");
        }));
    }

    private List<Object> parsed(byte[] sheet) {
        return all(() -> parser(sheet));
    }

    private SheetRows parser(byte[] sheet) throws FileFault {
        try {
            return new XlsxRows(zip(), "台账", in(sheet), Xml.open(in(sheet)), cells);
        } catch (IOException | XMLStreamException e) {
            throw FileFault.damaged("台账", e);
        }
    }

    private static BoundedZip zip() throws IOException, FileFault {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("sheet.xml"));
            zip.closeEntry();
        }
        return BoundedZip.open(new SeekableInMemoryByteChannel(bytes.toByteArray()), new WorkbookLimits(1 << 20), true);
    }

    private static ByteArrayInputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
