package org.platscore.rules.names;

/** What kind of value a name stands for. */
public enum ValueType {
    /** An exact fraction; a boolean counts 1 or 0. */
    NUMBER,
    /** A text or one of a column's choices. */
    CATEGORY,
    /** A condition: only inside formulas. */
    TRUTH
}
