package org.platscore.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.platscore.assessment.AssessmentResult;
import org.platscore.assessment.BatchResult;
import org.platscore.finding.Finding;
import org.platscore.finding.Lang;
import org.platscore.finding.Severity;
import org.platscore.grading.Standing;
import org.platscore.intake.IntakeResult;
import org.platscore.intake.Subject;
import org.platscore.intake.results.OwnFiles;
import org.platscore.report.output.FileNames;
import org.platscore.report.output.FolderLock;
import org.platscore.report.output.OutputFolder;
import org.platscore.report.output.OutputRefused;
import org.platscore.report.sheet.Workbooks;
import org.platscore.reward.Allocation;
import org.platscore.reward.Award;
import org.platscore.rules.Rulebook;
import org.platscore.scoring.Scores;

/**
 * The score sheets of a batch: one for each workbook that has points, in one folder, each written whole or not at all. They are
 * made in a hidden folder of work in it, which holds a lock, so that of two runs into one folder the second is refused.
 */
public final class BatchSheets implements AutoCloseable {

    private final Path folder;
    private final Path work;
    private final FolderLock lock;
    private final String option;
    private final Rulebook rules;
    private final Lang lang;
    private final FileNames names = new FileNames();
    private final AtomicInteger made = new AtomicInteger();

    private BatchSheets(Path folder, Path work, FolderLock lock, String option, Rulebook rules, Lang lang) {
        this.folder = folder;
        this.work = work;
        this.lock = lock;
        this.option = option;
        this.rules = rules;
        this.lang = lang;
    }

    /**
     * Returns the score sheets of a batch.
     *
     * @param folder made if need be; files of the same names are replaced
     * @param option that names the folder, told where nothing can be written there
     * @throws OutputRefused if another run is at work there, the folder belongs to a finished run, or nothing can be
     *     written there
     */
    public static BatchSheets in(Path folder, String option, Rulebook rules, Lang lang) throws OutputRefused {
        try {
            for (Path each = OutputFolder.place(folder); each != null; each = each.getParent()) {
                if (OwnFiles.isOutputFolder(each)) {
                    throw OutputRefused.of("of-a-run", folder, option);
                }
            }
            Files.createDirectories(folder);
            Path place = folder.resolve(".platscore");
            FolderLock lock = FolderLock.take(place, folder, option);
            BatchSheets sheets = new BatchSheets(folder, place.resolve("new"), lock, option, rules, lang);
            try {
                OutputFolder.delete(sheets.work);
                Files.createDirectory(sheets.work);
                return sheets;
            } catch (IOException e) {
                lock.release();
                throw e;
            }
        } catch (IOException e) {
            throw OutputRefused.because(folder, option, e);
        }
    }

    /**
     * A score sheet that is made and has not taken its place yet.
     *
     * @param name what it will be called, without its ending
     */
    public record Sheet(String name, Path file) {}

    /**
     * Returns a workbook's score sheet; null where it has no points. May be called by several threads at once.
     *
     * @throws OutputRefused if it cannot be written
     */
    public @Nullable Sheet sheet(BatchResult result) throws OutputRefused {
        Scores scores = result.scores();
        Subject subject = result.subject();
        if (scores == null || subject == null) {
            return null;
        }
        Standing standing =
                result.standing() == null ? new Standing(0, null, null, List.of(), null) : result.standing();
        List<Award> awards = result.award() == null ? List.of() : List.of(result.award());
        Allocation allocation = awards.isEmpty()
                ? null
                : new Allocation(awards, awards.get(0).amount(), awards.get(0).amount(), Map.of());
        Subject only = new Subject(0, subject.id(), subject.name(), subject.columns(), subject.cells());
        AssessmentResult alone = new AssessmentResult(
                rules,
                new IntakeResult(
                        List.of(only),
                        Map.of(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        result.findings()),
                scores,
                List.of(standing),
                allocation,
                result.findings(),
                result.rejected(),
                Map.of());
        Run run = Run.of(alone, scores, lang, ProgramVersion.get());
        List<Finding> rejected = result.findings().sorted().stream()
                .filter(finding -> finding.severity() == Severity.REJECT)
                .toList();
        Path file = work.resolve(made.incrementAndGet() + ".xlsx");
        try {
            Provisional provisional = result.standing() == null ? Provisional.of(run, result) : null;
            Workbooks.write(ScoreSheet.alone(run, standing, rejected, provisional), run.lang(), file);
            return new Sheet(subject.id() + "-" + subject.name(), file);
        } catch (IOException e) {
            throw OutputRefused.because(folder, option, e);
        }
    }

    /** Puts a score sheet in its place, under a name that no other of this batch has. */
    public void write(Sheet sheet) throws OutputRefused {
        Path file = folder.resolve(names.of(sheet.name(), ".xlsx"));
        try {
            Files.move(sheet.file(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw OutputRefused.because(file, option, e);
        }
    }

    /** Gives the folder free for other runs; what did not take its place is gone. */
    @Override
    public void close() {
        try {
            OutputFolder.delete(work);
        } catch (IOException e) {
            // The next run into this folder sweeps what could not be deleted now.
        } finally {
            lock.release();
        }
    }
}
