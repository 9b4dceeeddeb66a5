package org.platscore.assessment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Severity;
import org.platscore.grading.Grader;
import org.platscore.grading.Standing;
import org.platscore.intake.Intake;
import org.platscore.intake.IntakeOptions;
import org.platscore.intake.IntakeResult;
import org.platscore.intake.RowConsumer;
import org.platscore.measure.Claims;
import org.platscore.measure.MeasureCollector;
import org.platscore.measure.MeasureTable;
import org.platscore.measure.Measures;
import org.platscore.measure.OpenValues;
import org.platscore.measure.Unmatched;
import org.platscore.reward.Allocation;
import org.platscore.reward.Allocator;
import org.platscore.rules.Check;
import org.platscore.rules.Rulebook;
import org.platscore.rules.reward.Rewards;
import org.platscore.scoring.Scorer;
import org.platscore.scoring.Scores;

/** One run over an assessment folder. */
public final class Assessment {

    private final Rulebook rules;
    private final Findings findings = new Findings();
    private final Map<String, Long> timings = new LinkedHashMap<>();

    private Assessment(Rulebook rules) {
        this.rules = rules;
    }

    /**
     * Reads the folder and follows the rules to grades and rewards. Goes as far as the findings let it: where the data
     * themselves are broken, nothing is scored, so that one cause has one report; a needed value that is missing is told for
     * every indicator before the run stops.
     */
    public static AssessmentResult run(Path folder, Rulebook rules, IntakeOptions options) {
        MeasureCollector collector = Measures.collector(rules);
        return new Assessment(rules).run(folder, options, collector, collector);
    }

    /**
     * Does the same with somebody looking on.
     *
     * @param witness gets every row of whom it watches after the measures; of others, those that are made
     */
    public static AssessmentResult run(Path folder, Rulebook rules, IntakeOptions options, RowConsumer witness) {
        MeasureCollector collector = Measures.collector(rules);
        return new Assessment(rules).run(folder, options, collector, new Witnessed(collector, witness));
    }

    private AssessmentResult run(Path folder, IntakeOptions options, MeasureCollector collector, RowConsumer rows) {
        IntakeResult intake = timed("intake", () -> Intake.read(folder, rules, options, rows));
        findings.addAll(intake.findings().met());
        if (dataAreBroken(rules, findings)) {
            return result(intake, null, List.of(), null, collector);
        }
        MeasureTable table = timed("measure", () -> Measures.of(rules, intake, collector, findings));
        Unmatched.tell(rules, intake, table, findings);
        Scores scores = timed("scoring", () -> Scorer.score(rules, intake.subjects(), table, findings));
        Claims.tell(rules, intake, scores.measures(), OpenValues.NONE, findings);
        if (findings.stops()) {
            return result(intake, scores, List.of(), null, collector);
        }
        List<Standing> standings =
                timed("grading", () -> Grader.grade(rules, intake.subjects(), scores, intake.decisions(), findings));
        if (findings.stops()) {
            return result(intake, scores, standings, null, collector);
        }
        Rewards rewards = rules.rewards();
        Allocation allocation = rewards == null
                ? null
                : timed(
                        "reward",
                        () -> Allocator.allocate(rules, rewards, intake.subjects(), scores, standings, findings));
        return result(intake, scores, standings, allocation, collector);
    }

    /** Returns whether a stop makes later findings mere consequences: any but a check's or a correction's. */
    static boolean dataAreBroken(Rulebook rules, Findings findings) {
        Set<String> checks = rules.inputs().stream()
                .flatMap(input -> input.checks().stream())
                .map(Check::id)
                .collect(Collectors.toSet());
        return findings.met().stream()
                .filter(finding -> finding.severity() == Severity.STOP)
                .map(Finding::code)
                .anyMatch(code -> !checks.contains(code) && !code.equals("correction-unused"));
    }

    private AssessmentResult result(
            IntakeResult intake,
            @Nullable Scores scores,
            List<Standing> standings,
            @Nullable Allocation allocation,
            MeasureCollector collector) {
        return new AssessmentResult(
                rules, intake, scores, standings, allocation, findings, collector.rejectedAmounts(), timings);
    }

    private <T> T timed(String stage, Supplier<T> work) {
        long start = System.nanoTime();
        T done = work.get();
        timings.put(stage, System.nanoTime() - start);
        return done;
    }
}
