package org.platscore.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A file to be written. Files do not depend on each other, so that several can be written at once. */
interface FileTask {

    void write() throws IOException;

    /**
     * Writes all files, on as many threads as there are cores.
     *
     * @throws IOException if one of them cannot be written
     */
    static void writeAll(List<FileTask> tasks) throws IOException {
        try {
            tasks.parallelStream().forEach(FileTask::writeUnchecked);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void writeUnchecked() {
        try {
            write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
