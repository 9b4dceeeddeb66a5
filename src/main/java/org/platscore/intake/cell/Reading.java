package org.platscore.intake.cell;

import org.jspecify.annotations.Nullable;

/**
 * What was made of a cell.
 *
 * @param value its value, see {@link org.platscore.rules.condition.Row#cell}; null where it is blank or faulty
 * @param fault why it has no value; null where it has one or is blank
 * @param numberAsText whether a number stood in a text cell of a workbook, or in a text file with more than its digits
 * @param unitless whether an amount came without any unit, or under two, and was taken for one in the rules' unit or 元; or a share
 *     above 1 without a percent sign; or a number came with that sign among plain ones
 * @param digitsLost whether a long number lost its last digits in a number cell, and so counts as blank
 */
public record Reading(
        @Nullable Object value, @Nullable Fault fault, boolean numberAsText, boolean unitless, boolean digitsLost) {

    /** A blank cell. */
    public static final Reading BLANK = new Reading(null, null, false, false, false);

    private static final Reading LOST = new Reading(null, null, false, false, true);

    static Reading of(Object value) {
        return new Reading(value, null, false, false, false);
    }

    static Reading of(Fault fault) {
        return new Reading(null, fault, false, false, false);
    }

    static Reading digitsGone() {
        return LOST;
    }
}
