package org.platscore.intake.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Threads;

/** Rows that a thread of their own reads ahead of the one that takes them, some thousands at most, in the same order. */
final class RowsAhead implements SheetRows {

    private static final int ROWS = 256;
    private static final int BLOCKS = 16;

    private final SheetRows rows;
    private final BlockingQueue<Block> queue = new ArrayBlockingQueue<>(BLOCKS);
    private final Thread reader;
    private volatile boolean closed;
    private Block block = new Block(List.of(), false, null, null);
    private int at;

    /**
     * Rows read at once.
     *
     * @param last whether no block follows
     * @param fault what is wrong with the file behind these rows; null if nothing
     * @param thrown what else went wrong behind these rows, such as want of memory; null if nothing
     */
    private record Block(
            List<RawRow> rows,
            boolean last,
            @Nullable FileFault fault,
            @Nullable Throwable thrown) {}

    private RowsAhead(SheetRows rows) {
        this.rows = rows;
        this.reader = Threads.thread("rows", this::read);
    }

    /** Begins to read. */
    static RowsAhead of(SheetRows rows) {
        RowsAhead ahead = new RowsAhead(rows);
        ahead.reader.start();
        return ahead;
    }

    private void read() {
        try {
            boolean last = false;
            while (!last && !closed) {
                Block read = block();
                last = read.last;
                queue.put(read);
            }
        } catch (InterruptedException e) {
            // Nobody interrupts it; if somebody does, it ends.
        }
    }

    private Block block() {
        List<RawRow> read = new ArrayList<>(ROWS);
        try {
            while (read.size() < ROWS && !closed) {
                RawRow row = rows.next();
                if (row == null) {
                    return new Block(read, true, null, null);
                }
                read.add(row);
            }
            return new Block(read, false, null, null);
        } catch (FileFault e) {
            return new Block(read, true, e, null);
        } catch (RuntimeException | Error e) {
            return new Block(read, true, null, e);
        }
    }

    @Override
    public @Nullable RawRow next() throws FileFault {
        while (at == block.rows.size()) {
            if (block.fault != null) {
                throw block.fault;
            }
            if (block.thrown != null) {
                throw Threads.rethrown(block.thrown);
            }
            if (block.last) {
                return null;
            }
            block = take();
            at = 0;
        }
        return block.rows.get(at++);
    }

    @Override
    public boolean mergesMayFollow() {
        return rows.mergesMayFollow();
    }

    private Block take() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            throw Threads.brokenOff(e);
        }
    }

    /** Waits until the reader has seen that it is done. */
    @Override
    public void close() {
        closed = true;
        ended(reader, queue::clear);
        rows.close();
    }

    /**
     * Waits until a thread that was told to stop has ended; to interrupt it would close the file for other readers too.
     *
     * @param meanwhile done again and again, so that it can go on to its end
     */
    private static void ended(Thread thread, Runnable meanwhile) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            meanwhile.run();
            try {
                thread.join(1);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
