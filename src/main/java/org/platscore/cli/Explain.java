package org.platscore.cli;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.analysis.Explaining;
import org.platscore.analysis.Explanation;
import org.platscore.analysis.Trail;
import org.platscore.analysis.Wanted;
import org.platscore.assessment.AssessmentResult;
import org.platscore.intake.Subject;
import org.platscore.report.explanation.ExplanationJson;
import org.platscore.report.explanation.ExplanationText;
import org.platscore.rules.Rulebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code platscore explain ID [INDICATOR]}: why a result is what it is. */
@Command(name = "explain", sortOptions = false)
final class Explain implements CliCommand {

    /** How an explanation is told. */
    enum Format {
        TEXT,
        JSON
    }

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "explain.subject")
    String subject;

    @Parameters(index = "1", arity = "0..1", paramLabel = "INDICATOR", descriptionKey = "explain.indicator")
    @Nullable
    String indicator;

    @Mixin
    RunOptions runs = new RunOptions();

    @Option(names = "--rows", descriptionKey = "explain.rows")
    boolean rows;

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "explain.format")
    Format format = Format.TEXT;

    private @Nullable Trail trail;

    @Override
    public int run(Terminal terminal) throws UsageRefused {
        RunOptions.Again again = runs.again(terminal, this::trail);
        AssessmentResult result = again.result();
        if (result == null || trail == null) {
            return again.status();
        }
        Subject wanted = WantedSubject.of(result, subject);
        Set<String> only = indicator == null ? null : WantedSubject.indicators(result.rules(), indicator);
        Explanation explanation = Explaining.of(result, trail).explain(wanted, only);
        if (format == Format.JSON) {
            ExplanationJson.write(explanation, rows, terminal.lang(), terminal.out());
        } else {
            ExplanationText.of(explanation, only == null, rows, terminal.lang()).forEach(terminal::show);
        }
        return ExitCode.DONE;
    }

    private Trail trail(Rulebook rules) {
        trail = Trail.of(rules, each -> Wanted.is(each, subject));
        return trail;
    }
}
