package org.platscore.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads files side by side and hands their rows on one after the other, in the order of the files, on the caller's thread. What
 * is read ahead waits in queues of bounded length.
 */
final class Pipeline {

    private static final int BATCH = 256;
    private static final int WAITING = 16;

    private Pipeline() {}

    /** A stretch of a file's rows; the last one may carry what went wrong with the program itself. */
    private record Batch(
            List<DataRow> rows, boolean last, @Nullable Throwable fault) {}

    /** A file being read. */
    private static final class Lane implements Runnable {
        private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(WAITING);
        private final FileTask task;
        private List<DataRow> batch = new ArrayList<>();

        Lane(Function<Consumer<DataRow>, FileTask> task) {
            this.task = task.apply(this::add);
        }

        private void add(DataRow row) {
            batch.add(row);
            if (batch.size() == BATCH) {
                put(new Batch(batch, false, null));
                batch = new ArrayList<>();
            }
        }

        @Override
        public void run() {
            Throwable fault = null;
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                fault = e;
            }
            put(new Batch(batch, true, fault));
        }

        private void put(Batch each) {
            try {
                queue.put(each);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("reading was broken off", e);
            }
        }
    }

    /**
     * Runs all tasks.
     *
     * @param rows takes the rows
     * @param ended takes each file when its rows have been taken
     */
    static void run(
            List<Function<Consumer<DataRow>, FileTask>> tasks,
            int jobs,
            Consumer<DataRow> rows,
            Consumer<FileTask> ended) {
        if (tasks.isEmpty()) {
            return;
        }
        List<Lane> lanes = tasks.stream().map(Lane::new).toList();
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(jobs, lanes.size()), runnable -> {
            Thread thread = new Thread(runnable, "intake");
            thread.setDaemon(true);
            return thread;
        });
        try {
            // Lanes start in file order, so the one that is waited for is always running.
            lanes.forEach(threads::execute);
            for (Lane lane : lanes) {
                take(lane, rows);
                ended.accept(lane.task);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading was broken off", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void take(Lane lane, Consumer<DataRow> rows) throws InterruptedException {
        while (true) {
            Batch batch = lane.queue.take();
            batch.rows.forEach(rows);
            if (batch.fault instanceof RuntimeException fault) {
                throw fault;
            }
            if (batch.fault instanceof Error fault) {
                throw fault;
            }
            if (batch.last) {
                return;
            }
        }
    }
}
