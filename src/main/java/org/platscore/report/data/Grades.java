package org.platscore.report.data;

import org.platscore.assessment.AssessmentResult;
import org.platscore.rules.Grade;

/** How many subjects each grade has. */
public final class Grades {

    private Grades() {}

    /** Returns how many subjects have this grade. */
    public static int count(AssessmentResult result, Grade grade) {
        return (int) result.standings().stream()
                .filter(standing ->
                        standing.grade() != null && standing.grade().id().equals(grade.id()))
                .count();
    }
}
