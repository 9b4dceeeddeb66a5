package org.platscore.rules;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.condition.Columns;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/** Reads which input is the roster, and how rows of the others find their subject in it. */
final class RosterReading {

    private RosterReading() {}

    /** Returns the roster's id and name columns; null where the input is no roster or, with an error, a faulty one. */
    static Input.@Nullable Roster roster(
            Fields input, boolean form, Map<String, Columns.Known> columns, Diagnostics diagnostics) {
        Node node = input.node("roster");
        Fields fields = node == null ? null : Fields.of(node, diagnostics, "{id: id, name: name}");
        if (fields == null) {
            return null;
        }
        if (form) {
            diagnostics.error(
                    "R026",
                    input.keyMark("roster"),
                    Message.of("rules.roster-form"),
                    Message.of("rules.fix.roster-form"));
        }
        String id = column(fields, "id", columns, diagnostics);
        String name = column(fields, "name", columns, diagnostics);
        fields.done();
        if (id != null && id.equals(name)) {
            diagnostics.warning(
                    "R026",
                    fields.valueMark("name"),
                    Message.of("rules.roster-one-column", id),
                    Message.of("rules.fix.roster-one-column"),
                    fields.valueMark("id"));
        }
        return id == null || name == null ? null : new Input.Roster(id, name);
    }

    private static @Nullable String column(
            Fields fields, String key, Map<String, Columns.Known> columns, Diagnostics diagnostics) {
        Node.Scalar scalar = fields.required(key) == null ? null : fields.scalar(key);
        if (scalar == null) {
            return null;
        }
        Columns.Known known = columns.get(scalar.text());
        if (known == null && columns.isEmpty()) {
            return null;
        }
        if (known == null) {
            diagnostics.unknown(
                    "R011", scalar.mark(), Message.of("rules.kind.column", "roster"), scalar.text(), columns.keySet());
            return null;
        }
        if (known.type() != null && known.type() != ColumnType.TEXT && known.type() != ColumnType.CREDIT_CODE) {
            diagnostics.error(
                    "R026",
                    scalar.mark(),
                    Message.of("rules.roster-type", scalar.text()),
                    Message.of("rules.fix.roster-type"));
            return null;
        }
        return scalar.text();
    }

    /** Returns a column as the roster needs it: without an id or a name there is no subject, and every fault stops the run. */
    static Column column(Column column, Input.@Nullable Roster roster) {
        if (roster == null) {
            return column;
        }
        boolean needed = column.name().equals(roster.id()) || column.name().equals(roster.name());
        return new Column(
                column.name(),
                column.label(),
                column.type(),
                column.headers(),
                column.sheet(),
                column.cell(),
                needed || column.required(),
                column.min(),
                column.max(),
                column.choices(),
                column.defaultValue(),
                column.unit(),
                Column.OnBad.STOP,
                column.blanks(),
                column.personal(),
                column.scale());
    }

    /** Tells an id or name that is declared personal: both stand in every report. */
    static void refusePersonal(
            Input.@Nullable Roster ids, Map<String, Columns.Known> columns, Fields input, Diagnostics diagnostics) {
        for (String name : ids == null ? List.<String>of() : List.of(ids.id(), ids.name())) {
            Columns.Known column = columns.get(name);
            if (column != null && column.personal()) {
                diagnostics.error(
                        "R021",
                        input.keyMark("roster"),
                        Message.of("rules.roster-personal", name),
                        Message.of("rules.fix.roster-personal"));
            }
        }
    }

    /** Tells each {@code on_bad} of the roster, which has no effect there. */
    static void refuseOnBad(@Nullable Node columns, Diagnostics diagnostics) {
        if (!(columns instanceof Node.Mapping)) {
            return;
        }
        for (Node.Entry column : ((Node.Mapping) columns).entries()) {
            for (Node.Entry option : column.value() instanceof Node.Mapping
                    ? ((Node.Mapping) column.value()).entries()
                    : List.<Node.Entry>of()) {
                if (option.key().text().equals("on_bad")) {
                    diagnostics.error(
                            "R021",
                            option.key().mark(),
                            Message.of("rules.roster-on-bad"),
                            Message.of("rules.fix.roster-on-bad"));
                }
            }
        }
    }

    /** Returns how rows find their subject; null for the roster or, with an error, where it is not said. */
    static @Nullable BelongsTo belongsTo(Fields input, Map<String, Columns.Known> columns, Diagnostics diagnostics) {
        if (input.has("roster")) {
            if (input.has("belongs_to")) {
                diagnostics.error(
                        "R021",
                        input.keyMark("belongs_to"),
                        Message.of("rules.roster-belongs"),
                        Message.of("rules.fix.roster-belongs"));
            }
            return null;
        }
        Node node = input.required("belongs_to");
        if (node == null) {
            return null;
        }
        if (node instanceof Node.Scalar) {
            return byName((Node.Scalar) node, input.has("fields"), columns, diagnostics);
        }
        Fields fields = Fields.of(node, diagnostics, "{label: code}");
        if (fields == null) {
            return null;
        }
        String sheet = fields.text("sheet");
        String label = fields.requiredText("label");
        fields.done();
        return label == null ? null : new BelongsTo.ByLabel(sheet, label);
    }

    private static @Nullable BelongsTo byName(
            Node.Scalar scalar, boolean form, Map<String, Columns.Known> columns, Diagnostics diagnostics) {
        Columns.Known known = columns.get(scalar.text());
        if (known == null && scalar.text().equals("file")) {
            return new BelongsTo.ByFile();
        }
        if (form && known == null) {
            diagnostics.error(
                    "R006",
                    scalar.mark(),
                    Message.of("rules.form-belongs", scalar.text()),
                    Message.of("rules.fix.form-belongs", scalar.text()));
            return null;
        }
        if (known == null) {
            diagnostics.unknown(
                    "R011", scalar.mark(), Message.of("rules.kind.subject-column"), scalar.text(), columns.keySet());
            return null;
        }
        if (known.type() != null && known.type() != ColumnType.SUBJECT) {
            diagnostics.error(
                    "R014",
                    scalar.mark(),
                    Message.of("rules.not-a-subject", scalar.text()),
                    Message.of("rules.fix.not-a-subject", scalar.text()));
            return null;
        }
        return new BelongsTo.ByColumn(scalar.text());
    }
}
