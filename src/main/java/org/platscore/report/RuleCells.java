package org.platscore.report;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.platscore.report.sheet.Spot;

/** Where the numbers of the rules stand on 评分细则, so that formulas can refer to them. */
final class RuleCells {

    private final Map<Object, Map<String, Spot>> owned = new IdentityHashMap<>();
    private final Map<String, Spot> named = new HashMap<>();

    /** Takes note of a number that belongs to a record of the rules. Returns where it stands already; null for nowhere. */
    @Nullable
    String put(Object owner, String part, Spot spot) {
        Spot before = owned.computeIfAbsent(owner, each -> new HashMap<>()).putIfAbsent(part, spot);
        return before == null ? null : before.fixed();
    }

    void put(String name, Spot spot) {
        named.put(name, spot);
    }

    /** Returns the reference to a number that belongs to a record of the rules; null where it stands in no cell. */
    @Nullable
    String of(Object owner, String part) {
        Map<String, Spot> parts = owned.get(owner);
        Spot spot = parts == null ? null : parts.get(part);
        return spot == null ? null : spot.fixed();
    }

    /** Returns the reference to a number by its name; null where it stands in no cell. */
    @Nullable
    String named(String name) {
        Spot spot = named.get(name);
        return spot == null ? null : spot.fixed();
    }
}
