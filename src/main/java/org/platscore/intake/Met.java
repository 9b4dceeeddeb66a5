package org.platscore.intake;

import org.jspecify.annotations.Nullable;

/** What was found out of texts that were met lately, some thousand at most; of nearly all different ones nothing is kept. */
final class Met<V> {

    private static final int FIRST = 1 << 5;
    private static final int MOST = 1 << 11;
    /** After so many texts it is clear whether they come again. */
    private static final int ENOUGH = 4 * MOST;

    private @Nullable String[] texts = new @Nullable String[FIRST];
    private @Nullable Object[] found = new @Nullable Object[FIRST];
    private int kept;
    private int met;
    private boolean different;

    /** Returns what was found out of a text; null where it must be found out. */
    @SuppressWarnings("unchecked")
    @Nullable
    V get(String text) {
        if (different) {
            return null;
        }
        int place = place(text);
        String known = texts[place];
        // Other texts at the same place mostly differ late.
        if (known == null || known.hashCode() != text.hashCode() || !known.equals(text)) {
            return null;
        }
        met++;
        return (V) found[place];
    }

    /** Keeps what was found out of a text, for some time. */
    void put(String text, V value) {
        different = kept > ENOUGH && met < kept / 4;
        if (different) {
            return;
        }
        if (++kept > texts.length && texts.length < MOST) {
            texts = new @Nullable String[texts.length * 8];
            found = new @Nullable Object[texts.length];
            kept = 1;
        }
        int place = place(text);
        texts[place] = text;
        found[place] = value;
    }

    private int place(String text) {
        int hash = text.hashCode();
        return (hash ^ hash >>> 15) & texts.length - 1;
    }
}
