package org.platscore.report.output;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.platscore.intake.results.OwnFiles;

/**
 * One file, replaced as a whole or not at all. It is written in a hidden folder {@code .NAME.platscore} beside its place and takes
 * it by a rename; the folder holds a lock, so that of two runs into one file the second is refused.
 */
public final class OutputFile implements AutoCloseable {

    private final Path shown;
    private final String option;
    private final Path target;
    private final Path written;
    private final boolean replace;
    private final FolderLock lock;

    private OutputFile(Path shown, String option, boolean replace, Path target, Path written, FolderLock lock) {
        this.shown = shown;
        this.option = option;
        this.replace = replace;
        this.target = target;
        this.written = written;
        this.lock = lock;
    }

    /**
     * Claims a file for this run.
     *
     * @param option that names the file, told where it cannot be written
     * @param replace whether a file that is there may be replaced
     * @throws OutputRefused if it is there and may not be replaced, another run is writing it, or nothing can be written there
     */
    public static OutputFile claim(Path target, String option, boolean replace) throws OutputRefused {
        try {
            Path place = OutputFolder.place(target);
            Path name = place.getFileName();
            Path parent = place.getParent();
            if (name == null || parent == null || Files.exists(place) && !Files.isRegularFile(place)) {
                throw OutputRefused.of("not-a-file", target, option);
            }
            checkFree(place, replace, target, option);
            Files.createDirectories(parent);
            Path work = parent.resolve(OwnFiles.work(name));
            FolderLock lock = FolderLock.take(work, target, option);
            return new OutputFile(target, option, replace, place, work.resolve("new"), lock);
        } catch (IOException e) {
            throw OutputRefused.because(target, option, e);
        }
    }

    private static void checkFree(Path place, boolean replace, Path shown, String option) throws OutputRefused {
        if (!replace && Files.exists(place)) {
            throw OutputRefused.of("exists", shown, option);
        }
    }

    /** Returns the file to write to before {@link #publish}. */
    public Path file() {
        return written;
    }

    /**
     * Puts the written file in its place.
     *
     * @throws OutputRefused if it cannot take it, or another file has taken it meanwhile that may not be replaced; what stood there is
     *     as it was
     */
    public void publish() throws OutputRefused {
        checkFree(target, replace, shown, option);
        try {
            Files.move(written, target, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException e) {
            throw OutputRefused.because(shown, option, e);
        }
    }

    /** Gives the claim up; what was not published is gone. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(written);
        } catch (IOException e) {
            // The next run into this file overwrites it.
        } finally {
            lock.release();
        }
    }
}
