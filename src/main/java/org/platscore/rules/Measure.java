package org.platscore.rules;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Quantity;
import org.platscore.rules.condition.Condition;
import org.platscore.rules.formula.Formula;
import org.platscore.rules.names.UnitKind;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.source.Mark;

/**
 * One value per subject.
 *
 * @param name as declared
 * @param label display text
 * @param unit of the value, such as 元 or 次; empty where none is given
 * @param share whether its numbers are shares that are told in the unit %: 0.45 is 45%
 * @param definition where the value comes from
 * @param type of the value
 * @param choices the categories it may take; empty where any text may come or it is a number
 * @param missing what a subject without a value gets
 * @param claimed the subject's own figure; null where none is asked for
 * @param mark where its name stands in the rules
 */
public record Measure(
        String name,
        String label,
        String unit,
        boolean share,
        Definition definition,
        ValueType type,
        List<String> choices,
        Missing missing,
        @Nullable Claim claimed,
        Mark mark) {

    private static final BigFraction HUNDRED = BigFraction.of(100);

    /** Returns whether its numbers are told in percent. */
    public boolean percent() {
        return UnitKind.percent(unit);
    }

    /** Returns one of its numbers as a sentence tells it. */
    public Quantity quantity(BigFraction number) {
        return new Quantity(share ? number.multiply(HUNDRED) : number, unit);
    }

    /**
     * The subject's own figure of a measure.
     *
     * @param value a form's field or a roster column
     * @param tolerance the share of the measured value by which it may be off, 0 to 1
     */
    public record Claim(Definition value, BigFraction tolerance) {}

    /** Where a measure's value comes from. */
    public sealed interface Definition {}

    /** The number of rows of an input that fulfil {@code where} (null: all). */
    public record Count(String input, @Nullable Condition where) implements Definition {}

    /**
     * A figure over a column's cells that are not blank, in the rows that fulfil {@code where} (null: all).
     *
     * @param aggregate what is computed
     * @param trim how many of the highest and of the lowest values are dropped; 0: none
     * @param trimFrom dropped only from this many values on; 0: always
     * @param atLeast with fewer values, before trimming, the measure is missing; where nothing is said, {@link
     *     Aggregate#leastValues}
     * @param spread values further than this from the median of all are told; null: none is
     */
    public record Over(
            Aggregate aggregate,
            String input,
            String column,
            @Nullable Condition where,
            int trim,
            int trimFrom,
            int atLeast,
            @Nullable BigFraction spread)
            implements Definition {}

    /** A form's field. */
    public record Field(String input, String column) implements Definition {}

    /** A roster column. */
    public record RosterValue(String column) implements Definition {}

    /** A formula over other measures. */
    public record Computed(Formula formula) implements Definition {}

    /** The aggregates over a column. */
    public enum Aggregate {
        SUM,
        DISTINCT,
        MEAN,
        MIN,
        MAX,
        MEDIAN;

        /** Returns how many values it needs where the rules do not say: a sum of none, and how many differ, is 0. */
        public int leastValues() {
            return this == SUM || this == DISTINCT ? 0 : 1;
        }
    }
}
