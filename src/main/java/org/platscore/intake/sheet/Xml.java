package org.platscore.intake.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Pull parsing of a workbook's parts. A document type definition is refused and nothing outside is ever fetched. */
final class Xml {

    private static final XMLInputFactory FACTORY = factory();

    /** Excel's longest text has 32,767 characters. */
    private static final int LONGEST_TEXT = 1 << 20;

    private Xml() {}

    /** A part has a document type definition. */
    static final class Declared extends XMLStreamException {
        private static final long serialVersionUID = 1;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    static synchronized XMLStreamReader open(InputStream in) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(in);
    }

    /** Moves to the next event. */
    static int next(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
            throw new Declared();
        }
        return event;
    }

    /** Returns the text up to the end of the current element, its children's left out. */
    static String text(XMLStreamReader xml) throws XMLStreamException {
        String first = "";
        StringBuilder more = null;
        int depth = 0;
        while (true) {
            int event = next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (depth-- == 0) {
                    checkLength(first.length());
                    return more == null ? first : more.toString();
                }
            } else if (depth == 0
                    && (event == XMLStreamConstants.CHARACTERS
                            || event == XMLStreamConstants.CDATA
                            || event == XMLStreamConstants.SPACE)) {
                if (more == null && first.isEmpty()) {
                    first = xml.getText();
                } else {
                    more = (more == null ? new StringBuilder(first) : more).append(xml.getText());
                    checkLength(more.length());
                }
            }
        }
    }

    /** Refuses a text that no spreadsheet could show. */
    static void checkLength(int length) throws XMLStreamException {
        if (length > LONGEST_TEXT) {
            throw new XMLStreamException("text of more than " + LONGEST_TEXT + " characters");
        }
    }

    /** Moves past the end of the current element. */
    static void skip(XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    /** Returns an attribute of the current element by its local name; an empty text if there is none. */
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Returns whether an attribute of the current element says yes. */
    static boolean flag(XMLStreamReader xml, String name) {
        String value = attribute(xml, name);
        return value.equals("1") || value.equals("true") || value.equals("on");
    }
}
