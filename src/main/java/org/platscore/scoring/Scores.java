package org.platscore.scoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.measure.MeasureTable;
import org.platscore.rules.formula.Values;

/**
 * What scoring gives.
 *
 * @param subjects by subject index
 * @param measures the table with all stand-ins, as the methods saw it
 */
public record Scores(List<SubjectScore> subjects, MeasureTable measures) {

    /** Returns a subject's rounded points by id (rubric nodes, bonuses, deductions); an excluded id is 0. */
    public Map<String, BigFraction> pointsById(int subject) {
        Map<String, BigFraction> points = new LinkedHashMap<>();
        SubjectScore score = subjects.get(subject);
        collect(score.rubric(), points);
        score.bonuses().forEach(each -> collect(each, points));
        score.deductions().forEach(each -> collect(each, points));
        return points;
    }

    /** Returns a subject's rounded points at one id, 0 where it is excluded; null where there is none of this id. */
    public @Nullable BigFraction points(int subject, String id) {
        SubjectScore score = subjects.get(subject);
        BigFraction found = find(score.rubric(), id);
        found = found == null ? find(score.bonuses(), id) : found;
        return found == null ? find(score.deductions(), id) : found;
    }

    private static @Nullable BigFraction find(List<NodeScore> scores, String id) {
        for (NodeScore score : scores) {
            BigFraction found = find(score, id);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable BigFraction find(NodeScore score, String id) {
        return score.node().id().equals(id) ? score.counted() : find(score.of(), id);
    }

    /**
     * Returns what a formula over results may name for a subject: {@code total} (without a value where it is not assessed), ids
     * and measures.
     */
    public Values named(int subject) {
        return name -> {
            BigFraction own = name.equals("total") ? subjects.get(subject).total() : points(subject, name);
            return own != null || name.equals("total") ? own : measures.effective(subject, name);
        };
    }

    private static void collect(NodeScore score, Map<String, BigFraction> points) {
        if (!score.node().id().isEmpty()) {
            points.put(score.node().id(), score.counted());
        }
        score.of().forEach(each -> collect(each, points));
    }
}
