package org.platscore.report.data;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.platscore.scoring.NodeScore;
import org.platscore.scoring.SubjectScore;

/** The scores of one subject by the ids of rubric, bonuses and deductions. */
public final class NodePoints {

    private NodePoints() {}

    /** Returns all nodes' scores by id, in file order. */
    public static Map<String, NodeScore> all(SubjectScore score) {
        Map<String, NodeScore> nodes = new LinkedHashMap<>();
        score.rubric().of().forEach(each -> collect(each, nodes));
        score.bonuses().forEach(each -> collect(each, nodes));
        score.deductions().forEach(each -> collect(each, nodes));
        return nodes;
    }

    /** Returns the rounded points of all nodes that are not excluded. */
    static Map<String, BigFraction> ofScored(SubjectScore score) {
        Map<String, BigFraction> points = new LinkedHashMap<>();
        all(score).forEach((id, node) -> {
            if (node.points() != null) {
                points.put(id, node.points());
            }
        });
        return points;
    }

    private static void collect(NodeScore score, Map<String, NodeScore> nodes) {
        nodes.put(score.node().id(), score);
        score.of().forEach(each -> collect(each, nodes));
    }
}
