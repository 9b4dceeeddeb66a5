package org.platscore.measure;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One value for each of some keys, in their order, for thousands of subjects that have the same keys: these are kept once. */
public final class KeyedValues<V> extends AbstractMap<String, V> {

    private final Keys keys;
    private final Object[] values;

    /** Keys in their order. */
    public static final class Keys {
        private final List<String> names;
        private final Map<String, Integer> places = new HashMap<>();

        /** @param names all different */
        public Keys(List<String> names) {
            this.names = List.copyOf(names);
            for (String name : names) {
                places.put(name, places.size());
            }
        }
    }

    /** @param values as many as there are keys, none of them null */
    public KeyedValues(Keys keys, Collection<? extends V> values) {
        this(keys, values.toArray());
        if (this.values.length != keys.names.size()) {
            throw new IllegalArgumentException(keys.names.size() + " keys, " + this.values.length + " values");
        }
    }

    private KeyedValues(Keys keys, Object[] values) {
        this.keys = keys;
        this.values = values;
    }

    /** Returns a map of its own with the same values. */
    KeyedValues<V> copy() {
        return new KeyedValues<>(keys, values.clone());
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        Integer place = keys.places.get(key);
        return place == null ? null : at(place);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return keys.places.containsKey(key);
    }

    /** Puts another value; new keys are refused. */
    @Override
    public V put(String key, V value) {
        Integer place = keys.places.get(key);
        if (place == null) {
            throw new IllegalArgumentException("no key " + key);
        }
        V before = at(place);
        values[place] = value;
        return before;
    }

    @SuppressWarnings("unchecked")
    private V at(int place) {
        return (V) values[place];
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, V>> iterator() {
                Iterator<String> names = keys.names.iterator();
                return new Iterator<>() {
                    private int next;

                    @Override
                    public boolean hasNext() {
                        return names.hasNext();
                    }

                    @Override
                    public Map.Entry<String, V> next() {
                        return Map.entry(names.next(), at(next++));
                    }
                };
            }

            @Override
            public int size() {
                return values.length;
            }
        };
    }
}
