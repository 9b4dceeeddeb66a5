package org.platscore.analysis;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.assessment.AssessmentResult;
import org.platscore.finding.Message;
import org.platscore.intake.Subject;
import org.platscore.rules.Grade;
import org.platscore.rules.Measure;

/**
 * The ways of one subject to the next better grade, each by one measure alone. Every one was tried on the engine: with the
 * change the subject reaches the grade, with a change one step of the grid smaller it does not.
 *
 * @param subject whom it is for
 * @param grade the grade it has; null where it has none
 * @param next the next better grade; null where there is none to reach
 * @param total the total it has; null where it is not assessed
 * @param reward what it gets now, in 元; null where the rules have no rewards
 * @param searched whether measures were tried: not where a veto or a decision settles the grade, or none is to be reached
 * @param changes the cheapest first; empty where no measure alone is enough
 * @param obstacles why there is no way, or what stands in the way besides; empty where there is nothing to say
 */
public record Advice(
        Subject subject,
        @Nullable Grade grade,
        @Nullable Grade next,
        @Nullable BigFraction total,
        @Nullable BigFraction reward,
        boolean searched,
        List<Change> changes,
        List<Message> obstacles) {

    /**
     * A change of one measure, all else as it is.
     *
     * @param measure a measure that stems from data
     * @param from the value that counts now: {@code BigFraction} or {@code String}
     * @param to the value that reaches the grade
     * @param by {@code to} less {@code from}; null for categories
     * @param grid the step of the search; null for categories
     * @param gain points that the measure's indicators win, what others lose not counted
     * @param total the total then
     * @param rank the rank then
     * @param grade the grade then
     * @param reward what the subject gets then, in 元; null where the rules have no rewards or they could not be paid
     * @param points the indicators whose points change
     * @param formulaOnly whether a lower value helps only because a formula divides by it or takes it off: no aim of its own
     * @param once whether larger changes were found that do not reach the grade
     */
    public record Change(
            Measure measure,
            Object from,
            Object to,
            @Nullable BigFraction by,
            @Nullable BigFraction grid,
            BigFraction gain,
            BigFraction total,
            int rank,
            Grade grade,
            @Nullable BigFraction reward,
            List<Points> points,
            boolean formulaOnly,
            boolean once) {}

    /** Points of an indicator, bonus or deduction now and then. */
    public record Points(String id, String label, BigFraction from, BigFraction to) {}

    /**
     * Returns the advice for one subject. A subject in the best grade, one with a veto that decides its grade, and one that is
     * not assessed cost nothing; for the others every measure is tried, some tens of milliseconds for 42 subjects.
     *
     * @param result a run that went through
     */
    public static Advice of(AssessmentResult result, Subject subject) {
        return new Advising(result, new Engine(result), subject, false).advice();
    }
}
