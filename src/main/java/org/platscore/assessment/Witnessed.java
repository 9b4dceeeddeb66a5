package org.platscore.assessment;

import org.platscore.intake.PlacedRow;
import org.platscore.intake.RowConsumer;
import org.platscore.intake.Subject;
import org.platscore.rules.Input;

/** Hands rows on to one who counts them, then to one who looks on. */
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
    public boolean wantsPassedOver() {
        return witness.wantsPassedOver();
    }

    @Override
    public void passedOver(Input input, Subject subject, PlacedRow row) {
        witness.passedOver(input, subject, row);
    }
}
