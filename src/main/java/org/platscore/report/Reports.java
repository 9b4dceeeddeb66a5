package org.platscore.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.platscore.assessment.AssessmentResult;
import org.platscore.finding.Finding;
import org.platscore.finding.Lang;
import org.platscore.report.data.FindingsCsv;
import org.platscore.report.data.Manifest;
import org.platscore.report.data.ReportOptions;
import org.platscore.report.data.ResultsJson;
import org.platscore.report.data.RewardsCsv;
import org.platscore.report.data.ScoresCsv;
import org.platscore.report.sheet.Workbooks;
import org.platscore.scoring.Scores;

/** Writes the files of a run, README.md lists them. */
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
        files.add(new FileTask(
                folder.resolve("assessment.xlsx"), file -> Workbooks.write(AssessmentBook.of(run), run.lang(), file)));
        files.add(new FileTask(
                folder.resolve("results.json"), file -> ResultsJson.write(result, scores, options.lang(), file)));
        files.add(new FileTask(
                folder.resolve("findings.csv"),
                file -> findingsCsv(result.findings().sorted(), file, options.lang())));
        files.add(new FileTask(folder.resolve("scores.csv"), file -> ScoresCsv.write(result, scores, file)));
        files.add(new FileTask(folder.resolve("rewards.csv"), file -> RewardsCsv.write(result, scores, file)));
        files.add(new FileTask(
                folder.resolve("notice.xlsx"), file -> Workbooks.write(NoticeBook.of(run), run.lang(), file)));
        if (options.scoreSheets()) {
            files.addAll(ScoreSheets.of(run, folder.resolve("score-sheets")));
        }
        Manifest.write(result, options, folder, FileTask.writeAll(files));
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
