package org.platscore.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.rules.RubricNode;
import org.platscore.rules.formula.Approximate;

/**
 * How a group's points come from its children's.
 *
 * @param points before the group's own rounding
 */
record Combination(BigFraction points, Message reason) {

    /**
     * Combines the rounded points of the children that are not excluded; there is at least one.
     *
     * @param weight the group's weight for this subject
     */
    static Combination of(RubricNode.Combine how, BigFraction weight, List<NodeScore> children) {
        boolean sum = how == RubricNode.Combine.SUM;
        if (sum && full(children)) {
            return new Combination(weight, Message.of("scoring.group.full", weight));
        }
        BigFraction points = sum ? counted(children) : share(how, children).multiply(weight);
        return new Combination(points, Message.of("scoring.group." + how.name().toLowerCase(Locale.ROOT), points));
    }

    /** Returns whether all have full marks before rounding; a group's may come out above them, since it joins rounded points. */
    private static boolean full(List<NodeScore> children) {
        for (NodeScore child : children) {
            if (Exact.compare(Objects.requireNonNull(child.exact()), child.weight()) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the sum of the rounded points, 0 for what is excluded or pending. */
    static BigFraction counted(List<NodeScore> scores) {
        List<BigFraction> points = new ArrayList<>(scores.size());
        scores.forEach(score -> points.add(score.counted()));
        return Exact.sum(points);
    }

    private static BigFraction share(RubricNode.Combine how, List<NodeScore> children) {
        List<BigFraction> shares = children.stream()
                .map(child -> child.counted().divide(child.weight()))
                .toList();
        List<BigFraction> weights = children.stream().map(NodeScore::weight).toList();
        return switch (how) {
            case GEOMETRIC -> Approximate.geometricMean(shares, weights);
            case HARMONIC -> harmonic(shares, weights);
            case MINIMUM -> shares.stream().reduce(Exact::min).orElseThrow();
            case MAXIMUM -> shares.stream().reduce(Exact::max).orElseThrow();
            case SUM -> throw new IllegalArgumentException("a sum has no share");
        };
    }

    /** The weighted harmonic mean, Σ weight ÷ Σ (weight ÷ share); 0 where a share is 0. */
    private static BigFraction harmonic(List<BigFraction> shares, List<BigFraction> weights) {
        BigFraction parts = BigFraction.ZERO;
        for (int i = 0; i < shares.size(); i++) {
            if (shares.get(i).signum() == 0) {
                return BigFraction.ZERO;
            }
            parts = parts.add(weights.get(i).divide(shares.get(i)));
        }
        return Exact.sum(weights).divide(parts);
    }
}
