package org.platscore.assessment;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.grading.Standing;
import org.platscore.intake.Subject;
import org.platscore.measure.RejectedAmounts;
import org.platscore.reward.Award;
import org.platscore.rules.Grade;
import org.platscore.rules.Rulebook;
import org.platscore.scoring.Prospect;
import org.platscore.scoring.Scores;
import org.platscore.scoring.SubjectScore;

/**
 * One submitted workbook, scored as far as it goes.
 *
 * @param file how the file is called
 * @param subject whose it is; null where it does not say
 * @param scores the points of this subject alone, whose index is 0; null where its data are broken
 * @param prospect how the total may end; null without points
 * @param open names of the measures that something else than this workbook must tell
 * @param standing rank and grade in the field, of index 0; null for a workbook by itself, and where totals are not final
 * @param award null where there is none
 * @param findings of this workbook
 * @param rejected what its rejected rows hold in the columns that are summed; null without points
 */
public record BatchResult(
        String file,
        @Nullable Subject subject,
        @Nullable Scores scores,
        @Nullable Prospect prospect,
        Set<String> open,
        @Nullable Standing standing,
        @Nullable Award award,
        Findings findings,
        @Nullable RejectedAmounts rejected) {

    /** Returns what there is of a workbook without points. */
    static BatchResult without(String file, @Nullable Subject subject, Findings findings) {
        return new BatchResult(file, subject, null, null, Set.of(), null, null, findings, null);
    }

    /** Returns whether the file failed: a finding stops it, or it does not say whose it is. */
    public boolean failed() {
        return subject == null || findings.stops();
    }

    /**
     * Returns the findings for which the file failed, in the order of findings.csv, with what is wrong in a cell that is missed;
     * empty where it did not fail.
     */
    public List<Finding> reasons() {
        List<Finding> sorted = findings.sorted();
        if (subject == null && !findings.stops()) {
            return sorted.stream()
                    .filter(finding -> finding.code().equals("unknown-subject"))
                    .toList();
        }
        Set<Place> missed = sorted.stream()
                .filter(finding -> finding.severity() == Severity.STOP)
                .map(Finding::place)
                .filter(place -> place != null && place.column() > 0)
                .collect(Collectors.toSet());
        return sorted.stream()
                .filter(finding -> finding.severity() == Severity.STOP
                        || finding.severity() == Severity.REJECT && missed.contains(finding.place()))
                .toList();
    }

    /** Returns the subject's score; null where its data are broken. */
    public @Nullable SubjectScore score() {
        return scores == null ? null : scores.subjects().get(0);
    }

    /** Returns the worst grade that is possible by {@code min} alone; null where there is none. */
    public @Nullable Grade lowest(Rulebook rules) {
        return GradeRange.lowest(rules, this);
    }

    /** Returns the best grade that is possible by {@code min} alone; null where there is none. */
    public @Nullable Grade highest(Rulebook rules) {
        return GradeRange.highest(rules, this);
    }
}
