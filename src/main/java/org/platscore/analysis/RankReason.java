package org.platscore.analysis;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.grading.Standing;

/**
 * Why a subject has its rank.
 *
 * @param assessed how many have a rank
 * @param neighbours those just before and after it, and all that have the same total, in rank order
 */
public record RankReason(int assessed, List<Neighbour> neighbours) {

    /**
     * Another subject.
     *
     * @param total its total
     * @param before whether it stands before the subject explained
     * @param sameRank whether it shares the rank
     * @param byVeto whether it is vetoed or the subject explained is, not both, so that totals do not decide
     * @param tie what decided between equal totals; null where the totals differ, a veto decides, or nothing did
     */
    public record Neighbour(
            Standing standing,
            @Nullable BigFraction total,
            boolean before,
            boolean sameRank,
            boolean byVeto,
            @Nullable Tie tie) {}

    /**
     * What decided between equal totals.
     *
     * @param name id of a rubric node, bonus or deduction, or name of a measure
     * @param label its display text
     * @param own the value of the subject explained; null where it has none
     * @param other the neighbour's
     * @param lowerFirst whether the lower value stands first
     */
    public record Tie(
            String name,
            String label,
            @Nullable BigFraction own,
            @Nullable BigFraction other,
            boolean lowerFirst) {}
}
