package org.platscore.report.sheet;

import java.util.List;

/** Rows that can also be had without what is not shown, formulas above all, for whoever only measures them. */
public interface Drafted extends Iterable<List<Cell>> {

    /** Returns the same rows, shown alike, perhaps without formulas. */
    Iterable<List<Cell>> draft();
}
