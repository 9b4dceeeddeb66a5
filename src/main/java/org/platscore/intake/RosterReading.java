package org.platscore.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Severity;
import org.platscore.intake.cell.Fault;
import org.platscore.intake.cell.Spelling;
import org.platscore.rules.Column;
import org.platscore.rules.Input;

/** The rows of the roster as subjects, in the order of their ids whatever the order of the rows. */
final class RosterReading {

    private RosterReading() {}

    /** Returns the subjects; ids and names that two rows share, or that are one's id and another's name, are told; the first row counts. */
    static List<Subject> of(TableSpec spec, List<DataRow> rows, RowConsumer consumer, Findings findings) {
        Input.Roster roster = Objects.requireNonNull(spec.input().roster());
        int id = spec.position(roster.id());
        int name = spec.position(roster.name());
        Map<String, DataRow> ids = new HashMap<>();
        Map<String, DataRow> names = new HashMap<>();
        List<DataRow> kept = new ArrayList<>();
        for (DataRow row : rows) {
            boolean sound = known(row, id, findings) & known(row, name, findings);
            if (!sound) {
                continue;
            }
            DataRow sameId = ids.putIfAbsent(Spelling.code(text(row, id)), row);
            DataRow sameName = names.putIfAbsent(Spelling.dense(text(row, name)), row);
            if (sameId != null) {
                doubled(row, id, sameId, "double-id", findings);
            } else if (sameName != null) {
                doubled(row, name, sameName, "double-name", findings);
            } else {
                kept.add(row);
            }
        }
        for (DataRow row : kept) {
            DataRow other = ids.get(Spelling.code(text(row, name)));
            if (other != null && other != row) {
                doubled(row, name, other, "name-is-id", findings);
            }
        }
        kept.sort(Comparator.comparing(row -> text(row, id), Folder.BY_CODE_POINTS));
        List<String> columns =
                new ArrayList<>(spec.columns().stream().map(Column::name).toList());
        spec.derived().forEach(each -> columns.add(each.name()));
        List<Subject> subjects = new ArrayList<>();
        for (DataRow row : kept) {
            List<@Nullable Object> cells = Collections.unmodifiableList(Arrays.asList(row.values));
            Subject subject = new Subject(subjects.size(), text(row, id), text(row, name), columns, cells);
            subjects.add(subject);
            consumer.only(spec.input(), subject, row);
        }
        return List.copyOf(subjects);
    }

    private static boolean known(DataRow row, int column, Findings findings) {
        if (row.values[column] != null) {
            return true;
        }
        Column declared = row.spec.columns().get(column);
        findings.add(new Finding(
                Severity.STOP,
                "missing-value",
                row.spec.name(),
                row.place(column),
                "",
                "",
                Message.of("intake.blank", declared.label()),
                Message.of("intake.blank-do")));
        return false;
    }

    private static void doubled(DataRow row, int column, DataRow first, String key, Findings findings) {
        String shown = Fault.brief(row.shown(column));
        findings.add(new Finding(
                Severity.STOP,
                "duplicate-subject",
                row.spec.name(),
                row.place(column),
                shown,
                "",
                Message.of("intake." + key, shown, first.place(column).shown()),
                Message.of("intake." + key + "-do")));
    }

    private static String text(DataRow row, int column) {
        Object value = Objects.requireNonNull(row.values[column]);
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
