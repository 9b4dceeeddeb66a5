package org.platscore.naive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** YAML as plain maps, lists and texts. Maps and lists of the wrong kind or that are absent are empty. */
final class PlainYaml {
    private PlainYaml() {}

    static Map<String, Object> read(String text) {
        return map(
                new Load(LoadSettings.builder().setSchema(new FailsafeSchema()).build()).loadFromString(text));
    }

    static Map<String, Object> map(Object node) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (node instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> map.put(String.valueOf(key), value));
        }
        return map;
    }

    static List<Object> list(Object node) {
        return node instanceof List<?> items ? new ArrayList<>(items) : new ArrayList<>();
    }

    static List<Map<String, Object>> maps(Object node) {
        return list(node).stream().map(PlainYaml::map).toList();
    }

    /** The items of a list, or the one item that stands in its place. */
    static List<Object> oneOrMore(Object node) {
        return node instanceof List<?> ? list(node) : node == null ? List.of() : List.of(node);
    }

    static String text(Object node) {
        return node == null ? null : node.toString();
    }

    static Fraction number(Object node) {
        return Fraction.read(node.toString());
    }

    static Fraction number(Object node, Fraction otherwise) {
        return node == null ? otherwise : number(node);
    }

    static int whole(Object node, int otherwise) {
        return node == null ? otherwise : Integer.parseInt(node.toString());
    }
}
