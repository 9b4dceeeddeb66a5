package org.platscore.rules.reward;

/** One part of a reward. */
public interface RewardPart {

    /** Returns the part's id. */
    String id();

    /** Returns the display text. */
    String label();
}
