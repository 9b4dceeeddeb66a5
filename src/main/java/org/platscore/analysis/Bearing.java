package org.platscore.analysis;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.platscore.measure.Measures;
import org.platscore.rules.Measure;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;

/**
 * What a change of one measure may bear on.
 *
 * @param following the measure and all that is worked out from it, see {@link Measures#following}
 * @param nodes the groups, indicators, bonuses and deductions that look at any of these, by identity
 * @param vetoes whether a veto does
 */
record Bearing(List<Measure> following, Set<RubricNode> nodes, boolean vetoes) {

    /**
     * Returns what a measure bears on.
     *
     * @param mentions what each indicator, bonus and deduction looks at, as far as it has been asked for
     */
    static Bearing of(Rulebook rules, Map<RubricNode, Set<String>> mentions, Measure measure) {
        List<Measure> following = Measures.following(rules, measure);
        Set<String> names = new HashSet<>();
        following.forEach(each -> names.add(each.name()));
        Set<RubricNode> nodes = Collections.newSetFromMap(new IdentityHashMap<>());
        // What stands in for a blank cell of the roster may be asked for anywhere.
        boolean anywhere = !Collections.disjoint(Mentions.of(rules.missing()), names);
        mark(rules.rubric(), names, anywhere, mentions, nodes);
        rules.bonuses().forEach(leaf -> mark(leaf, names, anywhere, mentions, nodes));
        rules.deductions().forEach(leaf -> mark(leaf, names, anywhere, mentions, nodes));
        boolean vetoes = rules.vetoes().stream()
                .anyMatch(veto -> !Collections.disjoint(veto.when().names(), names));
        return new Bearing(following, nodes, vetoes);
    }

    private static boolean mark(
            RubricNode node,
            Set<String> names,
            boolean anywhere,
            Map<RubricNode, Set<String>> mentions,
            Set<RubricNode> nodes) {
        boolean marked = anywhere;
        if (node instanceof RubricNode.Leaf leaf) {
            marked |= !Collections.disjoint(mentions.computeIfAbsent(leaf, key -> Mentions.of(leaf)), names);
        } else {
            for (RubricNode child : ((RubricNode.Group) node).of()) {
                marked |= mark(child, names, anywhere, mentions, nodes);
            }
        }
        if (marked) {
            nodes.add(node);
        }
        return marked;
    }
}
