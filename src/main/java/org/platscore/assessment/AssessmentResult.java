package org.platscore.assessment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Findings;
import org.platscore.grading.Standing;
import org.platscore.intake.IntakeResult;
import org.platscore.intake.Subject;
import org.platscore.measure.RejectedAmounts;
import org.platscore.reward.Allocation;
import org.platscore.rules.Rulebook;
import org.platscore.scoring.Scores;

/**
 * A whole run.
 *
 * @param rules the rules it followed
 * @param intake what came in
 * @param scores points; null where findings stopped the run before
 * @param standings in rank order, then id; those not assessed last; empty where the run stopped
 * @param allocation rewards; null where the rules have none or the run stopped
 * @param findings of all stages
 * @param rejected what rejected rows hold in the columns that are summed; null where rows were not looked at
 * @param timings how long each stage took, in nanoseconds, by the stage's name; for {@code --timings} only
 */
public record AssessmentResult(
        Rulebook rules,
        IntakeResult intake,
        @Nullable Scores scores,
        List<Standing> standings,
        @Nullable Allocation allocation,
        Findings findings,
        @Nullable RejectedAmounts rejected,
        Map<String, Long> timings) {

    /** Returns the subject of this index. */
    public Subject subject(int index) {
        return intake.subjects().get(index);
    }
}
