package org.platscore.intake;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.platscore.finding.Finding;
import org.platscore.finding.Message;
import org.platscore.finding.Severity;
import org.platscore.rules.Input;
import org.platscore.rules.Rulebook;

/**
 * Finds the files that cannot be read, so that a run may leave them out as wholes. A file may turn out broken at its very end;
 * therefore all are read once for this alone.
 */
final class Unreadable {

    /** What is wrong with a file of which nothing, or only a part, can be read. */
    private static final Set<String> CODES =
            Set.of("unreadable-file", "encrypted-file", "not-a-workbook", "too-large", "stray-quote", "no-header");

    private static final RowConsumer NOBODY = new RowConsumer() {
        @Override
        public void accepted(Input input, Subject subject, PlacedRow row) {}

        @Override
        public void rejected(Input input, Subject subject, String code, PlacedRow row) {}
    };

    private Unreadable() {}

    /**
     * Returns the unreadable files by path, each with the finding that tells it and that it is left out. The roster, corrections,
     * decisions and earlier results are never left out: everything rests on them.
     */
    static Map<String, Finding> in(Path folder, Rulebook rules, IntakeOptions options) {
        IntakeResult first = Intake.read(folder, rules, options.strict(), NOBODY);
        Set<String> needed = Set.of(rules.roster().name(), Corrections.SPEC.name(), Decisions.SPEC.name());
        Map<String, Finding> unreadable = new TreeMap<>(Folder.BY_CODE_POINTS);
        for (Finding finding : first.findings().sorted()) {
            boolean stops = finding.severity() == Severity.STOP && CODES.contains(finding.code());
            if (stops && !finding.file().isEmpty() && !needed.contains(finding.input())) {
                unreadable.putIfAbsent(finding.file(), leftOut(finding));
            }
        }
        return unreadable;
    }

    private static Finding leftOut(Finding finding) {
        return new Finding(
                Severity.WARN,
                finding.code(),
                finding.input(),
                finding.place(),
                finding.value(),
                finding.subject(),
                Message.of("intake.skipped", finding.message()),
                finding.action());
    }
}
