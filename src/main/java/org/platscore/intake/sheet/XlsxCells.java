package org.platscore.intake.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.WholeCharacters;
import org.platscore.intake.sheet.RawCell.Format;
import org.platscore.intake.sheet.RawCell.Kind;

/** The cells of a sheet of an .xlsx file, made of what its XML says of each. */
final class XlsxCells {

    private static final int MOST_EXPONENT = 45;
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

    private final @Nullable String sheet;
    private final List<@Nullable RawCell> texts;
    private final CellFormats formats;
    private final boolean uncalculated;

    /**
     * @param texts cells of the workbook's shared texts; null where blank
     * @param uncalculated whether formulas may hold the 0 that stands where nothing was calculated
     */
    XlsxCells(@Nullable String sheet, List<@Nullable RawCell> texts, CellFormats formats, boolean uncalculated) {
        this.sheet = sheet;
        this.texts = texts;
        this.formats = formats;
        this.uncalculated = uncalculated;
    }

    /** Returns how many texts the sheet shares with others. */
    int texts() {
        return texts.size();
    }

    /** Returns a cell with a shared text; null if it is blank. */
    @Nullable
    RawCell shared(int index, boolean formula) {
        RawCell cell = texts.get(index);
        return cell == null || !formula ? cell : text(cell.text(), true);
    }

    /** Returns a cell in which no value stands: null if it is blank, and it is unless a formula stands there. */
    static @Nullable RawCell withoutValue(boolean formula) {
        return formula ? new RawCell(Kind.NO_VALUE, "", null, Format.PLAIN, true) : null;
    }

    /**
     * Returns the cell that a value makes; null if it is blank.
     *
     * @param type what the value says it is; empty: a number
     */
    @Nullable
    RawCell cell(int row, String type, String value, int style, boolean formula) throws FileFault {
        switch (type) {
            case "s" -> {
                if (value.isBlank()) {
                    return null;
                }
                int index = whole(value.strip(), -1);
                if (index < 0 || index >= texts.size()) {
                    throw FileFault.in(sheet, "lost-text", row, value.strip());
                }
                return shared(index, formula);
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
                if (formula && uncalculated && value.equals("0")) {
                    return withoutValue(true);
                }
                if (shown(value)) {
                    return number(new BigDecimal(value), value, formats.of(style), formula);
                }
                BigDecimal number = number(value.strip());
                return number == null
                        ? formula && value.isEmpty()
                                ? new RawCell(Kind.NO_VALUE, "", null, Format.PLAIN, true)
                                : text(value, formula)
                        : number(number, number.toPlainString(), formats.of(style), formula);
            }
        }
    }

    /** Returns a cell with a number; {@code plain} is its plain notation. */
    static RawCell number(BigDecimal number, String plain, Format format, boolean formula) {
        return new RawCell(Kind.NUMBER, format.text(number, plain), number, format, formula);
    }

    static @Nullable RawCell text(String text, boolean formula) {
        return RawCell.showsNothing(text)
                ? null
                : new RawCell(Kind.TEXT, WholeCharacters.of(text), null, Format.PLAIN, formula);
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
        if (stored.signum() == 0) {
            return BigDecimal.ZERO;
        }
        long exponent = (long) stored.precision() - stored.scale() - 1;
        if (Math.abs(exponent) > MOST_EXPONENT) {
            return null;
        }
        BigDecimal short_ = stored.round(SHOWN).stripTrailingZeros();
        return short_.scale() < 0 ? short_.setScale(0) : short_;
    }

    /** Returns the number that up to nine digits write; {@code otherwise} for anything else. */
    static int whole(String text, int otherwise) {
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
}
