package org.platscore.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the large sheets of a workbook for merged cells while the rest of it is opened: they stand behind the rows and must be
 * known before. A thread of its own does it, with an archive of its own; what goes wrong there is found again by who needs it.
 */
final class MergesAhead implements AutoCloseable {

    private final XlsxSource.Archive archive;
    private final WorkbookLimits limits;
    private final Map<String, FutureTask<Boolean>> tasks = new HashMap<>();
    private final Thread reader;
    private volatile boolean closed;

    private MergesAhead(XlsxSource.Archive archive, WorkbookLimits limits, List<String> parts) {
        this.archive = archive;
        this.limits = limits;
        for (String part : parts) {
            tasks.put(part, new FutureTask<>(() -> mentions(part)));
        }
        this.reader =
                Aside.thread("merges", () -> parts.forEach(part -> task(part).run()));
    }

    /**
     * Begins to look.
     *
     * @param parts names of the archive's entries
     */
    static MergesAhead of(XlsxSource.Archive archive, WorkbookLimits limits, List<String> parts) {
        MergesAhead ahead = new MergesAhead(archive, limits, parts);
        if (!parts.isEmpty()) {
            ahead.reader.start();
        }
        return ahead;
    }

    private FutureTask<Boolean> task(String part) {
        FutureTask<Boolean> task = tasks.get(part);
        if (task == null) {
            throw new IllegalArgumentException(part);
        }
        return task;
    }

    private boolean mentions(String part) throws IOException, FileFault {
        try (BoundedZip zip = BoundedZip.open(archive.open(), limits, true)) {
            ZipArchiveEntry entry = zip.getEntry(part);
            if (entry == null) {
                throw new IOException(part);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return Merges.mentions(in, () -> closed);
            }
        }
    }

    /** Returns whether an entry mentions merged cells; null where that was not looked for or could not be found out. */
    @Nullable
    Boolean known(String part) {
        FutureTask<Boolean> task = tasks.get(part);
        if (task == null) {
            return null;
        }
        try {
            return task.get();
        } catch (ExecutionException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the reader has seen that it is done. */
    @Override
    public void close() {
        closed = true;
        Aside.ended(reader, () -> {});
    }
}
