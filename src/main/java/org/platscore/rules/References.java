package org.platscore.rules;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.condition.Columns;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Mark;
import org.platscore.rules.source.Node;

/** Finds what a measure takes its value from: {@code services}, {@code services.amount}, {@code roster.domain}. */
record References(InputsSection inputs, Diagnostics diagnostics) {

    /** A column of an input. */
    record Column(KnownInput input, Columns.Known column) {}

    /** Returns the table whose rows are counted. */
    @Nullable
    KnownInput table(Node.Scalar scalar) {
        String text = scalar.text();
        int dot = text.indexOf('.');
        if (dot >= 0 && inputs.known().containsKey(text.substring(0, dot))) {
            diagnostics.error(
                    "R011",
                    scalar.mark(),
                    Message.of("rules.count-column", text),
                    Message.of("rules.fix.count-column", text.substring(0, dot)));
            return null;
        }
        KnownInput input = input(text, scalar.mark());
        return input == null || !rows(input, scalar.mark()) ? null : input;
    }

    /** Returns the table's column that is aggregated. */
    @Nullable
    Column aggregated(Node.Scalar scalar, boolean numeric) {
        Column found = column(scalar);
        if (found == null || !rows(found.input(), scalar.mark())) {
            return null;
        }
        ColumnType type = found.column().type();
        if (numeric && type != null && !type.summable()) {
            diagnostics.error(
                    "R014",
                    scalar.mark(),
                    Message.of("rules.not-numeric", scalar.text()),
                    Message.of("rules.fix.not-numeric"));
            return null;
        }
        return found;
    }

    /** Returns the form's field or the roster's column whose value is taken. */
    @Nullable
    Column value(Node.Scalar scalar) {
        Column found = column(scalar);
        if (found == null) {
            return null;
        }
        if (!found.input().form() && !found.input().roster()) {
            diagnostics.error(
                    "R021",
                    scalar.mark(),
                    Message.of("rules.value-of-table", scalar.text()),
                    Message.of("rules.fix.value-of-table"));
            return null;
        }
        if (found.column().personal()) {
            diagnostics.error(
                    "R021",
                    scalar.mark(),
                    Message.of("rules.value-personal", scalar.text()),
                    Message.of("rules.fix.value-personal"));
            return null;
        }
        if (found.column().type() == ColumnType.DATE) {
            diagnostics.error(
                    "R014",
                    scalar.mark(),
                    Message.of("rules.value-date", scalar.text()),
                    Message.of("rules.fix.value-date"));
            return null;
        }
        return found;
    }

    private boolean rows(KnownInput input, Mark mark) {
        if (input.form() || input.roster()) {
            diagnostics.error("R021", mark, Message.of("rules.no-rows", input.name()), Message.of("rules.fix.no-rows"));
        }
        return !input.form() && !input.roster();
    }

    private @Nullable Column column(Node.Scalar scalar) {
        String text = scalar.text();
        int dot = text.indexOf('.');
        if (dot <= 0 || dot == text.length() - 1) {
            diagnostics.error(
                    "R011", scalar.mark(), Message.of("rules.no-column", text), Message.of("rules.fix.no-column"));
            return null;
        }
        KnownInput input = input(text.substring(0, dot), part(scalar, 0, dot));
        if (input == null) {
            return null;
        }
        String name = text.substring(dot + 1);
        Columns.Known column = input.columns().get(name);
        if (column == null && !input.columns().isEmpty()) {
            diagnostics.unknown(
                    "R011",
                    part(scalar, dot + 1, name.length()),
                    Message.of("rules.kind.column", input.name()),
                    name,
                    input.columns().keySet());
        }
        return column == null ? null : new Column(input, column);
    }

    private @Nullable KnownInput input(String name, Mark mark) {
        Map<String, KnownInput> known = inputs.known();
        if (name.equals("roster")) {
            KnownInput roster = known.values().stream()
                    .filter(KnownInput::roster)
                    .findFirst()
                    .orElse(null);
            return roster;
        }
        KnownInput input = known.get(name);
        if (input == null && !known.isEmpty()) {
            diagnostics.unknown("R011", mark, Message.of("rules.kind.input"), name, known.keySet());
        }
        return input;
    }

    private static Mark part(Node.Scalar scalar, int from, int length) {
        String text = scalar.text();
        int before = text.codePointCount(0, from);
        int width = text.codePointCount(from, from + length);
        return scalar.mark().part(before + (scalar.quoted() ? 1 : 0), width);
    }
}
