package org.platscore.intake;

import org.jspecify.annotations.Nullable;
import org.platscore.rules.Input;

/**
 * Takes the rows of all inputs, in file order, on one thread. A row is only good until the method returns. What only an
 * explanation needs has methods that do nothing unless it watches a subject.
 */
public interface RowConsumer {

    /** Takes a row that passed all checks. Cells are also to be had by {@code row.cell(name)}. */
    void accepted(Input input, Subject subject, PlacedRow row);

    /** Takes note of a row of this subject that was rejected with this code, that of the first finding that puts it out. */
    void rejected(Input input, Subject subject, String code, PlacedRow row);

    /** Takes the one row that the roster or a form holds of a subject. */
    default void only(Input input, Subject subject, PlacedRow row) {}

    /** Returns whether it wants every row of a subject, those too that the input's {@code where} leaves out. */
    default boolean watches(Subject subject) {
        return false;
    }

    /** Takes a row that the input's {@code where} leaves out; it may be of a subject that is not watched. */
    default void passedOver(Input input, Subject subject, PlacedRow row) {}

    /** Returns what takes the sound rows of tables without their being made, if nobody watches them; null: it wants rows. */
    default @Nullable RowCounter counter() {
        return null;
    }

    /** Forgets everything: all is read once more. */
    default void forget() {}
}
