package org.platscore.intake;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.sheet.FileOptions;

/**
 * How files are read.
 *
 * @param files how each is opened
 * @param previous an earlier run's results.json; null: none
 * @param skipUnreadable whether files that cannot be read are left out instead of stopping the run
 * @param jobs how many are read side by side, at least 1; no result depends on it
 * @param chunks how large texts are read
 */
public record IntakeOptions(
        FileOptions files, @Nullable Path previous, boolean skipUnreadable, int jobs, Chunks chunks) {

    /** Options under which large texts are read as usual. */
    public IntakeOptions(FileOptions files, @Nullable Path previous, boolean skipUnreadable, int jobs) {
        this(files, previous, skipUnreadable, jobs, Chunks.STANDARD);
    }

    /** Options without earlier results, under which every file must be readable. */
    public IntakeOptions(FileOptions files, int jobs) {
        this(files, null, false, jobs);
    }

    /** Returns these options with other pieces of large texts. */
    public IntakeOptions with(Chunks other) {
        return new IntakeOptions(files, previous, skipUnreadable, jobs, other);
    }

    /** Returns these options without earlier results, under which every file must be readable. */
    IntakeOptions strict() {
        return new IntakeOptions(files, null, false, jobs, chunks);
    }

    /** Returns the usual options. */
    public static IntakeOptions of(int jobs) {
        return new IntakeOptions(FileOptions.STANDARD, jobs);
    }
}
