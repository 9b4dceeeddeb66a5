package org.platscore.intake;

import java.util.function.Consumer;

/** Takes rows in file order: one by one, and pieces of a large text with the rows in them. */
interface RowSink extends Consumer<DataRow> {

    /** Lets all rows go. */
    RowSink NOWHERE = new RowSink() {
        @Override
        public void accept(DataRow row) {}

        @Override
        public void accept(RowBatch piece, BulkTable table) {
            table.release(piece);
        }
    };

    /** Takes a piece, which is given back to the table when its rows have been taken. */
    default void accept(RowBatch piece, BulkTable table) {
        throw new IllegalStateException("rows are taken one by one here");
    }
}
