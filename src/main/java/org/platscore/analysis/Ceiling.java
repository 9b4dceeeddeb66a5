package org.platscore.analysis;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;
import org.platscore.scoring.NodeScore;
import org.platscore.scoring.SubjectScore;

/**
 * The most that one subject's total could come to if one measure had whatever value would be best for each indicator: full marks
 * wherever the measure bears on points, nothing taken off, all else as it is. A grade above that need not be looked for.
 */
final class Ceiling {

    private final Rulebook rules;
    private final SubjectScore score;
    private final Bearing bearing;
    private int nodes = 1;

    private Ceiling(Rulebook rules, SubjectScore score, Bearing bearing) {
        this.rules = rules;
        this.score = score;
        this.bearing = bearing;
    }

    /**
     * Returns a total that a change of one measure alone surely does not pass; null where that does not tell the grade.
     *
     * @param target the worst grade that would do, counted from the best, which is 0
     */
    static @Nullable BigFraction of(Rulebook rules, SubjectScore score, Bearing bearing, int target) {
        return bearing.vetoes() && mayGain(rules, score, target) ? null : new Ceiling(rules, score, bearing).total();
    }

    /** Returns whether the subject's grade may rise because a veto falls or comes. */
    private static boolean mayGain(Rulebook rules, SubjectScore score, int target) {
        return score.veto() != null
                || rules.grades().subList(0, target + 1).stream()
                        .anyMatch(grade -> rules.vetoes().stream()
                                .anyMatch(veto -> grade.id().equals(veto.grade())));
    }

    private BigFraction total() {
        BigFraction share = share(score.rubric());
        BigFraction rubric = share == null
                ? BigFraction.ZERO
                : share.multiply(score.rubric().node().weight());
        BigFraction bonus = extras(score.bonuses(), true);
        BigFraction deduction = extras(score.deductions(), false);
        bonus = rules.bonusLimit() == null ? bonus : Exact.min(bonus, rules.bonusLimit());
        deduction = rules.deductionLimit() == null ? deduction : Exact.min(deduction, rules.deductionLimit());
        return rubric.add(bonus).subtract(deduction).add(roundings());
    }

    /** Points are rounded at every node, each time by less than one step. */
    private BigFraction roundings() {
        int places = Math.max(
                0, Math.min(rules.rounding().indicator(), rules.rounding().total()));
        return BigFraction.of(nodes).divide(BigFraction.of(10).pow(places));
    }

    private BigFraction extras(List<NodeScore> extras, boolean won) {
        BigFraction sum = BigFraction.ZERO;
        for (NodeScore each : extras) {
            nodes++;
            boolean open = touched(each.node());
            sum = sum.add(open && won ? each.node().weight() : open ? BigFraction.ZERO : each.counted());
        }
        return sum;
    }

    /**
     * Returns the greatest share of full marks; null where a node stays excluded. With full marks an indicator does a group no
     * harm, so that it need not be looked at whether other values would exclude it.
     */
    private @Nullable BigFraction share(NodeScore node) {
        boolean excluded = node.status() == NodeScore.Status.EXCLUDED;
        if (!touched(node.node())) {
            nodes += size(node);
            BigFraction exact = node.exact();
            return excluded || exact == null ? null : exact.divide(node.weight());
        }
        nodes++;
        if (!(node.node() instanceof RubricNode.Group group) || excluded || group.combine() != RubricNode.Combine.SUM) {
            return BigFraction.ONE;
        }
        BigFraction points = BigFraction.ZERO;
        BigFraction weights = BigFraction.ZERO;
        int sure = 0;
        for (NodeScore child : node.of()) {
            BigFraction share = share(child);
            if (share != null) {
                BigFraction weight = child.node().weight();
                points = points.add(share.multiply(weight));
                weights = weights.add(weight);
                sure += touched(child.node()) ? 0 : 1;
            }
        }
        // With too few left the group itself would be excluded.
        return sure < Math.max(1, group.atLeast()) ? BigFraction.ONE : points.divide(weights);
    }

    private static int size(NodeScore node) {
        return 1 + node.of().stream().mapToInt(Ceiling::size).sum();
    }

    private boolean touched(RubricNode node) {
        return bearing.nodes().contains(node);
    }
}
