package org.platscore.analysis;

import org.platscore.assessment.AssessmentResult;
import org.platscore.intake.Subject;

/** Advice for many subjects of one run, also on several threads: what it takes to try a change is made ready once for all. */
public final class WaysUp {

    private final AssessmentResult result;
    private final Engine engine;

    private WaysUp(AssessmentResult result) {
        this.result = result;
        this.engine = new Engine(result);
    }

    /**
     * Returns the advice for all.
     *
     * @param result a run that went through
     */
    public static WaysUp of(AssessmentResult result) {
        return new WaysUp(result);
    }

    /**
     * Returns the same as {@link Advice#of} without what stands in the way of the next grade and without changes that are no aim
     * of their own: so measures that could never make up for the missing points need not be tried.
     */
    public Advice of(Subject subject) {
        return new Advising(result, engine, subject, true).advice();
    }
}
