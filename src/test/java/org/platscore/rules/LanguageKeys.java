package org.platscore.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;
import org.platscore.finding.Lang;
import org.platscore.rules.source.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Every key of the language, each in its mapping, as the schema has them; the schema agrees with the reader by a test of its own. */
final class LanguageKeys {

    private static final JsonNode SCHEMA = new ObjectMapper().readTree(RulesSchema.json(Lang.ZH));

    /** Mappings that the schema names by their place in it, and what they are to a reader. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("test-object", "test"),
            Map.entry("check-condition", "grouped check"),
            Map.entry("benchmark-band", "band"),
            Map.entry("method-band", "band"),
            Map.entry("benchmark", "choice"),
            Map.entry("by", "choice"),
            Map.entry("node", "rubric"),
            Map.entry("fixed-band", "fixed band"),
            Map.entry("statistic", "statistic"),
            Map.entry("quota", "at_most"),
            Map.entry("extra", "bonus"),
            Map.entry("limit", "reward limit"));

    private LanguageKeys() {}

    /** A key of a mapping, such as {@code measure} and {@code trim}. */
    record Key(String mapping, String name) {
        @Override
        public String toString() {
            return mapping + " ▸ " + name;
        }
    }

    /** Returns all of them, in the schema's order. */
    static Set<Key> all() {
        Set<Key> keys = new LinkedHashSet<>();
        collect(SCHEMA, "head", keys);
        SCHEMA.get("$defs").properties().forEach(def -> collect(def.getValue(), def.getKey(), keys));
        return keys;
    }

    /** Returns the words that a key's value may be; empty where that is open. */
    static List<String> words(Key key) {
        Set<String> words = new LinkedHashSet<>();
        words(SCHEMA, "head", key, words);
        SCHEMA.get("$defs").properties().forEach(def -> words(def.getValue(), def.getKey(), key, words));
        return List.copyOf(words);
    }

    private static void words(JsonNode schema, String name, Key key, Set<String> words) {
        JsonNode properties = schema.get("properties");
        if (properties != null) {
            properties.properties().forEach(each -> {
                if (named(name).equals(key.mapping()) && each.getKey().equals(key.name())) {
                    JsonNode value = each.getValue();
                    JsonNode flag = value.get("$ref");
                    JsonNode allowed = flag != null && flag.asString().endsWith("/flag")
                            ? SCHEMA.get("$defs").get("flag").get("enum")
                            : value.get("enum");
                    if (allowed != null) {
                        allowed.forEach(word -> words.add(word.asString()));
                    }
                }
                words(each.getValue(), each.getKey(), key, words);
            });
        }
        for (String inside : List.of("anyOf", "items", "then", "else", "additionalProperties")) {
            JsonNode within = schema.get(inside);
            if (within != null && within.isArray()) {
                within.forEach(each -> words(each, name, key, words));
            } else if (within != null && within.isObject()) {
                words(within, name, key, words);
            }
        }
    }

    private static void collect(JsonNode schema, String name, Set<Key> keys) {
        JsonNode properties = schema.get("properties");
        if (properties != null) {
            properties.properties().forEach(each -> {
                keys.add(new Key(named(name), each.getKey()));
                collect(each.getValue(), each.getKey(), keys);
            });
        }
        for (String inside : List.of("anyOf", "items", "then", "else", "additionalProperties")) {
            JsonNode within = schema.get(inside);
            if (within != null && within.isArray()) {
                within.forEach(each -> collect(each, name, keys));
            } else if (within != null && within.isObject()) {
                collect(within, name, keys);
            }
        }
    }

    private static String named(String name) {
        return NAMES.getOrDefault(name, name);
    }

    /** Hands over every entry of a file whose key the language has at its place. */
    static void walk(Node top, BiConsumer<Key, Node.Entry> each) {
        walk(SCHEMA, "head", top, each);
    }

    private static void walk(JsonNode schema, String name, Node node, BiConsumer<Key, Node.Entry> each) {
        if (node instanceof Node.Items) {
            for (JsonNode list :
                    alternatives(schema, name).stream().map(Named::schema).toList()) {
                if (list.get("items") != null) {
                    ((Node.Items) node).items().forEach(item -> walk(list.get("items"), name, item, each));
                    return;
                }
            }
        }
        if (!(node instanceof Node.Mapping)) {
            return;
        }
        Named best = null;
        long most = -1;
        for (Named one : alternatives(schema, name)) {
            JsonNode properties = one.schema.get("properties");
            long known = ((Node.Mapping) node)
                    .entries().stream()
                            .filter(entry -> properties != null
                                    && properties.get(entry.key().text()) != null)
                            .count();
            boolean open = one.schema.get("additionalProperties") != null
                    && one.schema.get("additionalProperties").isObject();
            if ((properties != null || open) && known > most) {
                best = one;
                most = known;
            }
        }
        if (best == null) {
            return;
        }
        for (Node.Entry entry : ((Node.Mapping) node).entries()) {
            String key = entry.key().text();
            JsonNode properties = best.schema.get("properties");
            JsonNode known = properties == null ? null : properties.get(key);
            if (known != null) {
                each.accept(new Key(named(best.name), key), entry);
                walk(known, key, entry.value(), each);
            } else if (best.schema.get("additionalProperties") != null) {
                walk(best.schema.get("additionalProperties"), best.name, entry.value(), each);
            }
        }
    }

    private record Named(JsonNode schema, String name) {}

    /** Returns what a schema allows, references followed and alternatives laid open. */
    private static List<Named> alternatives(JsonNode schema, String name) {
        List<Named> all = new ArrayList<>();
        JsonNode reference = schema.get("$ref");
        if (reference != null) {
            String def = reference.asString().substring("#/$defs/".length());
            all.addAll(alternatives(SCHEMA.get("$defs").get(def), def));
        }
        for (String inside : List.of("anyOf", "then", "else")) {
            JsonNode within = schema.get(inside);
            if (within != null && within.isArray()) {
                StreamSupport.stream(within.spliterator(), false).forEach(each -> all.addAll(alternatives(each, name)));
            } else if (within != null && within.isObject()) {
                all.addAll(alternatives(within, name));
            }
        }
        if (schema.get("properties") != null || schema.get("items") != null || open(schema)) {
            all.add(new Named(schema, name));
        }
        return all;
    }

    private static boolean open(JsonNode schema) {
        JsonNode others = schema.get("additionalProperties");
        return others != null && others.isObject();
    }
}
