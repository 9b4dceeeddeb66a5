package org.platscore.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.assessment.Batch;
import org.platscore.assessment.BatchFile;
import org.platscore.intake.Roster;
import org.platscore.report.BatchSheets;
import org.platscore.report.data.BatchLines;
import org.platscore.report.output.OutputFile;
import org.platscore.report.output.OutputRefused;
import org.platscore.rules.Rulebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code platscore score FILE...}: submitted workbooks, each by itself, one result a line. */
@Command(name = "score", sortOptions = false)
final class Score implements CliCommand {

    /** How results are written. */
    enum Format {
        CSV,
        JSONL
    }

    private static final String OUT = "--out";
    private static final String REPORT = "--report";

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "score.files")
    List<String> arguments = List.of();

    @Option(names = "--format", paramLabel = "csv|jsonl", descriptionKey = "score.format")
    Format format = Format.CSV;

    @Option(names = OUT, paramLabel = "FILE", descriptionKey = "score.out")
    @Nullable
    Path out;

    @Option(names = REPORT, paramLabel = "DIR", descriptionKey = "score.report")
    @Nullable
    Path report;

    @Option(names = "--cohort", descriptionKey = "score.cohort")
    boolean cohort;

    @Mixin
    RosterOption roster = new RosterOption();

    @Mixin
    ReadingOptions reading = new ReadingOptions();

    @Override
    public int run(Terminal terminal) throws UsageRefused, OutputRefused {
        try (StandardInput input = StandardInput.of(arguments, "")) {
            List<BatchFile> files = BatchFiles.of(input.arguments(), input.file());
            Path rulesPath = reading.rulesFor(folder(files.get(0).path()));
            ReadRules file = ReadRules.of(rulesPath);
            file.tellFaults(terminal);
            Rulebook rules = file.rulebook();
            if (rules == null) {
                return ExitCode.RULES;
            }
            RosterOption.checkSubmissions(rules, rulesPath, "no-submissions");
            checkKeepsInputs(files, rules, rulesPath);
            Roster known = roster.read(rules, rulesPath, reading.intake().files());
            if (known != null && known.findings().stops()) {
                return RosterOption.refused(known, terminal);
            }
            return score(files, Batch.of(rules, known, reading.intake().files()), rules, terminal);
        }
    }

    /** Score sheets have the names that submitted workbooks have. */
    private void checkKeepsInputs(List<BatchFile> files, Rulebook rules, Path rulesPath) throws UsageRefused {
        List<Path> inputs = new ArrayList<>(files.stream().map(BatchFile::path).toList());
        if (report != null) {
            new KeptInputs(inputs).checkBeside(report, REPORT);
        }
        if (out != null) {
            inputs.addAll(roster.files(rules, rulesPath));
            inputs.addAll(reading.files(rulesPath));
            new KeptInputs(inputs).checkFile(out, OUT);
        }
    }

    private static @Nullable Path folder(Path file) {
        return Files.isDirectory(file) ? file : file.toAbsolutePath().getParent();
    }

    private int score(List<BatchFile> files, Batch batch, Rulebook rules, Terminal terminal) throws OutputRefused {
        BatchLines lines = new BatchLines(rules, terminal.fileLang(), format == Format.JSONL, cohort);
        try (BatchSheets sheets = report == null ? null : BatchSheets.in(report, REPORT, rules, terminal.fileLang())) {
            BatchRun run = new BatchRun(files, batch, lines, sheets, reading.jobs, cohort, terminal);
            return out == null ? run.run(new ToTerminal(terminal)) : write(run, out);
        }
    }

    private static int write(BatchRun run, Path file) throws OutputRefused {
        try (OutputFile target = OutputFile.claim(file, OUT, true);
                OutputStream stream = Files.newOutputStream(target.file())) {
            int status = run.run(bytes -> {
                try {
                    stream.write(bytes);
                } catch (IOException e) {
                    throw OutputRefused.because(file, OUT, e);
                }
                return true;
            });
            stream.close();
            target.publish();
            return status;
        } catch (IOException e) {
            throw OutputRefused.because(file, OUT, e);
        }
    }

    /** Result lines on standard output. */
    private record ToTerminal(Terminal terminal) implements BatchRun.Lines {

        /** Nothing more is wanted by a reader that had enough, such as {@code head}, nor where the disk is full. */
        @Override
        public boolean take(byte[] line) {
            terminal.out().write(line, 0, line.length);
            return !terminal.out().checkError();
        }
    }
}
