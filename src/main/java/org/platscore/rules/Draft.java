package org.platscore.rules;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.condition.Columns;
import org.platscore.rules.condition.Condition;
import org.platscore.rules.condition.Conditions;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.UnitKind;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;
import org.platscore.rules.source.RuleNumber;

/**
 * A measure whose formula and stand-in are still to be read, because they may name any other measure.
 *
 * @param missing what is written of the stand-in; null: nothing
 * @param formula the formula's text; null for other measures
 * @param definition null for formulas, and where it is faulty
 * @param ofPercent whether its value is that of cells of a percent column
 * @param claimed the subject's own figure; null where there is none or it is faulty
 * @param claimedBy what is written of it; null: nothing
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
        List<String> choices,
        boolean ofPercent,
        Measure.@Nullable Claim claimed,
        Node.@Nullable Scalar claimedBy) {

    /** Units of money in which nothing is kept. */
    private static final Set<String> LARGE_UNITS = Set.of("千元", "万元", "百万元", "亿元");

    private static final List<String> KINDS =
            List.of("count", "sum", "distinct", "mean", "min", "max", "median", "value", "formula");

    static Draft read(Node.Entry entry, InputsSection inputs, Head head, Diagnostics diagnostics) {
        String name = entry.key().text().strip();
        Fields fields =
                Fields.saysNothing(entry.value()) ? null : Fields.of(entry.value(), diagnostics, "{count: services}");
        if (fields == null) {
            if (Fields.saysNothing(entry.value())) {
                diagnostics.error(
                        "R005",
                        entry.key().mark(),
                        Message.of("rules.blank-key", name),
                        Message.of("rules.fix.measure"));
            }
            return new Draft(entry, name, "", null, null, null, null, List.of(), false, null, null);
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
    Measure measure(@Nullable Term term, boolean share, Measure.@Nullable Definition found, Missing stand) {
        return found == null || term == null
                ? null
                : new Measure(
                        name(),
                        label,
                        unit,
                        share,
                        found,
                        term.type(),
                        choices,
                        stand,
                        claimed,
                        entry.key().mark());
    }

    /** Tells a claim of a measure that is no number: there is nothing to be off by. */
    void refuseClaimOfCategory(@Nullable Measure measure, Diagnostics diagnostics) {
        if (measure != null && measure.type() != ValueType.NUMBER && claimedBy != null) {
            diagnostics.error(
                    "R014",
                    claimedBy.mark(),
                    Message.of("rules.claimed-category", name()),
                    Message.of("rules.fix.claimed-category"));
        }
    }

    /** Reads the keys of one measure. */
    private record Reading(Fields fields, InputsSection inputs, Head head, Diagnostics diagnostics) {

        Draft draft(Node.Entry entry, String name) {
            String label = fields.text("label");
            String unit = fields.text("unit");
            Node missing = fields.node("missing");
            String kind = Exclusive.key(fields, KINDS, diagnostics);
            Node.Scalar formula = "formula".equals(kind) ? fields.scalar("formula") : null;
            Found found = kind == null || kind.equals("formula") ? Found.NOTHING : found(kind);
            if (kind == null) {
                fields.allow("where", "trim", "at_least", "spread");
            } else {
                notBeside(kind, "where", List.of("value", "formula"));
                notBeside(kind, "trim", List.of("value", "formula", "count", "distinct"));
                notBeside(kind, "at_least", List.of("value", "formula", "count"));
                notBeside(kind, "spread", List.of("value", "formula", "count", "distinct"));
            }
            boolean sound = missing instanceof Node.Mapping
                    || missing instanceof Node.Scalar
                            && (List.of("error", "exclude").contains(((Node.Scalar) missing).text())
                                    || RuleNumber.read(((Node.Scalar) missing).text())
                                            .isPresent());
            if (sound && kind != null && ("count".equals(kind) || zeroOfNone(kind) && !fields.has("at_least"))) {
                diagnostics.warning(
                        "R021",
                        fields.keyMark("missing"),
                        Message.of("rules.never-missing", kind),
                        Message.of("rules.fix.never-missing"));
            }
            Node.Scalar claimedBy = fields.scalar("claimed");
            Measure.Claim claimed = claimed(claimedBy);
            fields.done();
            return new Draft(
                    entry,
                    label == null ? name : label,
                    unit == null ? "" : unit,
                    missing,
                    formula,
                    found.definition,
                    formula != null ? ValueType.NUMBER : found.type,
                    found.choices,
                    found.ofPercent,
                    claimed,
                    claimedBy);
        }

        private Measure.@Nullable Claim claimed(Node.@Nullable Scalar scalar) {
            if (scalar == null) {
                if (fields.has("tolerance") && !fields.has("claimed")) {
                    diagnostics.error(
                            "R021",
                            fields.keyMark("tolerance"),
                            Message.of("rules.tolerance-alone"),
                            Message.of("rules.fix.tolerance-alone"));
                }
                return null;
            }
            BigFraction tolerance = fields.number("tolerance");
            if (tolerance != null && (tolerance.signum() < 0 || tolerance.compareTo(BigFraction.ONE) > 0)) {
                diagnostics.error(
                        "R018",
                        fields.valueMark("tolerance"),
                        Message.of("rules.not-a-share", fields.text("tolerance") + ""),
                        Message.of("rules.fix.tolerance"));
            }
            References.Column column = new References(inputs, diagnostics).value(scalar);
            ColumnType type = column == null ? null : column.column().type();
            if (column == null || type == null) {
                return null;
            }
            if (!type.summable()) {
                diagnostics.error(
                        "R014",
                        scalar.mark(),
                        Message.of("rules.claimed-text", scalar.text()),
                        Message.of("rules.fix.claimed-text"));
                return null;
            }
            return new Measure.Claim(definition(column), tolerance == null ? BigFraction.ZERO : tolerance);
        }

        private static Measure.Definition definition(References.Column column) {
            String name = column.column().name();
            return column.input().roster()
                    ? new Measure.RosterValue(name)
                    : new Measure.Field(column.input().name(), name);
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
                List<String> choices,
                boolean ofPercent) {

            static final Found NOTHING = new Found(null, null, List.of(), false);
        }

        private Found found(String kind) {
            Node.Scalar scalar = fields.scalar(kind);
            References references = new References(inputs, diagnostics);
            if (kind.equals("value")) {
                References.Column column = scalar == null ? null : references.value(scalar);
                ColumnType type = column == null ? null : column.column().type();
                if (column == null || type == null) {
                    return Found.NOTHING;
                }
                inYuan(type);
                inShares(column);
                ValueType value = type.valueType();
                return new Found(
                        definition(column),
                        value,
                        value == ValueType.NUMBER ? List.of() : column.column().choices(),
                        ofShares(column));
            }
            if (kind.equals("count")) {
                KnownInput input = scalar == null ? null : references.table(scalar);
                Condition where = input == null ? null : where(input);
                fields.allow("where");
                return new Found(
                        input == null ? null : new Measure.Count(input.name(), where),
                        ValueType.NUMBER,
                        List.of(),
                        false);
            }
            References.Column column = scalar == null ? null : references.aggregated(scalar, !kind.equals("distinct"));
            Measure.Definition definition = column == null ? null : over(kind, column);
            if (column == null) {
                fields.allow("where", "trim", "at_least", "spread");
            }
            ColumnType type = column == null || kind.equals("distinct")
                    ? null
                    : column.column().type();
            inYuan(type);
            if (type != null && column != null) {
                inShares(column);
            }
            boolean counted = kind.equals("sum") && type != ColumnType.PERCENT;
            boolean shares = type != null && column != null && !counted && ofShares(column);
            return new Found(definition, ValueType.NUMBER, List.of(), shares);
        }

        /**
         * Returns whether a column's numbers are shares: percentages, and where the measure is told in % also yes and no, scales
         * up to 1, quotients of a row.
         */
        private boolean ofShares(References.Column column) {
            ColumnType type = column.column().type();
            return type == ColumnType.PERCENT
                    || inPercent()
                            && (type == ColumnType.BOOLEAN
                                    || inputs.column(column)
                                            .map(Shares::upToOne)
                                            .orElse(false)
                                    || inputs.derived(column)
                                            .map(Shares::quotient)
                                            .orElse(false));
        }

        private boolean inPercent() {
            String unit = fields.text("unit");
            return unit != null && UnitKind.percent(unit);
        }

        /** Warns of percentages from a column of plain numbers, where 87% is 0.87 and 87 is 87, unless its heads say %. */
        private void inShares(References.Column column) {
            boolean plain = inputs.column(column)
                    .map(each -> each.type() == ColumnType.NUMBER
                            && each.headers().stream().noneMatch(Shares::saysPercent))
                    .orElse(false);
            if (plain && inPercent()) {
                diagnostics.warning(
                        "R014",
                        fields.valueMark("unit"),
                        Message.of("rules.percent-of-number", column.column().label()),
                        Message.of("rules.fix.percent-of-number"));
            }
        }

        /** Warns of amounts that would be told in a unit in which they are not kept. */
        private void inYuan(@Nullable ColumnType type) {
            String unit = fields.text("unit");
            if (type == ColumnType.MONEY && unit != null && LARGE_UNITS.contains(unit)) {
                diagnostics.warning(
                        "R014",
                        fields.valueMark("unit"),
                        Message.of("rules.money-in-yuan", unit),
                        Message.of("rules.fix.money-in-yuan"));
            }
        }

        private Measure.Definition over(String kind, References.Column column) {
            int[] trim = trim();
            Integer atLeast = fields.whole("at_least", 1);
            if (atLeast != null && trim[1] == 0 && atLeast <= 2 * trim[0]) {
                diagnostics.warning(
                        "R021",
                        fields.valueMark("at_least"),
                        Message.of("rules.at-least-trim", atLeast, 2 * trim[0]),
                        Message.of("rules.fix.at-least-trim", 2 * trim[0] + 1));
            }
            Measure.Aggregate aggregate = Measure.Aggregate.valueOf(kind.toUpperCase(Locale.ROOT));
            return new Measure.Over(
                    aggregate,
                    column.input().name(),
                    column.column().name(),
                    where(column.input()),
                    trim[0],
                    trim[1],
                    atLeast != null ? atLeast : aggregate.leastValues(),
                    kind.equals("distinct") ? null : spread());
        }

        private static boolean zeroOfNone(@Nullable String kind) {
            return "sum".equals(kind) || "distinct".equals(kind);
        }

        private @Nullable BigFraction spread() {
            BigFraction spread = fields.number("spread");
            if (spread != null && spread.signum() < 0) {
                diagnostics.error(
                        "R018",
                        fields.valueMark("spread"),
                        Message.of("rules.negative", "spread"),
                        Message.of("rules.fix.negative"));
                return null;
            }
            return spread;
        }

        private @Nullable Condition where(KnownInput input) {
            Node node = fields.node("where");
            Columns columns = new Columns(
                    input.name(), input.columns(), inputs.roster(input.columns()), inputs.others(), head.period());
            return node == null ? null : Conditions.read(node, columns, diagnostics);
        }

        private int[] trim() {
            Node node = fields.node("trim");
            if (node instanceof Node.Scalar) {
                Integer drop = fields.whole("trim", 1);
                return new int[] {drop == null ? 0 : drop, 0};
            }
            Fields trim = node == null ? null : Fields.of(node, diagnostics, "{drop: 1, from: 5}");
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
