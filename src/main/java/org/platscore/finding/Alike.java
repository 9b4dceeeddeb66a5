package org.platscore.finding;

import org.jspecify.annotations.Nullable;

/**
 * Keeps equal values once, where a run holds many: of those met, the last of each slot is remembered, so that what this takes does
 * not grow. Threads may share it.
 */
public final class Alike {

    private static final int SLOTS = 1 << 16;
    private static final @Nullable Object[] MET = new @Nullable Object[SLOTS];

    private Alike() {}

    /**
     * Returns an equal value met before, if it is remembered, else the value itself.
     *
     * @param value one that never changes, of a class whose objects equal none of another class
     */
    @SuppressWarnings("unchecked")
    public static <T> T of(T value) {
        int hash = value.hashCode() * 0x9E3779B9;
        int slot = hash >>> 16;
        Object met = MET[slot];
        if (value.equals(met)) {
            return (T) met;
        }
        MET[slot] = value;
        return value;
    }
}
