package org.platscore.intake.sheet;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet whose cells stand in any order, as old exports write them: they are kept until all have been read. */
final class SortedRows implements SheetRows {

    private final SheetRows rows;
    private @Nullable Iterator<RawRow> sorted;

    SortedRows(SheetRows rows) {
        this.rows = rows;
    }

    @Override
    public @Nullable RawRow next() throws FileFault {
        Iterator<RawRow> all = sorted;
        if (all == null) {
            Map<Integer, RawRow> byNumber = new TreeMap<>();
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                byNumber.merge(row.number(), row, SortedRows::joined);
            }
            all = byNumber.values().iterator();
            sorted = all;
        }
        return all.hasNext() ? all.next() : null;
    }

    private static RawRow joined(RawRow a, RawRow b) {
        List<@Nullable RawCell> cells = new ArrayList<>();
        for (int i = 0; i < Math.max(a.cells().size(), b.cells().size()); i++) {
            cells.add(b.cell(i) == null ? a.cell(i) : b.cell(i));
        }
        return new RawRow(a.number(), a.hidden() || b.hidden(), cells);
    }

    @Override
    public void close() {
        rows.close();
    }
}
