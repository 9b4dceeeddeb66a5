package org.platscore.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.IntakeOptions;
import org.platscore.intake.PreviousResults;
import org.platscore.intake.sheet.FileStamp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which earlier results the rules read. */
@Command
final class PreviousOption {

    @Option(names = "--previous", paramLabel = "FILE", descriptionKey = "option.previous")
    @Nullable
    Path previous;

    /** Returns the earlier results: those named, else those in the assessment folder, also hidden ones; null where there are none. */
    @Nullable
    Path in(Path folder) throws UsageRefused {
        if (previous == null) {
            Path usual = folder.resolve(PreviousResults.USUAL);
            return Files.isRegularFile(usual) || FileStamp.hidden(usual) ? usual : null;
        }
        if (!Files.isRegularFile(previous)) {
            throw UsageRefused.noFile(previous, "no-such-previous");
        }
        return previous;
    }

    /** Returns options for the files of an assessment folder, its earlier results among them. */
    IntakeOptions with(IntakeOptions usual, Path folder, boolean skipUnreadable) throws UsageRefused {
        return new IntakeOptions(usual.files(), in(folder), skipUnreadable, usual.jobs());
    }
}
