package org.platscore.assessment;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.rules.Grade;
import org.platscore.rules.Rulebook;
import org.platscore.rules.Veto;
import org.platscore.scoring.SubjectScore;

/** Which grades a workbook may still reach, by {@code min} and by the vetoes that hold already. */
final class GradeRange {

    private GradeRange() {}

    /** Returns the worst grade: conditions other than {@code min} may fail. */
    static @Nullable Grade lowest(Rulebook rules, BatchResult result) {
        return grade(rules, result, false);
    }

    /** Returns the best grade: conditions other than {@code min} may hold. */
    static @Nullable Grade highest(Rulebook rules, BatchResult result) {
        return grade(rules, result, true);
    }

    private static @Nullable Grade grade(Rulebook rules, BatchResult result, boolean best) {
        SubjectScore score = result.score();
        BigFraction total = result.prospect() == null
                ? null
                : best ? result.prospect().most() : result.prospect().least();
        List<Grade> grades = rules.grades();
        if (score == null || total == null || grades.isEmpty()) {
            return null;
        }
        if (result.standing() != null) {
            return result.standing().grade();
        }
        Veto veto = score.veto();
        if (veto != null && veto.grade() != null) {
            return grades.get(position(grades, veto.grade()));
        }
        int at = 0;
        while (at < grades.size() - 1 && !reached(grades.get(at), total, best)) {
            at++;
        }
        return grades.get(veto == null || veto.atBest() == null ? at : Math.max(at, position(grades, veto.atBest())));
    }

    private static boolean reached(Grade grade, BigFraction total, boolean best) {
        return grade.min() == null ? best : total.compareTo(grade.min()) >= 0;
    }

    private static int position(List<Grade> grades, String id) {
        for (int i = 0; i < grades.size(); i++) {
            if (grades.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no grade " + id);
    }
}
