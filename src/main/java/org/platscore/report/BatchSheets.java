package org.platscore.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.platscore.assessment.AssessmentResult;
import org.platscore.assessment.BatchResult;
import org.platscore.finding.Finding;
import org.platscore.finding.Lang;
import org.platscore.finding.Severity;
import org.platscore.grading.Standing;
import org.platscore.intake.IntakeResult;
import org.platscore.intake.Subject;
import org.platscore.report.sheet.Workbooks;
import org.platscore.reward.Allocation;
import org.platscore.reward.Award;
import org.platscore.rules.Rulebook;
import org.platscore.scoring.Scores;

/** The score sheets of a batch: one for each workbook that has points, in one folder, each written whole or not at all. */
public final class BatchSheets {

    private final Path folder;
    private final String option;
    private final Rulebook rules;
    private final Lang lang;
    private final FileNames names = new FileNames();

    private BatchSheets(Path folder, String option, Rulebook rules, Lang lang) {
        this.folder = folder;
        this.option = option;
        this.rules = rules;
        this.lang = lang;
    }

    /**
     * Returns the score sheets of a batch.
     *
     * @param folder made if need be; files of the same names are replaced
     * @param option that names the folder, told where nothing can be written there
     * @throws OutputRefused if nothing can be written there
     */
    public static BatchSheets in(Path folder, String option, Rulebook rules, Lang lang) throws OutputRefused {
        try {
            Files.createDirectories(folder);
            return new BatchSheets(folder, option, rules, lang);
        } catch (IOException e) {
            throw OutputRefused.because(folder, option, e);
        }
    }

    /** A score sheet that is made and not yet written. */
    public record Sheet(String name, byte[] bytes) {}

    /** Returns a workbook's score sheet; null where it has no points. May be called by several threads at once. */
    public @Nullable Sheet sheet(BatchResult result) throws IOException {
        Scores scores = result.scores();
        Subject subject = result.subject();
        if (scores == null || subject == null) {
            return null;
        }
        Standing standing =
                result.standing() == null ? new Standing(0, null, null, List.of(), null) : result.standing();
        List<Award> awards = result.award() == null ? List.of() : List.of(result.award());
        Allocation allocation =
                awards.isEmpty() ? null : new Allocation(awards, awards.get(0).amount());
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
                null,
                Map.of());
        Run run = Run.of(alone, scores, lang, ProgramVersion.get());
        List<Finding> rejected = result.findings().sorted().stream()
                .filter(finding -> finding.severity() == Severity.REJECT)
                .toList();
        Path file = Files.createTempFile("platscore", ".xlsx");
        try {
            Provisional provisional = result.standing() == null ? Provisional.of(run, result) : null;
            Workbooks.write(ScoreSheet.alone(run, standing, rejected, provisional), file);
            return new Sheet(subject.id() + "-" + subject.name(), Files.readAllBytes(file));
        } finally {
            Files.delete(file);
        }
    }

    /** Writes a score sheet under a name that no other of this batch has. */
    public void write(Sheet sheet) throws OutputRefused {
        Path file = folder.resolve(names.of(sheet.name(), ".xlsx"));
        Path whole = folder.resolve("." + file.getFileName() + ".platscore");
        try {
            try {
                Files.write(whole, sheet.bytes());
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            throw OutputRefused.because(file, option, e);
        }
    }
}
