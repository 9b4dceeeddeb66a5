package org.platscore.report.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Finding;
import org.platscore.finding.Lang;
import org.platscore.intake.results.OwnFiles;

/** findings.csv, in the order of {@link Finding#ORDER}. */
public final class FindingsCsv {

    private FindingsCsv() {}

    public static void write(List<Finding> findings, Path file, Lang lang) throws IOException {
        try (CsvWriter csv = new CsvWriter(file)) {
            csv.write(OwnFiles.FINDINGS_HEADS);
            for (Finding finding : findings) {
                List<@Nullable Object> row = new ArrayList<>();
                row.add(finding.severity().key());
                row.add(finding.code());
                row.add(finding.input());
                row.add(finding.file());
                row.add(finding.sheet());
                row.add(
                        finding.place() == null || finding.place().row() == 0
                                ? null
                                : finding.place().row());
                row.add(finding.header());
                row.add(finding.value());
                row.add(finding.subject());
                row.add(finding.message().in(lang));
                row.add(finding.action().in(lang));
                csv.write(row);
            }
        }
    }
}
