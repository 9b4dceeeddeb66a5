package org.platscore.intake;

import org.platscore.finding.Place;

/** Says where the cells of a row stand. */
interface Locator {

    /** Returns the place of a column's cell in a row; of the whole row if the column is -1. */
    Place place(int row, int column);

    /** Returns whether numbers of days count from 1904 there. */
    boolean datesFrom1904();
}
