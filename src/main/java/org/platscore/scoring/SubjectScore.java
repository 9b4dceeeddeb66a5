package org.platscore.scoring;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.Veto;

/**
 * One subject's score.
 *
 * @param subject index of the subject
 * @param rubric the head's score
 * @param bonuses in file order
 * @param deductions in file order
 * @param bonus the bounded sum of bonuses
 * @param deduction the bounded sum of deductions
 * @param total rounded; null where not assessed
 * @param veto the first veto that holds; null where none does
 */
public record SubjectScore(
        int subject,
        NodeScore rubric,
        List<NodeScore> bonuses,
        List<NodeScore> deductions,
        BigFraction bonus,
        BigFraction deduction,
        @Nullable BigFraction total,
        @Nullable Veto veto) {

    /** Returns whether the subject has a total: not vetoed with {@code out}, and at least one indicator left. */
    public boolean assessed() {
        return total != null;
    }

    /** Returns why the subject is not assessed: its veto, or that too little of the rubric is left; null where it is. */
    public @Nullable Message unassessed() {
        if (assessed()) {
            return null;
        }
        return veto != null && veto.out() ? Message.of("scoring.vetoed-out", veto.label()) : rubric.reason();
    }

    /** Returns whether a veto keeps the subject from quotas, peers and rewards. */
    public boolean barred() {
        return veto != null && veto.barring();
    }
}
