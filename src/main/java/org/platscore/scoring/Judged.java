package org.platscore.scoring;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.RubricNode;

/**
 * A node of the rubric for one subject, before weights are spread.
 *
 * @param points a leaf's points of its written weight; 0 for a group
 * @param value what the leaf's measure gave
 * @param reason why a leaf has these points, or why the node is excluded
 */
record Judged(
        RubricNode node,
        NodeScore.Status status,
        BigFraction points,
        @Nullable Object value,
        Message reason,
        List<Judged> of) {

    boolean excluded() {
        return status == NodeScore.Status.EXCLUDED;
    }

    boolean pending() {
        return status == NodeScore.Status.PENDING;
    }

    List<Judged> left() {
        List<Judged> left = new ArrayList<>();
        for (Judged child : of) {
            if (!child.excluded()) {
                left.add(child);
            }
        }
        return left;
    }

    /** Returns this node and all below it as taken out; what was out already keeps its own reason. */
    NodeScore out(Message why) {
        Message own = excluded() ? reason : why;
        Message below = node instanceof RubricNode.Group ? Message.of("scoring.group.out", node.label()) : own;
        return new NodeScore(
                node,
                BigFraction.ZERO,
                null,
                null,
                value,
                NodeScore.Status.EXCLUDED,
                own,
                of.stream().map(child -> child.out(below)).toList());
    }
}
