package org.platscore.analysis;

import java.util.List;
import java.util.Set;
import org.platscore.rules.RubricNode;
import org.platscore.scoring.Basis;
import org.platscore.scoring.NodeScore;

/**
 * Why an indicator, bonus or deduction has its points.
 *
 * @param kind what it is
 * @param score its points, with the reason
 * @param groups the groups it stands in, the outermost first
 * @param basis what the points were measured against
 * @param measures the measures that its method looks at: those it scores, then those it asks besides
 */
public record IndicatorReason(Kind kind, NodeScore score, List<NodeScore> groups, Basis basis, Set<String> measures) {

    /** What points count for. */
    public enum Kind {
        INDICATOR,
        BONUS,
        DEDUCTION
    }

    /** Returns the indicator of the rules. */
    public RubricNode.Leaf leaf() {
        return (RubricNode.Leaf) score.node();
    }
}
