package org.platscore.rules.condition;

import org.jspecify.annotations.Nullable;

/** A row as conditions see it. */
public interface Row {

    /**
     * Returns the cell of a column, or of a column of the row's subject in the roster ({@code roster.code}): a {@code String}
     * (text, choice, credit code, subject id), {@code BigDecimal} (number, integer, money in 元, percent as a share), {@code
     * LocalDate}, {@code Boolean}, {@link ScaleWord}, or, of a derived column whose decimals have no end, {@code BigFraction};
     * null if blank.
     */
    @Nullable
    Object cell(String column);

    /** Returns whether the rows of another input that belong to this row's subject hold a cell with this folded key. */
    default boolean among(Other other, Object key) {
        throw new IllegalStateException("no rows of " + other.input() + " are known here");
    }
}
