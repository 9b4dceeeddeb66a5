package org.platscore.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.platscore.report.OutputRefused;

/** The system's folder for files that are kept for a while only. */
final class TemporaryFolder {

    private TemporaryFolder() {}

    /** Returns the refusal for a failed operation in it. */
    static OutputRefused refused(IOException failure) {
        return OutputRefused.temporary(Path.of(System.getProperty("java.io.tmpdir", ".")), failure);
    }
}
