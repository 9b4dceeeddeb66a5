package org.platscore.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.finding.Severity;
import org.platscore.rules.condition.Columns;
import org.platscore.rules.condition.Condition;
import org.platscore.rules.condition.Conditions;
import org.platscore.rules.names.Namespace;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/** Reads the checks of an input. */
final class CheckReading {

    /** The built-in codes of findings, which no check may take. */
    static final Set<String> CODES =
            Set.of(("unreadable-file encrypted-file not-a-workbook too-large no-header missing-column duplicate-column"
                            + " extra-column missing-file empty-input missing-value bad-value ambiguous-value formula-error"
                            + " no-cached-value number-as-text digits-lost unit-unclear merged-cells extra-cells stray-quote"
                            + " sum-row wrong-ending repaired-workbook external-link macros bad-credit-code"
                            + " pilot-credit-code unknown-subject duplicate-subject formula-value label-not-found label-twice"
                            + " hidden-rows hidden-sheet unread-sheet unread-file example-sheet claim-mismatch correction-unused bad-benchmark no-rows"
                            + " no-value too-few-values floor-unpayable unpaid-rest reviewers-disagree tie-at-quota"
                            + " budget-exceeded")
                    .split(" "));

    private static final List<String> KINDS = List.of("reject", "warn", "stop", "unique");

    private CheckReading() {}

    /** @param rows whether a subject may have several rows */
    static List<Check> read(Fields input, boolean rows, Columns columns, Diagnostics diagnostics) {
        List<Check> checks = new ArrayList<>();
        Namespace ids = Namespace.ofIds(CODES);
        for (Node item : input.items("checks")) {
            Fields fields = Fields.of(item, diagnostics, "{id: late, reject: {date: {outside: period}}}");
            if (fields == null) {
                continue;
            }
            Node.Scalar id = fields.required("id") == null ? null : fields.scalar("id");
            boolean sound = id != null && ids.give(id, diagnostics);
            String because = fields.text("because");
            Check check = check(
                    id == null ? "" : id.text().strip(),
                    because == null ? "" : because,
                    fields,
                    rows,
                    columns,
                    diagnostics);
            fields.done();
            if (sound && check != null) {
                checks.add(check);
            }
        }
        return List.copyOf(checks);
    }

    private static @Nullable Check check(
            String id, String because, Fields fields, boolean rows, Columns columns, Diagnostics diagnostics) {
        String kind = Exclusive.key(fields, KINDS, diagnostics);
        Node node = kind == null ? null : fields.node(kind);
        if (kind == null || node == null) {
            return null;
        }
        if (kind.equals("unique")) {
            List<String> unique = names(fields, "unique", columns, diagnostics);
            return new Check(id, Severity.REJECT, null, unique, null, because);
        }
        if (Conditions.asksForGroups(node, columns)) {
            Check.Grouped grouped = grouped(node, kind, fields, rows, columns, diagnostics);
            Severity severity = kind.equals("stop") ? Severity.STOP : Severity.WARN;
            return grouped == null ? null : new Check(id, severity, null, List.of(), grouped, because);
        }
        Condition condition = Conditions.read(node, columns, diagnostics);
        Severity severity = Severity.valueOf(kind.toUpperCase(Locale.ROOT));
        return condition == null ? null : new Check(id, severity, condition, List.of(), null, because);
    }

    private static Check.@Nullable Grouped grouped(
            Node node, String kind, Fields check, boolean rows, Columns columns, Diagnostics diagnostics) {
        if (kind.equals("reject")) {
            diagnostics.error(
                    "R021",
                    check.keyMark("reject"),
                    Message.of("rules.grouped-reject"),
                    Message.of("rules.fix.grouped-reject"));
        }
        if (!rows) {
            diagnostics.error(
                    "R021",
                    node.mark(),
                    Message.of("rules.no-rows", columns.owner()),
                    Message.of("rules.fix.grouped-no-rows"));
        }
        Fields fields = Fields.of(node, diagnostics);
        if (fields == null) {
            return null;
        }
        String figure = Exclusive.key(fields, List.of("sum", "count"), diagnostics);
        Columns.Known summed = "sum".equals(figure) ? summed(fields, columns, diagnostics) : null;
        if ("count".equals(figure)) {
            fields.word("count", List.of("true"));
        }
        fields.required("per");
        List<String> per = names(fields, "per", columns, diagnostics);
        BigFraction over = fields.required("over") == null ? null : fields.number("over");
        fields.done();
        boolean sound = figure != null && (figure.equals("count") || summed != null) && !per.isEmpty();
        return sound && over != null && rows && !kind.equals("reject")
                ? new Check.Grouped(summed == null ? null : summed.name(), per, over)
                : null;
    }

    private static Columns.@Nullable Known summed(Fields fields, Columns columns, Diagnostics diagnostics) {
        Node.Scalar scalar = fields.scalar("sum");
        Columns.Known column = scalar == null ? null : columns.own().get(scalar.text());
        if (scalar != null && column == null && !columns.own().isEmpty()) {
            diagnostics.unknown(
                    "R011",
                    scalar.mark(),
                    Message.of("rules.kind.column", columns.owner()),
                    scalar.text(),
                    columns.own().keySet());
        }
        ColumnType type = column == null ? null : column.type();
        if (scalar != null && type != null && !type.summable()) {
            diagnostics.error(
                    "R014",
                    scalar.mark(),
                    Message.of("rules.not-numeric", scalar.text()),
                    Message.of("rules.fix.grouped-not-numeric"));
            return null;
        }
        return type == null ? null : column;
    }

    private static List<String> names(Fields fields, String key, Columns columns, Diagnostics diagnostics) {
        List<String> names = new ArrayList<>();
        for (Node item : fields.items(key)) {
            Node.Scalar scalar = Fields.scalar(item, diagnostics);
            if (scalar == null) {
                continue;
            }
            if (!columns.own().containsKey(scalar.text())) {
                diagnostics.unknown(
                        "R011",
                        scalar.mark(),
                        Message.of("rules.kind.column", columns.owner()),
                        scalar.text(),
                        columns.own().keySet());
            } else if (names.contains(scalar.text())) {
                diagnostics.error(
                        "R010",
                        scalar.mark(),
                        Message.of("rules.listed-twice", scalar.text()),
                        Message.of("rules.fix.listed-twice"));
            } else {
                names.add(scalar.text());
            }
        }
        return List.copyOf(names);
    }
}
