package org.platscore.grading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.intake.Decision;
import org.platscore.rules.Grade;

/**
 * Where a subject stands.
 *
 * @param subject index of the subject
 * @param rank from 1, equal ones sharing a rank; null where not assessed
 * @param grade null where not assessed or the rules have no grades
 * @param path each grade tried, best first; with a decision its grade comes last, taken too
 * @param decided what the office decided in place of the computed grade; null where it decided nothing
 */
public record Standing(
        int subject,
        @Nullable Integer rank,
        @Nullable Grade grade,
        List<Step> path,
        @Nullable Decided decided) {

    /**
     * A decision and what it replaces.
     *
     * @param computed the grade that the rules give
     */
    public record Decided(Grade computed, Decision decision) {}

    /** One grade tried. */
    public record Step(Grade grade, boolean taken, Message reason) {}
}
