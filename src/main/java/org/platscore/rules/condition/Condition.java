package org.platscore.rules.condition;

import java.util.HashSet;
import java.util.Set;
import org.platscore.finding.Message;

/** Something that holds for a row or does not. */
public interface Condition {

    /** Returns whether the condition holds. */
    boolean holds(Row row);

    /** Returns what other inputs' columns it asks for. */
    default Set<Other> others() {
        return Set.of();
    }

    /** Returns whether it asks for no rows of inputs other than these. */
    default boolean within(Set<String> inputs) {
        return others().stream().allMatch(other -> inputs.contains(other.input()));
    }

    /** Returns the columns that it asks for, those of the roster as {@code roster.NAME}. */
    default Set<String> columns() {
        Shape shape = shape();
        Set<String> columns = new HashSet<>(shape.columns());
        shape.parts().forEach(part -> columns.addAll(part.columns()));
        return columns;
    }

    /** Returns the condition in words. */
    Message sentence();

    /** Returns how it is put together. */
    Shape shape();
}
