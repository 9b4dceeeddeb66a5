package org.platscore.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Place;

/**
 * A submitted workbook that was read by itself.
 *
 * @param intake what it says; its only subject has the index 0, and there is none where the workbook does not say whose it is
 * @param places where the values of its forms stand or should stand, by input and field: {@code form.staff}
 */
public record Submission(IntakeResult intake, Map<String, Place> places) {

    /** Returns whose workbook it is; null where it does not say. */
    public @Nullable Subject subject() {
        return intake.subjects().isEmpty() ? null : intake.subjects().get(0);
    }
}
