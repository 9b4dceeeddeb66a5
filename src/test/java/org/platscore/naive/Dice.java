package org.platscore.naive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Seeded chance. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    /** A whole number from low to high, both possible. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** A number from low to high in halves or tenths, as text. */
    String number(int low, int high) {
        return percent(50)
                ? Integer.toString(between(low, high))
                : new BigDecimal(between(low * 10, high * 10)).movePointLeft(1).toString();
    }

    /** Different whole numbers from low to high, rising. */
    List<Integer> rising(int count, int low, int high) {
        List<Integer> all = new ArrayList<>();
        for (int i = low; i <= high; i++) {
            all.add(i);
        }
        Collections.shuffle(all, random);
        return all.subList(0, count).stream().sorted().toList();
    }

    @SafeVarargs
    final <T> T of(T... things) {
        return of(Arrays.asList(things));
    }

    <T> T of(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** Some of these, at least one, in their order. */
    <T> List<T> some(List<T> things) {
        List<T> some = new ArrayList<>();
        for (T thing : things) {
            if (percent(50)) {
                some.add(thing);
            }
        }
        return some.isEmpty() ? List.of(of(things)) : some;
    }

    /** A map from keys and values in turn. */
    static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
        return map;
    }
}
