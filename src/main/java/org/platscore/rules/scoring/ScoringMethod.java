package org.platscore.rules.scoring;

import org.platscore.finding.Message;

/** How a value becomes points. */
public interface ScoringMethod {

    /** Returns the method's name in the rules: {@code linear}, {@code steps} … */
    String name();

    /** Returns the method in words, with its numbers. */
    Message sentence();
}
