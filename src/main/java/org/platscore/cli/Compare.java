package org.platscore.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.platscore.analysis.comparison.Comparison;
import org.platscore.finding.Finding;
import org.platscore.finding.Message;
import org.platscore.finding.Threads;
import org.platscore.intake.results.ManifestFile;
import org.platscore.intake.results.Results;
import org.platscore.intake.results.ResultsFile;
import org.platscore.intake.results.ResultsReading;
import org.platscore.intake.results.RunManifest;
import org.platscore.intake.sheet.Fingerprint;
import org.platscore.report.ComparisonReports;
import org.platscore.report.output.OutputFile;
import org.platscore.report.output.OutputRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code platscore compare OLD NEW}: what changed between two results, and why. */
@Command(name = "compare", sortOptions = false)
final class Compare implements CliCommand {

    /** How the comparison is told. */
    enum Format {
        TEXT,
        CSV,
        JSON
    }

    /** Of each kind of finding, so many are told one by one. */
    private static final int MOST_TOLD = 20;

    private static final String RESULTS = "results.json";

    private static final String XLSX = "--xlsx";

    @Parameters(index = "0", paramLabel = "OLD", descriptionKey = "compare.old")
    Path old;

    @Parameters(index = "1", paramLabel = "NEW", descriptionKey = "compare.new")
    Path fresh;

    @Option(names = "--format", paramLabel = "text|csv|json", descriptionKey = "compare.format")
    Format format = Format.TEXT;

    @Option(names = XLSX, paramLabel = "FILE", descriptionKey = "compare.xlsx")
    @Nullable
    Path xlsx;

    @Option(names = "--fail-on-change", descriptionKey = "compare.fail-on-change")
    boolean failOnChange;

    @Override
    public int run(Terminal terminal) throws UsageRefused, OutputRefused {
        RunManifest runThen = manifestBeside(named(old));
        RunManifest runNow = manifestBeside(named(fresh));
        if (xlsx != null) {
            new KeptInputs(filesOf(named(old), runThen)).checkFile(xlsx, XLSX);
            new KeptInputs(filesOf(named(fresh), runNow)).checkFile(xlsx, XLSX);
        }
        if (old.equals(fresh) && old.toString().equals(StandardInput.NAME)) {
            throw new UsageRefused(Message.of("cli.input-twice"), Message.of("cli.input-twice.action"));
        }
        try (StandardInput input = StandardInput.of(List.of(old.toString(), fresh.toString()), null)) {
            Supplier<ResultsReading> earlier = resultsIn(old, input);
            Supplier<ResultsReading> later = resultsIn(fresh, input);
            FutureTask<ResultsReading> beside = new FutureTask<>(earlier::get);
            Threads.thread("results", beside).start();
            ResultsReading now = later.get();
            ResultsReading then = Threads.result(beside);
            boolean known =
                    runThen != null && runNow != null && wrote(runThen, old, input) && wrote(runNow, fresh, input);
            return compare(then, now, known ? runThen.comparedWith(runNow) : RunManifest.Data.OTHER, terminal);
        }
    }

    private int compare(ResultsReading then, ResultsReading now, RunManifest.Data data, Terminal terminal)
            throws OutputRefused {
        Results thenResults = then.results();
        Results nowResults = now.results();
        if (thenResults == null || nowResults == null) {
            List<Finding> findings = new ArrayList<>(then.findings());
            findings.addAll(now.findings());
            new FindingList(terminal).tell(findings, MOST_TOLD);
            return ExitCode.STOPPED;
        }
        Comparison comparison = Comparison.of(thenResults, nowResults, data);
        if (xlsx != null) {
            write(comparison, xlsx, terminal);
        }
        if (format == Format.TEXT) {
            new ComparisonText(comparison, terminal).tell(old.toString(), fresh.toString());
        } else {
            byte[] bytes =
                    format == Format.CSV ? ComparisonReports.csv(comparison) : ComparisonReports.json(comparison);
            terminal.out().write(bytes, 0, bytes.length);
            terminal.out().flush();
        }
        return failOnChange && comparison.different() ? ExitCode.DIFFERENT : ExitCode.DONE;
    }

    /** Returns what reads the results named, those in the folder named, or those that come by standard input. */
    private static Supplier<ResultsReading> resultsIn(Path path, StandardInput input) throws UsageRefused {
        Path named = named(path);
        Path file = input.read(named);
        if (!Files.isRegularFile(file)) {
            throw new UsageRefused(
                    Message.of("cli.no-such-file", named.toString()), Message.of("cli.no-such-results.action"));
        }
        return () -> ResultsFile.read(file, named.toString());
    }

    /** Returns whether a run wrote the very results named. */
    private static boolean wrote(RunManifest run, Path path, StandardInput input) {
        Fingerprint results = Fingerprint.ifReadable(input.read(named(path)));
        return results != null
                && run.outputs().contains(new RunManifest.Entry(RESULTS, results.sha256(), results.size()));
    }

    /** Returns the manifest beside results; null where there is none that can be read. */
    private static @Nullable RunManifest manifestBeside(Path results) {
        Path manifest = results.resolveSibling(ManifestFile.NAME);
        return Files.isRegularFile(manifest)
                ? ManifestFile.read(manifest, manifest.toString()).manifest()
                : null;
    }

    private static Path named(Path path) {
        boolean input = path.toString().equals(StandardInput.NAME);
        return !input && Files.isDirectory(path) ? path.resolve(RESULTS) : path;
    }

    /** Returns results with the other files of the run that wrote them, as far as its manifest lies beside them. */
    private static List<Path> filesOf(Path results, @Nullable RunManifest run) {
        List<Path> files = new ArrayList<>(List.of(results));
        if (run != null) {
            files.add(results.resolveSibling(ManifestFile.NAME));
            run.outputs().forEach(each -> files.add(results.resolveSibling(each.path())));
        }
        return files;
    }

    private static void write(Comparison comparison, Path file, Terminal terminal) throws OutputRefused {
        try (OutputFile target = OutputFile.claim(file, XLSX, true)) {
            ComparisonReports.xlsx(comparison, terminal.fileLang(), target.file());
            target.publish();
        } catch (IOException e) {
            throw OutputRefused.because(file, XLSX, e);
        }
    }
}
