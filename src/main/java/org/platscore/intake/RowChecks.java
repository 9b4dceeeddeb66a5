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
import org.platscore.intake.bulk.Bytes;
import org.platscore.intake.bulk.KeyText;
import org.platscore.rules.Check;
import org.platscore.rules.condition.Condition;
import org.platscore.rules.condition.Folded;
import org.platscore.rules.condition.Other;
import org.platscore.rules.condition.Row;

/** The checks of an input as written. What looks at one row alone may be done beside other files; {@code unique} may not. */
final class RowChecks {

    private final TableSpec spec;
    /** By the position of a {@code unique} check: the first row of each key. */
    private final Map<Integer, FirstRows> first = new HashMap<>();

    /** By the position of a check over groups: each group by its key, the first met first. */
    private final Map<Integer, Map<List<Object>, RowGroup>> groups = new HashMap<>();

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

    /**
     * Makes the checks of a plain row of a piece from the first that looks at several rows on, of which one puts
     * it out. Returns the row.
     */
    DataRow rejected(RowBatch piece, int at, BulkTable table, FileReport report) {
        RowPlan plan = table.plan();
        int state = piece.state[at];
        int unique = at * plan.uniques();
        for (int k = plan.firstAmong(); k < state; k++) {
            if (plan.checks().get(k).test() != null) {
                continue;
            }
            int length = piece.keyLength[unique];
            if (length >= 0) {
                int from = piece.keyFrom[unique];
                FirstRows.Seen before = first(k).add(
                                from < 0 ? piece.keys : piece.bytes,
                                from < 0 ? ~from : from,
                                length,
                                piece.keyHash[unique],
                                table.locator(),
                                BulkTable.number(piece, at));
                if (before != null) {
                    return repeated(table.row(piece, at), k, before, report);
                }
            }
            unique++;
        }
        DataRow row = table.row(piece, at);
        row.checked = state;
        if (alone(row, report)) {
            throw new IllegalStateException("row " + row.number + " passes its checks");
        }
        return row;
    }

    /** Tells a hit; returns whether it puts the row out. */
    private static boolean hit(Check check, Condition condition, DataRow row, FileReport report) {
        int column = column(condition, row);
        Severity severity = row.spec.strict() && check.severity() == Severity.REJECT ? Severity.STOP : check.severity();
        report.add(
                row,
                severity,
                check.id(),
                row.place(column),
                row.shown(column),
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
            Object value = row.value(column);
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
        List<@Nullable Object> cells = new ArrayList<>();
        boolean blank = true;
        for (String name : check.unique()) {
            int column = spec.position(name);
            Object value = row.value(column);
            cells.add(value == null ? null : Folded.cell(spec.type(column), value));
            blank &= value == null;
        }
        if (blank) {
            return true;
        }
        byte[] key = KeyText.of(cells);
        int length = key.length - Bytes.PAD;
        FirstRows.Seen before =
                first(row.checked).add(key, 0, length, Bytes.hash(key, 0, length), row.locator, row.number);
        if (before == null) {
            return true;
        }
        repeated(row, row.checked, before, report);
        return false;
    }

    /** Returns the first rows of a unique check by its position. */
    FirstRows first(int check) {
        return first.computeIfAbsent(check, k -> new FirstRows());
    }

    /** Tells that a row is like an earlier one by the check at a position; returns the row. */
    DataRow repeated(DataRow row, int position, FirstRows.Seen before, FileReport report) {
        row.checked = position;
        Check check = spec.input().checks().get(position);
        int column = spec.position(check.unique().get(0));
        String earlier = before.locator().place(before.row(), spec.cell(column)).shown();
        report.add(
                row,
                row.spec.strict() ? Severity.STOP : Severity.REJECT,
                check.id(),
                row.place(column),
                row.shown(column),
                check.because().isEmpty()
                        ? Message.of("intake.repeated", earlier)
                        : Message.of("intake.repeated-because", check.because(), earlier),
                Message.of("intake.repeated-do", earlier));
        return row;
    }
}
