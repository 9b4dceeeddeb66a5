package org.platscore.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.finding.Severity;
import org.platscore.intake.Roster;
import org.platscore.intake.Submissions;
import org.platscore.intake.sheet.FileOptions;
import org.platscore.rules.Rulebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The option of commands that need the roster without the rest of an assessment folder. */
@Command
final class RosterOption {

    private static final int MOST_TOLD = 20;

    @Option(names = "--roster", paramLabel = "FILE", descriptionKey = "option.roster")
    @Nullable
    Path file;

    /** Returns the roster named, else the one beside the rules; null if there is none. */
    @Nullable
    Roster read(Rulebook rules, Path rulesPath, FileOptions options) throws UsageRefused {
        Path named = file;
        if (named == null) {
            Path folder = rulesPath.toAbsolutePath().getParent();
            return folder == null ? null : Roster.in(folder, rules, options);
        }
        if (!Files.isRegularFile(named)) {
            throw UsageRefused.noFile(named, "no-such-roster");
        }
        return Roster.read(named, rules, options);
    }

    /** Returns the files that {@link #read} reads. */
    List<Path> files(Rulebook rules, Path rulesPath) {
        Path folder = rulesPath.toAbsolutePath().getParent();
        return file != null ? List.of(file) : folder == null ? List.of() : Roster.files(folder, rules);
    }

    /** Tells what is wrong with a roster, and returns the exit code. */
    static int refused(Roster roster, Terminal terminal) {
        new FindingList(terminal)
                .tell(
                        roster.findings().sorted().stream()
                                .filter(finding -> finding.severity() == Severity.STOP)
                                .toList(),
                        MOST_TOLD);
        return ExitCode.STOPPED;
    }

    /**
     * Checks that the rules have something that a submitted workbook holds.
     *
     * @param kind the text that says what cannot be done without
     */
    static void checkSubmissions(Rulebook rules, Path rulesPath, String kind) throws UsageRefused {
        if (Submissions.inputs(rules).isEmpty()) {
            throw new UsageRefused(
                    Message.of("cli." + kind, rulesPath.toString()), Message.of("cli.no-submissions.action"));
        }
    }
}
