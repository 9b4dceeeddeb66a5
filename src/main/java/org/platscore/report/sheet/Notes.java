package org.platscore.report.sheet;

/** The notes of one sheet: their texts, and the boxes in which they are shown, hidden until a cell is pointed at. */
final class Notes {

    private static final String SHAPE = "\" type=\"#_x0000_t202\" style=\"position:absolute; visibility:hidden\""
            + " fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color=\"#ffffe1\"/>"
            + "<v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>"
            + "<v:textbox style=\"mso-direction-alt:auto\"/><x:ClientData ObjectType=\"Note\">"
            + "<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>";
    private static final int FIRST_SHAPE = 1025;
    private static final int COLUMNS = 4;

    private final StringBuilder texts = new StringBuilder();
    private final StringBuilder shapes = new StringBuilder();
    private int size;

    int size() {
        return size;
    }

    /** Adds a note of a cell; its box is so many rows high, and begins one to the right of it. */
    void add(String cell, int row, int column, int height, String text) {
        String safe = SafeText.of(text);
        texts.append("<comment ref=\"")
                .append(cell)
                .append("\" authorId=\"0\"><text><t")
                .append(Xml.space(safe))
                .append(">")
                .append(Xml.text(safe))
                .append("</t></text></comment>");
        shapes.append("<v:shape id=\"_x0000_s")
                .append(FIRST_SHAPE + size)
                .append(SHAPE)
                .append(column + ", 0, " + row + ", 0, " + (column + COLUMNS) + ", 0, " + (row + height) + ", 0")
                .append("</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>" + row + "</x:Row><x:Column>" + column)
                .append("</x:Column></x:ClientData></v:shape>");
        size++;
    }

    Part texts(String name) {
        return new Part(name)
                .add(Xml.HEAD + "<comments xmlns=\"" + BookFile.MAIN)
                .add("\"><authors><author/></authors><commentList>")
                .add(texts.toString())
                .add("</commentList></comments>");
    }

    Part shapes(String name) {
        return new Part(name)
                .add(Xml.HEAD + "<xml xmlns:o=\"urn:schemas-microsoft-com:office:office\"")
                .add(" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">")
                .add("<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout>")
                .add("<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202.0\"")
                .add(" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>")
                .add("<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>")
                .add(shapes.toString())
                .add("</xml>");
    }
}
