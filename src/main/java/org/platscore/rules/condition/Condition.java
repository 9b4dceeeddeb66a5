package org.platscore.rules.condition;

import org.platscore.finding.Message;

/** Something that holds for a row or does not. */
public interface Condition {

    /** Returns whether the condition holds. */
    boolean holds(Row row);

    /** Returns the condition in words. */
    Message sentence();
}
