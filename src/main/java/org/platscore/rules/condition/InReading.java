package org.platscore.rules.condition;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.ColumnType;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/** Reads {@code in: INPUT.COLUMN}. */
final class InReading {

    private InReading() {}

    static @Nullable CellTest read(Node.Entry entry, Columns.Known column, Columns columns, Diagnostics diagnostics) {
        Node.Scalar scalar = Fields.scalar(entry.value(), diagnostics);
        Others others = columns.others();
        if (scalar == null) {
            return null;
        }
        if (others == null) {
            diagnostics.error(
                    "R021", entry.key().mark(), Message.of("rules.in-too-early"), Message.of("rules.fix.in-too-early"));
            return null;
        }
        String text = scalar.text();
        int dot = text.indexOf('.');
        if (dot <= 0 || dot == text.length() - 1) {
            diagnostics.error(
                    "R011", scalar.mark(), Message.of("rules.no-column", text), Message.of("rules.fix.in-column"));
            return null;
        }
        String input = text.substring(0, dot);
        String name = text.substring(dot + 1);
        Columns.Known other = find(others, input, name, columns, scalar, diagnostics);
        ColumnType type = column.type();
        ColumnType with = other == null ? null : other.type();
        if (other == null || type == null || with == null) {
            return null;
        }
        if (TestReading.kind(type) != TestReading.kind(with)) {
            diagnostics.error(
                    "R014",
                    scalar.mark(),
                    Message.of("rules.not-comparable", column.name(), text),
                    Message.of("rules.fix.not-comparable"));
            return null;
        }
        boolean code = type == ColumnType.CREDIT_CODE || with == ColumnType.CREDIT_CODE;
        ColumnType compared = code ? ColumnType.CREDIT_CODE : type;
        if (others.isRoster(input)) {
            return new CellTest.SameAs(compared, "roster." + name, other.label());
        }
        others.add(new Others.Use(columns.owner(), input, scalar.mark()));
        return new CellTest.In(new Other(input, name, compared), others.label(input), other.label());
    }

    private static Columns.@Nullable Known find(
            Others others, String input, String name, Columns columns, Node.Scalar scalar, Diagnostics diagnostics) {
        Map<String, Columns.Known> known =
                others.isRoster(input) ? columns.roster() : others.inputs().get(input);
        if (known == null) {
            if (!others.inputs().isEmpty()) {
                diagnostics.unknown(
                        "R011",
                        scalar.mark(),
                        Message.of("rules.kind.input"),
                        input,
                        others.inputs().keySet());
            }
            return null;
        }
        Columns.Known column = known.get(name);
        if (column == null && !known.isEmpty()) {
            diagnostics.unknown("R011", scalar.mark(), Message.of("rules.kind.column", input), name, known.keySet());
        }
        return column;
    }
}
