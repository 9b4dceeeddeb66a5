package org.platscore.cli;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.platscore.analysis.verification.RunFiles;
import org.platscore.assessment.Assessment;
import org.platscore.assessment.AssessmentResult;
import org.platscore.finding.Finding;
import org.platscore.finding.Message;
import org.platscore.intake.IntakeOptions;
import org.platscore.intake.RowConsumer;
import org.platscore.intake.results.ManifestFile;
import org.platscore.intake.results.RunManifest;
import org.platscore.intake.sheet.FileStamp;
import org.platscore.rules.Rulebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that look back at a finished run, which they make again from its inputs. */
@Command
final class RunOptions {

    private static final int MOST_TOLD = 20;

    @Option(names = "--run", paramLabel = "OUT", descriptionKey = "option.run")
    Path run = Path.of("out");

    @Option(names = "--input", paramLabel = "DIR", descriptionKey = "option.input")
    @Nullable
    Path input;

    @Mixin
    ReadingOptions reading = new ReadingOptions();

    /**
     * A run made again.
     *
     * @param result null where it could not be: why has been told
     * @param status the exit code where there is no result
     */
    record Again(@Nullable AssessmentResult result, int status) {}

    /**
     * Makes the run again and makes sure that it was made from the same inputs and rules.
     *
     * @param witness looks on at the rows, for these rules
     */
    Again again(Terminal terminal, Function<Rulebook, RowConsumer> witness) throws UsageRefused {
        if (!Files.isDirectory(run)) {
            throw new UsageRefused(Message.of("cli.no-such-run", run.toString()), Message.of("cli.no-such-run.action"));
        }
        Path file = run.resolve(ManifestFile.NAME);
        if (!Files.isRegularFile(file) && !FileStamp.hidden(file)) {
            throw new UsageRefused(Message.of("cli.no-manifest", run.toString()), Message.of("cli.no-such-run.action"));
        }
        ManifestFile.Reading manifest = ManifestFile.read(file, file.toString());
        if (manifest.manifest() == null) {
            new FindingList(terminal).tell(manifest.findings(), MOST_TOLD);
            return new Again(null, ExitCode.STOPPED);
        }
        RunFiles files = new RunFiles(manifest.manifest(), run, input, reading.rules);
        Path folder = folder(files);
        Path rulesFile = files.rulesFile();
        ReadRules rules = ReadRules.of(Files.isRegularFile(rulesFile) ? rulesFile : reading.rulesFor(folder));
        rules.tellFaults(terminal);
        if (rules.rulebook() == null) {
            return new Again(null, ExitCode.RULES);
        }
        List<RunFiles.Checked> checked = new ArrayList<>(List.of(files.checkedRules()));
        checked.addAll(files.checkedInputs());
        return differ(checked, terminal)
                ? new Again(null, ExitCode.STOPPED)
                : again(files, folder, rules.rulebook(), witness, terminal);
    }

    private Again again(
            RunFiles files, Path folder, Rulebook rules, Function<Rulebook, RowConsumer> witness, Terminal terminal)
            throws UsageRefused {
        String charset = files.manifest().options().get("charset");
        if (reading.charset == null && charset != null && Charset.isSupported(charset)) {
            reading.charset = Charset.forName(charset);
        }
        terminal.progress("progress.assess");
        AssessmentResult result = Assessment.run(folder, rules, options(files), witness.apply(rules));
        List<RunFiles.Checked> read =
                new ArrayList<>(files.otherInputs(result.intake().files()));
        read.addAll(files.newInputs(result.intake().files()));
        if (differ(read, terminal)) {
            return new Again(null, ExitCode.STOPPED);
        }
        if (result.findings().stops()) {
            List<Finding> findings = result.findings().sorted();
            new FindingList(terminal).tell(findings, MOST_TOLD);
            return new Again(null, ExitCode.STOPPED);
        }
        return new Again(result, ExitCode.DONE);
    }

    /** Returns how the files were read then. */
    private IntakeOptions options(RunFiles files) throws UsageRefused {
        RunManifest manifest = files.manifest();
        IntakeOptions usual = reading.intake();
        String previous = manifest.options().get("previous");
        return new IntakeOptions(
                usual.files(),
                previous == null ? null : files.fromFolder(previous),
                "true".equals(manifest.options().get("skip-unreadable")),
                usual.jobs());
    }

    /** Tells which files are not what they were; returns whether there are any. */
    private boolean differ(List<RunFiles.Checked> checked, Terminal terminal) {
        List<Object> differences = new ArrayList<>();
        for (RunFiles.Checked each : checked) {
            if (each.state() != RunFiles.State.SAME) {
                String key = each.state().name().toLowerCase(Locale.ROOT);
                differences.add(Message.of("cli.run-file." + key, each.path()));
            }
        }
        if (!differences.isEmpty()) {
            terminal.tell(
                    Message.of("cli.run-changed", run.toString(), differences), Message.of("cli.run-changed.action"));
        }
        return !differences.isEmpty();
    }

    private Path folder(RunFiles files) throws UsageRefused {
        if (input != null) {
            ReadingOptions.checkFolder(input);
        }
        Path folder = files.folder();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageRefused(
                    folder == null
                            ? Message.of("cli.run-tells-no-input")
                            : Message.of("cli.input-gone", folder.toString()),
                    Message.of("cli.input-gone.action"));
        }
        return folder;
    }
}
