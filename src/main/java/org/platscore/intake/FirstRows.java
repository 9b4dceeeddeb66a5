package org.platscore.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.bulk.Keys;

/** For a check {@code unique}: the first row of each key. */
final class FirstRows {

    private final Keys keys = new Keys();
    /** Where rows stand that were added from an address of {@link #keys} on. */
    private final List<Locator> locators = new ArrayList<>();

    private final List<Integer> since = new ArrayList<>();

    /** Where a row stands: all that is kept of it. */
    record Seen(Locator locator, int row) {}

    /** Returns the row that has the same key; null if there is none, then this row is kept. */
    @Nullable
    Seen add(byte[] key, int from, int length, int hash, Locator locator, int row) {
        int before = keys.add(key, from, length, hash, row);
        if (before >= 0) {
            return new Seen(locator(before), keys.number(before));
        }
        if (locators.isEmpty() || locators.get(locators.size() - 1) != locator) {
            locators.add(locator);
            since.add(keys.last());
        }
        return null;
    }

    /** Brings near what {@link #add} will look at. */
    long near(int hash) {
        return keys.near(hash);
    }

    private Locator locator(int address) {
        int low = 0;
        int high = since.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (since.get(middle) <= address) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return locators.get(low);
    }
}
