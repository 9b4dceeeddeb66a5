package org.platscore.rules.scoring;

import org.jspecify.annotations.Nullable;
import org.platscore.rules.source.Node;

/** The scoring methods by name. */
public final class ScoringMethods {

    private ScoringMethods() {}

    /** Returns the method that {@code score:} says; null, with an error, if it says none. */
    public static @Nullable ScoringMethod read(Node score, MethodReading reading) {
        throw new IllegalStateException("no method at " + score.mark() + reading.weight());
    }
}
