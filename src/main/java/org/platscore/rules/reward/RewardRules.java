package org.platscore.rules.reward;

import org.jspecify.annotations.Nullable;
import org.platscore.rules.source.Node;

/** Reads the rewards section. */
public final class RewardRules {

    private RewardRules() {}

    /** Returns the rewards that the section says; null, with all its errors, if it is faulty. */
    public static @Nullable Rewards read(Node section, RewardReading reading) {
        throw new IllegalStateException("no rewards at " + section.mark() + reading.grades());
    }
}
