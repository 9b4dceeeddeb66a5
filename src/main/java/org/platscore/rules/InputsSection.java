package org.platscore.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.condition.Columns;
import org.platscore.rules.condition.Condition;
import org.platscore.rules.condition.Conditions;
import org.platscore.rules.condition.Folded;
import org.platscore.rules.condition.Others;
import org.platscore.rules.names.Namespace;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Mark;
import org.platscore.rules.source.Node;

/**
 * Section 2: tables and forms.
 *
 * @param inputs those that are sound enough to stand in a rulebook
 * @param known all that are declared, by name
 * @param others the same as the test {@code in} names them
 */
record InputsSection(List<Input> inputs, Map<String, KnownInput> known, Others others) {

    /** Returns the roster's columns by name; empty where there is no roster. */
    Map<String, Columns.Known> roster() {
        return known.values().stream()
                .filter(KnownInput::roster)
                .map(KnownInput::columns)
                .findFirst()
                .orElse(Map.of());
    }

    /** Returns the roster's columns by name as they are shown beside an input's own. */
    Map<String, Columns.Known> roster(Map<String, Columns.Known> own) {
        return Columns.beside(own, roster(), others.rosterLabel());
    }

    /** Returns a sound column that a measure names; empty for a derived one. */
    Optional<Column> column(References.Column named) {
        return inputs.stream()
                .filter(input -> input.name().equals(named.input().name()))
                .flatMap(input -> input.columns().stream())
                .filter(column -> column.name().equals(named.column().name()))
                .findFirst();
    }

    /** Returns a sound derived column that a measure names; empty for any other. */
    Optional<Derived> derived(References.Column named) {
        return inputs.stream()
                .filter(input -> input.name().equals(named.input().name()))
                .flatMap(input -> input.derived().stream())
                .filter(column -> column.name().equals(named.column().name()))
                .findFirst();
    }

    /** Returns the roster's columns as a condition of {@code for:} names them. */
    Columns rosterColumns(@Nullable Period period) {
        return new Columns("roster", roster(), null, period);
    }

    static InputsSection read(@Nullable Node node, @Nullable Period period, Diagnostics diagnostics) {
        if (node == null || !(node instanceof Node.Mapping)) {
            if (node != null) {
                Fields.of(node, diagnostics);
            }
            return new InputsSection(List.of(), Map.of(), new Others("", Map.of(), Map.of()));
        }
        Namespace names = Namespace.ofNames();
        if (diagnostics.hasDoubled((Node.Mapping) node)) {
            diagnostics.vague("inputs");
        }
        List<Draft> drafts = new ArrayList<>();
        for (Node.Entry entry : ((Node.Mapping) node).entries()) {
            names.give(entry.key(), diagnostics);
            boolean second = drafts.stream().anyMatch(Draft::roster);
            Draft draft = Draft.read(entry, second, diagnostics);
            if (draft != null) {
                drafts.add(draft);
            }
        }
        Draft likely = rosters((Node.Mapping) node, drafts, diagnostics);
        Map<String, Columns.Known> roster = Map.of();
        String label = "";
        for (Draft draft : drafts) {
            if (draft.roster() && roster.isEmpty()) {
                draft.derive(Map.of(), diagnostics);
                roster = draft.known().columns();
                label = draft.label();
            }
        }
        for (Draft draft : drafts) {
            if (!draft.roster()) {
                draft.derive(Columns.beside(draft.known().columns(), roster, label), diagnostics);
            }
        }
        Map<String, KnownInput> known = new LinkedHashMap<>();
        ((Node.Mapping) node).entries().forEach(entry -> {
            String name = entry.key().text().strip();
            known.put(name, new KnownInput(name, false, false, Map.of()));
        });
        drafts.forEach(draft -> known.put(draft.name(), draft.known()));
        InputsSection found = new InputsSection(List.of(), known, others(known, drafts));
        List<Input> inputs = new ArrayList<>();
        for (Draft draft : drafts) {
            Map<String, Columns.Known> beside = found.roster(draft.known().columns());
            inputs.add(draft.finish(beside, found.others(), period, draft == likely, diagnostics));
        }
        return new InputsSection(List.copyOf(inputs), known, found.others());
    }

    /** Tells where inputs ask for each other's rows ({@code in}) in a circle, so that none could be read first. */
    void tellCircles(Diagnostics diagnostics) {
        Map<String, Set<String>> uses = new LinkedHashMap<>();
        Map<String, Mark> marks = new LinkedHashMap<>();
        for (Others.Use use : others.uses()) {
            marks.putIfAbsent(use.input() + "." + use.other(), use.mark());
            if (use.input().equals(use.other())) {
                diagnostics.error(
                        "R017",
                        use.mark(),
                        Message.of("rules.in-itself", use.input()),
                        Message.of("rules.fix.in-itself"));
            } else {
                uses.computeIfAbsent(use.input(), input -> new LinkedHashSet<>())
                        .add(use.other());
            }
        }
        for (List<String> cycle : Dependencies.order(uses).cycles()) {
            diagnostics.error(
                    "R017",
                    Objects.requireNonNull(marks.get(cycle.get(0) + "." + cycle.get(1))),
                    Message.of("rules.in-circle", String.join(" → ", cycle)),
                    Message.of("rules.fix.in-circle"));
        }
    }

    private static Others others(Map<String, KnownInput> known, List<Draft> drafts) {
        Map<String, Map<String, Columns.Known>> columns = new LinkedHashMap<>();
        known.forEach((name, input) -> columns.put(name, input.columns()));
        String roster = known.values().stream()
                .filter(KnownInput::roster)
                .map(KnownInput::name)
                .findFirst()
                .orElse("");
        Map<String, String> labels = new LinkedHashMap<>();
        drafts.forEach(draft -> labels.put(draft.name(), draft.label()));
        return new Others(roster, columns, labels);
    }

    /** Checks that there is one roster. Returns, where there is none, the input that most likely was meant as one. */
    private static @Nullable Draft rosters(Node.Mapping section, List<Draft> drafts, Diagnostics diagnostics) {
        List<Draft> rosters =
                drafts.stream().filter(draft -> draft.fields.has("roster")).toList();
        Draft likely = !rosters.isEmpty()
                ? null
                : drafts.stream()
                        .filter(draft -> !draft.form && !draft.fields.has("belongs_to"))
                        .findFirst()
                        .orElse(null);
        if (rosters.isEmpty()) {
            Mark mark = likely == null ? section.mark() : likely.entry.key().mark();
            diagnostics.error("R026", mark, Message.of("rules.no-roster"), Message.of("rules.fix.no-roster"));
        }
        for (Draft second : rosters.subList(Math.min(1, rosters.size()), rosters.size())) {
            diagnostics.error(
                    "R026",
                    second.fields().keyMark("roster"),
                    Message.of("rules.second-roster", second.name()),
                    Message.of("rules.fix.second-roster"),
                    rosters.get(0).fields().keyMark("roster"));
        }
        for (Draft draft : drafts) {
            if (draft.name().equals("roster") && !draft.fields.has("roster") && !rosters.isEmpty()) {
                diagnostics.error(
                        "R009",
                        draft.entry().key().mark(),
                        Message.of("rules.other-roster"),
                        Message.of("rules.fix.other-roster"));
            }
        }
        return likely;
    }

    /**
     * An input whose columns are known and whose conditions are still to be read.
     *
     * @param second whether another input is the roster already; what calls itself one, too, is a table to all others
     */
    private record Draft(
            Node.Entry entry,
            Fields fields,
            boolean form,
            boolean second,
            List<ColumnReading.Declared> declared,
            DeriveReading derived) {

        static @Nullable Draft read(Node.Entry entry, boolean second, Diagnostics diagnostics) {
            Fields fields = Fields.of(entry.value(), diagnostics);
            String key = fields == null ? null : Exclusive.key(fields, List.of("columns", "fields"), diagnostics);
            if (fields == null) {
                return null;
            }
            boolean form = "fields".equals(key) || key == null && fields.has("fields");
            Node node = key == null ? null : fields.node(key);
            List<ColumnReading.Declared> declared = new ArrayList<>();
            Namespace names = Namespace.ofNames();
            if (node instanceof Node.Mapping) {
                SharedHeads.tell((Node.Mapping) node, form, diagnostics);
                if (diagnostics.hasDoubled((Node.Mapping) node)) {
                    diagnostics.vague(entry.key().text().strip());
                }
                for (Node.Entry column : ((Node.Mapping) node).entries()) {
                    names.give(column.key(), diagnostics);
                    declared.add(ColumnReading.read(column, form, diagnostics));
                }
            } else if (node != null) {
                Fields.of(node, diagnostics);
            }
            DeriveReading derived = DeriveReading.of(entry.key().text().strip(), fields, names, diagnostics);
            return new Draft(entry, fields, form, second, declared, derived);
        }

        String name() {
            return entry.key().text().strip();
        }

        String label() {
            return fields.node("label") instanceof Node.Scalar label ? label.text() : name();
        }

        boolean roster() {
            return fields.has("roster") && !second;
        }

        /** Reads the formulas of the derived columns; from now on they are known. */
        void derive(Map<String, Columns.Known> roster, Diagnostics diagnostics) {
            derived.read(declared, roster(), roster, diagnostics);
        }

        KnownInput known() {
            Map<String, Columns.Known> columns = new LinkedHashMap<>();
            declared.forEach(each -> columns.put(each.known().name(), each.known()));
            derived.known().forEach(each -> columns.put(each.name(), each));
            return new KnownInput(name(), form, roster(), columns);
        }

        Input finish(
                Map<String, Columns.Known> roster,
                Others others,
                @Nullable Period period,
                boolean likelyRoster,
                Diagnostics diagnostics) {
            Map<String, Columns.Known> own = known().columns();
            String label = fields.text("label");
            List<String> globs = Globs.read(fields, diagnostics);
            List<String> sheets = fields.texts("sheet");
            Input.Roster ids = RosterReading.roster(fields, form, own, diagnostics);
            if (roster()) {
                RosterReading.refuseOnBad(fields.node("columns"), diagnostics);
                RosterReading.refusePersonal(ids, own, fields, diagnostics);
            }
            BelongsTo belongsTo = likelyRoster ? null : RosterReading.belongsTo(fields, own, diagnostics);
            fields.allow("belongs_to");
            Node where = fields.node("where");
            derived.refuseIn(where, diagnostics);
            Condition wanted =
                    where == null ? null : Conditions.read(where, new Columns(name(), own, null, period), diagnostics);
            Columns checked = roster()
                    ? new Columns(name(), own, null, period)
                    : new Columns(name(), own, roster, others, period);
            List<Check> checks = CheckReading.read(fields, !form && !roster(), checked, diagnostics);
            List<String> blanks =
                    fields.texts("blank").stream().map(Folded::text).toList();
            fields.done();
            List<Column> columns = declared.stream()
                    .map(each -> RosterReading.column(each.column(), ids))
                    .toList();
            return new Input(
                    name(),
                    label == null ? name() : label,
                    form,
                    globs,
                    ids,
                    sheets,
                    belongsTo,
                    columns,
                    wanted,
                    blanks,
                    checks,
                    derived.columns(),
                    entry.key().mark());
        }
    }
}
