package org.platscore.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Texts of a workbook: the shared table, and what stands inside a cell. Runs are joined; phonetic guides are left out. */
final class RichText {

    private RichText() {}

    /** Returns cells of the shared texts in order; null where they are blank. */
    static List<@Nullable RawCell> table(BookPart part, WorkbookLimits limits)
            throws IOException, XMLStreamException, FileFault {
        List<@Nullable RawCell> texts = new ArrayList<>();
        long left = limits.texts();
        try (InputStream in = part.open()) {
            XMLStreamReader xml = Xml.open(in);
            while (xml.hasNext()) {
                if (Xml.next(xml) == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("si")) {
                    String text = read(xml);
                    left = limits.take(left, text.length());
                    texts.add(XlsxCells.text(text, false));
                }
            }
        }
        return texts;
    }

    /** Returns the text of the current {@code si} or {@code is} element and moves to its end. */
    static String read(XMLStreamReader xml) throws XMLStreamException {
        String text = "";
        StringBuilder more = null;
        while (true) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT && !xml.getLocalName().equals("r")) {
                return more == null ? text : more.toString();
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                if (name.equals("t")) {
                    String run = unescape(Xml.text(xml));
                    if (text.isEmpty()) {
                        text = run;
                    } else {
                        more = (more == null ? new StringBuilder(text) : more).append(run);
                        Xml.checkLength(more.length());
                    }
                } else if (!name.equals("r")) {
                    Xml.skip(xml);
                }
            }
        }
    }

    /** Returns a text with {@code _x000D_} and the like turned into the characters that they stand for. */
    static String unescape(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0 && at + 7 <= text.length()) {
            if (text.charAt(at + 6) == '_'
                    && text.chars().skip(at + 2L).limit(4).allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)) {
                plain.append(text, from, at).append((char) Integer.parseInt(text.substring(at + 2, at + 6), 16));
                from = at + 7;
            }
            at = text.indexOf("_x", Math.max(at + 2, from));
        }
        return plain.append(text, from, text.length()).toString();
    }
}
