package org.platscore.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.platscore.analysis.Wanted;
import org.platscore.assessment.AssessmentResult;
import org.platscore.finding.Message;
import org.platscore.finding.Nearest;
import org.platscore.intake.Subject;
import org.platscore.rules.Rulebook;

/** Finds what the user names: a subject, an indicator. */
final class WantedSubject {

    private WantedSubject() {}

    /** Returns the subject of this id or name. */
    static Subject of(AssessmentResult result, String named) throws UsageRefused {
        List<String> known = new ArrayList<>();
        for (Subject each : result.intake().subjects()) {
            if (Wanted.is(each, named)) {
                return each;
            }
            known.add(each.id());
            known.add(each.name());
        }
        throw new UsageRefused(
                Message.of("cli.no-such-subject", result.rules().subject(), named),
                Nearest.to(named, known)
                        .map(near -> Message.of("cli.nearest", near))
                        .orElse(Message.of("cli.no-such-subject.action")));
    }

    /** Returns the ids of the indicators, bonuses and deductions that a name means: one, or all of a group. */
    static Set<String> indicators(Rulebook rules, String named) throws UsageRefused {
        Set<String> found = Wanted.indicators(rules, named);
        if (!found.isEmpty()) {
            return found;
        }
        Map<String, String> labels = new LinkedHashMap<>(Wanted.labels(rules));
        List<String> known = new ArrayList<>(labels.keySet());
        known.addAll(labels.values());
        throw new UsageRefused(
                Message.of("cli.no-such-indicator", named),
                Nearest.to(named, known)
                        .map(near -> Message.of("cli.nearest", near))
                        .orElse(Message.of("cli.no-such-indicator.action", List.copyOf(labels.keySet()))));
    }
}
