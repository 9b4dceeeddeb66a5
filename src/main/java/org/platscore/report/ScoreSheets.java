package org.platscore.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.platscore.finding.Finding;
import org.platscore.finding.Severity;
import org.platscore.grading.Standing;
import org.platscore.intake.Subject;
import org.platscore.report.output.FileNames;
import org.platscore.report.sheet.Workbooks;

/** The folder of score sheets, one workbook a subject. */
final class ScoreSheets {

    private ScoreSheets() {}

    /** Makes the folder and returns the files to be written there. */
    static List<FileTask> of(Run run, Path folder) throws IOException {
        Files.createDirectory(folder);
        FileNames names = new FileNames();
        List<Path> files = new ArrayList<>();
        for (Subject subject : run.result().intake().subjects()) {
            files.add(folder.resolve(names.of(subject.id() + "-" + subject.name(), ".xlsx")));
        }
        Map<String, List<Finding>> rejected = run.result().findings().sorted().stream()
                .filter(finding -> finding.severity() == Severity.REJECT)
                .collect(Collectors.groupingBy(Finding::subject));
        Field field = Field.of(run);
        List<FileTask> tasks = new ArrayList<>();
        for (Standing standing : run.standings()) {
            List<Finding> own = rejected.getOrDefault(run.subject(standing).id(), List.of());
            tasks.add(new FileTask(
                    files.get(standing.subject()),
                    file -> Workbooks.write(ScoreSheet.of(run, standing, own, field), run.lang(), file)));
        }
        return tasks;
    }
}
