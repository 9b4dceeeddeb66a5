package org.platscore.report;

import java.util.AbstractList;
import java.util.List;
import java.util.function.BiFunction;
import org.platscore.report.sheet.Cell;

/** Rows made when they are asked for, so that thousands of them need no memory. */
final class Rows<T> extends AbstractList<List<Cell>> {

    private final List<T> items;
    private final BiFunction<T, Integer, List<Cell>> row;

    /** The function gets an item and its index. */
    Rows(List<T> items, BiFunction<T, Integer, List<Cell>> row) {
        this.items = items;
        this.row = row;
    }

    @Override
    public List<Cell> get(int index) {
        return row.apply(items.get(index), index);
    }

    @Override
    public int size() {
        return items.size();
    }
}
