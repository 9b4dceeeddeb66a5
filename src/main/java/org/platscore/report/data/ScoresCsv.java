package org.platscore.report.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.assessment.AssessmentResult;
import org.platscore.grading.Standing;
import org.platscore.intake.Subject;
import org.platscore.rules.Rounding;
import org.platscore.rules.RubricNode;
import org.platscore.scoring.Scores;
import org.platscore.scoring.SubjectScore;

/** scores.csv: one row a subject, in rank order. */
public final class ScoresCsv {

    private ScoresCsv() {}

    public static void write(AssessmentResult result, Scores scores, Path file) throws IOException {
        List<String> nodes = new ArrayList<>();
        result.rules().rubric().of().forEach(node -> ids(node, nodes));
        result.rules().bonuses().forEach(bonus -> nodes.add(bonus.id()));
        result.rules().deductions().forEach(deduction -> nodes.add(deduction.id()));
        List<@Nullable Object> head =
                new ArrayList<>(List.of("rank", "id", "name", "grade", "grade_label", "total", "reward"));
        head.addAll(nodes);
        head.addAll(List.of("bonus", "deduction", "veto"));
        try (CsvWriter csv = new CsvWriter(file)) {
            csv.write(head);
            for (Standing standing : result.standings()) {
                csv.write(scoreRow(result, scores, standing, nodes));
            }
        }
    }

    private static List<@Nullable Object> scoreRow(
            AssessmentResult result, Scores scores, Standing standing, List<String> nodes) {
        Rounding rounding = result.rules().rounding();
        SubjectScore score = scores.subjects().get(standing.subject());
        Subject subject = result.subject(standing.subject());
        Map<String, BigFraction> points = NodePoints.ofScored(score);
        List<@Nullable Object> row = new ArrayList<>();
        row.add(standing.rank());
        row.add(subject.id());
        row.add(subject.name());
        row.add(standing.grade() == null ? null : standing.grade().id());
        row.add(standing.grade() == null ? null : standing.grade().label());
        row.add(score.total() == null ? null : Figures.total(rounding, score.total()));
        row.add(Shares.of(result.allocation(), standing.subject()).amount());
        for (String id : nodes) {
            BigFraction each = points.get(id);
            row.add(each == null ? null : Figures.points(rounding, each));
        }
        row.add(Figures.bounded(rounding, score.bonus()));
        row.add(Figures.bounded(rounding, score.deduction()));
        row.add(score.veto() == null ? null : score.veto().id());
        return row;
    }

    private static void ids(RubricNode node, List<String> into) {
        into.add(node.id());
        if (node instanceof RubricNode.Group) {
            ((RubricNode.Group) node).of().forEach(each -> ids(each, into));
        }
    }
}
