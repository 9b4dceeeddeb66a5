package org.platscore.rules;

import org.jspecify.annotations.Nullable;
import org.platscore.rules.formula.Formula;

/**
 * A fact that outweighs all points.
 *
 * @param when the condition, over measures
 * @param grade id of the grade it gives; null for the other effects
 * @param atBest id of the best grade still possible; null for the other effects
 * @param out whether the subject is not assessed
 */
public record Veto(
        String id,
        String label,
        Formula when,
        @Nullable String grade,
        @Nullable String atBest,
        boolean out) {

    /** Returns whether the subject takes no part in quotas, peers and rewards: a veto with a grade or {@code out}. */
    public boolean barring() {
        return grade != null || out;
    }
}
