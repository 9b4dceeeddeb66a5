package org.platscore.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.bulk.RisingKeys;

/** For a check {@code unique}: the first row of each key. */
final class FirstRows {

    private final RisingKeys keys = new RisingKeys();
    /** Where rows stand, and what was added to their numbers so that they go on from one table to the next. */
    private final List<Locator> locators = new ArrayList<>();

    private final List<Integer> bases = new ArrayList<>();
    private @Nullable Locator locator;
    private int base;
    private int greatest = -1;

    /** Where a row stands: all that is kept of it. */
    record Seen(Locator locator, int row) {}

    /** Returns the row that has the same key; null if there is none, then this row is kept. */
    @Nullable
    Seen add(byte[] key, int from, int length, int hash, Locator of, int row) {
        if (of != locator) {
            locator = of;
            base = greatest + 1;
            locators.add(of);
            bases.add(base);
        }
        int number = Math.addExact(base, row);
        int before = keys.add(key, from, length, hash, number);
        if (before >= 0) {
            return seen(before);
        }
        greatest = Math.max(greatest, number);
        return null;
    }

    /** Brings near what {@link #add} will look at. */
    long near(int hash) {
        return keys.near(hash);
    }

    private Seen seen(int number) {
        int low = 0;
        int high = bases.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (bases.get(middle) <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return new Seen(locators.get(low), number - bases.get(low));
    }
}
