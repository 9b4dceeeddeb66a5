package org.platscore.rules.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.finding.Nearest;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/** Reads conditions and checks them against the columns, so that no row can surprise them. */
public final class Conditions {

    private static final Set<String> GROUPED = Set.of("sum", "count", "per");

    /** The keys that join conditions, beside the columns. */
    private static final List<String> JOINS = List.of("any", "all", "none");

    private final Columns columns;
    private final Diagnostics diagnostics;
    private final TestReading tests;

    private Conditions(Columns columns, Diagnostics diagnostics) {
        this.columns = columns;
        this.diagnostics = diagnostics;
        this.tests = new TestReading(columns, diagnostics);
    }

    /** Returns the condition that {@code node} says; null, with an error here or in what it names, if it says none. */
    public static @Nullable Condition read(Node node, Columns columns, Diagnostics diagnostics) {
        return new Conditions(columns, diagnostics).condition(node);
    }

    /** Returns whether a mapping asks for groups of rows ({@code sum} or {@code count} beside {@code per}), not for a condition. */
    public static boolean asksForGroups(Node node, Columns columns) {
        return node instanceof Node.Mapping
                && new Conditions(columns, new Diagnostics()).grouped((Node.Mapping) node) != null;
    }

    private @Nullable Condition condition(Node node) {
        if (!(node instanceof Node.Mapping)) {
            diagnostics.error(
                    "R006", node.mark(), Message.of("rules.not-a-condition"), Message.of("rules.fix.condition"));
            return null;
        }
        Node.Entry grouped = grouped((Node.Mapping) node);
        if (grouped != null) {
            diagnostics.error(
                    "R021",
                    grouped.key().mark(),
                    Message.of("rules.grouped-here"),
                    Message.of("rules.fix.grouped-here"));
            return null;
        }
        List<Condition> all = new ArrayList<>();
        boolean sound = true;
        for (Node.Entry entry : ((Node.Mapping) node).entries()) {
            if (Fields.saysNothing(entry.value())) {
                sound &= tests.passable(entry);
                continue;
            }
            Condition each = part(entry);
            sound &= each != null;
            if (each != null) {
                all.add(each);
            }
        }
        if (!sound || all.isEmpty()) {
            return null;
        }
        return all.size() == 1 ? all.get(0) : new Joined.All(List.copyOf(all));
    }

    private @Nullable Condition part(Node.Entry entry) {
        String key = entry.key().text();
        switch (key) {
            case "any":
                return joined(entry.value(), Joined.Any::new);
            case "all":
                return joined(entry.value(), Joined.All::new);
            case "none":
                return joined(entry.value(), Joined.None::new);
            default:
                break;
        }
        Columns.Known column = columns.find(key);
        if (column != null) {
            CellTest test = tests.read(entry.value(), column);
            return test == null ? null : new Joined.OfColumn(key, column.label(), test);
        }
        boolean ofConditions = entry.value() instanceof Node.Items
                && ((Node.Items) entry.value()).items().stream().allMatch(each -> each instanceof Node.Mapping);
        if (ofConditions && !Nearest.among(JOINS).all(key).isEmpty()) {
            diagnostics.unknown("R004", entry.key().mark(), Message.of("rules.kind.key"), key, JOINS);
        } else {
            columns.unknown(entry.key(), diagnostics);
        }
        return null;
    }

    /** Returns the key that asks for groups of rows, such as {@code sum} beside {@code per}; null where there is none. */
    private Node.@Nullable Entry grouped(Node.Mapping mapping) {
        return mapping.entries().stream()
                .filter(entry -> GROUPED.contains(entry.key().text()))
                .filter(entry -> columns.find(entry.key().text()) == null)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Condition joined(Node node, java.util.function.Function<List<Condition>, Condition> join) {
        List<Node> items = node instanceof Node.Items ? ((Node.Items) node).items() : List.of(node);
        List<Condition> of = new ArrayList<>();
        for (Node item : items) {
            Condition each = condition(item);
            if (each != null) {
                of.add(each);
            }
        }
        return of.size() == items.size() ? join.apply(List.copyOf(of)) : null;
    }
}
