package org.platscore.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.platscore.analysis.verification.RunFiles;
import org.platscore.analysis.verification.RunFiles.Checked;
import org.platscore.assessment.Assessment;
import org.platscore.assessment.AssessmentResult;
import org.platscore.finding.Lang;
import org.platscore.finding.Severity;
import org.platscore.intake.IntakeOptions;
import org.platscore.intake.results.ManifestFile;
import org.platscore.intake.results.OwnFiles;
import org.platscore.intake.results.ResultsDifference;
import org.platscore.intake.results.RunManifest;
import org.platscore.intake.sheet.FileFault;
import org.platscore.intake.sheet.FileStamp;
import org.platscore.report.ProgramVersion;
import org.platscore.report.Reports;
import org.platscore.report.data.ReportOptions;
import org.platscore.report.output.OutputFolder;
import org.platscore.report.output.OutputRefused;
import org.platscore.rules.Rulebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code platscore verify OUT}: a finished run held against its inputs and the same run made again. */
@Command(name = "verify", sortOptions = false)
final class Verify implements CliCommand {

    private static final String RESULTS = "results.json";
    private static final int MOST_TIMES = 3;
    private static final int MOST_TOLD = 20;

    @Parameters(index = "0", paramLabel = "OUT", descriptionKey = "verify.out")
    Path out;

    @Option(names = "--input", paramLabel = "DIR", descriptionKey = "verify.input")
    @Nullable
    Path input;

    @Mixin
    ReadingOptions reading = new ReadingOptions();

    @Override
    public int run(Terminal terminal) throws UsageRefused, OutputRefused {
        ReadingOptions.checkFolder(out);
        if (input != null) {
            ReadingOptions.checkFolder(input);
        }
        VerificationText told = new VerificationText(terminal);
        Charset given = reading.charset;
        for (int times = 1; verify(told, terminal) && times < MOST_TIMES; times++) {
            told.again();
            reading.charset = given;
        }
        return told.end();
    }

    /** Returns whether what it found to be different may be so only because somebody wrote the files meanwhile. */
    private boolean verify(VerificationText told, Terminal terminal) throws UsageRefused, OutputRefused {
        told.start(out.toString());
        Path file = out.resolve(ManifestFile.NAME);
        FileStamp before = FileStamp.ifThere(file);
        List<Checked> inputs = new ArrayList<>();
        RunFiles files = verify(file, inputs, told, terminal);
        return told.differs()
                && (!Objects.equals(before, FileStamp.ifThere(file)) || files != null && !inputs.equals(inputs(files)));
    }

    /**
     * Verifies the files of a manifest, and makes their run again.
     *
     * @param inputs takes how the inputs stand
     * @return the files; null where the manifest does not tell them
     */
    private @Nullable RunFiles verify(Path file, List<Checked> inputs, VerificationText told, Terminal terminal)
            throws UsageRefused, OutputRefused {
        if (!Files.isRegularFile(file) && !FileStamp.hidden(file)) {
            told.line("no-manifest", file.toString());
            return null;
        }
        ManifestFile.Reading read = ManifestFile.read(file, file.toString());
        RunManifest manifest = read.manifest();
        if (manifest == null) {
            new FindingList(terminal).tell(read.findings(), MOST_TOLD);
            told.line("bad-manifest", file.toString());
            return null;
        }
        if (!manifest.programVersion().equals(ProgramVersion.get())) {
            told.note("other-version", manifest.programVersion(), ProgramVersion.get());
        }
        RunFiles files = new RunFiles(manifest, out, input, reading.rules);
        inputs.addAll(inputs(files));
        told.files("inputs", inputs);
        told.files("outputs", files.checkedOutputs());
        others(manifest, told);
        again(files, told, terminal);
        return files;
    }

    private static List<Checked> inputs(RunFiles files) {
        List<Checked> inputs = new ArrayList<>(List.of(files.checkedRules()));
        inputs.addAll(files.checkedInputs());
        return inputs;
    }

    /** Tells of files of somebody else, for which nothing here vouches. */
    private void others(RunManifest manifest, VerificationText told) {
        try {
            List<Path> others = OwnFiles.others(out, manifest);
            if (!others.isEmpty()) {
                told.note("others", others.size(), Terminal.few(OwnFiles.slashed(others)));
            }
        } catch (IOException e) {
            told.line("unreadable", FileFault.closedFolder(e).text());
        }
    }

    /** Makes the run again, in a folder of its own, and tells what comes out otherwise. */
    private void again(RunFiles files, VerificationText told, Terminal terminal) throws UsageRefused, OutputRefused {
        Path folder = files.folder();
        if (folder == null || !Files.isDirectory(folder)) {
            told.line("no-folder", folder == null ? out.toString() : folder.toString());
            return;
        }
        Path rulesFile = files.rulesFile();
        if (!Files.isRegularFile(rulesFile)) {
            told.line("not-again-rules", rulesFile.toString());
            return;
        }
        ReadRules rules = ReadRules.of(rulesFile);
        Rulebook rulebook = rules.rulebook();
        if (rulebook == null) {
            rules.tellFaults(terminal);
            told.line("not-again-rules", rulesFile.toString());
            return;
        }
        takeOptions(files.manifest(), told);
        terminal.progress("progress.assess");
        AssessmentResult result = Assessment.run(folder, rulebook, intake(files));
        told.fresh(files.newInputs(result.intake().files()));
        if (result.findings().stops()) {
            new FindingList(terminal)
                    .tell(
                            result.findings().sorted().stream()
                                    .filter(each -> each.severity() == Severity.STOP)
                                    .toList(),
                            MOST_TOLD);
            told.line("stopped", result.findings().count(Severity.STOP));
            return;
        }
        terminal.progress("progress.report");
        compare(files, result, options(files, folder, rulesFile), told);
    }

    /** Returns how the run's files are read once more: with the earlier results that it read, and leaving out what it left out. */
    private IntakeOptions intake(RunFiles files) throws UsageRefused {
        RunManifest manifest = files.manifest();
        String earlier = manifest.options().get("previous");
        IntakeOptions usual = reading.intake();
        return new IntakeOptions(
                usual.files(),
                earlier == null ? null : files.fromFolder(earlier),
                manifest.options().containsKey("skip-unreadable"),
                usual.jobs());
    }

    /** Takes over the options under which the run was made, as far as no others are given. */
    private void takeOptions(RunManifest manifest, VerificationText told) {
        String charset = manifest.options().get("charset");
        if (charset != null && reading.charset == null) {
            try {
                reading.charset = Charset.forName(charset);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                told.line("no-charset", charset);
            }
        }
    }

    private ReportOptions options(RunFiles files, Path folder, Path rulesFile) {
        RunManifest manifest = files.manifest();
        Lang lang = "en".equals(manifest.options().get("lang")) ? Lang.EN : Lang.ZH;
        boolean sheets = Boolean.parseBoolean(manifest.options().get("score-sheets"));
        return new ReportOptions(lang, sheets, manifest.programVersion(), folder, rulesFile, out, manifest.options());
    }

    private void compare(RunFiles files, AssessmentResult result, ReportOptions options, VerificationText told)
            throws OutputRefused {
        try {
            Path again = TemporaryFolder.folder();
            try {
                Reports.write(result, again, options);
                told.files("again", files.remadeOutputs(again, written(again)));
                if (Files.isRegularFile(out.resolve(RESULTS))) {
                    numbers(out.resolve(RESULTS), again.resolve(RESULTS), told);
                }
            } finally {
                OutputFolder.delete(again);
            }
        } catch (IOException e) {
            throw TemporaryFolder.refused(e);
        } catch (FileFault e) {
            told.line("unreadable", e.text());
        }
    }

    private static void numbers(Path before, Path after, VerificationText told) throws IOException {
        if (Files.mismatch(before, after) < 0) {
            return;
        }
        List<ResultsDifference> differences =
                ResultsDifference.between(before, after).orElse(null);
        if (differences == null) {
            told.line("results-damaged");
        } else if (differences.isEmpty()) {
            told.line("results-rewritten");
        } else {
            told.numbers(differences);
        }
    }

    private static List<String> written(Path folder) throws IOException {
        return OwnFiles.slashed(OwnFiles.in(folder)).stream()
                .filter(name -> !name.equals(ManifestFile.NAME))
                .toList();
    }
}
