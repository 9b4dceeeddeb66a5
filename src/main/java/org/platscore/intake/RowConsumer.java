package org.platscore.intake;

import org.jspecify.annotations.Nullable;
import org.platscore.rules.Input;

/**
 * Takes the rows of all inputs, in file order, on one thread. A row is only good until the method returns. What only an
 * explanation needs has methods that do nothing unless it asks for them.
 */
public interface RowConsumer {

    /** Takes a row that passed all checks. Cells are also to be had by {@code row.cell(name)}. */
    void accepted(Input input, Subject subject, PlacedRow row);

    /** Takes note of a row of this subject that was rejected with this code, that of the first finding that puts it out. */
    void rejected(Input input, Subject subject, String code, PlacedRow row);

    /** Takes the one row that the roster or a form holds of a subject. */
    default void only(Input input, Subject subject, PlacedRow row) {}

    /** Returns whether rows that the input's {@code where} leaves out are handed on too. */
    default boolean wantsPassedOver() {
        return false;
    }

    /** Returns what takes the sound rows of tables without their being made; null: it wants rows. */
    default @Nullable RowCounter counter() {
        return null;
    }

    /** Takes a row of this subject that the input's {@code where} leaves out. */
    default void passedOver(Input input, Subject subject, PlacedRow row) {}
}
