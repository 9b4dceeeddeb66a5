package org.platscore.rules.formula;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.rules.names.ValueType;

/** A checked formula. */
public interface Formula {

    /** Returns the formula as written. */
    String source();

    /** Returns the type of its value. */
    ValueType type();

    /** Returns the names it uses, in the order they stand. */
    Set<String> names();

    /** Returns its value: a {@code BigFraction}, {@code String} or {@code Boolean}; null where it has none. */
    @Nullable
    Object value(Values values);
}
