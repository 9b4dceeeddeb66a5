package org.platscore.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Severity;
import org.platscore.intake.bulk.Bytes;
import org.platscore.intake.bulk.KeyText;
import org.platscore.intake.bulk.Records;
import org.platscore.rules.condition.Folded;

/** Reads the rows of pieces of a text, one piece at a time. Each thread has one of these, with what it learnt of the cells. */
final class RowScan {

    private final RowPlan plan;
    private final int number;
    private final SlotRow row;
    private final CellSlots cells;
    private final char delimiter;
    private final RowPlan.Made[] checks;
    /** By check: whether all that it does is to put a row out because of one of its cells. */
    private final boolean[] rejects;

    private final RowPlan.Asked[] asked;
    private final int[] watched;
    private final boolean[] watchedSubjects;

    /** @param number tells it from those of other threads */
    RowScan(RowPlan plan, List<Subject> subjects, char delimiter, int number) {
        this.plan = plan;
        this.number = number;
        this.delimiter = delimiter;
        this.cells = new CellSlots(plan, delimiter);
        this.row = new SlotRow(plan, subjects, cells);
        this.checks = plan.checks().toArray(new RowPlan.Made[0]);
        this.rejects = new boolean[checks.length];
        for (int i = 0; i < checks.length; i++) {
            QuickTest test = checks[i].test();
            rejects[i] =
                    checks[i].check().severity() == Severity.REJECT && test != null && test.first(plan.spec()) >= 0;
        }
        this.asked = plan.asked().toArray(new RowPlan.Asked[0]);
        this.watched = plan.watched();
        this.watchedSubjects = plan.watchedSubjects();
    }

    /** Reads all records of a piece. */
    void read(RowBatch batch) {
        byte[] bytes = batch.bytes;
        int at = batch.from;
        int line = 0;
        while (at < batch.to) {
            if (bytes[at] == '\n') {
                at++;
                line++;
                continue;
            }
            int next = cells.read(bytes, at);
            if (next < 0 || next > batch.to || !take(batch, at, line)) {
                next = Records.end(bytes, at, batch.to, delimiter);
                if (next < 0) {
                    batch.unfinished = at;
                    break;
                }
                batch.grow(plan);
                batch.start[batch.rows] = at;
                batch.line[batch.rows] = line;
                batch.state[batch.rows++] = RowBatch.ODD;
                line += Records.lines(bytes, at, next);
            } else {
                line++;
            }
            at = next;
        }
        batch.to = at;
        batch.lines = line;
        batch.scan = number;
        batch.records = new byte[plan.columns().length][];
        batch.addresses = new int[plan.columns().length][];
        for (RowPlan.Asked each : asked) {
            if (each.keys()) {
                Words words = cells.words(each.column());
                batch.records[each.column()] = words.records();
                batch.addresses[each.column()] = words.addresses();
            }
        }
    }

    /** Takes a row whose cells are all plain; returns false if anything is to be told of it. */
    private boolean take(RowBatch batch, int start, int line) {
        int subject = plan.whole() >= 0 ? plan.whole() : cells.subject();
        if (watchedSubjects[subject]) {
            return false;
        }
        row.belongsTo(subject);
        QuickTest where = plan.where();
        if (where != null && !row.holds(where)) {
            batch.read++;
            batch.passedOver++;
            return true;
        }
        int state = 0;
        for (; state < checks.length; state++) {
            QuickTest test = checks[state].test();
            if (test != null && row.holds(test)) {
                if (!rejects[state]) {
                    return false;
                }
                break;
            }
        }
        batch.grow(plan);
        int at = batch.rows;
        batch.start[at] = start;
        batch.line[at] = line;
        batch.state[at] = state;
        batch.subject[at] = subject;
        for (int i = 0; i < watched.length; i++) {
            batch.watched[at * watched.length + i] = cells.number(watched[i]);
        }
        keys(batch, at, state);
        batch.asked[at] = state == checks.length ? answers(batch, at) : 0;
        batch.read++;
        batch.rows++;
        return true;
    }

    private long answers(RowBatch batch, int at) {
        long bits = 0;
        for (int q = 0; q < asked.length; q++) {
            RowPlan.Asked each = asked[q];
            int column = each.column();
            if (column >= 0 && cells.slot(column) == Word.BLANK) {
                continue;
            }
            if (each.where() != null && !row.holds(Objects.requireNonNull(each.where()))) {
                continue;
            }
            bits |= 1L << q;
            if (column >= 0) {
                batch.cells[at * asked.length + q] = each.keys() ? key(batch, column) : cells.number(column);
            }
        }
        return bits;
    }

    /** Returns the word of a cell, or below -1 where its key, behind its length, was kept. */
    private long key(RowBatch batch, int column) {
        if (cells.named(column) && cells.slot(column) != Words.UNKEPT) {
            return cells.slot(column);
        }
        byte[] key = cells.named(column)
                ? Objects.requireNonNull(cells.word(column)).key
                : plan.columns()[column].key(cells.slot(column));
        int length = Objects.requireNonNull(key).length - Bytes.PAD;
        byte[] head = new byte[4];
        KeyText.putLength(head, 0, length);
        int from = batch.keep(head, 0, 4);
        batch.keep(key, 0, length);
        return -2 - from;
    }

    /** Keeps the keys of the checks that want no two rows alike, up to the first check that rejects the row. */
    private void keys(RowBatch batch, int at, int state) {
        int unique = at * plan.uniques();
        for (int k = 0; k < state; k++) {
            int[] of = checks[k].unique();
            if (of.length == 0) {
                continue;
            }
            if (of.length == 1 && cells.plainText(of[0])) {
                batch.keyFrom[unique] = cells.textFrom(of[0]);
                batch.keyLength[unique] = cells.textLength(of[0]);
                batch.keyHash[unique] = cells.textHash(of[0]);
            } else {
                joined(batch, unique, of);
            }
            unique++;
        }
    }

    private void joined(RowBatch batch, int unique, int[] of) {
        List<@Nullable Object> parts = new ArrayList<>();
        boolean blank = true;
        for (int column : of) {
            Object value = row.cell(column);
            parts.add(value == null ? null : Folded.cell(plan.spec().type(column), value));
            blank &= value == null;
        }
        byte[] key = KeyText.of(parts);
        int length = blank ? -1 : key.length - Bytes.PAD;
        batch.keyLength[unique] = length;
        if (!blank) {
            batch.keyFrom[unique] = ~batch.keep(key, 0, length);
            batch.keyHash[unique] = Bytes.hash(key, 0, length);
        }
    }
}
