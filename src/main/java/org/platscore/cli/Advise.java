package org.platscore.cli;

import org.platscore.analysis.Advice;
import org.platscore.analysis.Trail;
import org.platscore.assessment.AssessmentResult;
import org.platscore.report.explanation.AdviceJson;
import org.platscore.report.explanation.AdviceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code platscore advise ID}: what would lift a subject to the next grade. */
@Command(name = "advise", sortOptions = false)
final class Advise implements CliCommand {

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "explain.subject")
    String subject;

    @Mixin
    RunOptions runs = new RunOptions();

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "explain.format")
    Explain.Format format = Explain.Format.TEXT;

    @Override
    public int run(Terminal terminal) throws UsageRefused {
        RunOptions.Again again = runs.again(terminal, rules -> Trail.of(rules, each -> false));
        AssessmentResult result = again.result();
        if (result == null) {
            return again.status();
        }
        Advice advice = Advice.of(result, WantedSubject.of(result, subject));
        if (format == Explain.Format.JSON) {
            AdviceJson.write(advice, result.rules().rounding(), terminal.lang(), terminal.out());
        } else {
            AdviceText.of(advice, result.rules().rounding(), terminal.lang()).forEach(terminal::show);
        }
        return ExitCode.DONE;
    }
}
