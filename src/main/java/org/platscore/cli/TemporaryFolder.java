package org.platscore.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.platscore.report.output.OutputFolder;
import org.platscore.report.output.OutputRefused;

/** The system's folder for files that are kept for a while only. */
final class TemporaryFolder {

    private static final String NAME = "platscore";

    private TemporaryFolder() {}

    /**
     * Returns a new file in it, which is gone when the process has ended, by a signal too.
     *
     * @param ending of its name; null where it may be anything
     */
    static Path file(@Nullable String ending) throws IOException {
        Path file = Files.createTempFile(NAME, ending);
        file.toFile().deleteOnExit();
        return file;
    }

    /** Returns a new folder in it, which is gone with all that is in it when the process has ended, by a signal too. */
    static Path folder() throws IOException {
        Path folder = Files.createTempDirectory(NAME);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteAtEnd(folder), NAME));
        return folder;
    }

    private static void deleteAtEnd(Path folder) {
        try {
            OutputFolder.delete(folder);
        } catch (IOException e) {
            // Something is still being written there; nobody is left to be told.
        }
    }

    /** Returns the refusal for a failed operation in it. */
    static OutputRefused refused(IOException failure) {
        return OutputRefused.temporary(Path.of(System.getProperty("java.io.tmpdir", ".")), failure);
    }
}
