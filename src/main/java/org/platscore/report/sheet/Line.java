package org.platscore.report.sheet;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A row on its way into a sheet. */
final class Line {

    private static final int ABSENT = -1;
    private static final int FEW = 8;

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
        // Heights are kept in twentieths of a point.
        float height = (short) (points * 20) / 20f;
        part.add("<row r=\"" + row + "\" customHeight=\"1\" ht=\"" + height + "\">\n");
        for (int c = 0; c < size; c++) {
            if (styles[c] != ABSENT) {
                part.add("<c r=\"")
                        .add(columns.letters(c))
                        .add(row)
                        .add("\" s=\"")
                        .add(columns.number(styles[c]));
                content(part, values[c], formulas[c]);
                part.add("</c>");
            }
        }
        part.add("</row>\n");
    }

    private static void content(Part part, @Nullable Object value, @Nullable String formula) {
        if (formula != null) {
            part.add(value instanceof String ? "\" t=\"str\"><f>" : "\" t=\"n\"><f>")
                    .add(Xml.cell(formula))
                    .add("</f>");
            String shown = value instanceof String ? Xml.cell(SafeText.of((String) value)) : figure(value);
            part.add(shown.isEmpty() ? "" : "<v>" + shown + "</v>");
        } else if (value instanceof String) {
            String text = SafeText.of((String) value);
            part.add("\" t=\"inlineStr\"><is><t")
                    .add(Xml.space(text))
                    .add(">")
                    .add(Xml.cell(text))
                    .add("</t></is>");
        } else if (value == null) {
            part.add("\">");
        } else {
            part.add("\" t=\"n\"><v>").add(figure(value)).add("</v>");
        }
    }

    private static String figure(@Nullable Object value) {
        double figure = value instanceof BigDecimal
                ? ((BigDecimal) value).doubleValue()
                : value instanceof Integer ? (Integer) value : 0;
        return Double.toString(figure);
    }
}
