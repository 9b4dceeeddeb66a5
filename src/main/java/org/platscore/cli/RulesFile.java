package org.platscore.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Finding;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.rules.Rulebook;
import org.platscore.rules.source.Diagnostic;

/**
 * A rules file as it was read.
 *
 * @param path the file as the user wrote it
 * @param source its text
 * @param rules null where they are refused
 * @param faults all faults by line and column
 */
record RulesFile(Path path, String source, @Nullable Rulebook rules, List<Diagnostic> faults) {

    /** Reads a rules file. */
    static RulesFile read(Path path) throws UsageRefused {
        throw new IllegalStateException("no reader of rules yet: " + path);
    }

    /** Tells all faults with their lines, and how many errors there are. */
    void tellFaults(Terminal terminal) {
        new RuleFaults(path.toString(), source).tell(faults, terminal);
    }

    /** Returns the faults in the form that those of data have. */
    List<Finding> findings() {
        return faults.stream().map(this::finding).toList();
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
