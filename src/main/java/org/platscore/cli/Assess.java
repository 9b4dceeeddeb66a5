package org.platscore.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.platscore.assessment.Assessment;
import org.platscore.assessment.AssessmentResult;
import org.platscore.finding.Finding;
import org.platscore.finding.Message;
import org.platscore.finding.Severity;
import org.platscore.intake.Intake;
import org.platscore.intake.PreviousResults;
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

/** {@code platscore assess DIR}: the annual run. */
@Command(name = "assess", sortOptions = false)
final class Assess implements CliCommand {

    /** Up to so many subjects, score sheets are written without being asked for. */
    private static final int MOST_SHEETS = 500;

    /** Of each kind of finding, so many are told one by one. */
    private static final int MOST_TOLD = 50;

    /** What the list of findings is called beside the output folder: its name with this ending. */
    private static final String FINDINGS = ".findings.csv";

    private static final String OUT = "--out";

    @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "assess.folder")
    Path folder;

    @Option(names = OUT, paramLabel = "DIR", descriptionKey = "assess.out")
    Path out = Path.of("out");

    @Mixin
    ReadingOptions reading = new ReadingOptions();

    @Mixin
    PreviousOption previous = new PreviousOption();

    @Option(
            names = "--score-sheets",
            paramLabel = "true|false",
            arity = "0..1",
            fallbackValue = "true",
            descriptionKey = "assess.score-sheets")
    @Nullable
    Boolean scoreSheets;

    @Option(names = "--skip-unreadable", descriptionKey = "assess.skip-unreadable")
    boolean skipUnreadable;

    @Option(names = "--force", descriptionKey = "assess.force")
    boolean force;

    @Option(names = "--timings", descriptionKey = "assess.timings")
    boolean timings;

    @Override
    public int run(Terminal terminal) throws UsageRefused, OutputRefused {
        ReadingOptions.checkFolder(folder);
        Path rulesPath = reading.rulesFor(folder);
        ReadRules file = ReadRules.of(rulesPath);
        file.tellFaults(terminal);
        Rulebook rules = file.rulebook();
        if (rules == null) {
            return ExitCode.RULES;
        }
        new KeptInputs(inputs(rules, rulesPath)).checkFolder(out, OUT);
        if (KeptInputs.real(Path.of("")).startsWith(KeptInputs.real(out))) {
            throw new UsageRefused(
                    Message.of("cli.out-holds-current", out.toString()),
                    Message.of("cli.out-holds-current.action", OUT));
        }
        try (OutputFolder output = OutputFolder.claim(out, force)) {
            terminal.progress("progress.assess");
            AssessmentResult result =
                    Assessment.run(folder, rules, previous.with(reading.intake(), folder, skipUnreadable));
            if (result.findings().stops()) {
                return stopped(result, output, terminal);
            }
            terminal.progress("progress.report");
            boolean sheets = scoreSheets == null ? result.intake().subjects().size() <= MOST_SHEETS : scoreSheets;
            long before = System.nanoTime();
            List<Path> kept = write(result, output, options(file, sheets, result, terminal));
            Summary summary = new Summary(result, terminal);
            summary.tell(out, sheets, kept);
            if (timings) {
                summary.tellTimings(System.nanoTime() - before);
            }
            return ExitCode.DONE;
        }
    }

    /** Tells why there is no result, with all findings beside the output folder, which stays as it was. */
    private int stopped(AssessmentResult result, OutputFolder output, Terminal terminal) throws OutputRefused {
        List<Finding> findings = result.findings().sorted();
        Path list = output.beside(FINDINGS, written -> Reports.findingsCsv(findings, written, terminal.fileLang()));
        new FindingList(terminal).tell(findings, MOST_TOLD);
        terminal.tell(terminal.say("findings.stopped", result.findings().count(Severity.STOP), list.toString()));
        return ExitCode.STOPPED;
    }

    /** Returns what the output folder holds besides. */
    private List<Path> write(AssessmentResult result, OutputFolder output, ReportOptions options) throws OutputRefused {
        try {
            Reports.write(result, output.folder(), options);
        } catch (IOException | RuntimeException e) {
            throw OutputRefused.because(out, OUT, failureOfDisk(e));
        }
        List<Path> kept = output.publish();
        output.removeBeside(FINDINGS);
        return kept;
    }

    /** Returns the failed operation behind {@code e}, which the libraries that write workbooks and JSON wrap in their own. */
    private static IOException failureOfDisk(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return (IOException) cause;
            }
        }
        throw (RuntimeException) e;
    }

    private ReportOptions options(ReadRules rules, boolean sheets, AssessmentResult result, Terminal terminal) {
        Map<String, String> bearing = new LinkedHashMap<>();
        bearing.put("lang", terminal.fileLang().key());
        bearing.put("score-sheets", Boolean.toString(sheets));
        if (reading.charset != null) {
            bearing.put("charset", reading.charset.name());
        }
        result.intake().files().stream()
                .filter(file -> file.input().equals(PreviousResults.INPUT))
                .forEach(file -> bearing.put("previous", file.path()));
        if (skipUnreadable) {
            bearing.put("skip-unreadable", "true");
        }
        return new ReportOptions(terminal.fileLang(), sheets, ProgramVersion.get(), folder, rules.path(), out, bearing);
    }

    /** Returns the assessment folder and the files that the run reads; those of the folder only if the output may hold some. */
    private List<Path> inputs(Rulebook rules, Path rulesPath) throws UsageRefused {
        List<Path> inputs = new ArrayList<>(List.of(folder));
        inputs.addAll(reading.files(rulesPath));
        Path earlier = previous.in(folder);
        if (earlier != null) {
            inputs.add(earlier);
        }
        if (Files.isDirectory(out) && KeptInputs.real(out).startsWith(KeptInputs.real(folder))) {
            inputs.addAll(Intake.files(folder, rules));
        }
        return inputs;
    }
}
