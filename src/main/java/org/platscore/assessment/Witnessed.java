package org.platscore.assessment;

import org.jspecify.annotations.Nullable;
import org.platscore.intake.PlacedRow;
import org.platscore.intake.RowConsumer;
import org.platscore.intake.RowCounter;
import org.platscore.intake.Subject;
import org.platscore.rules.Input;

/** Hands rows on to one who counts them, then to one who looks on; who is not watched may be counted without rows. */
record Witnessed(RowConsumer counting, RowConsumer witness) implements RowConsumer {

    @Override
    public void accepted(Input input, Subject subject, PlacedRow row) {
        counting.accepted(input, subject, row);
        witness.accepted(input, subject, row);
    }

    @Override
    public void rejected(Input input, Subject subject, String code, PlacedRow row) {
        counting.rejected(input, subject, code, row);
        witness.rejected(input, subject, code, row);
    }

    @Override
    public void only(Input input, Subject subject, PlacedRow row) {
        counting.only(input, subject, row);
        witness.only(input, subject, row);
    }

    @Override
    public boolean watches(Subject subject) {
        return witness.watches(subject);
    }

    @Override
    public void passedOver(Input input, Subject subject, PlacedRow row) {
        witness.passedOver(input, subject, row);
    }

    @Override
    public @Nullable RowCounter counter() {
        return counting.counter();
    }

    @Override
    public void forget() {
        counting.forget();
        witness.forget();
    }
}
