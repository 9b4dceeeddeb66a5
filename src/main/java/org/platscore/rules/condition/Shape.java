package org.platscore.rules.condition;

import java.util.List;

/**
 * How a condition is put together, for those who make it many times over and keep what one column's cells came to.
 *
 * @param join how the parts make the whole; {@code TEST} has none
 * @param parts the conditions joined, in the order in which they are asked
 * @param columns of a test: the columns it asks for, its own first; those of the roster as {@code roster.NAME}
 * @param alone of a test: whether its cell alone decides, whatever else the row holds
 */
public record Shape(Join join, List<Condition> parts, List<String> columns, boolean alone) {

    /** How parts make a whole. */
    public enum Join {
        /** One test of one column. */
        TEST,
        /** All parts hold. */
        ALL,
        /** At least one part holds. */
        ANY,
        /** No part holds. */
        NONE
    }

    static Shape of(Join join, List<Condition> parts) {
        return new Shape(join, parts, List.of(), false);
    }
}
