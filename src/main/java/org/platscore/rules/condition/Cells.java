package org.platscore.rules.condition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;

/** Cells (see {@link Row#cell}) as formulas see them, and back. */
public final class Cells {

    private static final Object BLANK = new Object();

    private Cells() {}

    /**
     * Returns a cell as a value: numbers as fractions, words of a scale as their numbers, yes and no as 1 and 0, dates as ISO
     * text; null for a blank one.
     */
    public static @Nullable Object value(@Nullable Object cell) {
        if (cell instanceof BigDecimal) {
            return Exact.of((BigDecimal) cell);
        }
        if (cell instanceof ScaleWord) {
            return Exact.of(((ScaleWord) cell).number());
        }
        if (cell instanceof Boolean) {
            return (Boolean) cell ? BigFraction.ONE : BigFraction.ZERO;
        }
        return cell instanceof LocalDate ? cell.toString() : cell;
    }

    /**
     * Returns what subjects have in common whose roster cells count as this one: texts as they are compared, words of a scale by
     * the word whatever they count; blank cells are a group of their own.
     */
    public static Object group(@Nullable Object cell) {
        Object value = cell instanceof ScaleWord ? ((ScaleWord) cell).word() : value(cell);
        return value instanceof String ? Folded.text((String) value) : Objects.requireNonNullElse(value, BLANK);
    }

    /** Returns a formula's value as a cell: a fraction whose decimals end as a decimal, so that equal numbers are equal cells. */
    public static @Nullable Object cell(@Nullable Object value) {
        if (!(value instanceof BigFraction)) {
            return value;
        }
        BigDecimal ending = Exact.ending((BigFraction) value);
        return ending == null ? value : ending;
    }
}
