package org.platscore.report;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.assessment.BatchResult;
import org.platscore.report.sheet.Cell;
import org.platscore.rules.Grade;
import org.platscore.scoring.Prospect;

/**
 * What a score sheet says where a workbook is scored by itself and nothing of it is final.
 *
 * @param prospect how the total may end
 * @param lowest the worst grade that is possible; null where there is none
 * @param highest the best grade that is possible; null where there is none
 * @param open names of the measures that something else than the workbook must tell
 */
record Provisional(
        Prospect prospect, @Nullable Grade lowest, @Nullable Grade highest, Set<String> open) {

    static Provisional of(Run run, BatchResult result) {
        return new Provisional(
                Objects.requireNonNull(result.prospect()),
                result.lowest(run.rules()),
                result.highest(run.rules()),
                result.open());
    }

    /** Returns the grades that are possible. */
    Cell grades(Run run) {
        if (lowest == null || highest == null) {
            return Cell.missing(run.say("no-grades"));
        }
        return Cell.centred(
                lowest.equals(highest)
                        ? lowest.label()
                        : run.say("provisional.grades", lowest.label(), highest.label()));
    }
}
