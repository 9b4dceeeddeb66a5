package org.platscore.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.finding.Nearest;
import org.platscore.intake.Roster;
import org.platscore.intake.Subject;
import org.platscore.report.output.FileNames;
import org.platscore.report.output.OutputFile;
import org.platscore.report.output.OutputRefused;
import org.platscore.report.template.Template;
import org.platscore.rules.Rulebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code platscore template}: the workbook that subjects fill in and submit. */
@Command(name = "template", sortOptions = false)
final class TemplateCommand implements CliCommand {

    private static final String ENDING = ".xlsx";
    private static final String ALL = "--all";
    private static final String OUT = "--out";

    @Option(names = "--for", paramLabel = "ID", descriptionKey = "template.for")
    @Nullable
    String whose;

    @Option(names = ALL, paramLabel = "DIR", descriptionKey = "template.all")
    @Nullable
    Path all;

    @Option(names = OUT, paramLabel = "FILE", descriptionKey = "template.out")
    @Nullable
    Path out;

    @Option(names = "--force", descriptionKey = "template.force")
    boolean force;

    @Mixin
    RosterOption roster = new RosterOption();

    @Mixin
    ReadingOptions reading = new ReadingOptions();

    private KeptInputs kept = new KeptInputs(List.of());

    @Override
    public int run(Terminal terminal) throws UsageRefused, OutputRefused {
        if (all != null && (whose != null || out != null)) {
            throw new UsageRefused(
                    Message.of("cli.template.all-alone", whose != null ? "--for" : OUT),
                    Message.of("cli.see-help", "platscore template"));
        }
        Path rulesPath = reading.rulesFor(null);
        ReadRules file = ReadRules.of(rulesPath);
        file.tellFaults(terminal);
        Rulebook rules = file.rulebook();
        if (rules == null) {
            return ExitCode.RULES;
        }
        RosterOption.checkSubmissions(rules, rulesPath, "no-template");
        Optional<String> impossible = Template.impossibleSheet(rules);
        if (impossible.isPresent()) {
            throw new UsageRefused(
                    Message.of("cli.template.impossible-sheet", rulesPath.toString(), impossible.get()),
                    Message.of("cli.template.impossible-sheet.action"));
        }
        List<Path> inputs = new ArrayList<>(roster.files(rules, rulesPath));
        inputs.addAll(reading.files(rulesPath));
        kept = new KeptInputs(inputs);
        if (all == null && whose == null) {
            write(rules, null, out == null ? Path.of("template" + ENDING) : out, terminal);
            return ExitCode.DONE;
        }
        Roster known = roster.read(rules, rulesPath, reading.intake().files());
        if (known == null) {
            throw new UsageRefused(
                    Message.of(
                            "cli.template.no-roster",
                            String.join(" ", rules.roster().globs())),
                    Message.of("cli.expected.roster"));
        }
        if (known.findings().stops()) {
            return RosterOption.refused(known, terminal);
        }
        FileNames names = new FileNames();
        if (whose != null) {
            Subject subject = find(whose, known.subjects());
            write(rules, subject, out == null ? Path.of(named(rules, subject, names)) : out, terminal);
            return ExitCode.DONE;
        }
        ProgressBar bar =
                new ProgressBar(terminal, "progress.template", known.subjects().size());
        for (int i = 0; i < known.subjects().size(); i++) {
            Subject subject = known.subjects().get(i);
            put(rules, subject, all.resolve(named(rules, subject, names)), terminal);
            bar.show(i + 1);
        }
        bar.clear();
        if (!terminal.options().quiet) {
            terminal.tell(terminal.say("template.all-done", known.subjects().size(), all.toString()));
        }
        return ExitCode.DONE;
    }

    private static String named(Rulebook rules, Subject subject, FileNames names) {
        return names.of(Template.name(rules, subject), ENDING);
    }

    private void write(Rulebook rules, @Nullable Subject subject, Path file, Terminal terminal)
            throws UsageRefused, OutputRefused {
        put(rules, subject, file, terminal);
        if (!terminal.options().quiet) {
            terminal.tell(terminal.say("template.done", file.toString()));
        }
    }

    private void put(Rulebook rules, @Nullable Subject subject, Path file, Terminal terminal)
            throws UsageRefused, OutputRefused {
        String option = all == null ? OUT : ALL;
        kept.checkFile(file, option);
        try (OutputFile target = OutputFile.claim(file, option, force)) {
            Template.write(rules, subject, target.file(), terminal.fileLang());
            target.publish();
        } catch (IOException e) {
            throw OutputRefused.because(file, option, e);
        }
    }

    private static Subject find(String text, List<Subject> subjects) throws UsageRefused {
        List<String> known = new ArrayList<>();
        for (Subject subject : subjects) {
            if (subject.id().toUpperCase(Locale.ROOT).equals(text.strip().toUpperCase(Locale.ROOT))
                    || subject.name().equals(text.strip())) {
                return subject;
            }
            known.add(subject.id());
        }
        Optional<String> near = Nearest.to(text, known);
        throw new UsageRefused(
                Message.of("cli.template.unknown", text),
                near.map(each -> Message.of("cli.nearest", each)).orElse(Message.of("cli.template.unknown.action")));
    }
}
