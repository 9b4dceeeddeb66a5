package org.platscore.analysis;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.platscore.intake.Subject;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;
import org.platscore.rules.condition.Folded;

/** What a person means by a name: ids in any case, names and labels without regard to white space. */
public final class Wanted {

    private Wanted() {}

    /** Returns whether a subject goes by this id or name. */
    public static boolean is(Subject subject, String named) {
        return Folded.code(subject.id()).equals(Folded.code(named))
                || Folded.tight(subject.name()).equals(Folded.tight(named));
    }

    /**
     * Returns the ids of the indicators, bonuses and deductions that go by this id or label; of a group, of all in it. Empty where
     * there are none.
     */
    public static Set<String> indicators(Rulebook rules, String named) {
        Set<String> ids = new LinkedHashSet<>();
        rules.rubric().of().forEach(node -> find(node, named, false, ids));
        rules.bonuses().forEach(leaf -> find(leaf, named, false, ids));
        rules.deductions().forEach(leaf -> find(leaf, named, false, ids));
        return ids;
    }

    /** Returns the labels of all groups, indicators, bonuses and deductions by id. */
    public static Map<String, String> labels(Rulebook rules) {
        Map<String, String> labels = new LinkedHashMap<>();
        rules.rubric().of().forEach(node -> label(node, labels));
        rules.bonuses().forEach(leaf -> label(leaf, labels));
        rules.deductions().forEach(leaf -> label(leaf, labels));
        return labels;
    }

    private static void find(RubricNode node, String named, boolean above, Set<String> ids) {
        boolean meant = above
                || Folded.code(node.id()).equals(Folded.code(named))
                || Folded.tight(node.label()).equals(Folded.tight(named));
        if (node instanceof RubricNode.Group) {
            ((RubricNode.Group) node).of().forEach(child -> find(child, named, meant, ids));
        } else if (meant) {
            ids.add(node.id());
        }
    }

    private static void label(RubricNode node, Map<String, String> labels) {
        labels.put(node.id(), node.label());
        if (node instanceof RubricNode.Group) {
            ((RubricNode.Group) node).of().forEach(child -> label(child, labels));
        }
    }
}
