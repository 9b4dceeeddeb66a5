package org.platscore.intake;

import org.platscore.intake.sheet.FileOptions;

/**
 * How files are read.
 *
 * @param files how each is opened
 * @param jobs how many are read side by side, at least 1; no result depends on it
 */
public record IntakeOptions(FileOptions files, int jobs) {

    /** Returns the usual options. */
    public static IntakeOptions of(int jobs) {
        return new IntakeOptions(FileOptions.STANDARD, jobs);
    }
}
