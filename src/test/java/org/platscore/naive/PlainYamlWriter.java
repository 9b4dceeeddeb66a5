package org.platscore.naive;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes maps, lists and texts as YAML in block style; texts that need it are quoted. */
final class PlainYamlWriter {
    private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("-?[\\p{L}\\p{N}_.][\\p{L}\\p{N}_.%/-]*");

    private final StringBuilder out = new StringBuilder();

    static String write(Map<String, Object> node) {
        PlainYamlWriter writer = new PlainYamlWriter();
        writer.map(node, "");
        return writer.out.toString();
    }

    private void map(Map<?, ?> node, String indent) {
        node.forEach((key, value) -> {
            out.append(indent).append(key).append(':');
            value(value, indent + "  ");
        });
    }

    private void value(Object value, String indent) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            out.append('\n');
            map(map, indent);
        } else if (value instanceof List<?> list && list.stream().anyMatch(item -> item instanceof Map)) {
            out.append('\n');
            for (Object item : list) {
                out.append(indent).append('-');
                value(item, indent + "  ");
            }
        } else {
            out.append(' ').append(flow(value)).append('\n');
        }
    }

    private static String flow(Object value) {
        if (value instanceof List<?> list) {
            return "["
                    + String.join(", ", list.stream().map(PlainYamlWriter::flow).toList()) + "]";
        }
        String text = value.toString();
        return NEEDS_NO_QUOTES.matcher(text).matches()
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
