package org.platscore.grading;

import java.util.ArrayList;
import java.util.List;
import org.platscore.finding.Findings;
import org.platscore.intake.Decision;
import org.platscore.intake.Subject;
import org.platscore.rules.Rulebook;
import org.platscore.scoring.Scores;
import org.platscore.scoring.SubjectScore;

/** From totals to order, rank and grade. */
public final class Grader {

    private Grader() {}

    /**
     * Returns every subject's standing, in rank order: by total, then what {@code ties} says, then id; those vetoed with a
     * grade after all others, those not assessed last (rules-language.md, section 5).
     */
    public static List<Standing> grade(Rulebook rules, List<Subject> subjects, Scores scores, Findings findings) {
        List<Ranking.Place> order = Ranking.of(rules, subjects, scores);
        GradeFilling filling = new GradeFilling(rules, subjects, scores, order, findings);
        List<Standing> standings = new ArrayList<>();
        for (int from = 0; from < order.size(); ) {
            int to = from + 1;
            while (to < order.size() && order.get(to).sharesRankWith(order.get(from))) {
                to++;
            }
            standings.addAll(filling.fill(order.subList(from, to)));
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
