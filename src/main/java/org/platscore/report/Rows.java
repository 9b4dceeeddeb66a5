package org.platscore.report;

import java.util.AbstractList;
import java.util.List;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Drafted;

/** Rows made when they are asked for, so that thousands of them need no memory. */
final class Rows<T> extends AbstractList<List<Cell>> implements Drafted {

    private final List<T> items;
    private final Maker<T> maker;
    private final boolean live;

    /** Makes a row. */
    interface Maker<T> {

        /**
         * Returns the row of an item.
         *
         * @param live whether formulas are wanted
         */
        List<Cell> row(T item, int index, boolean live);
    }

    Rows(List<T> items, Maker<T> maker) {
        this(items, maker, true);
    }

    private Rows(List<T> items, Maker<T> maker, boolean live) {
        this.items = items;
        this.maker = maker;
        this.live = live;
    }

    @Override
    public List<Cell> get(int index) {
        return maker.row(items.get(index), index, live);
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public Iterable<List<Cell>> draft() {
        return new Rows<>(items, maker, false);
    }
}
