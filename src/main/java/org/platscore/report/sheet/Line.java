package org.platscore.report.sheet;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A row on its way into a sheet. */
final class Line {

    private static final int ABSENT = -1;
    private static final int FEW = 8;

    private static final byte[] ROW = Part.bytes("<row r=\"");
    private static final byte[] HEIGHT = Part.bytes("\" customHeight=\"1\" ht=\"");
    private static final byte[] ROW_BEGINS = Part.bytes("\">\n");
    private static final byte[] ROW_ENDS = Part.bytes("</row>\n");
    private static final byte[] CELL = Part.bytes("<c r=\"");
    private static final byte[] STYLE = Part.bytes("\" s=\"");
    private static final byte[] CELL_ENDS = Part.bytes("</c>");
    private static final byte[] FORMULA = Part.bytes("\" t=\"n\"><f>");
    private static final byte[] TEXT_FORMULA = Part.bytes("\" t=\"str\"><f>");
    private static final byte[] FORMULA_ENDS = Part.bytes("</f>");
    private static final byte[] VALUE = Part.bytes("<v>");
    private static final byte[] VALUE_ENDS = Part.bytes("</v>");
    private static final byte[] TEXT = Part.bytes("\" t=\"inlineStr\"><is><t");
    private static final byte[] TEXT_BEGINS = Part.bytes(">");
    private static final byte[] TEXT_ENDS = Part.bytes("</t></is>");
    private static final byte[] NOTHING = Part.bytes("\">");
    private static final byte[] NUMBER = Part.bytes("\" t=\"n\"><v>");
    private static final byte[] WHOLE = Part.bytes(".0");

    private final int number;
    private final float points;
    private int[] styles = new int[FEW];
    private @Nullable Object[] values = new Object[FEW];
    private @Nullable String[] formulas = new String[FEW];
    private int size;

    /**
     * Makes an empty row.
     *
     * @param number counted from 0
     * @param points its height
     */
    Line(int number, float points) {
        this.number = number;
        this.points = points;
    }

    int number() {
        return number;
    }

    /** Returns the style of a cell that was put. */
    int style(int column) {
        return styles[column];
    }

    /** Puts a cell: a text, a {@code BigDecimal}, an {@code Integer}, or null; and what works it out, null where nothing does. */
    void put(int column, int style, @Nullable Object value, @Nullable String formula) {
        if (column >= styles.length) {
            int room = Math.max(column + 1, 2 * styles.length);
            styles = Arrays.copyOf(styles, room);
            values = Arrays.copyOf(values, room);
            formulas = Arrays.copyOf(formulas, room);
        }
        if (column >= size) {
            Arrays.fill(styles, size, column, ABSENT);
            size = column + 1;
        }
        styles[column] = style;
        values[column] = value;
        formulas[column] = formula;
    }

    void write(Part part, Columns columns) {
        String row = Integer.toString(number + 1);
        part.add(ROW).add(row).add(HEIGHT).add(columns.height(points)).add(ROW_BEGINS);
        for (int c = 0; c < size; c++) {
            if (styles[c] != ABSENT) {
                part.add(CELL).add(columns.letters(c)).add(row).add(STYLE).add(columns.number(styles[c]));
                content(part, values[c], formulas[c]);
                part.add(CELL_ENDS);
            }
        }
        part.add(ROW_ENDS);
    }

    private static void content(Part part, @Nullable Object value, @Nullable String formula) {
        if (formula != null) {
            part.add(value instanceof String ? TEXT_FORMULA : FORMULA)
                    .text(formula)
                    .add(FORMULA_ENDS);
            if (!"".equals(value)) {
                part.add(VALUE);
                value(part, value);
                part.add(VALUE_ENDS);
            }
        } else if (value instanceof String) {
            String text = SafeText.of((String) value);
            part.add(TEXT).add(Xml.space(text)).add(TEXT_BEGINS).text(text).add(TEXT_ENDS);
        } else if (value == null) {
            part.add(NOTHING);
        } else {
            part.add(NUMBER);
            value(part, value);
            part.add(VALUE_ENDS);
        }
    }

    private static void value(Part part, @Nullable Object value) {
        if (value instanceof String) {
            part.text(SafeText.of((String) value));
        } else if (value instanceof Integer) {
            part.add(value.toString()).add(WHOLE);
        } else {
            part.add(Double.toString(value == null ? 0 : ((BigDecimal) value).doubleValue()));
        }
    }
}
