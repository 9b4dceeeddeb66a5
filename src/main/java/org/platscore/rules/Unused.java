package org.platscore.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/**
 * Warns of inputs, columns and measures that nothing in the file uses. Not told are: columns of the roster, which every report
 * shows, those of submitted workbooks, which the template asks for, and columns that are required or personal, which have an
 * effect of their own.
 */
final class Unused {

    /** With such faults a name may only seem unused, because what uses it could not be read. */
    private static final Set<String> HIDING =
            Set.of("R001", "R002", "R003", "R004", "R005", "R006", "R009", "R010", "R011", "R012", "R015", "R023");

    private static final Set<String> WORDS =
            Set.of("label", "because", "id", "unit", "title", "files", "sheet", "header");
    private static final List<String> OWN = List.of("where", "checks", "derive", "roster", "belongs_to");

    private final Node.Mapping top;
    private final Diagnostics diagnostics;
    private final Set<String> named = new HashSet<>();

    private Unused(Node.Mapping top, Diagnostics diagnostics) {
        this.top = top;
        this.diagnostics = diagnostics;
    }

    static void tell(Node.Mapping top, Diagnostics diagnostics) {
        if (!diagnostics.hasErrors(HIDING)) {
            Unused unused = new Unused(top, diagnostics);
            unused.measures();
            unused.inputs();
        }
    }

    private void measures() {
        List<Node.Entry> measures = entries(top.get("measures"));
        Set<String> used = new HashSet<>();
        for (Node.Entry section : top.entries()) {
            if (!section.key().text().equals("inputs") && !section.key().text().equals("measures")) {
                collect(section.value(), false, used);
            }
        }
        for (Node.Entry measure : measures) {
            for (Node.Entry entry : entries(measure.value())) {
                if (List.of("formula", "missing").contains(entry.key().text())) {
                    Set<String> own = new HashSet<>();
                    collect(entry.value(), false, own);
                    own.remove(measure.key().text().strip());
                    used.addAll(own);
                }
            }
        }
        Set<String> earlier = new HashSet<>();
        used.stream()
                .filter(each -> each.startsWith("previous."))
                .forEach(each -> earlier.add(each.substring("previous.".length())));
        used.addAll(earlier);
        measures.forEach(measure -> tell(measure.key(), used, "measure"));
    }

    private void inputs() {
        for (Node.Entry section : top.entries()) {
            collect(section.value(), true, named);
        }
        for (Node.Entry input : entries(top.get("inputs"))) {
            String name = input.key().text().strip();
            if (!(input.value() instanceof Node.Mapping) || ((Node.Mapping) input.value()).get("roster") != null) {
                continue;
            }
            if (!counted(name) && named.stream().noneMatch(each -> each.startsWith(name + "."))) {
                tell(input.key(), Set.of(), "input");
            } else if (((Node.Mapping) input.value()).get("columns") != null) {
                columns(name, (Node.Mapping) input.value());
            }
        }
    }

    private void columns(String name, Node.Mapping input) {
        if (input.get("belongs_to") instanceof Node.Mapping) {
            return;
        }
        Set<String> used = new HashSet<>();
        OWN.forEach(key -> collect(input.get(key), true, used));
        for (Node.Entry measure : entries(top.get("measures"))) {
            if (over(measure.value(), name) && measure.value() instanceof Node.Mapping) {
                collect(((Node.Mapping) measure.value()).get("where"), true, used);
            }
        }
        for (Node.Entry column : entries(input.get("columns"))) {
            boolean effect = truth(column.value(), "required") || truth(column.value(), "personal");
            if (!effect && !named.contains(name + "." + column.key().text().strip())) {
                tell(column.key(), used, "column");
            }
        }
    }

    private static boolean truth(Node column, String key) {
        Node node = column instanceof Node.Mapping ? ((Node.Mapping) column).get(key) : null;
        return node instanceof Node.Scalar && ((Node.Scalar) node).text().equals("true");
    }

    private boolean counted(String input) {
        return entries(top.get("measures")).stream().anyMatch(measure -> over(measure.value(), input));
    }

    /** Returns whether a measure is taken from this input. */
    private static boolean over(Node measure, String input) {
        return entries(measure).stream()
                .filter(entry -> !WORDS.contains(entry.key().text()) && entry.value() instanceof Node.Scalar)
                .map(entry -> ((Node.Scalar) entry.value()).text())
                .anyMatch(text -> text.equals(input) || text.startsWith(input + "."));
    }

    private void tell(Node.Scalar name, Set<String> used, String kind) {
        String text = name.text().strip();
        if (!used.contains(text)) {
            diagnostics.warning(
                    "R027",
                    name.mark(),
                    Message.of("rules.unused-" + kind, text),
                    Message.of("rules.fix.unused-" + kind));
        }
    }

    private static List<Node.Entry> entries(@Nullable Node node) {
        return node instanceof Node.Mapping ? ((Node.Mapping) node).entries() : List.of();
    }

    /** Adds the names in all values, and in keys if they count, but for those that are only shown. */
    private static void collect(@Nullable Node node, boolean keys, Set<String> names) {
        if (node instanceof Node.Scalar && !Fields.saysNothing(node)) {
            names.addAll(Dependencies.names(((Node.Scalar) node).text()));
        } else if (node instanceof Node.Items) {
            ((Node.Items) node).items().forEach(item -> collect(item, keys, names));
        } else if (node instanceof Node.Mapping) {
            for (Node.Entry entry : ((Node.Mapping) node).entries()) {
                if (keys) {
                    names.addAll(Dependencies.names(entry.key().text()));
                }
                if (!WORDS.contains(entry.key().text())) {
                    collect(entry.value(), keys, names);
                }
            }
        }
    }
}
