package org.platscore.rules.scoring;

/** How a value becomes points. */
public interface ScoringMethod {}
