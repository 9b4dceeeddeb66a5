package org.platscore.intake;

import org.platscore.finding.Place;

/** Says where the cells of a row stand. */
interface Locator {

    /** Returns the place of a column's cell in a row; of the whole row if the column is -1. */
    Place place(int row, int column);

    /** Returns whether numbers of days count from 1904 there. */
    boolean datesFrom1904();

    /** Returns the unit in the head of a column; empty where it has none. */
    default String unit(int column) {
        return "";
    }

    /** Returns the unit of money that a 单位 row above the head states; empty where none does. */
    default String sheetUnit() {
        return "";
    }
}
