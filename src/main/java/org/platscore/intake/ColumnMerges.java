package org.platscore.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.sheet.Merge;
import org.platscore.intake.sheet.RawCell;

/** The cells of one column that are merged over several rows below the head. Rows are asked for from the top down. */
final class ColumnMerges {

    private final int column;
    private final List<Merge> ranges = new ArrayList<>();
    private int at;
    private @Nullable RawCell held;
    private boolean firstMet;

    private ColumnMerges(int column) {
        this.column = column;
    }

    static List<ColumnMerges> of(List<Merge> merges, Header header) {
        List<ColumnMerges> columns = new ArrayList<>();
        for (int i = 0; i < header.at().length; i++) {
            ColumnMerges merged = new ColumnMerges(i);
            for (Merge merge : merges) {
                if (header.at()[i] == merge.firstColumn()
                        && merge.lastRow() > merge.firstRow()
                        && merge.firstRow() > header.lastRow()) {
                    merged.ranges.add(merge);
                }
            }
            if (!merged.ranges.isEmpty()) {
                merged.ranges.sort(Comparator.comparingInt(Merge::firstRow));
                columns.add(merged);
            }
        }
        return columns;
    }

    /** Returns the column's position in the input. */
    int column() {
        return column;
    }

    /** Returns whether a row lies in a merged range, behind its first row. */
    boolean covers(int row) {
        return ranges.stream().anyMatch(each -> each.firstRow() < row && row <= each.lastRow());
    }

    /**
     * Lets a row's cell have what the merged range over it holds, if {@code repeats}.
     *
     * @return whether a filled range covers the row's cell and is met for the first time
     */
    boolean fill(DataRow row, boolean repeats) {
        while (at < ranges.size() && ranges.get(at).lastRow() < row.number) {
            at++;
            held = null;
            firstMet = false;
        }
        if (at == ranges.size() || ranges.get(at).firstRow() > row.number) {
            return false;
        }
        if (ranges.get(at).firstRow() == row.number) {
            held = row.raw[column];
        } else if (repeats && row.raw[column] == null) {
            row.raw[column] = held;
        }
        boolean first = !firstMet && held != null;
        firstMet |= first;
        return first;
    }
}
