package org.platscore.rules.reward;

/** A bound on what one subject gets. */
public interface RewardLimit {}
