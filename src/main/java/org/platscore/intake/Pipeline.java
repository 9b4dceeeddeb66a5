package org.platscore.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Threads;

/**
 * Reads files side by side and hands their rows on one after the other, in the order of the files, on the caller's thread. What
 * is read ahead waits in queues of bounded length.
 */
final class Pipeline {

    private static final int BATCH = 256;
    private static final int WAITING = 16;

    /** So often it is looked whether a lane that says nothing is at work at all. */
    private static final int LOOK_MILLIS = 200;

    private Pipeline() {}

    /** A stretch of a file's rows; the last one may carry what went wrong with the program itself. */
    private record Batch(
            List<DataRow> rows,
            @Nullable RowBatch piece,
            @Nullable BulkTable table,
            boolean last,
            @Nullable Throwable fault) {}

    /** Makes the task of a file from what takes its rows and what may help to read it. */
    interface Start {
        FileTask task(RowSink sink, ExecutorService workers);
    }

    /** A file being read. */
    private static final class Lane implements Runnable, RowSink {
        private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(WAITING);
        private final FileTask task;
        private List<DataRow> batch = new ArrayList<>();
        private volatile boolean over;

        Lane(Start start, ExecutorService workers) {
            this.task = start.task(this, workers);
        }

        @Override
        public void accept(DataRow row) {
            batch.add(row);
            if (batch.size() == BATCH) {
                put(new Batch(batch, null, null, false, null));
                batch = new ArrayList<>();
            }
        }

        @Override
        public void accept(RowBatch piece, BulkTable table) {
            put(new Batch(batch, piece, table, false, null));
            batch = new ArrayList<>();
        }

        /**
         * Reads the file. A lane whose last word takes more memory than there is ends without one, and leaves its thread to those
         * that wait for it.
         */
        @Override
        public void run() {
            try {
                read();
            } catch (OutOfMemoryError e) {
                batch = List.of();
            } finally {
                over = true;
            }
        }

        private void read() {
            Throwable fault = null;
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                fault = e;
            }
            // Nobody waits any more for a lane that was broken off.
            if (!Thread.currentThread().isInterrupted()) {
                put(new Batch(batch, null, null, true, fault));
            }
        }

        /** Returns the next batch, once it is there. */
        Batch next() throws InterruptedException {
            while (true) {
                boolean ended = over;
                Batch each = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (each != null) {
                    return each;
                }
                if (ended) {
                    throw new OutOfMemoryError("the reading of a file broke off");
                }
            }
        }

        private void put(Batch each) {
            try {
                queue.put(each);
            } catch (InterruptedException e) {
                throw Threads.brokenOff(e);
            }
        }
    }

    /**
     * Runs all tasks.
     *
     * @param rows takes the rows
     * @param ended takes each file when its rows have been taken
     */
    static void run(List<Start> tasks, int jobs, RowSink rows, Consumer<FileTask> ended) {
        if (tasks.isEmpty()) {
            return;
        }
        ExecutorService workers = Threads.pool("rows", jobs);
        List<Lane> lanes = tasks.stream().map(task -> new Lane(task, workers)).toList();
        ExecutorService threads = Threads.pool("intake", Math.min(jobs, lanes.size()));
        try {
            // Lanes start in file order, so the one that is waited for is always running.
            lanes.forEach(threads::execute);
            for (Lane lane : lanes) {
                take(lane, rows);
                ended.accept(lane.task);
            }
        } catch (InterruptedException e) {
            throw Threads.brokenOff(e);
        } finally {
            threads.shutdownNow();
            workers.shutdownNow();
        }
    }

    private static void take(Lane lane, RowSink rows) throws InterruptedException {
        while (true) {
            Batch batch = lane.next();
            batch.rows.forEach(rows);
            if (batch.piece != null && batch.table != null) {
                rows.accept(batch.piece, batch.table);
            }
            if (batch.fault != null) {
                throw Threads.rethrown(batch.fault);
            }
            if (batch.last) {
                return;
            }
        }
    }
}
