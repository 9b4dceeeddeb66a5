package org.platscore.report.sheet;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FontFamily;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.jspecify.annotations.Nullable;

/** The styles of one workbook, each made once, when it is first wanted. */
final class Styles {

    /** The font of cells without a style of their own. */
    static final String SONG = "宋体";

    private static final String TITLE = "方正小标宋简体";
    private static final String HEAD = "黑体";
    private static final String BODY = "仿宋";
    private static final String FIGURES = "Times New Roman";
    private static final String LINK = "1F4E79";
    private static final int GB2312 = 134;

    private final Workbook book;
    private final Map<String, @Nullable CellStyle[]> body = new HashMap<>();
    private final Map<Look, CellStyle> styles = new HashMap<>();
    private final Map<Letter, XSSFFont> fonts = new HashMap<>();

    private record Letter(String name, int points, String colour) {}

    private record Look(
            Letter letter,
            HorizontalAlignment side,
            String format,
            Tone tone,
            boolean wrap,
            boolean borders,
            boolean quote) {}

    Styles(Workbook book) {
        this.book = book;
    }

    /** Returns the style of a body cell. */
    CellStyle of(Cell cell, boolean formulaLike) {
        Form form = cell.form();
        String key = form.figure() ? form.format() : form.side().name();
        @Nullable CellStyle[] variants = body.computeIfAbsent(key, each -> new CellStyle[4 * Tone.values().length]);
        int variant = 4 * cell.tone().ordinal() + (cell.link() == null ? 0 : 2) + (formulaLike ? 1 : 0);
        CellStyle style = variants[variant];
        if (style == null) {
            style = make(cell, formulaLike);
            variants[variant] = style;
        }
        return style;
    }

    private CellStyle make(Cell cell, boolean formulaLike) {
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

    CellStyle head() {
        return style(new Look(new Letter(HEAD, 11, ""), HorizontalAlignment.CENTER, "", Tone.HEAD, true, true, false));
    }

    CellStyle title() {
        return bare(TITLE, 20, HorizontalAlignment.CENTER, true);
    }

    /** Returns the style of the sentence above the tables: centred on one line, else set like a paragraph. */
    CellStyle lead(HorizontalAlignment side) {
        return bare(side == HorizontalAlignment.CENTER ? HEAD : BODY, 12, side, true);
    }

    CellStyle caption() {
        return bare(HEAD, 12, HorizontalAlignment.LEFT, false);
    }

    /** Returns the style of the line below the title. */
    CellStyle side(HorizontalAlignment side) {
        return bare(BODY, 11, side, false);
    }

    CellStyle note() {
        return bare(BODY, 10, HorizontalAlignment.LEFT, true);
    }

    CellStyle signature() {
        return bare(BODY, 12, HorizontalAlignment.LEFT, true);
    }

    private CellStyle bare(String font, int points, HorizontalAlignment side, boolean wrap) {
        return style(new Look(new Letter(font, points, ""), side, "", Tone.PLAIN, wrap, false, false));
    }

    private CellStyle style(Look look) {
        return styles.computeIfAbsent(look, this::make);
    }

    private CellStyle make(Look look) {
        XSSFCellStyle style = (XSSFCellStyle) book.createCellStyle();
        style.setFont(fonts.computeIfAbsent(look.letter, this::font));
        style.setAlignment(look.side);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(look.wrap);
        if (look.borders && look.side == HorizontalAlignment.LEFT) {
            style.setIndention((short) 1);
        }
        if (!look.format.isEmpty()) {
            style.setDataFormat(book.createDataFormat().getFormat(look.format));
        }
        if (!look.tone.colour().isEmpty()) {
            style.setFillForegroundColor(colour(look.tone.colour()));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        if (look.borders) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        style.setQuotePrefixed(look.quote);
        return style;
    }

    private XSSFFont font(Letter letter) {
        XSSFFont font = (XSSFFont) book.createFont();
        font.setFontName(letter.name);
        font.setFontHeightInPoints((short) letter.points);
        font.setFamily(letter.name.equals(HEAD) ? FontFamily.MODERN : FontFamily.ROMAN);
        font.setCharSet(letter.name.equals(FIGURES) ? Font.DEFAULT_CHARSET : GB2312);
        if (!letter.colour.isEmpty()) {
            font.setColor(colour(letter.colour));
        }
        return font;
    }

    /** Returns an opaque colour; the standard wants its opacity told. */
    static XSSFColor colour(String hex) {
        return new XSSFColor(HexFormat.of().parseHex("FF" + hex), null);
    }
}
