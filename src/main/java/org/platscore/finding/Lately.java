package org.platscore.finding;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was made of things met lately, so that it need not be made again of an equal one: the last of each slot is remembered, and
 * what that takes does not grow. Threads may share it.
 *
 * @param <K> never changes, nor does what is made of it
 */
final class Lately<K, V> {

    private final Function<K, V> making;
    private final @Nullable Met<K, V>[] met;
    private final int shift;

    private record Met<K, V>(K of, V made) {}

    /** @param bits of the number of slots */
    @SuppressWarnings("unchecked")
    Lately(int bits, Function<K, V> making) {
        this.making = making;
        this.met = (Met<K, V>[]) new Met<?, ?>[1 << bits];
        this.shift = Integer.SIZE - bits;
    }

    /** Returns what is made of something. */
    V of(K something) {
        int slot = something.hashCode() * 0x9E3779B9 >>> shift;
        Met<K, V> known = met[slot];
        if (known == null || !known.of.equals(something)) {
            known = new Met<>(something, making.apply(something));
            met[slot] = known;
        }
        return known.made;
    }
}
