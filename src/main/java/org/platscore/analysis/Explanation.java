package org.platscore.analysis;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.platscore.assessment.AssessmentResult;
import org.platscore.grading.Standing;
import org.platscore.intake.PreviousResults;
import org.platscore.intake.Subject;
import org.platscore.reward.Award;
import org.platscore.scoring.Scores;
import org.platscore.scoring.SubjectScore;

/**
 * Why a subject's result is what it is, from the cells of the files to the amount paid.
 *
 * @param result the run
 * @param subject whose result it is
 * @param score its points
 * @param standing its rank and grade
 * @param award its reward; null where the rules have none
 * @param indicators those asked for, in file order
 * @param measures all that these indicators, the conditions of grades and the parts of the reward rest upon, by name, each
 *     before those it is worked out from
 * @param rank why this rank; null where not assessed
 * @param grades the figures in the conditions of the grades that were tried, by grade id
 * @param rewards the figures that the parts of the reward name, by part id
 */
public record Explanation(
        AssessmentResult result,
        Subject subject,
        SubjectScore score,
        Standing standing,
        @Nullable Award award,
        List<IndicatorReason> indicators,
        Map<String, MeasureReason> measures,
        @Nullable RankReason rank,
        Map<String, List<Named>> grades,
        Map<String, List<Named>> rewards) {

    /** What stands before the name of a measure of the earlier results. */
    public static final String PREVIOUS = "previous.";

    /** Returns what a formula's name stands for: a measure that is explained, or {@code previous.NAME}; null for no value. */
    public @Nullable Object value(String name) {
        MeasureReason reason = measures.get(name);
        if (reason != null) {
            return reason.value().effective();
        }
        Scores scores = result.scores();
        PreviousResults previous = scores == null ? null : scores.measures().previous();
        return previous == null || !name.startsWith(PREVIOUS)
                ? null
                : previous.value(subject, name.substring(PREVIOUS.length()));
    }

    /**
     * A figure that a formula names.
     *
     * @param name as in the formula
     * @param label its display text
     * @param value a {@code BigFraction} or {@code String}; null where it has none
     */
    public record Named(String name, String label, @Nullable Object value) {}
}
