package org.platscore.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.intake.PlacedRow;
import org.platscore.intake.RowConsumer;
import org.platscore.intake.Subject;
import org.platscore.rules.Check;
import org.platscore.rules.Input;
import org.platscore.rules.condition.Folded;

/**
 * Looks for rows of a workbook that an earlier workbook of its cohort has too, by the {@code unique} checks of their input; they
 * are rejected as they would be within one file. A form that repeats another's cells stops its file.
 */
final class RepeatedRows implements RowConsumer {

    private final RowConsumer consumer;
    private final Map<Key, Place> before;
    private final Map<Key, Place> own = new HashMap<>();
    private final Findings findings = new Findings();

    /** The cells of a row that no other row of the input may hold. */
    private record Key(String input, String check, List<Object> cells) {}

    /** The keys of the workbooks that have been taken. */
    static final class Taken {
        private final Map<Key, Place> keys = new HashMap<>();

        /** Returns whether a workbook has a row that one taken before has too. */
        boolean meets(RepeatedRows rows) {
            return rows.own.keySet().stream().anyMatch(keys::containsKey);
        }

        /** Takes a workbook. */
        void take(RepeatedRows rows) {
            rows.own.forEach(keys::putIfAbsent);
        }
    }

    private RepeatedRows(RowConsumer consumer, Map<Key, Place> before) {
        this.consumer = consumer;
        this.before = before;
    }

    /** Hands all rows on and keeps their keys. */
    static RepeatedRows keeping(RowConsumer consumer) {
        return new RepeatedRows(consumer, Map.of());
    }

    /** Rejects what the workbooks that have been taken hold already. */
    static RepeatedRows against(Taken taken, RowConsumer consumer) {
        return new RepeatedRows(consumer, taken.keys);
    }

    /** Returns what was found. */
    Findings findings() {
        return findings;
    }

    @Override
    public void accepted(Input input, Subject subject, PlacedRow row) {
        String check = repeated(input, subject, row, Severity.REJECT);
        if (check == null) {
            consumer.accepted(input, subject, row);
        } else {
            consumer.rejected(input, subject, check, row);
        }
    }

    @Override
    public void rejected(Input input, Subject subject, String code, PlacedRow row) {
        consumer.rejected(input, subject, code, row);
    }

    @Override
    public void only(Input input, Subject subject, PlacedRow row) {
        repeated(input, subject, row, Severity.STOP);
        consumer.only(input, subject, row);
    }

    /** Tells a row that an earlier workbook has too; returns the id of the check that says so, null where none does. */
    private @Nullable String repeated(Input input, Subject subject, PlacedRow row, Severity severity) {
        for (Check check : input.checks()) {
            List<Object> cells = check.unique().isEmpty() ? null : cells(input, check, row);
            if (cells == null) {
                continue;
            }
            String column = check.unique().get(0);
            Key key = new Key(input.name(), check.id(), cells);
            Place earlier = before.get(key);
            if (earlier != null) {
                findings.add(new Finding(
                        severity,
                        check.id(),
                        input.name(),
                        row.place(column),
                        row.shown(column),
                        subject.id(),
                        check.because().isEmpty()
                                ? Message.of("intake.repeated", earlier.shown())
                                : Message.of("intake.repeated-because", check.because(), earlier.shown()),
                        Message.of("intake.repeated-do", earlier.shown())));
                return check.id();
            }
            own.putIfAbsent(key, row.place(column));
        }
        return null;
    }

    private static @Nullable List<Object> cells(Input input, Check check, PlacedRow row) {
        List<Object> cells = new ArrayList<>();
        boolean blank = true;
        for (String name : check.unique()) {
            Object cell = row.cell(name);
            blank &= cell == null;
            cells.add(cell == null ? "" : Folded.cell(Objects.requireNonNull(input.type(name)), cell));
        }
        return blank ? null : cells;
    }
}
