package org.platscore.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Finding;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.rules.Rulebook;
import org.platscore.rules.RulesFile;
import org.platscore.rules.RulesReading;
import org.platscore.rules.source.Diagnostic;

/**
 * A rules file that was read.
 *
 * @param path the file as the user wrote it
 * @param reading what came of it
 */
record ReadRules(Path path, RulesReading reading) {

    /** Reads a rules file. */
    static ReadRules of(Path path) {
        return new ReadRules(path, RulesFile.read(path));
    }

    /** Reads rules that are kept in a file under another name. */
    static ReadRules kept(Path file, Path name) {
        return new ReadRules(name, RulesFile.read(file));
    }

    /** Returns the rules; null where they are refused. */
    @Nullable
    Rulebook rulebook() {
        return reading.rulebook();
    }

    /** Tells all faults with their lines, and how many errors there are. */
    void tellFaults(Terminal terminal) {
        new RuleFaults(path.toString(), reading.lines()).tell(reading.diagnostics(), terminal);
    }

    /** Returns the faults in the form that those of data have. */
    List<Finding> findings() {
        return reading.diagnostics().stream().map(this::finding).toList();
    }

    private Finding finding(Diagnostic fault) {
        return new Finding(
                fault.warning() ? Severity.WARN : Severity.STOP,
                fault.code(),
                "",
                new Place(
                        path.toString(), null, fault.mark().line(), fault.mark().column(), ""),
                "",
                "",
                fault.message(),
                fault.fix());
    }
}
