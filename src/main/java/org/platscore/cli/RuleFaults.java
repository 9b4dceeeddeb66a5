package org.platscore.cli;

import java.util.List;
import org.platscore.rules.DiagnosticText;
import org.platscore.rules.source.Diagnostic;

/**
 * Faults of a rules file as they are told.
 *
 * @param file the file's path as the user wrote it
 * @param lines the file's lines
 */
record RuleFaults(String file, List<String> lines) {

    /** So many are told; a file with more is mended in rounds. */
    private static final int MOST = 100;

    /** Tells all faults, and how many errors there are. */
    void tell(List<Diagnostic> faults, Terminal terminal) {
        for (Diagnostic fault : faults.subList(0, Math.min(MOST, faults.size()))) {
            DiagnosticText.render(file, fault, lines, terminal.lang()).lines().forEach(terminal::tell);
        }
        if (faults.size() > MOST) {
            terminal.tell(terminal.say("rules.more", faults.size() - MOST));
        }
        long errors = faults.stream().filter(fault -> !fault.warning()).count();
        if (errors > 0) {
            terminal.tell(terminal.say("rules.refused", file, errors));
        }
    }
}
