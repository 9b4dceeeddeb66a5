package org.platscore.scoring;

import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.platscore.measure.MeasureTable;

/**
 * What scoring gives.
 *
 * @param subjects by subject index
 * @param measures the table with all stand-ins, as the methods saw it
 */
public record Scores(List<SubjectScore> subjects, MeasureTable measures) {

    /** Returns a subject's rounded points by id (rubric nodes, bonuses, deductions); an excluded id is 0. */
    public Map<String, BigFraction> pointsById(int subject) {
        Map<String, BigFraction> points = new java.util.LinkedHashMap<>();
        SubjectScore score = subjects.get(subject);
        collect(score.rubric(), points);
        score.bonuses().forEach(each -> collect(each, points));
        score.deductions().forEach(each -> collect(each, points));
        return points;
    }

    private static void collect(NodeScore score, Map<String, BigFraction> points) {
        if (!score.node().id().isEmpty()) {
            points.put(score.node().id(), score.counted());
        }
        score.of().forEach(each -> collect(each, points));
    }
}
