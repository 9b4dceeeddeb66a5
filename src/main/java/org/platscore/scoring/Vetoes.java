package org.platscore.scoring;

import java.util.List;
import java.util.Optional;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Severity;
import org.platscore.intake.Subject;
import org.platscore.measure.MeasureTable;
import org.platscore.measure.OpenValues;
import org.platscore.rules.Rulebook;
import org.platscore.rules.Veto;

/** Which veto holds for whom, before any statistic stands in for a missing value. */
final class Vetoes {

    private Vetoes() {}

    /** Returns by subject index the first veto that holds; one whose condition has no value does not, with a warning; nor does one whose condition is open yet. */
    static List<Optional<Veto>> of(
            Rulebook rules, List<Subject> subjects, MeasureTable table, OpenValues open, Findings findings) {
        return subjects.stream()
                .map(subject -> first(rules, subject, table, open, findings))
                .toList();
    }

    /** Returns the first veto that holds for one subject. */
    static Optional<Veto> first(
            Rulebook rules, Subject subject, MeasureTable table, OpenValues open, Findings findings) {
        for (Veto veto : rules.vetoes()) {
            if (veto.when().names().stream().anyMatch(name -> open.measure(subject.index(), name))) {
                continue;
            }
            Object holds = veto.when().value(name -> table.effective(subject.index(), name));
            if (holds == null) {
                findings.add(new Finding(
                        Severity.WARN,
                        "no-value",
                        "",
                        null,
                        "",
                        subject.id(),
                        Message.of(
                                "scoring.finding.no-value",
                                veto.label(),
                                veto.when().source()),
                        Message.of("scoring.finding.fix.no-value")));
            } else if ((Boolean) holds) {
                return Optional.of(veto);
            }
        }
        return Optional.empty();
    }
}
