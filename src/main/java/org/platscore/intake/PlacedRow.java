package org.platscore.intake;

import java.util.List;
import org.platscore.finding.Finding;
import org.platscore.finding.Place;
import org.platscore.rules.condition.Row;

/** A row, or the fields of a form, whose cells tell where they stand in the files. */
public interface PlacedRow extends Row {

    /** Returns the place of the whole row; of a form, its file. */
    Place place();

    /** Returns the place of a column's cell; of the whole row where the input has no such column. */
    Place place(String column);

    /** Returns what was found wrong with the row, in that order, also what is not listed as one of very many alike. */
    List<Finding> faults();

    /** Returns a cell's text as it stands in the file, a resident's number masked; empty for a blank cell. */
    String shown(String column);
}
