package org.platscore.finding;

/** Keeps equal values once, where a run holds many, as far as they are remembered. Threads may share it. */
public final class Alike {

    private static final Lately<Object, Object> MET = new Lately<>(16, value -> value);

    private Alike() {}

    /**
     * Returns an equal value met lately, else the value itself.
     *
     * @param value one that never changes, of a class whose objects equal none of another class
     */
    @SuppressWarnings("unchecked")
    public static <T> T of(T value) {
        return (T) MET.of(value);
    }
}
