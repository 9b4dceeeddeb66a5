package org.platscore.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.bulk.Bytes;
import org.platscore.intake.bulk.KeyText;

/** Counts the plain rows of a table's pieces, in file order. */
final class BatchRows {

    /** So many rows are looked up, and answered, at a time. */
    private static final int AT_A_TIME = 512;

    private final RowPlan.Asked[] asked;
    private final RowCounter counter;
    private final BulkTable table;
    private final UnlistedRows unlisted;
    private final boolean[] met;
    private final int checks;
    /** By unique check, in their order: its position, and the rows before. */
    private final int[] positions;

    private final FirstRows[] firsts;
    /** By who read the rows, and question: what number each word of his has among the question's cells, plus one; 0: unknown. */
    private final List<int[][]> known = new ArrayList<>();

    /** The rows that count and are still to be answered for. */
    private final int[] taken = new int[AT_A_TIME];

    private int takenEnd;
    /** What a question is told of them: by row, whose it is, and its cell. */
    private final int[] owners = new int[AT_A_TIME];

    private final long[] cells = new long[AT_A_TIME];
    private final int[] keys = new int[AT_A_TIME];

    private int near;
    /** Is written and never read: looks into memory whose outcome nobody kept would be left out. */
    @SuppressWarnings("unused")
    private long nearby;

    private FirstRows.@Nullable Seen before;
    private int check;

    /** @param met gets, by subject, whether there are rows */
    BatchRows(BulkTable table, RowCounter counter, List<Subject> subjects, RowChecks rowChecks, boolean[] met) {
        RowPlan plan = table.plan();
        this.table = table;
        this.asked = plan.asked().toArray(new RowPlan.Asked[0]);
        this.counter = counter;
        this.unlisted = new UnlistedRows(table, counter, subjects);
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

    /** Returns what counts the rows that are out by a check of them alone. */
    UnlistedRows unlisted() {
        return unlisted;
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
            taken[takenEnd++] = at;
            if (takenEnd == AT_A_TIME) {
                answer(piece);
            }
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
        near = Math.min(piece.rows, from + AT_A_TIME);
        long sum = 0;
        for (int u = 0; u < firsts.length; u++) {
            for (int at = from; at < near; at++) {
                int unique = at * firsts.length + u;
                sum += firsts[u].near(piece.keyHash[unique]) + piece.bytes[Math.max(0, piece.keyFrom[unique])];
            }
        }
        nearby = sum;
    }

    /**
     * Answers for the rows of a piece that were not answered for yet: question by question, each step for all rows. What one row
     * waits for in memory, the next ones ask for meanwhile.
     */
    void answer(RowBatch piece) {
        for (int q = 0; q < asked.length; q++) {
            int count = 0;
            for (int i = 0; i < takenEnd; i++) {
                int at = taken[i];
                owners[count] = piece.subject[at];
                cells[count] = piece.cells[at * asked.length + q];
                count += (int) (piece.asked[at] >>> q) & 1;
            }
            RowPlan.Asked each = asked[q];
            if (each.column() < 0) {
                counter.rows(each.number(), owners, count);
            } else if (each.keys()) {
                keys(piece, q, count);
                counter.cells(each.number(), owners, keys, count);
            } else {
                counter.numbers(each.number(), owners, cells, count);
            }
        }
        takenEnd = 0;
    }

    private void keys(RowBatch piece, int question, int count) {
        int number = asked[question].number();
        long sum = 0;
        for (int i = 0; i < count; i++) {
            if (cells[i] >= CellSlots.TEXT) {
                sum += counter.near(number, (int) cells[i]);
            }
        }
        nearby = sum;
        for (int i = 0; i < count; i++) {
            long cell = cells[i];
            if (cell >= CellSlots.TEXT) {
                keys[i] = counter.key(number, piece.bytes, CellSlots.from(cell), CellSlots.length(cell), (int) cell);
            } else {
                keys[i] = cell >= 0 ? key(piece, question, (int) cell) : kept(piece, question, cell);
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
