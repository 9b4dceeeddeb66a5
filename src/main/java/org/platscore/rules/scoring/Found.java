package org.platscore.rules.scoring;

import org.jspecify.annotations.Nullable;

/**
 * A value that a method looked for, or what it ends with because there is none.
 *
 * @param value the value; null where there is none
 * @param instead the outcome in place of points; null where there is a value
 */
public record Found<T>(@Nullable T value, @Nullable Outcome instead) {

    /** Returns a value that was found. */
    public static <T> Found<T> of(T value) {
        return new Found<>(value, null);
    }

    /** Returns what a method ends with that found no value. */
    public static <T> Found<T> not(Outcome instead) {
        return new Found<>(null, instead);
    }

    /**
     * Returns the value.
     *
     * @throws IllegalStateException if there is none
     */
    public T get() {
        if (value == null) {
            throw new IllegalStateException("no value");
        }
        return value;
    }
}
