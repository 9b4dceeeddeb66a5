package org.platscore.rules;

import org.platscore.rules.names.ValueType;

/** What a column's cells hold. */
public enum ColumnType {
    TEXT,
    NUMBER,
    INTEGER,
    /** An amount, kept in 元. */
    MONEY,
    /** A share: 20% is 0.2. */
    PERCENT,
    DATE,
    BOOLEAN,
    CHOICE,
    /** A choice whose words stand for numbers. */
    SCALE,
    /** A unified social credit code. */
    CREDIT_CODE,
    /** The id or name of a subject of the roster. */
    SUBJECT;

    /** Returns whether sums and means of such cells make sense. */
    public boolean summable() {
        return numeric() || this == SCALE;
    }

    /** Returns whether such a cell holds a number, or yes and no. */
    public boolean numeric() {
        return this == NUMBER || this == INTEGER || this == MONEY || this == PERCENT || this == BOOLEAN;
    }

    /** Returns the type of a measure that takes such a cell's value. Dates have none that a rubric can use. */
    public ValueType valueType() {
        return summable() ? ValueType.NUMBER : ValueType.CATEGORY;
    }
}
