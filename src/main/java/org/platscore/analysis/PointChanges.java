package org.platscore.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.platscore.finding.Exact;
import org.platscore.rules.RubricNode;
import org.platscore.scoring.NodeScore;
import org.platscore.scoring.SubjectScore;

/** Which indicators' points differ between two scores of one subject. */
final class PointChanges {

    private PointChanges() {}

    /** Returns the indicators, bonuses and deductions whose rounded points differ, in file order. */
    static List<Advice.Points> of(SubjectScore now, SubjectScore then) {
        Map<String, NodeScore> before = leaves(now);
        Map<String, NodeScore> after = leaves(then);
        List<Advice.Points> changes = new ArrayList<>();
        before.forEach((id, score) -> {
            NodeScore other = after.get(id);
            if (other != null && score.counted().compareTo(other.counted()) != 0) {
                changes.add(new Advice.Points(id, score.node().label(), score.counted(), other.counted()));
            }
        });
        return changes;
    }

    /** Returns the points won: indicators and bonuses that rise, deductions that fall. */
    static BigFraction gain(SubjectScore now, SubjectScore then) {
        List<BigFraction> won = new ArrayList<>();
        List<String> deductions =
                now.deductions().stream().map(each -> each.node().id()).toList();
        for (Advice.Points each : of(now, then)) {
            BigFraction more = each.to().subtract(each.from());
            won.add(Exact.max(BigFraction.ZERO, deductions.contains(each.id()) ? more.negate() : more));
        }
        return Exact.sum(won);
    }

    private static Map<String, NodeScore> leaves(SubjectScore score) {
        Map<String, NodeScore> leaves = new LinkedHashMap<>();
        collect(score.rubric(), leaves);
        score.bonuses().forEach(each -> collect(each, leaves));
        score.deductions().forEach(each -> collect(each, leaves));
        return leaves;
    }

    private static void collect(NodeScore score, Map<String, NodeScore> leaves) {
        if (score.node() instanceof RubricNode.Leaf) {
            leaves.put(score.node().id(), score);
        }
        score.of().forEach(each -> collect(each, leaves));
    }
}
