package org.platscore.intake;

import org.platscore.rules.Input;
import org.platscore.rules.condition.Row;

/** Takes the rows of all tables, in file order, on one thread. A row is only good until the method returns. */
public interface RowConsumer {

    /** Takes a row that passed all checks. Cells are also to be had by {@code row.cell(name)}. */
    void accepted(Input input, Subject subject, Row row);

    /** Takes note of a row of this subject that was rejected. */
    void rejected(Input input, Subject subject);
}
