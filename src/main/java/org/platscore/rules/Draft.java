package org.platscore.rules;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.condition.Columns;
import org.platscore.rules.condition.Condition;
import org.platscore.rules.condition.Conditions;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/**
 * A measure whose formula and stand-in are still to be read, because they may name any other measure.
 *
 * @param missing what is written of the stand-in; null: nothing
 * @param formula the formula's text; null for other measures
 * @param definition null for formulas, and where it is faulty
 * @param type null where it is not known because something is faulty; a number for formulas not yet read
 */
record Draft(
        Node.Entry entry,
        String label,
        String unit,
        @Nullable Node missing,
        Node.@Nullable Scalar formula,
        Measure.@Nullable Definition definition,
        @Nullable ValueType type,
        List<String> choices) {

    private static final List<String> KINDS =
            List.of("count", "sum", "distinct", "mean", "min", "max", "median", "value", "formula");
    private static final List<String> LATER = List.of("claimed", "tolerance", "spread");

    static Draft read(Node.Entry entry, InputsSection inputs, Head head, Diagnostics diagnostics) {
        String name = entry.key().text().strip();
        Fields fields = Fields.saysNothing(entry.value()) ? null : Fields.of(entry.value(), diagnostics);
        if (fields == null) {
            if (Fields.saysNothing(entry.value())) {
                diagnostics.error(
                        "R005",
                        entry.key().mark(),
                        Message.of("rules.blank-key", name),
                        Message.of("rules.fix.measure"));
            }
            return new Draft(entry, name, "", null, null, null, null, List.of());
        }
        return new Reading(fields, inputs, head, diagnostics).draft(entry, name);
    }

    String name() {
        return entry.key().text().strip();
    }

    Term term() {
        return new Term(name(), label, type == null ? ValueType.NUMBER : type, choices, unit);
    }

    /** Returns the measure; null where its definition is faulty. */
    @Nullable
    Measure measure(@Nullable Term term, Measure.@Nullable Definition found, Missing stand) {
        return found == null || term == null
                ? null
                : new Measure(
                        name(),
                        label,
                        unit,
                        found,
                        term.type(),
                        choices,
                        stand,
                        entry.key().mark());
    }

    /** Reads the keys of one measure. */
    private record Reading(Fields fields, InputsSection inputs, Head head, Diagnostics diagnostics) {

        Draft draft(Node.Entry entry, String name) {
            String label = fields.text("label");
            String unit = fields.text("unit");
            Node missing = fields.node("missing");
            for (String key : LATER) {
                if (fields.has(key)) {
                    diagnostics.error(
                            "R022",
                            fields.keyMark(key),
                            Message.of("rules.later." + key),
                            Message.of("rules.fix.later"));
                }
            }
            String kind = Exclusive.key(fields, KINDS, diagnostics);
            Node.Scalar formula = "formula".equals(kind) ? fields.scalar("formula") : null;
            Found found = kind == null || kind.equals("formula") ? new Found(null, null, List.of()) : found(kind);
            if (kind == null) {
                fields.allow("where", "trim", "at_least");
            } else {
                notBeside(kind, "where", List.of("value", "formula"));
                notBeside(kind, "trim", List.of("value", "formula", "count", "distinct"));
                notBeside(kind, "at_least", List.of("value", "formula", "count"));
            }
            fields.done();
            return new Draft(
                    entry,
                    label == null ? name : label,
                    unit == null ? "" : unit,
                    missing,
                    formula,
                    found.definition,
                    formula != null ? ValueType.NUMBER : found.type,
                    found.choices);
        }

        private void notBeside(String kind, String key, List<String> kinds) {
            if (kinds.contains(kind) && fields.has(key)) {
                diagnostics.error(
                        "R021",
                        fields.keyMark(key),
                        Message.of("rules.not-with", key, kind),
                        Message.of("rules.fix.not-with", key));
            }
        }

        private record Found(
                Measure.@Nullable Definition definition,
                @Nullable ValueType type,
                List<String> choices) {}

        private Found found(String kind) {
            Node.Scalar scalar = fields.scalar(kind);
            References references = new References(inputs, diagnostics);
            if (kind.equals("value")) {
                References.Column column = scalar == null ? null : references.value(scalar);
                ColumnType type = column == null ? null : column.column().type();
                if (column == null || type == null) {
                    return new Found(null, null, List.of());
                }
                Measure.Definition definition = column.input().roster()
                        ? new Measure.RosterValue(column.column().name())
                        : new Measure.Field(
                                column.input().name(), column.column().name());
                return new Found(definition, type.valueType(), column.column().choices());
            }
            if (kind.equals("count")) {
                KnownInput input = scalar == null ? null : references.table(scalar);
                Condition where = input == null ? null : where(input);
                return new Found(
                        input == null ? null : new Measure.Count(input.name(), where), ValueType.NUMBER, List.of());
            }
            References.Column column = scalar == null ? null : references.aggregated(scalar, !kind.equals("distinct"));
            Measure.Definition definition = column == null ? null : over(kind, column);
            if (column == null) {
                fields.allow("where", "trim", "at_least");
            }
            return new Found(definition, ValueType.NUMBER, List.of());
        }

        private Measure.Definition over(String kind, References.Column column) {
            int[] trim = trim();
            boolean zeroOfNone = kind.equals("sum") || kind.equals("distinct");
            Integer atLeast = fields.whole("at_least", 1);
            if (atLeast != null && trim[1] == 0 && atLeast <= 2 * trim[0]) {
                diagnostics.warning(
                        "R021",
                        fields.valueMark("at_least"),
                        Message.of("rules.at-least-trim", atLeast, 2 * trim[0]),
                        Message.of("rules.fix.at-least-trim", 2 * trim[0] + 1));
            }
            return new Measure.Over(
                    Measure.Aggregate.valueOf(kind.toUpperCase(Locale.ROOT)),
                    column.input().name(),
                    column.column().name(),
                    where(column.input()),
                    trim[0],
                    trim[1],
                    atLeast != null ? atLeast : zeroOfNone ? 0 : 1);
        }

        private @Nullable Condition where(KnownInput input) {
            Node node = fields.node("where");
            Columns columns = new Columns(input.name(), input.columns(), inputs.roster(), head.period());
            return node == null ? null : Conditions.read(node, columns, diagnostics);
        }

        private int[] trim() {
            Node node = fields.node("trim");
            if (node instanceof Node.Scalar) {
                Integer drop = fields.whole("trim", 1);
                return new int[] {drop == null ? 0 : drop, 0};
            }
            Fields trim = node == null ? null : Fields.of(node, diagnostics);
            if (trim == null) {
                return new int[] {0, 0};
            }
            trim.required("drop");
            Integer drop = trim.whole("drop", 1);
            Integer from = trim.whole("from", 1);
            trim.done();
            if (drop != null && from != null && from <= 2 * drop) {
                diagnostics.warning(
                        "R018",
                        trim.valueMark("from"),
                        Message.of("rules.trim-all", from, drop),
                        Message.of("rules.fix.trim-all", 2 * drop + 1));
            }
            return new int[] {drop == null ? 0 : drop, from == null ? 0 : from};
        }
    }
}
