package org.platscore.rules;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.rules.condition.Condition;
import org.platscore.rules.scoring.ScoringMethod;

/** A group or an indicator of the rubric. */
public sealed interface RubricNode {

    /** Returns the id; empty for the head. */
    String id();

    /** Returns the display text. */
    String label();

    /** Returns the weight as written; for a bonus or deduction its limit. */
    BigFraction weight();

    /** Returns to whom it applies, a condition on the roster; null: to all. */
    @Nullable
    Condition appliesTo();

    /**
     * A group.
     *
     * @param combine how its children's points make its own
     * @param relative whether the children's weights only stand in proportion
     * @param atLeast with fewer children left the group is excluded; 1 where nothing is said
     * @param of the children, in file order
     */
    record Group(
            String id,
            String label,
            BigFraction weight,
            @Nullable Condition appliesTo,
            Combine combine,
            boolean relative,
            int atLeast,
            List<RubricNode> of)
            implements RubricNode {}

    /**
     * An indicator, a bonus or a deduction.
     *
     * @param measure the measure it scores; null where its method names its own
     */
    record Leaf(
            String id,
            String label,
            BigFraction weight,
            @Nullable Condition appliesTo,
            @Nullable String measure,
            ScoringMethod method)
            implements RubricNode {}

    /** How children's points make a group's. */
    enum Combine {
        SUM,
        GEOMETRIC,
        HARMONIC,
        MINIMUM,
        MAXIMUM
    }
}
