package org.platscore.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Threads;
import org.platscore.intake.sheet.Fingerprint;

/** A file to be written. Files do not depend on each other, so that several can be written at once. */
record FileTask(Path file, Content content) {

    /** What is written into the file. */
    interface Content {
        void write(Path file) throws IOException;
    }

    /**
     * Writes all files, on as many threads as there are cores; who is free takes the next. So the longest come first, or one would
     * end up alone with the last of them.
     *
     * @return what was written, by file
     * @throws IOException if one of them cannot be written; the first of those in the list
     */
    static Map<Path, Fingerprint> writeAll(List<FileTask> tasks) throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService threads = Threads.pool("report", Math.min(cores, tasks.size()));
        AtomicBoolean failed = new AtomicBoolean();
        List<Future<@Nullable Fingerprint>> written = new ArrayList<>();
        tasks.forEach(task -> written.add(threads.submit(() -> failed.get() ? null : task.write(failed))));
        threads.shutdown();
        Map<Path, Fingerprint> digests = new TreeMap<>();
        Throwable fault = null;
        for (int i = 0; i < tasks.size(); i++) {
            try {
                Fingerprint digest = written.get(i).get();
                if (digest != null) {
                    digests.put(tasks.get(i).file, digest);
                }
            } catch (ExecutionException e) {
                fault = fault == null ? e.getCause() : fault;
            } catch (InterruptedException e) {
                threads.shutdownNow();
                throw Threads.brokenOff(e);
            }
        }
        if (fault instanceof IOException failure) {
            throw failure;
        }
        if (fault != null) {
            throw Threads.rethrown(fault);
        }
        return digests;
    }

    /** Writes the file and takes its digest while the system still has it at hand. */
    private Fingerprint write(AtomicBoolean failed) throws IOException {
        boolean done = false;
        try {
            content.write(file);
            Fingerprint digest = Fingerprint.read(file);
            done = true;
            return digest;
        } finally {
            if (!done) {
                failed.set(true);
            }
        }
    }
}
