package org.platscore.rules.source;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;

/**
 * Reads the keys of one mapping. Each faulty value is told once and then counts as absent; {@link #done} tells the keys that
 * nobody asked for.
 */
public final class Fields {

    /** What is a number but for its size. */
    private static final Pattern DIGITS = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private final Node.Mapping mapping;
    private final Diagnostics diagnostics;
    private final Set<String> asked = new LinkedHashSet<>();

    private Fields(Node.Mapping mapping, Diagnostics diagnostics) {
        this.mapping = mapping;
        this.diagnostics = diagnostics;
    }

    /** Returns the fields of {@code node}, or null, with an error, if it is no mapping. */
    public static @Nullable Fields of(Node node, Diagnostics diagnostics) {
        if (node instanceof Node.Mapping) {
            return new Fields((Node.Mapping) node, diagnostics);
        }
        diagnostics.error("R006", node.mark(), Message.of("rules.not-a-mapping"), Message.of("rules.fix.mapping"));
        return null;
    }

    /**
     * Returns the fields of {@code node}, or null, with an error, if it is no mapping.
     *
     * @param example how it is written
     */
    public static @Nullable Fields of(Node node, Diagnostics diagnostics, String example) {
        if (node instanceof Node.Mapping) {
            return new Fields((Node.Mapping) node, diagnostics);
        }
        diagnostics.error(
                "R006", node.mark(), Message.of("rules.not-a-mapping"), Message.of("rules.fix.mapping-like", example));
        return null;
    }

    /** Returns where the mapping starts. */
    public Mark mark() {
        return mapping.mark();
    }

    /** Returns where the key stands, or the mapping where there is no such key. */
    public Mark keyMark(String key) {
        for (Node.Entry entry : mapping.entries()) {
            if (entry.key().text().equals(key)) {
                return entry.key().mark();
            }
        }
        return mapping.mark();
    }

    /** Returns where the key's value stands, or the mapping where there is no such key. */
    public Mark valueMark(String key) {
        Node node = mapping.get(key);
        return node == null ? mapping.mark() : node.mark();
    }

    /** Returns whether the key is there. Asking makes the key known. */
    public boolean has(String key) {
        return node(key) != null;
    }

    /** Returns the value; null where there is none, or one that says nothing. */
    public @Nullable Node node(String key) {
        asked.add(key);
        Node node = mapping.get(key);
        return node == null || saysNothing(node) ? null : node;
    }

    /** Returns whether the key stands there without a value that says anything. */
    public boolean blank(String key) {
        Node node = mapping.get(key);
        return node != null && saysNothing(node);
    }

    /** Returns whether a value is an empty list or mapping, or not there behind its key. */
    public static boolean saysNothing(Node node) {
        if (node instanceof Node.Scalar) {
            return ((Node.Scalar) node).text().isBlank() && !((Node.Scalar) node).quoted();
        }
        return node instanceof Node.Items
                ? ((Node.Items) node).items().isEmpty()
                : ((Node.Mapping) node).entries().isEmpty();
    }

    /** Returns the value; null with an error if it is not there. */
    public @Nullable Node required(String key) {
        Node node = node(key);
        if (node == null) {
            boolean there = mapping.get(key) != null;
            diagnostics.error(
                    "R005",
                    keyMark(key),
                    Message.of(there ? "rules.blank-key" : "rules.missing-key", key),
                    Message.of(there ? "rules.fix.fill-key" : "rules.fix.add-key", key));
        }
        return node;
    }

    /** Returns the value as a scalar; null if absent or, with an error, of another shape. */
    public Node.@Nullable Scalar scalar(String key) {
        Node node = node(key);
        return node == null ? null : scalar(node, diagnostics);
    }

    /** Returns the text of a value; null if absent, blank, or of another shape. */
    public @Nullable String text(String key) {
        Node.Scalar scalar = scalar(key);
        return scalar == null || scalar.text().isBlank() ? null : scalar.text().strip();
    }

    /** Returns the text of a value that must be there; null, with an error, if it is not. */
    public @Nullable String requiredText(String key) {
        if (required(key) == null) {
            return null;
        }
        Node.Scalar scalar = scalar(key);
        if (scalar != null && scalar.text().isBlank()) {
            diagnostics.error(
                    "R005", keyMark(key), Message.of("rules.blank-key", key), Message.of("rules.fix.fill-key", key));
            return null;
        }
        return scalar == null ? null : scalar.text().strip();
    }

    /** Returns a number; null if absent or, with an error, none. */
    public @Nullable BigFraction number(String key) {
        Node node = node(key);
        return node == null ? null : number(node, diagnostics);
    }

    /** Returns a whole number of at least {@code least}; null if absent or, with an error, none. */
    public @Nullable Integer whole(String key, int least) {
        BigFraction number = number(key);
        if (number == null) {
            return null;
        }
        boolean fits = number.getDenominator().equals(BigInteger.ONE)
                && number.compareTo(BigFraction.of(least)) >= 0
                && number.compareTo(BigFraction.of(1_000_000_000)) <= 0;
        if (!fits) {
            diagnostics.error(
                    "R018",
                    valueMark(key),
                    Message.of("rules.not-whole", key, number),
                    Message.of("rules.fix.whole", least));
            return null;
        }
        return number.intValue();
    }

    /** Returns {@code true} or {@code false}; {@code ifAbsent} if absent or, with an error, neither. */
    public boolean flag(String key, boolean ifAbsent) {
        String word = word(key, List.of("true", "false"));
        return word == null ? ifAbsent : word.equals("true");
    }

    /** Returns one of the allowed words; null if absent or, with an error, none of them. */
    public @Nullable String word(String key, List<String> allowed) {
        Node.Scalar scalar = scalar(key);
        if (scalar == null) {
            return null;
        }
        if (!allowed.contains(scalar.text())) {
            diagnostics.unknown("R023", scalar.mark(), Message.of("rules.kind.word", key), scalar.text(), allowed);
            return null;
        }
        return scalar.text();
    }

    /** Returns the items of a list, an absent one being empty; a single value counts as a list of one. */
    public List<Node> items(String key) {
        Node node = node(key);
        if (node == null) {
            return List.of();
        }
        return node instanceof Node.Items ? ((Node.Items) node).items() : List.of(node);
    }

    /** Returns the texts of a list or of a single value. */
    public List<String> texts(String key) {
        return items(key).stream()
                .map(each -> scalar(each, diagnostics))
                .filter(each -> each != null)
                .map(each -> each.text().strip())
                .toList();
    }

    /** Returns whether there is a key that is none of these. */
    public boolean hasOther(Set<String> keys) {
        return mapping.entries().stream()
                .anyMatch(entry -> !keys.contains(entry.key().text()));
    }

    /** Makes keys known without reading them. */
    public void allow(String... keys) {
        asked.addAll(List.of(keys));
    }

    /** Tells each key that was not asked for. */
    public void done() {
        for (Node.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (!asked.contains(key)) {
                Stray.key(entry, mapping, asked, diagnostics);
            } else if (entry.value() instanceof Node.Scalar && saysNothing(entry.value())) {
                diagnostics.error(
                        "R005",
                        entry.key().mark(),
                        Message.of("rules.blank-key", key),
                        Message.of("rules.fix.fill-key", key));
            }
        }
    }

    /** Returns {@code node} as a scalar; null, with an error, if it is none. */
    public static Node.@Nullable Scalar scalar(Node node, Diagnostics diagnostics) {
        if (node instanceof Node.Scalar) {
            return (Node.Scalar) node;
        }
        diagnostics.error("R006", node.mark(), Message.of("rules.not-a-scalar"), Message.of("rules.fix.scalar"));
        return null;
    }

    /** Returns {@code node} as a number; null, with an error, if it is none. */
    public static @Nullable BigFraction number(Node node, Diagnostics diagnostics) {
        Node.Scalar scalar = scalar(node, diagnostics);
        if (scalar == null) {
            return null;
        }
        BigFraction number = RuleNumber.read(scalar.text()).orElse(null);
        if (number == null) {
            boolean digits = DIGITS.matcher(scalar.text()).matches();
            diagnostics.error(
                    "R007",
                    scalar.mark(),
                    Message.of(digits ? "rules.number-bounds" : "rules.not-a-number", scalar.text()),
                    Message.of(digits ? "rules.fix.number-bounds" : "rules.fix.number"));
        }
        return number;
    }
}
