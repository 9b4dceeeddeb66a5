package org.platscore.intake.cell;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.platscore.rules.Column;
import org.platscore.rules.ColumnType;
import org.platscore.rules.Input;
import org.platscore.rules.Measure;
import org.platscore.rules.Rulebook;

/** Hides what is nobody's business: cells of personal columns, and residents' numbers among credit codes. */
public final class Masking {

    /** What stands in place of a personal cell. */
    public static final String HIDDEN = "***";

    /** As programs write a number of 18 places that they took for a figure: 4.4030119900307774E+17. */
    private static final Pattern FIGURE = Pattern.compile("[1-9]\\.[0-9]+E\\+?17");

    private Masking() {}

    /** Returns a cell's text as it may be shown. */
    public static String shown(Column column, String text) {
        String clean = text.strip();
        if (column.personal()) {
            return clean.isEmpty() ? "" : HIDDEN;
        }
        return column.type() == ColumnType.CREDIT_CODE ? resident(clean) : clean;
    }

    /** Returns the text of a column's value, a derived one's too, as it may be shown. A derived text may be made of a credit code. */
    public static String shown(Input input, String column, String text) {
        Column declared = input.column(column);
        if (declared != null) {
            return shown(declared, text);
        }
        return input.personal(column) ? HIDDEN : resident(text);
    }

    /** Returns a column's value, a derived one's too, as it may be shown: nothing of a personal one, a text as {@link #shown} has it. */
    public static Object value(Input input, String column, Object value) {
        if (input.personal(column)) {
            return HIDDEN;
        }
        return value instanceof String text ? shown(input, column, text) : value;
    }

    /** Returns the text of a measure that takes the value of a single cell as it may be shown. */
    public static String shown(Rulebook rules, Measure.Definition definition, String text) {
        if (definition instanceof Measure.RosterValue value) {
            return shown(rules.roster(), value.column(), text);
        }
        return definition instanceof Measure.Field field
                ? shown(rules.input(field.input()), field.column(), text)
                : text;
    }

    /**
     * Returns a text, with what is written in it like a resident's number masked behind its area. White space may part two numbers,
     * or stand anywhere in one.
     */
    public static String resident(String text) {
        String written = Spelling.fold(text).toUpperCase(Locale.ROOT);
        String whole = FIGURE.matcher(written).matches() ? new BigDecimal(written).toPlainString() : written;
        String masked = CreditCode.masked(whole);
        String dense = Spelling.code(masked);
        String all = CreditCode.masked(dense);
        return !all.equals(dense) ? all : masked.equals(whole) ? text : masked;
    }
}
