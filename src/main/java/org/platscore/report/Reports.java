package org.platscore.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.platscore.assessment.AssessmentResult;
import org.platscore.finding.Finding;
import org.platscore.finding.Lang;
import org.platscore.report.sheet.Workbooks;
import org.platscore.scoring.Scores;

/** Writes the files of a run, see contract.md, "Files that assess writes". */
public final class Reports {

    private Reports() {}

    /**
     * Writes all files of a run that was not stopped.
     *
     * @param folder an empty folder, which takes the name {@code options.out()} later
     * @throws IOException if a file cannot be written
     * @throws IllegalArgumentException if findings stopped the run before there were points
     */
    public static void write(AssessmentResult result, Path folder, ReportOptions options) throws IOException {
        Scores scores = result.scores();
        if (scores == null) {
            throw new IllegalArgumentException("a stopped run has no reports");
        }
        Run run = Run.of(result, scores, options.lang(), options.programVersion());
        List<FileTask> files = new ArrayList<>();
        files.add(() -> Workbooks.write(AssessmentBook.of(run), folder.resolve("assessment.xlsx")));
        files.add(() -> ResultsJson.write(result, scores, options.lang(), folder.resolve("results.json")));
        files.add(() -> findingsCsv(result.findings().sorted(), folder.resolve("findings.csv"), options.lang()));
        files.add(() -> ScoresCsv.write(result, scores, folder.resolve("scores.csv")));
        files.add(() -> RewardsCsv.write(result, scores, folder.resolve("rewards.csv")));
        files.add(() -> Workbooks.write(NoticeBook.of(run), folder.resolve("notice.xlsx")));
        if (options.scoreSheets()) {
            files.addAll(ScoreSheets.of(run, folder.resolve("score-sheets")));
        }
        FileTask.writeAll(files);
        Manifest.write(result, options, folder);
    }

    /**
     * Writes findings.csv alone.
     *
     * @param findings in the order of {@link Finding#ORDER}
     * @throws IOException if the file cannot be written
     */
    public static void findingsCsv(List<Finding> findings, Path file, Lang lang) throws IOException {
        FindingsCsv.write(findings, file, lang);
    }
}
