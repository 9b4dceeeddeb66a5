package org.platscore.report.template;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.platscore.rules.ColumnType;

/** The styles of a template: labels locked on grey, cells to fill in open, those that must be filled in on yellow. */
final class Look {

    private static final String HEAD = "黑体";
    private static final String BODY = "仿宋";
    private static final String LABEL_GROUND = "DDEBF7";
    private static final String MUST_GROUND = "FFF9E5";

    private final XSSFWorkbook book;
    private final Map<Style, CellStyle> styles = new HashMap<>();

    private record Style(
            String font,
            int points,
            HorizontalAlignment side,
            String format,
            String ground,
            boolean borders,
            boolean locked) {}

    Look(XSSFWorkbook book) {
        this.book = book;
    }

    CellStyle title() {
        return of(new Style("方正小标宋简体", 18, HorizontalAlignment.CENTER, "", "", false, true));
    }

    CellStyle side() {
        return of(new Style(BODY, 11, HorizontalAlignment.LEFT, "", "", false, true));
    }

    CellStyle label() {
        return of(new Style(HEAD, 11, HorizontalAlignment.LEFT, "", LABEL_GROUND, true, true));
    }

    CellStyle head() {
        return of(new Style(HEAD, 11, HorizontalAlignment.CENTER, "", LABEL_GROUND, true, true));
    }

    CellStyle text() {
        return of(new Style(BODY, 11, HorizontalAlignment.LEFT, "", "", true, true));
    }

    /** Returns the style of a cell to fill in. */
    CellStyle input(Entry entry, boolean borders) {
        String ground = borders && entry.required() ? MUST_GROUND : "";
        HorizontalAlignment side =
                entry.column().type().numeric() && entry.column().type() != ColumnType.BOOLEAN
                        ? HorizontalAlignment.RIGHT
                        : HorizontalAlignment.LEFT;
        boolean locked = entry.owner() && entry.value() != null;
        return of(new Style(BODY, 11, side, format(entry.column().type()), ground, borders, locked));
    }

    private static String format(ColumnType type) {
        return switch (type) {
            case TEXT, CREDIT_CODE, SUBJECT, CHOICE, SCALE -> "@";
            case DATE -> "yyyy-mm-dd";
            default -> "";
        };
    }

    private CellStyle of(Style look) {
        return styles.computeIfAbsent(look, this::make);
    }

    private CellStyle make(Style look) {
        XSSFCellStyle style = book.createCellStyle();
        XSSFFont font = book.createFont();
        font.setFontName(look.font);
        font.setFontHeightInPoints((short) look.points);
        style.setFont(font);
        style.setAlignment(look.side);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        style.setLocked(look.locked);
        if (!look.format.isEmpty()) {
            style.setDataFormat(book.createDataFormat().getFormat(look.format));
        }
        if (!look.ground.isEmpty()) {
            style.setFillForegroundColor(new XSSFColor(HexFormat.of().parseHex("FF" + look.ground), null));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        if (look.borders) {
            style.setIndention((short) (look.side == HorizontalAlignment.CENTER ? 0 : 1));
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        return style;
    }
}
