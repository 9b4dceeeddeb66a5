package org.platscore.cli;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Severity;
import org.platscore.intake.results.RewardRows;
import org.platscore.report.data.PaidRows;
import org.platscore.report.output.OutputRefused;
import org.platscore.reward.PaidRow;
import org.platscore.reward.RowRewards;
import org.platscore.rules.Rulebook;
import org.platscore.rules.reward.Rewards;
import org.platscore.rules.source.RuleNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code platscore reward FILE}: rows of grades in, rows of amounts out. */
@Command(name = "reward", sortOptions = false)
final class Reward implements CliCommand {

    /** How amounts are written. */
    enum Format {
        CSV,
        JSON
    }

    /** Of each kind of finding, so many are told one by one. */
    private static final int MOST_TOLD = 50;

    private static final String RULES = "scoring-rules.yaml";

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "reward.file")
    Path file;

    @Option(names = "--rules", paramLabel = "FILE", descriptionKey = "reward.rules")
    @Nullable
    Path rules;

    @Option(names = "--budget", paramLabel = "AMOUNT", converter = Amount.class, descriptionKey = "reward.budget")
    @Nullable
    BigFraction budget;

    @Option(names = "--format", paramLabel = "csv|json", descriptionKey = "reward.format")
    Format format = Format.CSV;

    @Option(names = "--charset", paramLabel = "NAME", descriptionKey = "option.charset")
    @Nullable
    Charset charset;

    @Override
    public int run(Terminal terminal) throws UsageRefused, OutputRefused {
        boolean piped = file.toString().equals(StandardInput.NAME);
        if (!piped && !Files.isRegularFile(file)) {
            throw UsageRefused.noFile(file, "no-such-file");
        }
        ReadingOptions reading = new ReadingOptions();
        Path beside = file.resolveSibling(RULES);
        reading.rules = rules == null && !piped && Files.isRegularFile(beside) ? beside : rules;
        ReadRules read = ReadRules.of(reading.rulesFor(null));
        Rulebook rulebook = read.rulebook();
        if (rulebook == null) {
            read.tellFaults(terminal);
            return ExitCode.RULES;
        }
        Rewards rewards = rulebook.rewards();
        if (rewards == null) {
            terminal.tell(Message.of("cli.no-rewards", read.path().toString()), Message.of("cli.no-rewards.action"));
            return ExitCode.RULES;
        }
        return pay(rulebook, budget == null ? rewards : rewards.withBudget(budget), terminal);
    }

    private int pay(Rulebook rulebook, Rewards rewards, Terminal terminal) throws UsageRefused, OutputRefused {
        Findings findings = new Findings();
        RewardRows rows = read(rulebook, findings);
        List<PaidRow> paid = rows == null ? List.of() : RowRewards.pay(rulebook, rewards, rows, findings);
        new FindingList(terminal).tell(findings.sorted(), MOST_TOLD);
        if (findings.stops()) {
            terminal.tell(terminal.say("reward.stopped", findings.count(Severity.STOP)));
            return ExitCode.STOPPED;
        }
        byte[] bytes = format == Format.JSON ? PaidRows.json(paid, rulebook) : PaidRows.csv(paid, rulebook, rewards);
        terminal.out().write(bytes, 0, bytes.length);
        return ExitCode.DONE;
    }

    private @Nullable RewardRows read(Rulebook rulebook, Findings findings) throws UsageRefused, OutputRefused {
        String shown = file.toString();
        try (StandardInput input = StandardInput.of(List.of(shown), null)) {
            return RewardRows.read(input.read(file), shown, charset, RowRewards.idHeads(rulebook), findings);
        }
    }

    /** An amount as a person writes it, not below 0. */
    static final class Amount implements ITypeConverter<BigFraction> {
        @Override
        public BigFraction convert(String value) {
            return RuleNumber.read(value)
                    .filter(number -> number.signum() >= 0)
                    .orElseThrow(() -> new TypeConversionException("no amount"));
        }
    }
}
