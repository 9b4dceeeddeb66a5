package org.platscore.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Severity;
import org.platscore.rules.Check;
import org.platscore.rules.condition.Condition;
import org.platscore.rules.condition.Folded;
import org.platscore.rules.condition.Other;
import org.platscore.rules.condition.Row;

/** The checks of an input as written. What looks at one row alone may be done beside other files; {@code unique} may not. */
final class RowChecks {

    private final TableSpec spec;
    /** By the position of a {@code unique} check: the first row of each key. */
    private final Map<Integer, Map<List<Object>, Seen>> first = new HashMap<>();

    /** By the position of a check over groups: each group by its key, the first met first. */
    private final Map<Integer, Map<List<Object>, RowGroup>> groups = new HashMap<>();

    /** Where a row stands: all that is kept of it. */
    private record Seen(Locator locator, int row) {}

    RowChecks(TableSpec spec) {
        this.spec = spec;
    }

    /** Makes the checks up to the first that looks at several rows; touches no state of other rows. Returns false if the row is out. */
    static boolean alone(DataRow row, FileReport report) {
        List<Check> checks = row.spec.input().checks();
        while (row.checked < checks.size()) {
            Condition condition = checks.get(row.checked).condition();
            if (condition == null) {
                return true;
            }
            if (condition.holds(row) && hit(checks.get(row.checked), condition, row, report)) {
                return false;
            }
            row.checked++;
        }
        return true;
    }

    /** Makes the remaining checks; rows come in file order. Returns false if the row is out. */
    boolean among(DataRow row, FileReport report) {
        List<Check> checks = spec.input().checks();
        while (row.checked < checks.size()) {
            if (!alone(row, report)) {
                return false;
            }
            if (row.checked < checks.size()) {
                Check.Grouped grouped = checks.get(row.checked).grouped();
                if (grouped != null) {
                    group(grouped, row);
                } else if (!unique(row, report)) {
                    return false;
                }
                row.checked++;
            }
        }
        return true;
    }

    /** Tells a hit; returns whether it puts the row out. */
    private static boolean hit(Check check, Condition condition, DataRow row, FileReport report) {
        int column = column(condition, row);
        Severity severity = row.spec.strict() && check.severity() == Severity.REJECT ? Severity.STOP : check.severity();
        report.add(
                severity,
                check.id(),
                row.place(column),
                row.shown(column),
                row.subjectId(),
                check.because().isEmpty()
                        ? Message.of("intake.check", condition.sentence())
                        : Message.verbatim(check.because()),
                Message.of(
                        severity == Severity.REJECT
                                ? "intake.check-reject-do"
                                : severity == Severity.STOP ? "intake.check-stop-do" : "intake.check-warn-do"));
        return check.severity() == Severity.REJECT;
    }

    /** Returns the first column of the input that the condition asks for; -1 if it asks for none. */
    private static int column(Condition condition, DataRow row) {
        int[] asked = {-1};
        Row watched = new Row() {
            @Override
            public @Nullable Object cell(String name) {
                int position = row.spec.position(name);
                asked[0] = asked[0] < 0 ? position : asked[0];
                return row.cell(name);
            }

            @Override
            public boolean among(Other other, Object key) {
                return row.among(other, key);
            }
        };
        condition.holds(watched);
        return asked[0];
    }

    /** Adds a row to its group; one with a blank cell in a column of {@code per} belongs to none. */
    private void group(Check.Grouped grouped, DataRow row) {
        List<Object> key = new ArrayList<>();
        key.add(Objects.requireNonNull(row.subject).index());
        for (String name : grouped.per()) {
            int column = spec.position(name);
            Object value = row.values[column];
            if (value == null) {
                return;
            }
            key.add(Folded.cell(spec.type(column), value));
        }
        groups.computeIfAbsent(row.checked, k -> new LinkedHashMap<>())
                .computeIfAbsent(key, k -> new RowGroup(row, grouped))
                .add(row, grouped);
    }

    /** Tells the groups that are over their bound; all rows have been seen. */
    void end(Findings findings) {
        List<Check> checks = spec.input().checks();
        for (int i = 0; i < checks.size(); i++) {
            Check check = checks.get(i);
            for (RowGroup group : groups.getOrDefault(i, Map.of()).values()) {
                group.tell(spec, check, findings);
            }
        }
    }

    private boolean unique(DataRow row, FileReport report) {
        Check check = spec.input().checks().get(row.checked);
        List<Object> key = new ArrayList<>();
        boolean blank = true;
        for (String name : check.unique()) {
            int column = spec.position(name);
            Object value = row.values[column];
            key.add(value == null ? "" : Folded.cell(spec.type(column), value));
            blank &= value == null;
        }
        if (blank) {
            return true;
        }
        Seen before = first.computeIfAbsent(row.checked, k -> new HashMap<>())
                .putIfAbsent(key, new Seen(row.locator, row.number));
        if (before == null) {
            return true;
        }
        int column = spec.position(check.unique().get(0));
        String earlier = before.locator.place(before.row, column).shown();
        report.add(
                row.spec.strict() ? Severity.STOP : Severity.REJECT,
                check.id(),
                row.place(column),
                row.shown(column),
                row.subjectId(),
                check.because().isEmpty()
                        ? Message.of("intake.repeated", earlier)
                        : Message.of("intake.repeated-because", check.because(), earlier),
                Message.of("intake.repeated-do", earlier));
        return false;
    }
}
