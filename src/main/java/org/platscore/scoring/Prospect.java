package org.platscore.scoring;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;

/**
 * How a score with pending indicators may end.
 *
 * @param soFar the total of what is known; null where the subject is not assessed
 * @param pending full marks of the pending indicators of the rubric
 * @param least the total if they come to nothing and pending deductions to their limits; null where not assessed
 * @param most the total if they come to full marks and pending bonuses to their limits; null where not assessed
 */
public record Prospect(
        @Nullable BigFraction soFar,
        BigFraction pending,
        @Nullable BigFraction least,
        @Nullable BigFraction most) {

    /** Returns how a subject's score may end. */
    public static Prospect of(Rulebook rules, SubjectScore score) {
        BigFraction pending = openMarks(score.rubric());
        boolean out = score.rubric().status() == NodeScore.Status.EXCLUDED
                || score.veto() != null && score.veto().out();
        if (out) {
            return new Prospect(null, pending, null, null);
        }
        return new Prospect(
                Scorer.total(rules, score.rubric().counted(), score.bonus(), score.deduction()),
                pending,
                end(rules, score, false),
                end(rules, score, true));
    }

    private static BigFraction openMarks(NodeScore node) {
        if (!node.pending()) {
            return BigFraction.ZERO;
        }
        boolean sum = node.node() instanceof RubricNode.Group group && group.combine() == RubricNode.Combine.SUM;
        return sum ? Exact.sum(node.of().stream().map(Prospect::openMarks).toList()) : node.weight();
    }

    private static BigFraction end(Rulebook rules, SubjectScore score, boolean best) {
        BigFraction bonus = Scorer.bounded(assumed(rules, score.bonuses(), best), rules.bonusLimit());
        BigFraction deduction = Scorer.bounded(assumed(rules, score.deductions(), !best), rules.deductionLimit());
        return Scorer.total(rules, assumed(rules, score.rubric(), best).counted(), bonus, deduction);
    }

    private static List<NodeScore> assumed(Rulebook rules, List<NodeScore> nodes, boolean full) {
        return nodes.stream().map(node -> assumed(rules, node, full)).toList();
    }

    /** Returns a node as if all that is pending in it had full marks, or none. */
    private static NodeScore assumed(Rulebook rules, NodeScore node, boolean full) {
        if (!node.pending()) {
            return node;
        }
        if (!(node.node() instanceof RubricNode.Group group)) {
            return with(node, full ? node.weight() : BigFraction.ZERO, rules, node.of());
        }
        List<NodeScore> children = assumed(rules, node.of(), full);
        List<NodeScore> left = new ArrayList<>(children);
        left.removeIf(child -> child.status() == NodeScore.Status.EXCLUDED);
        return with(node, Combination.of(group.combine(), node.weight(), left).points(), rules, children);
    }

    private static NodeScore with(NodeScore node, BigFraction exact, Rulebook rules, List<NodeScore> children) {
        boolean head = node.node().id().isEmpty();
        return new NodeScore(
                node.node(),
                node.weight(),
                exact,
                head ? exact : rules.rounding().points(exact),
                node.value(),
                NodeScore.Status.SCORED,
                node.reason(),
                children);
    }
}
