package org.platscore.grading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Severity;
import org.platscore.intake.Decision;
import org.platscore.intake.Subject;
import org.platscore.rules.Grade;
import org.platscore.rules.Rulebook;

/** Puts decided grades in the place of computed ones. */
final class Decided {

    private Decided() {}

    static List<Standing> apply(
            Rulebook rules,
            List<Subject> subjects,
            List<Standing> standings,
            List<Decision> decisions,
            Findings findings) {
        Map<Integer, Decision> bySubject = new HashMap<>();
        decisions.forEach(each -> bySubject.put(each.subject(), each));
        List<Standing> all = new ArrayList<>();
        for (Standing standing : standings) {
            Decision decision = bySubject.get(standing.subject());
            if (decision == null) {
                all.add(standing);
            } else if (standing.grade() == null) {
                all.add(standing);
                findings.add(unassessed(subjects.get(standing.subject()), decision));
            } else {
                all.add(decided(rules, standing, standing.grade(), decision));
            }
        }
        return List.copyOf(all);
    }

    private static Standing decided(Rulebook rules, Standing standing, Grade computed, Decision decision) {
        Grade grade = rules.grades().stream()
                .filter(each -> each.id().equals(decision.grade()))
                .findFirst()
                .orElseThrow();
        String key = computed.id().equals(grade.id()) ? "grading.decided-same" : "grading.decided";
        Message reason = Message.of(key, computed.label(), grade.label(), decision.reason(), decision.decided());
        List<Standing.Step> path = new ArrayList<>(standing.path());
        path.add(new Standing.Step(grade, true, reason));
        return new Standing(
                standing.subject(),
                standing.rank(),
                grade,
                List.copyOf(path),
                new Standing.Decided(computed, decision));
    }

    private static Finding unassessed(Subject subject, Decision decision) {
        return new Finding(
                Severity.STOP,
                "correction-unused",
                "decisions",
                decision.place(),
                decision.grade(),
                subject.id(),
                Message.of("grading.decided-unassessed", subject.id(), subject.name()),
                Message.of("grading.fix.decided-unassessed"));
    }
}
