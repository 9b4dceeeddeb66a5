package org.platscore.intake.sheet;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * XML of the plainest kind, in which programs write the lists of a package: elements, attributes in double quotes, text. All else
 * (references, comments, processing instructions, other encodings) is {@link Odd}, so that what is read here any parser reads alike.
 */
final class PlainXml {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"";

    private final String xml;
    private final Map<String, String> attributes = new HashMap<>();
    private int at;
    private boolean empty;

    /** Something that is not of the form. */
    static final class Odd extends Exception {
        private static final long serialVersionUID = 1;

        Odd() {
            super("", null, false, false);
        }
    }

    PlainXml(byte[] bytes) throws Odd {
        xml = new String(bytes, StandardCharsets.UTF_8);
        if (xml.startsWith(HEAD)) {
            at = HEAD.length();
            if (xml.startsWith(" standalone=\"yes\"", at)) {
                at += " standalone=\"yes\"".length();
            }
            expect("?>");
        }
        space();
    }

    /** Reads the opening tag of an element, and returns its name. */
    String open() throws Odd {
        expect("<");
        String name = name();
        attributes.clear();
        while (here() == ' ') {
            at++;
            if (here() == '/') {
                break;
            }
            String attribute = name();
            expect("=\"");
            int start = at;
            while (here() != '"') {
                require(here() >= ' ' && character());
                at++;
            }
            require(attributes.put(attribute, xml.substring(start, at)) == null);
            at++;
        }
        empty = here() == '/';
        expect(empty ? "/>" : ">");
        return name;
    }

    /** Returns the attributes of the element opened last; they change with the next. */
    Map<String, String> attributes() {
        return attributes;
    }

    /** Returns an attribute that the element opened last must have, and takes it away. */
    String take(String attribute) throws Odd {
        String value = attributes.remove(attribute);
        if (value == null) {
            throw new Odd();
        }
        return value;
    }

    /** Returns whether the element opened last is without content. */
    boolean empty() {
        return empty;
    }

    /** Moves past white space; returns whether the end of an element comes then. */
    boolean closes() {
        space();
        return xml.startsWith("</", at);
    }

    /** Reads the end of an element. */
    void close(String name) throws Odd {
        expect("</");
        expect(name);
        expect(">");
    }

    /** Reads text up to the next tag. */
    String text() throws Odd {
        int start = at;
        while (here() != '<') {
            require(character());
            at++;
        }
        return xml.substring(start, at);
    }

    /** Makes sure that nothing follows. */
    void end() throws Odd {
        space();
        require(at == xml.length());
    }

    private String name() throws Odd {
        int start = at;
        while (here() >= 'A' && here() <= 'Z' || here() >= 'a' && here() <= 'z' || here() == ':') {
            at++;
        }
        require(at > start);
        return xml.substring(start, at);
    }

    private boolean character() {
        char c = here();
        return c >= ' ' && c < 0x7F && c != '<' && c != '&' && c != '>' || c > 0x9F && c < Character.MIN_SURROGATE;
    }

    private char here() {
        return at < xml.length() ? xml.charAt(at) : 0;
    }

    private void space() {
        while (here() == ' ' || here() == '\n' || here() == '\r' || here() == '\t') {
            at++;
        }
    }

    private void expect(String expected) throws Odd {
        require(xml.startsWith(expected, at));
        at += expected.length();
    }

    static void require(boolean fulfilled) throws Odd {
        if (!fulfilled) {
            throw new Odd();
        }
    }
}
