package org.platscore.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.bulk.Bytes;
import org.platscore.intake.bulk.KeyText;

/** Counts the plain rows of a table's pieces, in file order. */
final class BatchRows {

    /** So many rows' keys are brought near at a time. */
    private static final int NEAR = 512;

    private final RowPlan.Asked[] asked;
    private final RowCounter counter;
    private final List<Subject> subjects;
    private final BulkTable table;
    private final boolean[] met;
    private final int checks;
    /** By unique check, in their order: its position, and the rows before. */
    private final int[] positions;

    private final FirstRows[] firsts;
    /** By who read the rows, and question: what number each word of his has among the question's cells, plus one; 0: unknown. */
    private final List<int[][]> known = new ArrayList<>();

    private int near;
    private long nearby;
    private FirstRows.@Nullable Seen before;
    private int check;

    /** @param met gets, by subject, whether there are rows */
    BatchRows(BulkTable table, RowCounter counter, List<Subject> subjects, RowChecks rowChecks, boolean[] met) {
        RowPlan plan = table.plan();
        this.table = table;
        this.asked = plan.asked().toArray(new RowPlan.Asked[0]);
        this.counter = counter;
        this.subjects = subjects;
        this.met = met;
        this.checks = plan.checks().size();
        this.positions = new int[plan.uniques()];
        this.firsts = new FirstRows[positions.length];
        int unique = 0;
        for (int k = 0; k < checks; k++) {
            if (plan.checks().get(k).test() == null) {
                positions[unique] = k;
                firsts[unique++] = rowChecks.first(k);
            }
        }
    }

    /** Takes note that a new piece comes. */
    void start() {
        near = 0;
    }

    /** Counts rows from one on; returns the first that does not count without more ado, else the number of rows. */
    int count(RowBatch piece, int from) {
        before = null;
        for (int at = from; at < piece.rows; at++) {
            if (at >= near) {
                near(piece, at);
            }
            if (piece.state[at] != checks || !first(piece, at)) {
                return at;
            }
            met[piece.subject[at]] = true;
            answer(piece, at);
        }
        return piece.rows;
    }

    /** Returns the earlier row with the same key as the row that {@link #count} stopped at; null where that was not why. */
    FirstRows.@Nullable Seen before() {
        return before;
    }

    /** Returns the position of the check that found it. */
    int check() {
        return check;
    }

    private boolean first(RowBatch piece, int at) {
        for (int u = 0; u < firsts.length; u++) {
            int unique = at * firsts.length + u;
            int length = piece.keyLength[unique];
            if (length >= 0) {
                int from = piece.keyFrom[unique];
                before = firsts[u].add(
                        from < 0 ? piece.keys : piece.bytes,
                        from < 0 ? ~from : from,
                        length,
                        piece.keyHash[unique],
                        table.locator(),
                        BulkTable.number(piece, at));
                if (before != null) {
                    check = positions[u];
                    return false;
                }
            }
        }
        return true;
    }

    /** Memory is slow where each key is waited for; asked for many at a time, they come together. */
    private void near(RowBatch piece, int from) {
        near = Math.min(piece.rows, from + NEAR);
        long sum = 0;
        for (int u = 0; u < firsts.length; u++) {
            for (int at = from; at < near; at++) {
                sum += firsts[u].near(piece.keyHash[at * firsts.length + u]);
            }
        }
        for (int q = 0; q < asked.length; q++) {
            if (asked[q].keys()) {
                for (int at = from; at < near; at++) {
                    long cell = piece.cells[at * asked.length + q];
                    if (cell >= CellSlots.TEXT) {
                        sum += counter.near(asked[q].number(), (int) cell);
                    }
                }
            }
        }
        nearby = sum;
    }

    long nearby() {
        return nearby;
    }

    private void answer(RowBatch piece, int at) {
        Subject subject = subjects.get(piece.subject[at]);
        for (long bits = piece.asked[at]; bits != 0; bits &= bits - 1) {
            int q = Long.numberOfTrailingZeros(bits);
            RowPlan.Asked each = asked[q];
            if (each.column() < 0) {
                counter.row(each.number(), subject);
                continue;
            }
            long cell = piece.cells[at * asked.length + q];
            if (!each.keys()) {
                counter.number(each.number(), subject, cell);
            } else if (cell >= CellSlots.TEXT) {
                int key = counter.key(
                        each.number(), piece.bytes, CellSlots.from(cell), CellSlots.length(cell), (int) cell);
                counter.cell(each.number(), subject, key);
            } else {
                counter.cell(each.number(), subject, cell >= 0 ? key(piece, q, (int) cell) : kept(piece, q, cell));
            }
        }
    }

    private int key(RowBatch piece, int question, int word) {
        while (known.size() <= piece.scan) {
            known.add(new int[asked.length][64]);
        }
        int[][] byQuestion = known.get(piece.scan);
        if (word >= byQuestion[question].length) {
            byQuestion[question] =
                    Arrays.copyOf(byQuestion[question], Math.max(word + 1, 2 * byQuestion[question].length));
        }
        int key = byQuestion[question][word];
        if (key == 0) {
            byte[] records = piece.records[asked[question].column()];
            int address = piece.addresses[asked[question].column()][word];
            int from = Words.keyFrom(records, address);
            int length = Words.keyLength(records, address);
            key = 1 + counter.key(asked[question].number(), records, from, length, Bytes.hash(records, from, length));
            byQuestion[question][word] = key;
        }
        return key - 1;
    }

    private int kept(RowBatch piece, int question, long cell) {
        int at = (int) (-2 - cell);
        int length = KeyText.length(piece.keys, at);
        return counter.key(
                asked[question].number(), piece.keys, at + 4, length, Bytes.hash(piece.keys, at + 4, length));
    }
}
