package org.platscore.report.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.platscore.finding.Threads;

/** Goes through the rows of a table, those of a long one made by a thread of their own, in batches ahead of their writing. */
final class MadeAhead {

    private static final int LONG = 1_000;
    private static final int BATCH = 16;
    private static final int BATCHES = 16;

    private MadeAhead() {}

    /** Has all rows written in their order, by the thread that asks for it; rows are made one after another, too. */
    static void write(Iterable<List<Cell>> rows, Consumer<List<Cell>> writing) {
        if (rows instanceof Collection && ((Collection<?>) rows).size() >= LONG) {
            writeLong(rows, writing);
        } else {
            rows.forEach(writing);
        }
    }

    private static void writeLong(Iterable<List<Cell>> rows, Consumer<List<Cell>> writing) {
        BlockingQueue<List<List<Cell>>> made = new ArrayBlockingQueue<>(BATCHES);
        FutureTask<Void> making = new FutureTask<>(() -> {
            make(rows, made);
            return null;
        });
        Thread maker = Threads.thread("rows", making);
        maker.start();
        try {
            for (List<List<Cell>> batch = made.take(); !batch.isEmpty(); batch = made.take()) {
                batch.forEach(writing);
            }
            Threads.result(making);
        } catch (InterruptedException e) {
            throw Threads.brokenOff(e);
        } finally {
            maker.interrupt();
        }
    }

    /** An empty batch ends them, also where a row cannot be made; but nobody waits for it any more after an interruption. */
    private static void make(Iterable<List<Cell>> rows, BlockingQueue<List<List<Cell>>> made)
            throws InterruptedException {
        try {
            List<List<Cell>> batch = new ArrayList<>(BATCH);
            for (List<Cell> row : rows) {
                batch.add(row);
                if (batch.size() == BATCH) {
                    made.put(batch);
                    batch = new ArrayList<>(BATCH);
                }
            }
            if (!batch.isEmpty()) {
                made.put(batch);
            }
        } catch (RuntimeException | Error e) {
            made.put(List.of());
            throw e;
        }
        made.put(List.of());
    }
}
