package org.platscore.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.platscore.intake.bulk.Bytes;
import org.platscore.intake.bulk.KeyText;

/** Counts what the rows of a table's pieces answer. */
final class BatchRows {

    private final RowPlan.Asked[] asked;
    private final RowCounter counter;
    private final List<Subject> subjects;
    /** By who read the rows, and question: what number each word of his has among the question's cells, plus one; 0: unknown. */
    private final List<int[][]> known = new ArrayList<>();

    BatchRows(RowPlan plan, RowCounter counter, List<Subject> subjects) {
        this.asked = plan.asked().toArray(new RowPlan.Asked[0]);
        this.counter = counter;
        this.subjects = subjects;
    }

    /** Counts an accepted row. */
    void count(RowBatch piece, int at) {
        Subject subject = subjects.get(piece.subject[at]);
        for (long bits = piece.asked[at]; bits != 0; bits &= bits - 1) {
            int q = Long.numberOfTrailingZeros(bits);
            RowPlan.Asked each = asked[q];
            if (each.column() < 0) {
                counter.row(each.number(), subject);
                continue;
            }
            long cell = piece.cells[at * asked.length + q];
            if (each.keys()) {
                counter.cell(each.number(), subject, cell >= 0 ? key(piece, q, (int) cell) : kept(piece, q, cell));
            } else {
                counter.number(each.number(), subject, cell);
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
