package org.platscore.rules.condition;

import org.jspecify.annotations.Nullable;

/** A row as conditions see it. */
public interface Row {

    /**
     * Returns the cell of a column, or of a column of the row's subject in the roster ({@code roster.code}): a {@code String}
     * (text, choice, credit code, subject id), {@code BigDecimal} (number, integer, money in 元, percent as a share), {@code
     * LocalDate} or {@code Boolean}; null if blank.
     */
    @Nullable
    Object cell(String column);
}
