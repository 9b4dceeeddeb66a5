package org.platscore.report;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Table;

/** Rows of a table, with its head again above those that begin a new sheet of paper; formulas may refer to them as they are added. */
final class HeadedRows extends AbstractList<List<Cell>> {

    private final Set<Integer> cuts;
    private final List<List<Cell>> rows = new ArrayList<>();
    private int added;

    /** @param cuts the rows that begin a new sheet of paper, counted without heads */
    HeadedRows(Set<Integer> cuts) {
        this.cuts = cuts;
    }

    @Override
    public boolean add(List<Cell> row) {
        rows.add(row);
        added++;
        if (cuts.contains(added)) {
            rows.add(Table.HEAD_AGAIN);
        }
        return true;
    }

    @Override
    public List<Cell> get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }
}
