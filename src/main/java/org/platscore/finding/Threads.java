package org.platscore.finding;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Work beside the thread that asks for it, and what comes back from there. */
public final class Threads {

    private Threads() {}

    /** Returns a thread that keeps nothing from ending; it is not started. */
    public static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Returns as many such threads as are asked for, at least one, that take work in the order in which it comes. */
    public static ExecutorService pool(String name, int count) {
        return Executors.newFixedThreadPool(Math.max(1, count), work -> thread(name, work));
    }

    /** Stops work that nobody wants any more, and returns when none is left: what it writes to may then be swept. */
    public static void end(ExecutorService threads) {
        threads.shutdownNow();
        boolean interrupted = false;
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits for what work comes to; what it throws is thrown here.
     *
     * @throws IllegalStateException where this thread is interrupted meanwhile, or around a checked exception
     */
    public static <T> T result(Future<T> work) {
        try {
            return work.get();
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (InterruptedException e) {
            throw brokenOff(e);
        }
    }

    /** Throws what was thrown in another thread; returns only what goes around a checked exception. */
    public static IllegalStateException rethrown(@Nullable Throwable thrown) {
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(thrown);
    }

    /** Returns what to throw where waiting was interrupted, which stays noted for who waits above. */
    public static IllegalStateException brokenOff(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("waiting was broken off", e);
    }
}
