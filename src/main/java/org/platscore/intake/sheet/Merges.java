package org.platscore.intake.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The merged ranges of a sheet. They stand behind its rows, so that they need a reading of their own. */
final class Merges {

    private static final byte[] MARK = "mergeCell".getBytes(StandardCharsets.US_ASCII);

    /** The first bytes by which a parser knows the encoding. */
    private static final int ENCODING = 4;

    private Merges() {}

    static List<Merge> read(BookPart sheet) throws IOException, XMLStreamException {
        List<Merge> merges = new ArrayList<>();
        if (!mentions(sheet)) {
            return merges;
        }
        try (InputStream in = sheet.open()) {
            XMLStreamReader xml = Xml.open(in);
            while (xml.hasNext()) {
                if (Xml.next(xml) == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("mergeCell")) {
                    String[] ends = Xml.attribute(xml, "ref").split(":", -1);
                    int first = XlsxRows.reference(ends[0]);
                    int last = XlsxRows.reference(ends[ends.length - 1]);
                    if (first >= 0 && last >= 0) {
                        merges.add(
                                new Merge(XlsxRows.rowOf(ends[0]), first, XlsxRows.rowOf(ends[ends.length - 1]), last));
                    }
                }
            }
        }
        return merges;
    }

    private static boolean mentions(BookPart sheet) throws IOException {
        try (InputStream in = sheet.open()) {
            byte[] start = in.readNBytes(ENCODING);
            return wide(start) || mentions(new SequenceInputStream(new ByteArrayInputStream(start), in));
        }
    }

    /** Returns whether a part is written in UTF-16 or UTF-32, so that the mark does not stand in its bytes. */
    private static boolean wide(byte[] start) {
        for (byte each : start) {
            if (each == 0 || (each & 0xFF) >= 0xFE) {
                return true;
            }
        }
        return false;
    }

    /** Looks through the bytes for merged ranges: much faster than parsing, and most sheets have none. */
    static boolean mentions(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        int matched = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            for (int i = 0; i < read; i++) {
                matched = buffer[i] == MARK[matched] ? matched + 1 : buffer[i] == MARK[0] ? 1 : 0;
                if (matched == MARK.length) {
                    return true;
                }
            }
        }
        return false;
    }
}
