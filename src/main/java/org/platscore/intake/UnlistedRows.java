package org.platscore.intake;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.rules.Input;

/**
 * Counts the rows of a table's pieces that are out by a check of them alone and that no finding lists, and adds up their numbers:
 * a check may reject one row in twenty of many millions.
 */
final class UnlistedRows {

    private final RowPlan plan;
    private final BulkTable table;
    private final RowCounter counter;
    private final List<Subject> subjects;
    private final int width;
    /** Whether a number is asked for that pieces do not have of each row. */
    private final boolean unusual;
    /** By check and subject; null: none so far. */
    private final long[] @Nullable [] rows;
    /** By check, subject and watched column: what the numbers add up to, in parts; {@link Word#BLANK}: none so far. */
    private final long[] @Nullable [] sums;

    UnlistedRows(BulkTable table, RowCounter counter, List<Subject> subjects) {
        this.plan = table.plan();
        this.table = table;
        this.counter = counter;
        this.subjects = subjects;
        this.width = plan.watched().length;
        this.unusual = plan.asked().stream()
                .anyMatch(each -> each.column() >= 0 && !each.keys() && watched(each.column()) < 0);
        this.rows = new long[plan.checks().size()][];
        this.sums = new long[plan.checks().size()][];
    }

    private int watched(int column) {
        return Arrays.binarySearch(plan.watched(), column);
    }

    /** Takes a row. */
    void add(RowBatch piece, int at) {
        int check = piece.state[at];
        int subject = piece.subject[at];
        if (unusual) {
            counter.rejected(input(), subjects.get(subject), code(check), 1, table.row(piece, at));
            return;
        }
        long[] counts = rows[check];
        long[] parts = sums[check];
        if (counts == null || parts == null) {
            counts = new long[subjects.size()];
            parts = new long[subjects.size() * width];
            Arrays.fill(parts, Word.BLANK);
            rows[check] = counts;
            sums[check] = parts;
        }
        for (int i = 0; i < width; i++) {
            long more = piece.watched[at * width + i];
            long sum = parts[subject * width + i];
            if (more == Word.BLANK) {
                continue;
            }
            if (sum != Word.BLANK && Math.abs(sum) > Long.MAX_VALUE - Math.abs(more)) {
                tell(check, subject, counts, parts);
                sum = Word.BLANK;
            }
            parts[subject * width + i] = sum == Word.BLANK ? more : sum + more;
        }
        counts[subject]++;
    }

    /** Tells the counter of all rows that it was not told of yet. */
    void tell() {
        for (int check = 0; check < rows.length; check++) {
            long[] counts = rows[check];
            long[] parts = sums[check];
            for (int subject = 0; counts != null && parts != null && subject < counts.length; subject++) {
                tell(check, subject, counts, parts);
            }
        }
    }

    private void tell(int check, int subject, long[] counts, long[] parts) {
        if (counts[subject] > 0) {
            counter.rejected(input(), subjects.get(subject), code(check), counts[subject], name -> {
                int column = watched(plan.spec().position(name));
                long sum = column < 0 ? Word.BLANK : parts[subject * width + column];
                return sum == Word.BLANK ? null : ColumnPlan.number(sum);
            });
        }
        counts[subject] = 0;
        Arrays.fill(parts, subject * width, (subject + 1) * width, Word.BLANK);
    }

    private Input input() {
        return plan.spec().input();
    }

    private String code(int check) {
        return plan.checks().get(check).check().id();
    }
}
