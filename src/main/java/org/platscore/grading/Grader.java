package org.platscore.grading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Findings;
import org.platscore.intake.Decision;
import org.platscore.intake.Subject;
import org.platscore.rules.Grade;
import org.platscore.rules.Rulebook;
import org.platscore.scoring.Scores;
import org.platscore.scoring.SubjectScore;

/** From totals to order, rank and grade. */
public final class Grader {

    private Grader() {}

    /**
     * Returns every subject's standing, in rank order: by total, then what {@code ties} says, then id; those vetoed with a
     * grade after all others, those not assessed last (rules-reference.md, "Grades").
     */
    public static List<Standing> grade(Rulebook rules, List<Subject> subjects, Scores scores, Findings findings) {
        return grade(rules, subjects, scores, findings, null);
    }

    /** Returns the grade that a subject is given by its score; null where it is given none. Those behind it are not looked at. */
    public static @Nullable Grade computed(Rulebook rules, List<Subject> subjects, Scores scores, Subject subject) {
        return grade(rules, subjects, scores, new Findings(), subject).stream()
                .filter(each -> each.subject() == subject.index())
                .findFirst()
                .orElseThrow()
                .grade();
    }

    /** @param last with whom to end; null: nobody */
    private static List<Standing> grade(
            Rulebook rules, List<Subject> subjects, Scores scores, Findings findings, @Nullable Subject last) {
        List<Ranking.Place> order = Ranking.of(rules, subjects, scores);
        GradeFilling filling = new GradeFilling(rules, subjects, scores, order, findings);
        List<Standing> standings = new ArrayList<>();
        boolean ended = false;
        for (int from = 0; from < order.size() && !ended; ) {
            int to = from + 1;
            while (to < order.size() && order.get(to).sharesRankWith(order.get(from))) {
                to++;
            }
            List<Ranking.Place> sharing = order.subList(from, to);
            standings.addAll(filling.fill(sharing));
            ended = last != null && sharing.stream().anyMatch(place -> place.subject() == last.index());
            from = to;
        }
        return List.copyOf(standings);
    }

    /**
     * Does the same, and gives the grades that the office decided in place of the computed ones. They take and free no place of a
     * quota: the others stand as without them.
     *
     * @param findings gets a {@code correction-unused} for each decision on a subject that is not assessed
     */
    public static List<Standing> grade(
            Rulebook rules, List<Subject> subjects, Scores scores, List<Decision> decisions, Findings findings) {
        return Decided.apply(rules, subjects, grade(rules, subjects, scores, findings), decisions, findings);
    }

    static SubjectScore score(Scores scores, int subject) {
        return scores.subjects().get(subject);
    }
}
