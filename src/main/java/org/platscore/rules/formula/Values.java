package org.platscore.rules.formula;

import org.jspecify.annotations.Nullable;

/** Where a formula's names get their values. */
@FunctionalInterface
public interface Values {

    /** Returns the value of a name: a {@code BigFraction}, a {@code String}, or null where it has none. */
    @Nullable
    Object value(String name);
}
