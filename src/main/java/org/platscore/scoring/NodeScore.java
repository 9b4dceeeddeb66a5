package org.platscore.scoring;

import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.rules.RubricNode;

/**
 * One subject's points at one node of the rubric, or for one bonus or deduction.
 *
 * @param node the node of the rules
 * @param weight the node's weight for this subject, after spreading; 0 where it is excluded
 * @param exact points before rounding; null where excluded or pending
 * @param points points rounded; null where excluded or pending
 * @param value what the leaf's measure gave: {@code BigFraction}, {@code String} or null
 * @param status how it stands
 * @param reason why these points, in a sentence
 * @param of the children's scores; empty for a leaf
 */
public record NodeScore(
        RubricNode node,
        BigFraction weight,
        @Nullable BigFraction exact,
        @Nullable BigFraction points,
        @Nullable Object value,
        Status status,
        Message reason,
        List<NodeScore> of) {

    /** How a node stands for a subject. */
    public enum Status {
        SCORED,
        EXCLUDED,
        /** A needed value is blank: it counts 0, and the run has a finding that stops it. */
        MISSING,
        /** What it needs is not known yet, because a workbook is scored by itself: no points so far. */
        PENDING;

        /** Returns the word used in files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns whether it, or a part of it, is not known yet. */
    public boolean pending() {
        return status == Status.PENDING;
    }

    /** Returns whether it has points, and they are the sum of those of its parts, as anybody would expect of a group. */
    public boolean addsUp() {
        return points != null && Exact.compare(points, Combination.counted(of)) == 0;
    }

    /** Returns the same with another reason. */
    NodeScore told(Message other) {
        return new NodeScore(node, weight, exact, points, value, status, other, of);
    }

    /** Returns the rounded points, 0 where excluded or pending. */
    public BigFraction counted() {
        return points == null ? BigFraction.ZERO : points;
    }
}
