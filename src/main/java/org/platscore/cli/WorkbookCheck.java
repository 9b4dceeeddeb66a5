package org.platscore.cli;

import java.nio.file.Path;
import java.util.List;
import org.platscore.assessment.Batch;
import org.platscore.assessment.BatchFile;
import org.platscore.assessment.BatchResult;
import org.platscore.finding.Finding;
import org.platscore.intake.Roster;
import org.platscore.intake.sheet.FileOptions;
import org.platscore.rules.Rulebook;

/** Looks at one submitted workbook as the clerk does who is about to file it: what is missing or odd in it, and where. */
final class WorkbookCheck {

    private WorkbookCheck() {}

    /**
     * What there is to say of a workbook.
     *
     * @param findings in the order of findings.csv
     * @param failed whether it could not be taken as it is
     */
    record Seen(List<Finding> findings, boolean failed) {}

    /** Reads and scores a workbook by itself, and returns what there is to say of it. */
    static Seen of(BatchFile file, Rulebook rules, Path rulesPath, RosterOption roster, FileOptions options)
            throws UsageRefused {
        RosterOption.checkSubmissions(rules, rulesPath, "no-submissions");
        Roster known = roster.read(rules, rulesPath, options);
        if (known != null && known.findings().stops()) {
            return new Seen(known.findings().sorted(), true);
        }
        BatchResult result = Batch.of(rules, known, options).score(file);
        return new Seen(result.findings().sorted(), result.failed());
    }
}
