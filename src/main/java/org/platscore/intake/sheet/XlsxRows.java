package org.platscore.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Place;
import org.platscore.intake.sheet.RawCell.Format;
import org.platscore.intake.sheet.RawCell.Kind;

/** The rows of a sheet of an .xlsx file. */
final class XlsxRows implements SheetRows {

    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_EXPONENT = 45;
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

    private final BoundedZip zip;
    private final @Nullable String sheet;
    private final InputStream in;
    private final XMLStreamReader xml;
    private final List<String> texts;
    private final CellFormats formats;
    private int row;
    private boolean ended;

    XlsxRows(
            BoundedZip zip,
            @Nullable String sheet,
            InputStream in,
            XMLStreamReader xml,
            List<String> texts,
            CellFormats formats) {
        this.zip = zip;
        this.sheet = sheet;
        this.in = in;
        this.xml = xml;
        this.texts = texts;
        this.formats = formats;
    }

    @Override
    public @Nullable RawRow next() throws FileFault {
        try {
            while (!ended && xml.hasNext()) {
                int event = Xml.next(xml);
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    RawRow read = readRow();
                    if (read != null) {
                        return read;
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("sheetData")) {
                    ended = true;
                }
            }
            return null;
        } catch (XMLStreamException | RuntimeException e) {
            throw XlsxSource.fault(zip, sheet, e);
        }
    }

    private @Nullable RawRow readRow() throws XMLStreamException, FileFault {
        int number = whole(Xml.attribute(xml, "r"), row + 1);
        if (number <= row || number > MOST_ROWS) {
            throw FileFault.in(sheet, "rows-disordered", number, row);
        }
        row = number;
        boolean hidden = Xml.flag(xml, "hidden");
        List<@Nullable RawCell> cells = null;
        int column = -1;
        while (true) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) {
                return cells == null ? null : new RawRow(row, hidden, cells);
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                int stated = reference(Xml.attribute(xml, "r"));
                column = stated < 0 ? column + 1 : stated;
                RawCell cell = readCell();
                if (cell == null) {
                    continue;
                }
                if (column >= MOST_COLUMNS) {
                    throw FileFault.in(sheet, "cell-beyond", row);
                }
                cells = cells == null ? new ArrayList<>() : cells;
                if (column > cells.size()) {
                    cells.addAll(Collections.nCopies(column - cells.size(), null));
                }
                if (column == cells.size()) {
                    cells.add(cell);
                } else if (cells.set(column, cell) != null) {
                    throw FileFault.in(sheet, "cell-twice", Place.letters(column + 1) + row);
                }
            }
        }
    }

    private @Nullable RawCell readCell() throws XMLStreamException, FileFault {
        String type = Xml.attribute(xml, "t");
        int style = whole(Xml.attribute(xml, "s"), 0);
        String value = null;
        boolean formula = false;
        while (true) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = Xml.text(xml);
                    case "is" -> value = RichText.read(xml);
                    case "f" -> {
                        formula = true;
                        Xml.skip(xml);
                    }
                    default -> Xml.skip(xml);
                }
            }
        }
        if (value == null) {
            return formula ? new RawCell(Kind.NO_VALUE, "", null, Format.PLAIN, true) : null;
        }
        return cell(type, value, style, formula);
    }

    private @Nullable RawCell cell(String type, String value, int style, boolean formula) throws FileFault {
        switch (type) {
            case "s" -> {
                if (value.isBlank()) {
                    return null;
                }
                int index = whole(value.strip(), -1);
                if (index < 0 || index >= texts.size()) {
                    throw FileFault.in(sheet, "lost-text", row, value.strip());
                }
                return text(texts.get(index), formula);
            }
            case "inlineStr" -> {
                return text(value, formula);
            }
            case "str", "d" -> {
                return text(RichText.unescape(value), formula);
            }
            case "b" -> {
                boolean yes = value.strip().equals("1") || value.strip().equalsIgnoreCase("true");
                return new RawCell(Kind.BOOLEAN, yes ? "TRUE" : "FALSE", null, Format.PLAIN, formula);
            }
            case "e" -> {
                return new RawCell(Kind.ERROR, value, null, Format.PLAIN, formula);
            }
            default -> {
                if (shown(value)) {
                    return new RawCell(Kind.NUMBER, value, new BigDecimal(value), formats.of(style), formula);
                }
                BigDecimal number = number(value.strip());
                return number == null
                        ? formula && value.isEmpty()
                                ? new RawCell(Kind.NO_VALUE, "", null, Format.PLAIN, true)
                                : text(value, formula)
                        : new RawCell(Kind.NUMBER, number.toPlainString(), number, formats.of(style), formula);
            }
        }
    }

    static @Nullable RawCell text(String text, boolean formula) {
        return RawCell.showsNothing(text) ? null : new RawCell(Kind.TEXT, text, null, Format.PLAIN, formula);
    }

    /** Returns whether a text is a number just as it is shown: at most 15 digits, none idle, no exponent. */
    static boolean shown(String text) {
        int length = text.length();
        int start = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        int digits = 0;
        int point = -1;
        for (int i = start; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && point < 0 && digits > 0) {
                point = i;
            } else {
                return false;
            }
        }
        if (digits == 0 || digits > 15) {
            return false;
        }
        boolean zeroFirst = text.charAt(start) == '0';
        return point < 0
                ? !zeroFirst || length == 1
                : point < length - 1 && text.charAt(length - 1) != '0' && (!zeroFirst || point == start + 1);
    }

    /** Returns the number that a cell shows; null if the text is none or out of all bounds. */
    static @Nullable BigDecimal number(String text) {
        int length = text.length();
        boolean whole = length > 0 && length <= 15;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                whole = false;
                if (c != '.' && c != '-' && c != '+' && c != 'E' && c != 'e') {
                    return null;
                }
            }
        }
        if (whole) {
            return BigDecimal.valueOf(Long.parseLong(text));
        }
        if (length == 0 || length > 60) {
            return null;
        }
        try {
            return number(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Returns a number as a spreadsheet shows it; null if it is out of all bounds. */
    static @Nullable BigDecimal number(BigDecimal stored) {
        BigDecimal number = stored.round(SHOWN);
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        int exponent = number.precision() - number.scale() - 1;
        BigDecimal short_ = number.stripTrailingZeros();
        return Math.abs(exponent) > MOST_EXPONENT ? null : short_.scale() < 0 ? short_.setScale(0) : short_;
    }

    /** Returns the 0-based column of a reference such as {@code C17}; -1 if it is none. */
    static int reference(String reference) {
        int column = 0;
        int i = 0;
        while (i < reference.length() && Character.isLetter(reference.charAt(i)) && column < MOST_COLUMNS) {
            column = column * 26 + (Character.toUpperCase(reference.charAt(i)) - 'A' + 1);
            i++;
        }
        return column - 1;
    }

    /** Returns the row of a reference such as {@code C17}; 0 if it names none. */
    static int rowOf(String reference) {
        int i = 0;
        while (i < reference.length() && !Character.isDigit(reference.charAt(i))) {
            i++;
        }
        return whole(reference.substring(i), 0);
    }

    private static int whole(String text, int otherwise) {
        if (text.isEmpty() || text.length() > 9) {
            return otherwise;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return otherwise;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    @Override
    public void close() {
        try {
            xml.close();
            in.close();
        } catch (XMLStreamException | IOException e) {
            // Nothing is lost where a file that was only read does not close.
        }
    }
}
