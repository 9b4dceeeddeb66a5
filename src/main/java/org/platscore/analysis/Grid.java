package org.platscore.analysis;

import java.math.BigDecimal;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.rules.Column;
import org.platscore.rules.ColumnType;
import org.platscore.rules.Measure;
import org.platscore.rules.Rulebook;
import org.platscore.rules.names.ValueType;

/**
 * The values that a measure can take for advice.
 *
 * @param step 1 for counts, whole numbers and amounts in 元, else 0.01
 * @param least the least value; null where nothing bounds it
 * @param most the greatest value; null where nothing bounds it
 */
record Grid(
        BigFraction step,
        @Nullable BigFraction least,
        @Nullable BigFraction most) {

    private static final BigFraction HUNDREDTH = BigFraction.of(1, 100);

    /** Returns the grid of a measure that stems from data; null for formulas and categories. */
    static @Nullable Grid of(Rulebook rules, Measure measure) {
        if (measure.type() != ValueType.NUMBER || measure.definition() instanceof Measure.Computed) {
            return null;
        }
        if (measure.definition() instanceof Measure.Count) {
            return new Grid(BigFraction.ONE, BigFraction.ZERO, null);
        }
        if (measure.definition() instanceof Measure.Field) {
            Measure.Field field = (Measure.Field) measure.definition();
            return bounded(rules.input(field.input()).column(field.column()));
        }
        if (measure.definition() instanceof Measure.RosterValue) {
            return bounded(rules.roster().column(((Measure.RosterValue) measure.definition()).column()));
        }
        Measure.Over over = (Measure.Over) measure.definition();
        Column column = rules.input(over.input()).column(over.column());
        return switch (over.aggregate()) {
            case DISTINCT -> new Grid(BigFraction.ONE, BigFraction.ZERO, null);
            case SUM -> new Grid(column == null ? HUNDREDTH : step(column.type()), null, null);
            case MEAN, MEDIAN -> {
                boolean money = column != null && column.type() == ColumnType.MONEY;
                yield bounded(money ? BigFraction.ONE : HUNDREDTH, column);
            }
            case MIN, MAX -> bounded(column);
        };
    }

    private static Grid bounded(@Nullable Column column) {
        return bounded(column == null ? HUNDREDTH : step(column.type()), column);
    }

    private static Grid bounded(BigFraction step, @Nullable Column column) {
        return column == null ? new Grid(step, null, null) : new Grid(step, number(column.min()), number(column.max()));
    }

    private static BigFraction step(ColumnType type) {
        boolean whole = type == ColumnType.INTEGER || type == ColumnType.MONEY || type == ColumnType.BOOLEAN;
        return whole ? BigFraction.ONE : HUNDREDTH;
    }

    private static @Nullable BigFraction number(@Nullable Object bound) {
        return bound instanceof BigDecimal ? Exact.of((BigDecimal) bound) : null;
    }
}
