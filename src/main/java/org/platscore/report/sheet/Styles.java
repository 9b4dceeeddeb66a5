package org.platscore.report.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.HorizontalAlignment;

/** The styles of one workbook, each made once, when it is first wanted. A style is told by its number. */
final class Styles {

    /** The font of cells without a style of their own: column widths are counted in its digits. */
    private static final String SONG = "宋体";

    private static final String TITLE = "方正小标宋简体";
    private static final String HEAD = "黑体";
    private static final String BODY = "仿宋";
    private static final String FIGURES = "Times New Roman";
    private static final String LINK = "1F4E79";
    private static final int FIRST_FORMAT = 164;
    /** The fills that every workbook has. */
    private static final int FIRST_FILL = 2;

    private static final String ALL_THIN =
            "<left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/><bottom style=\"thin\"/>";

    private final Map<String, int[]> body = new HashMap<>();
    private final Map<Look, Integer> styles = new HashMap<>();
    private final Map<Letter, Integer> fonts = new LinkedHashMap<>();
    private final Map<String, Integer> formats = new LinkedHashMap<>();
    private final List<String> fills = new ArrayList<>();
    private final StringBuilder cells = new StringBuilder();

    private record Letter(String name, int points, String colour) {}

    private record Look(
            Letter letter,
            HorizontalAlignment side,
            String format,
            Tone tone,
            boolean wrap,
            boolean borders,
            boolean quote) {}

    /** Returns the style of a body cell. */
    int of(Cell cell, boolean formulaLike) {
        Form form = cell.form();
        String key = form.figure() ? form.format() : form.side().name();
        int[] variants = body.computeIfAbsent(key, each -> new int[4 * Tone.values().length]);
        int variant = 4 * cell.tone().ordinal() + (cell.link() == null ? 0 : 2) + (formulaLike ? 1 : 0);
        if (variants[variant] == 0) {
            variants[variant] = make(cell, formulaLike);
        }
        return variants[variant];
    }

    private int make(Cell cell, boolean formulaLike) {
        String font = cell.form().figure() ? FIGURES : cell.tone() == Tone.SUM ? HEAD : BODY;
        return style(new Look(
                new Letter(font, 11, cell.link() == null ? "" : LINK),
                cell.form().side(),
                cell.form().format(),
                cell.tone(),
                !cell.form().figure(),
                true,
                formulaLike));
    }

    int head() {
        return style(new Look(new Letter(HEAD, 11, ""), HorizontalAlignment.CENTER, "", Tone.HEAD, true, true, false));
    }

    int title() {
        return bare(TITLE, 20, HorizontalAlignment.CENTER, true);
    }

    /** Returns the style of the sentence above the tables: centred on one line, else set like a paragraph. */
    int lead(HorizontalAlignment side) {
        return bare(side == HorizontalAlignment.CENTER ? HEAD : BODY, 12, side, true);
    }

    int caption() {
        return bare(HEAD, 12, HorizontalAlignment.LEFT, false);
    }

    /** Returns the style of the line below the title. */
    int side(HorizontalAlignment side) {
        return bare(BODY, 11, side, false);
    }

    int note() {
        return bare(BODY, 10, HorizontalAlignment.LEFT, true);
    }

    int signature() {
        return bare(BODY, 12, HorizontalAlignment.LEFT, true);
    }

    private int bare(String font, int points, HorizontalAlignment side, boolean wrap) {
        return style(new Look(new Letter(font, points, ""), side, "", Tone.PLAIN, wrap, false, false));
    }

    /** Style 0 is that of cells without one. */
    private int style(Look look) {
        Integer known = styles.get(look);
        if (known != null) {
            return known;
        }
        styles.put(look, styles.size() + 1);
        boolean fill = !look.tone.colour().isEmpty();
        cells.append("<xf numFmtId=\"")
                .append(format(look.format))
                .append("\" fontId=\"")
                .append(fonts.computeIfAbsent(look.letter, each -> fonts.size() + 1))
                .append("\" fillId=\"")
                .append(fill ? fill(look.tone.colour()) : 0)
                .append("\" borderId=\"")
                .append(look.borders ? 1 : 0)
                .append("\" xfId=\"0\" applyFont=\"true\" applyAlignment=\"true\"")
                .append(look.format.isEmpty() ? "" : " applyNumberFormat=\"true\"")
                .append(fill ? " applyFill=\"true\"" : "")
                .append(look.borders ? " applyBorder=\"true\"" : "")
                .append(" quotePrefix=\"")
                .append(look.quote)
                .append("\"><alignment horizontal=\"")
                .append(look.side.name().toLowerCase(Locale.ROOT))
                .append("\" vertical=\"center\" wrapText=\"")
                .append(look.wrap)
                .append(look.borders && look.side == HorizontalAlignment.LEFT ? "\" indent=\"1" : "")
                .append("\"/></xf>");
        return styles.size();
    }

    private int format(String format) {
        int builtin = format.isEmpty() ? 0 : BuiltinFormats.getBuiltinFormat(format);
        return builtin >= 0 ? builtin : formats.computeIfAbsent(format, each -> FIRST_FORMAT + formats.size());
    }

    private int fill(String colour) {
        if (!fills.contains(colour)) {
            fills.add(colour);
        }
        return FIRST_FILL + fills.indexOf(colour);
    }

    /** Returns an opaque colour; the standard wants its opacity told. */
    static String colour(String hex) {
        return "rgb=\"FF" + hex + "\"";
    }

    /** Returns the part that holds the styles. */
    Part part() {
        Part part = new Part("xl/styles.xml");
        part.add(Xml.HEAD + "<styleSheet xmlns=\"" + BookFile.MAIN + "\">");
        if (!formats.isEmpty()) {
            part.add("<numFmts count=\"" + formats.size() + "\">");
            formats.forEach((format, number) -> part.add("<numFmt numFmtId=\"" + number + "\" formatCode=\"")
                    .add(Xml.attribute(format))
                    .add("\"/>"));
            part.add("</numFmts>");
        }
        part.add("<fonts count=\"" + (fonts.size() + 1)
                        + "\"><font><sz val=\"11.0\"/><color indexed=\"8\"/><name val=\"")
                .add(SONG + "\"/><family val=\"2\"/><scheme val=\"minor\"/></font>");
        fonts.keySet().forEach(letter -> part.add(font(letter)));
        part.add("</fonts><fills count=\"" + (fills.size() + FIRST_FILL) + "\">")
                .add("<fill><patternFill patternType=\"none\"/></fill>")
                .add("<fill><patternFill patternType=\"darkGray\"/></fill>");
        fills.forEach(fill -> part.add("<fill><patternFill patternType=\"solid\"><fgColor ")
                .add(colour(fill))
                .add("/></patternFill></fill>"));
        part.add("</fills><borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>")
                .add(ALL_THIN)
                .add("</border></borders><cellStyleXfs count=\"1\">")
                .add("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>");
        part.add("<cellXfs count=\"" + (styles.size() + 1) + "\">")
                .add("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>")
                .add(cells.toString())
                .add("</cellXfs></styleSheet>");
        return part;
    }

    private static String font(Letter letter) {
        return "<font><name val=\"" + letter.name + "\"/><sz val=\"" + letter.points + ".0\"/><family val=\""
                + (letter.name.equals(HEAD) ? 3 : 1) + "\"/><charset val=\"" + (letter.name.equals(FIGURES) ? 1 : 134)
                + "\"/>" + (letter.colour.isEmpty() ? "" : "<color " + colour(letter.colour) + "/>") + "</font>";
    }
}
