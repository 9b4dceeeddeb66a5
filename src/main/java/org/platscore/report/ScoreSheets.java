package org.platscore.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.platscore.finding.Finding;
import org.platscore.finding.Severity;
import org.platscore.grading.Standing;
import org.platscore.intake.Subject;
import org.platscore.report.sheet.Workbooks;

/** The folder of score sheets, one workbook a subject. They are written side by side; none depends on another. */
final class ScoreSheets {

    private ScoreSheets() {}

    static void write(Run run, Path folder) throws IOException {
        Files.createDirectory(folder);
        FileNames names = new FileNames();
        List<Path> files = new ArrayList<>();
        for (Subject subject : run.result().intake().subjects()) {
            files.add(folder.resolve(names.of(subject.id() + "-" + subject.name(), ".xlsx")));
        }
        Map<String, List<Finding>> rejected = run.result().findings().sorted().stream()
                .filter(finding -> finding.severity() == Severity.REJECT)
                .collect(Collectors.groupingBy(Finding::subject));
        try {
            IntStream.range(0, run.standings().size()).parallel().forEach(i -> {
                Standing standing = run.standings().get(i);
                String id = run.subject(standing).id();
                write(run, standing, rejected.getOrDefault(id, List.of()), files.get(standing.subject()));
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(Run run, Standing standing, List<Finding> rejected, Path file) {
        try {
            Workbooks.write(ScoreSheet.of(run, standing, rejected), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
