package org.platscore.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.condition.Columns;
import org.platscore.rules.formula.Formula;
import org.platscore.rules.formula.Formulas;
import org.platscore.rules.names.Namespace;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/** Reads {@code derive}: the columns of an input that are computed row by row. */
final class DeriveReading {

    private final Map<String, Node.Scalar> formulas;
    private final Map<String, Columns.Known> known = new LinkedHashMap<>();
    private final List<Derived> columns = new ArrayList<>();

    private DeriveReading(Map<String, Node.Scalar> formulas) {
        this.formulas = formulas;
        formulas.keySet().forEach(name -> known.put(name, new Columns.Known(name, name, null, List.of())));
    }

    /**
     * Reads the names.
     *
     * @param owner the input's name
     * @param names those of the input's other columns
     */
    static DeriveReading of(String owner, Fields input, Namespace names, Diagnostics diagnostics) {
        Map<String, Node.Scalar> formulas = new LinkedHashMap<>();
        Node node = input.node("derive");
        if (node != null && !(node instanceof Node.Mapping)) {
            Fields.of(node, diagnostics, "{minutes: \"hours * 60\"}");
            diagnostics.vague(owner);
        }
        for (Node.Entry entry :
                node instanceof Node.Mapping ? ((Node.Mapping) node).entries() : List.<Node.Entry>of()) {
            boolean sound = names.give(entry.key(), diagnostics);
            if (Fields.saysNothing(entry.value())) {
                diagnostics.error(
                        "R005",
                        entry.key().mark(),
                        Message.of("rules.blank-key", entry.key().text()),
                        Message.of("rules.fix.derive"));
                continue;
            }
            Node.Scalar formula = Fields.scalar(entry.value(), diagnostics);
            if (!sound || formula == null) {
                diagnostics.vague(owner);
            } else {
                formulas.put(entry.key().text().strip(), formula);
            }
        }
        return new DeriveReading(formulas);
    }

    /** Reads the formulas, those that others use first. */
    void read(
            List<ColumnReading.Declared> declared,
            boolean rosterItself,
            Map<String, Columns.Known> roster,
            Diagnostics diagnostics) {
        Map<String, Columns.Known> named = new LinkedHashMap<>();
        Set<String> personal = new LinkedHashSet<>();
        declared.forEach(each -> {
            named.put(each.known().name(), each.known());
        });
        roster.forEach((name, column) -> named.put("roster." + name, column));
        named.forEach((name, column) -> {
            if (column.personal()) {
                personal.add(name);
            }
        });
        Map<String, Term> terms = new LinkedHashMap<>();
        Set<String> doubtful = new LinkedHashSet<>();
        named.forEach((name, column) -> {
            terms.put(name, term(name, column));
            if (column.type() == null) {
                doubtful.add(name);
            }
        });
        formulas.keySet().forEach(name -> terms.put(name, new Term(name, name, ValueType.NUMBER, List.of())));
        Doubt doubt = new Doubt(doubtful, terms.size() == formulas.size(), roster.isEmpty());
        Map<String, Set<String>> uses = new LinkedHashMap<>();
        formulas.forEach((name, formula) -> uses.put(name, Dependencies.names(formula.text())));
        Dependencies.Order order = Dependencies.order(uses);
        for (List<String> cycle : order.cycles()) {
            diagnostics.error(
                    "R017",
                    Objects.requireNonNull(formulas.get(cycle.get(0))).mark(),
                    Message.of("rules.derive-cycle", String.join(" → ", cycle)),
                    Message.of("rules.fix.cycle"));
        }
        for (String name : order.names()) {
            Node.Scalar text = Objects.requireNonNull(formulas.get(name));
            if (rosterItself && ofRoster(uses.getOrDefault(name, Set.of()), text, diagnostics)) {
                doubtful.add(name);
                continue;
            }
            if (dates(uses.getOrDefault(name, Set.of()), named, text, diagnostics)) {
                doubtful.add(name);
                continue;
            }
            Diagnostics found = new Diagnostics();
            Formula formula = Formulas.read(text, terms, null, found);
            doubt.settle(found, text, diagnostics);
            if (formula == null || order.inCycle(name)) {
                doubtful.add(name);
                continue;
            }
            boolean number = formula.type() == ValueType.NUMBER;
            ColumnType type = number ? ColumnType.NUMBER : ColumnType.TEXT;
            boolean masked = formula.names().stream().anyMatch(personal::contains);
            if (masked) {
                personal.add(name);
            }
            terms.put(name, new Term(name, name, formula.type(), List.of()));
            known.put(name, new Columns.Known(name, name, type, List.of(), masked));
            columns.add(new Derived(name, type, formula, masked));
        }
    }

    /** Tells a {@code roster.COLUMN} in the roster itself, where the bare column is meant. */
    private static boolean ofRoster(Set<String> names, Node.Scalar text, Diagnostics diagnostics) {
        boolean any = false;
        for (String name : names) {
            if (name.startsWith("roster.")) {
                any = true;
                diagnostics.error(
                        "R021",
                        text.mark(),
                        Message.of("rules.derive-roster", name),
                        Message.of("rules.fix.nearest", name.substring("roster.".length())));
            }
        }
        return any;
    }

    /** Tells each date in a formula, which knows none; returns whether there is one. */
    private static boolean dates(
            Set<String> names, Map<String, Columns.Known> named, Node.Scalar text, Diagnostics diagnostics) {
        boolean any = false;
        for (String name : names) {
            Columns.Known column = named.get(name);
            if (column != null && column.type() == ColumnType.DATE) {
                any = true;
                diagnostics.error(
                        "R014",
                        text.mark(),
                        Message.of("rules.derive-date", name),
                        Message.of("rules.fix.derive-date"));
            }
        }
        return any;
    }

    private static Term term(String name, Columns.Known column) {
        ValueType type =
                column.type() == null ? ValueType.NUMBER : column.type().valueType();
        return new Term(name, column.label(), type, type == ValueType.NUMBER ? List.of() : column.choices());
    }

    /** Tells each derived column that an input's {@code where} names: it is not known yet there. */
    void refuseIn(@Nullable Node where, Diagnostics diagnostics) {
        if (where instanceof Node.Items) {
            ((Node.Items) where).items().forEach(item -> refuseIn(item, diagnostics));
        } else if (where instanceof Node.Mapping) {
            for (Node.Entry entry : ((Node.Mapping) where).entries()) {
                if (known.containsKey(entry.key().text())) {
                    diagnostics.error(
                            "R021",
                            entry.key().mark(),
                            Message.of("rules.derive-too-early", entry.key().text()),
                            Message.of("rules.fix.derive-too-early"));
                } else {
                    refuseIn(entry.value(), diagnostics);
                }
            }
        }
    }

    /** Returns all that are declared, faulty ones too. */
    List<Columns.Known> known() {
        return List.copyOf(known.values());
    }

    /** Returns the sound ones, each after those it uses. */
    List<Derived> columns() {
        return List.copyOf(columns);
    }
}
