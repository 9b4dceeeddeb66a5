package org.platscore.report.sheet;

/** Text inside XML. */
final class Xml {

    /** What a part begins with. */
    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private Xml() {}

    /** Returns the text of an element. */
    static String text(String text) {
        return plain(text, "<&>") == text.length()
                ? text
                : text.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;");
    }

    /** Returns the value of an attribute in double quotes. */
    static String attribute(String text) {
        return plain(text, "<&\"\n\t") == text.length()
                ? text
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace("\"", "&quot;")
                        .replace("\n", "&#xa;")
                        .replace("\t", "&#x9;");
    }

    /** Returns the attribute that keeps blanks at the ends of a text; empty where there are none. */
    static String space(String text) {
        return !text.isEmpty()
                        && (Character.isWhitespace(text.charAt(0))
                                || Character.isWhitespace(text.charAt(text.length() - 1)))
                ? " xml:space=\"preserve\""
                : "";
    }

    private static int plain(String text, String special) {
        int at = 0;
        while (at < text.length() && special.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
