package org.platscore.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.platscore.intake.sheet.RawCell.Format;

/** How the cell styles of a workbook show numbers. */
final class CellFormats {

    /**
     * Digits, or a number as it stands, and a text behind it; colours and languages in brackets change nothing. A comma behind
     * the last digit, or an escaped point, would show another number, and a condition in brackets holds for some numbers only.
     */
    private static final Pattern UNSCALED = Pattern.compile("(?:\\[[^<>=\\]][^]]*]|[_*].|[¥￥]|\"[¥￥]\")*"
            + "(?:(?:[#0?]+,)*[#0?]+(?:\\.[#0?]+)?|general|g/通用格式|@)(?: |_.)*"
            + "((?:\"[^\"]+\"|\\\\.|\\p{IsHan}|\\[\\$\\p{IsHan}+(?:-[0-9a-f]+)?])+)(?:[_*].)*");

    /** Zeros to be filled up, and a text before them, as codes have: 000, "P"00; languages, colours and room change nothing. */
    private static final Pattern FILLED = Pattern.compile(
            "(?:\\[(?:\\$-[0-9A-Fa-f]{1,4}|[A-Z][a-z]+[0-9]*)])*((?:\"[^\"]{1,20}\"|\\\\.)*)(0{1,20})(?:_.)*");

    /** What is shown as it stands, or gives room: texts, escaped signs; and numbers as they are. */
    private static final Pattern TEXTS = Pattern.compile("\"[^\"]*(?:\"|$)|[\\\\_*].|general");

    private static final Pattern ELAPSED = Pattern.compile("\\[(?:h+|m+|s+)]");
    private static final Pattern BRACKETS = Pattern.compile("\\[[^]]*(?:]|$)");

    /** What stands for a part of a day, the years of other calendars and the days of a week included; e+ is an exponent. */
    private static final Pattern DAY = Pattern.compile("[ymdhsb年月日]|gg|e(?![-+])|aaa");

    /** No spreadsheet writes longer ones. */
    private static final int LONGEST = 255;

    private final List<Format> styles = new ArrayList<>();

    /** Returns the formats of a book without styles. */
    static CellFormats none() {
        return new CellFormats();
    }

    static CellFormats read(BookPart part) throws IOException, XMLStreamException {
        CellFormats formats = new CellFormats();
        Map<Integer, String> codes = new HashMap<>();
        try (InputStream in = part.open()) {
            XMLStreamReader xml = Xml.open(in);
            boolean cells = false;
            while (xml.hasNext()) {
                int event = Xml.next(xml);
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String name = xml.getLocalName();
                    if (name.equals("numFmt")) {
                        codes.put(id(xml), Xml.attribute(xml, "formatCode"));
                    } else if (name.equals("cellXfs")) {
                        cells = true;
                    } else if (cells && name.equals("xf")) {
                        formats.styles.add(of(id(xml), codes));
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("cellXfs")) {
                    cells = false;
                }
            }
        }
        return formats;
    }

    /**
     * Returns the formats of a book.
     *
     * @param ids by style, the number of its format
     * @param codes of the formats that the book defines
     */
    static CellFormats of(List<Integer> ids, Map<Integer, String> codes) {
        CellFormats formats = new CellFormats();
        ids.forEach(id -> formats.styles.add(of(id, codes)));
        return formats;
    }

    /** Returns the format of a style by its number, as a cell gives it. */
    Format of(int style) {
        return style >= 0 && style < styles.size() ? styles.get(style) : Format.PLAIN;
    }

    private static int id(XMLStreamReader xml) {
        String id = Xml.attribute(xml, "numFmtId");
        return id.matches("\\d{1,6}") ? Integer.parseInt(id) : 0;
    }

    private static Format of(int id, Map<Integer, String> codes) {
        String code = codes.get(id);
        if (code != null) {
            return of(code);
        }
        if (id == 9 || id == 10) {
            return Format.PERCENT;
        }
        if (id == 46) {
            return Format.DURATION;
        }
        // 27 to 36 and 50 to 58 are the built-in days of East Asian versions (yyyy年m月d日).
        boolean day = id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58;
        return day ? Format.DATE : Format.PLAIN;
    }

    /** Returns what a format code shows: numbers that any of its sections shows as days are days, as under {@code [=0]"";yyyy/m/d}. */
    static Format of(String code) {
        String signs = TEXTS.matcher(code.toLowerCase(Locale.ROOT)).replaceAll("");
        if (ELAPSED.matcher(signs).find()) {
            return Format.DURATION;
        }
        String bare = BRACKETS.matcher(signs).replaceAll("");
        if (DAY.matcher(bare).find()) {
            return Format.DATE;
        }
        String section = code.split(";", 2)[0];
        Matcher filled = FILLED.matcher(section);
        if (section.length() > 1 && filled.matches()) {
            return Format.filled(
                    filled.group(1).replaceAll("[\"\\\\]", ""), filled.group(2).length());
        }
        String first = section.toLowerCase(Locale.ROOT);
        if (first.equals("general") || first.equals("@")) {
            return Format.PLAIN;
        }
        return bare.split(";", 2)[0].indexOf('%') >= 0 ? Format.PERCENT : plain(first);
    }

    /** Returns the format of numbers that are shown as they are, with the text behind them. */
    private static Format plain(String code) {
        Matcher unscaled = UNSCALED.matcher(code);
        return code.length() <= LONGEST && unscaled.matches()
                ? Format.with(unscaled.group(1).replaceAll("-[0-9a-f]+]|[\"\\\\\\[\\]$]", ""))
                : Format.PLAIN;
    }
}
