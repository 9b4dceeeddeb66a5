package org.platscore.rules.reward;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.platscore.rules.condition.Condition;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.Vocabulary;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Node;

/**
 * What a reward's reader knows of its surroundings.
 *
 * @param grades the label of each grade by its id, best first; empty where the rules have none
 * @param names what a pool's {@code by} may name: ids, {@code total} and measures
 * @param rosterCondition reads a condition on the roster; null, with an error, if it is none
 */
public record RewardReading(
        Vocabulary vocabulary,
        Map<String, String> grades,
        Map<String, Term> names,
        Function<Node, @Nullable Condition> rosterCondition,
        Diagnostics diagnostics) {}
