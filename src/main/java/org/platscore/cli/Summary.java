package org.platscore.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.platscore.assessment.AssessmentResult;
import org.platscore.finding.Exact;
import org.platscore.finding.Finding;
import org.platscore.grading.Standing;
import org.platscore.intake.results.OwnFiles;
import org.platscore.reward.Allocation;
import org.platscore.rules.Grade;
import org.platscore.rules.Rulebook;

/** What a clerk wants to read after a run: how many, which grades, how much money, what to look at, where the files are. */
record Summary(AssessmentResult result, Terminal terminal) {

    /**
     * Tells the summary, except where the user wants it quiet.
     *
     * @param kept what the output folder holds besides
     */
    void tell(Path out, boolean sheets, List<Path> kept) {
        if (terminal.options().quiet) {
            return;
        }
        Rulebook rules = result.rules();
        say("done", rules.title(), result.standings().size(), rules.subject());
        if (!rules.grades().isEmpty()) {
            say("grades", String.join(terminal.say("list-comma"), grades(rules)));
        } else if (unassessed() > 0) {
            say("none-graded", unassessed());
        }
        Allocation allocation = result.allocation();
        if (allocation != null && rules.rewards() != null) {
            BigFraction budget = rules.rewards().budget();
            if (budget == null) {
                say("rewards", yuan(allocation.allocated()));
            } else {
                say("rewards-of", yuan(allocation.allocated()), yuan(budget));
            }
        }
        List<Finding> findings = result.findings().sorted();
        String counts = new FindingList(terminal).counts(findings);
        if (counts.isEmpty()) {
            say("no-findings");
        } else {
            say("findings", counts, out.resolve("findings.csv").toString());
        }
        List<String> skipped = result.intake().skipped();
        if (!skipped.isEmpty()) {
            say("skipped", skipped.size(), skipped);
        }
        say(sheets ? "files-and-sheets" : "files", out.toString());
        if (!kept.isEmpty()) {
            say("kept", kept.size(), Terminal.few(OwnFiles.slashed(kept)));
        }
    }

    /**
     * Tells how long each stage took.
     *
     * @param writing nanoseconds spent on the files, which the result does not know
     */
    void tellTimings(long writing) {
        terminal.tell(terminal.say("timings.head"));
        Map<String, Long> timings = result.timings();
        timings.forEach(this::tellTiming);
        tellTiming("report", writing);
        tellTiming(
                "total",
                writing + timings.values().stream().mapToLong(Long::longValue).sum());
    }

    private void tellTiming(String stage, long nanoseconds) {
        terminal.tell(String.format(Locale.ROOT, "  %-12s %,8d", stage, nanoseconds / 1_000_000));
    }

    private List<String> grades(Rulebook rules) {
        List<String> counts = new ArrayList<>();
        for (Grade grade : rules.grades()) {
            counts.add(terminal.say("summary.grade", grade.label(), count(grade)));
        }
        if (unassessed() > 0) {
            counts.add(terminal.say("summary.unassessed", unassessed()));
        }
        return counts;
    }

    private long unassessed() {
        return result.standings().stream()
                .filter(standing -> standing.rank() == null)
                .count();
    }

    private long count(Grade grade) {
        return result.standings().stream()
                .map(Standing::grade)
                .filter(given -> given != null && given.id().equals(grade.id()))
                .count();
    }

    private void say(String key, Object... args) {
        terminal.show(terminal.say("summary." + key, args));
    }

    /** An amount with groups of three digits, in fen where there are any. */
    private static String yuan(BigFraction amount) {
        BigDecimal exact = Exact.decimal(amount);
        int places = Math.min(2, Math.max(0, exact.scale()));
        return String.format(Locale.ROOT, "%,." + places + "f", exact.setScale(places, RoundingMode.HALF_UP));
    }
}
