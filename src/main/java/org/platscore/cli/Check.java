package org.platscore.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.platscore.assessment.Assessment;
import org.platscore.assessment.AssessmentResult;
import org.platscore.assessment.BatchFile;
import org.platscore.finding.Finding;
import org.platscore.intake.WorkbookNames;
import org.platscore.intake.sheet.FileFault;
import org.platscore.intake.sheet.SheetFiles;
import org.platscore.report.Reports;
import org.platscore.report.data.FindingsJson;
import org.platscore.report.output.OutputRefused;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;
import org.platscore.rules.words.Paragraph;
import org.platscore.rules.words.RulesInWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code platscore check [DIR]}: the rules, alone or with data. */
@Command(name = "check", sortOptions = false)
final class Check implements CliCommand {

    /** How findings are listed. */
    enum Format {
        TEXT,
        CSV,
        JSON
    }

    @Parameters(index = "0", arity = "0..1", paramLabel = "DIR", descriptionKey = "check.folder")
    @Nullable
    Path place;

    @Mixin
    RosterOption roster = new RosterOption();

    @Mixin
    ReadingOptions reading = new ReadingOptions();

    @Mixin
    PreviousOption previous = new PreviousOption();

    @Option(names = "--format", paramLabel = "text|csv|json", descriptionKey = "check.format")
    Format format = Format.TEXT;

    @Option(names = "--explain-rules", descriptionKey = "check.explain-rules")
    boolean explainRules;

    @Override
    public int run(Terminal terminal) throws UsageRefused, OutputRefused {
        List<String> arguments = place == null ? List.of() : List.of(place.toString());
        try (StandardInput input = StandardInput.of(arguments, "")) {
            return input.file() == null ? check(terminal) : check(input.file(), terminal);
        }
    }

    /** Checks what the command line names. */
    private int check(Terminal terminal) throws UsageRefused, OutputRefused {
        Path folder = place;
        if (folder != null && reading.rules == null && isRules(folder)) {
            reading.rules = folder;
            folder = null;
        }
        if (folder != null && isWorkbook(folder)) {
            BatchFile workbook = new BatchFile(folder, folder.toString().replace('\\', '/'));
            Path beside = folder.toAbsolutePath().getParent();
            return check(ReadRules.of(reading.rulesFor(beside)), null, workbook, terminal);
        }
        if (folder != null) {
            ReadingOptions.checkFolder(folder);
        }
        return check(ReadRules.of(reading.rulesFor(folder)), folder, null, terminal);
    }

    /** Checks what comes by standard input: a workbook, or rules where none are named. */
    private int check(Path kept, Terminal terminal) throws UsageRefused, OutputRefused {
        if (reading.rules == null && !startsAsWorkbook(kept)) {
            return check(ReadRules.kept(kept, Path.of(StandardInput.NAME)), null, null, terminal);
        }
        return check(ReadRules.of(reading.rulesFor(null)), null, new BatchFile(kept, StandardInput.NAME), terminal);
    }

    private static boolean startsAsWorkbook(Path file) {
        try {
            return SheetFiles.workbook(file);
        } catch (FileFault e) {
            return false;
        }
    }

    private int check(ReadRules file, @Nullable Path folder, @Nullable BatchFile workbook, Terminal terminal)
            throws UsageRefused, OutputRefused {
        Rulebook rules = file.rulebook();
        List<Finding> findings = new ArrayList<>(file.findings());
        int status = rules == null ? ExitCode.RULES : ExitCode.DONE;
        if (format == Format.TEXT) {
            file.tellFaults(terminal);
            if (rules != null) {
                tellSize(rules, file, terminal);
            }
            if (rules != null && explainRules) {
                RulesInWords.of(rules).forEach(each -> tell(each, terminal));
            }
        }
        if (rules != null && workbook != null) {
            WorkbookCheck.Seen seen = WorkbookCheck.of(
                    workbook, rules, file.path(), roster, reading.intake().files());
            findings.addAll(seen.findings());
            status = seen.failed() ? ExitCode.STOPPED : ExitCode.DONE;
            if (format == Format.TEXT) {
                tellData(seen.findings(), terminal);
            }
        }
        if (rules != null && folder != null) {
            AssessmentResult result = Assessment.run(folder, rules, previous.with(reading.intake(), folder, false));
            findings.addAll(result.findings().sorted());
            status = result.findings().stops() ? ExitCode.STOPPED : ExitCode.DONE;
            if (format == Format.TEXT) {
                tellData(result.findings().sorted(), terminal);
            }
        }
        if (format != Format.TEXT) {
            print(findings, terminal);
        }
        return status;
    }

    private static boolean isWorkbook(Path file) {
        return Files.isRegularFile(file) && WorkbookNames.workbook(String.valueOf(file.getFileName()));
    }

    private static boolean isRules(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file) && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    private static void tellSize(Rulebook rules, ReadRules file, Terminal terminal) {
        if (!terminal.options().quiet) {
            terminal.show(terminal.say("rules.fine", file.path().toString()));
            terminal.show(terminal.say(
                    "rules.size", leaves(rules.rubric()), rules.grades().size(), rules.fullMarks()));
        }
    }

    /** Tells one paragraph of the rules: headings set apart, the rest indented by its level. */
    private static void tell(Paragraph paragraph, Terminal terminal) {
        String text = paragraph.in(terminal.lang());
        if (paragraph.level() == 0) {
            terminal.show("");
        }
        terminal.show("  ".repeat(paragraph.level()) + text);
    }

    private static int leaves(RubricNode node) {
        return node instanceof RubricNode.Group
                ? ((RubricNode.Group) node)
                        .of().stream().mapToInt(Check::leaves).sum()
                : 1;
    }

    private static void tellData(List<Finding> findings, Terminal terminal) {
        new FindingsByFile(terminal).tell(findings);
        String counts = new FindingList(terminal).counts(findings);
        if (!terminal.options().quiet) {
            terminal.show(counts.isEmpty() ? terminal.say("findings.none") : terminal.say("findings.all", counts));
        }
    }

    /** Prints all findings to standard output in the form that the files have. */
    private void print(List<Finding> findings, Terminal terminal) throws OutputRefused {
        try {
            Path file = TemporaryFolder.file(null);
            try {
                if (format == Format.CSV) {
                    Reports.findingsCsv(findings, file, terminal.lang());
                } else {
                    FindingsJson.write(findings, file, terminal.lang());
                }
                Files.copy(file, terminal.out());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw TemporaryFolder.refused(e);
        }
    }
}
