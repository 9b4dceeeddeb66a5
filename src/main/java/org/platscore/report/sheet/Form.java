package org.platscore.report.sheet;

import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.usermodel.HorizontalAlignment;

/**
 * How a cell's value stands: on which side, and as which kind of number.
 *
 * @param side where it is aligned
 * @param format the number format; empty for text
 * @param decimals decimals that the format shows
 */
public record Form(HorizontalAlignment side, String format, int decimals) {

    /** Text on the left, wrapped. */
    public static final Form TEXT = new Form(HorizontalAlignment.LEFT, "", 0);

    /** Text in the middle, wrapped. */
    public static final Form CENTRED = new Form(HorizontalAlignment.CENTER, "", 0);

    /** A cell that the one on its left spreads over. */
    static final Form JOINED = new Form(HorizontalAlignment.LEFT, "", -1);

    /** A number of order, in the middle. */
    public static final Form ORDER = new Form(HorizontalAlignment.CENTER, "0", 0);

    /** A share as percent with one decimal. */
    public static final Form PERCENT = new Form(HorizontalAlignment.RIGHT, "0.0%", 1);

    private static final int MOST_OF_PERCENT = 6;

    /** Those with few decimals, which nearly all cells have. */
    private static final List<Form> POINTS = List.of(ofPoints(0), ofPoints(1), ofPoints(2), ofPoints(3), ofPoints(4));

    /** Returns points with this many decimals: {@code 0.00_ }. */
    public static Form points(int decimals) {
        return decimals < POINTS.size() ? POINTS.get(decimals) : ofPoints(decimals);
    }

    private static Form ofPoints(int decimals) {
        return new Form(HorizontalAlignment.RIGHT, "0" + places(decimals) + "_ ", decimals);
    }

    /** Returns an amount or a count with thousands separators and this many decimals: {@code #,##0.00_ }. */
    public static Form amount(int decimals) {
        return new Form(HorizontalAlignment.RIGHT, "#,##0" + places(decimals) + "_ ", decimals);
    }

    /** Returns a share as percent with as many decimals as the number needs as one, from one to six. */
    public static Form percent(BigDecimal share) {
        int decimals = Math.min(MOST_OF_PERCENT, share.scale() - 2);
        return decimals <= PERCENT.decimals ? PERCENT : new Form(PERCENT.side, "0" + places(decimals) + "%", decimals);
    }

    private static String places(int decimals) {
        return decimals == 0 ? "" : "." + "0".repeat(decimals);
    }

    /** Returns whether the value is a figure, set in Times New Roman. */
    boolean figure() {
        return !format.isEmpty();
    }

    /** Returns whether a share is shown as percent. */
    public boolean percent() {
        return format.endsWith("%");
    }

    /** Returns whether thousands are separated. */
    boolean grouped() {
        return format.startsWith("#");
    }
}
