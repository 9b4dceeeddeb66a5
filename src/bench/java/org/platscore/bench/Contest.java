package org.platscore.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Programs that do the same work, run in turn so that a busy moment hits all alike.
 *
 * @param title what the work is
 * @param goal what the figures should show, in words
 * @param contestants the first is ours
 */
record Contest(String title, String goal, List<Contestant> contestants) {

    /**
     * What came of it.
     *
     * @param lines the table
     * @param targets each target with its figure and whether it holds, a line each
     */
    record Outcome(List<String> lines, List<String> targets) {}

    /** Runs all contestants for several rounds. */
    Outcome run(int rounds) throws IOException, InterruptedException {
        List<List<ProcessRun>> runs = new ArrayList<>();
        contestants.forEach(each -> runs.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < contestants.size(); i++) {
                if (round < contestants.get(i).most()) {
                    ProcessRun run = ProcessRun.of(contestants.get(i).command());
                    runs.get(i).add(run);
                    System.out.printf(
                            Locale.ROOT,
                            "%-40s %-34s %8.2f s %6d MB%n",
                            title,
                            contestants.get(i).name(),
                            run.seconds(),
                            run.peakMegabytes());
                }
            }
        }
        return outcome(runs);
    }

    private Outcome outcome(List<List<ProcessRun>> runs) {
        double ours = median(runs.get(0));
        List<String> targets = new ArrayList<>();
        List<String> lines = new ArrayList<>(List.of(
                "## " + title,
                "",
                goal,
                "",
                "| program | runs | median, s | minimum, s | peak memory, MB | ours ÷ it | by minima | target | holds |",
                "| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |"));
        for (int i = 0; i < runs.size(); i++) {
            Contestant contestant = contestants.get(i);
            List<ProcessRun> of = runs.get(i);
            double ratio = ours / median(of);
            long peak = of.stream().mapToLong(ProcessRun::peakMegabytes).max().orElseThrow();
            List<String> asked = new ArrayList<>();
            boolean holds = true;
            if (contestant.ratio() > 0) {
                asked.add(String.format(Locale.ROOT, "ratio ≤ %.2f", contestant.ratio()));
                holds &= ratio <= contestant.ratio();
            }
            if (contestant.seconds() > 0) {
                asked.add(String.format(Locale.ROOT, "≤ %.2f s", contestant.seconds()));
                holds &= median(of) <= contestant.seconds();
            }
            if (contestant.megabytes() > 0) {
                asked.add(String.format(Locale.ROOT, "≤ %d MB", contestant.megabytes()));
                holds &= peak <= contestant.megabytes();
            }
            String target = String.join(", ", asked);
            String held = asked.isEmpty() ? "" : holds ? "yes" : "**no**";
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.2f | %.2f | %d | %s | %s | %s | %s |",
                    contestant.name(),
                    of.size(),
                    median(of),
                    minimum(of),
                    peak,
                    i == 0 ? "" : String.format(Locale.ROOT, "%.2f", ratio),
                    i == 0 ? "" : String.format(Locale.ROOT, "%.2f", minimum(runs.get(0)) / minimum(of)),
                    target,
                    held));
            if (!asked.isEmpty()) {
                targets.add(String.format(
                        Locale.ROOT,
                        "| %s | %s | %s | %.2f s, %d MB%s | %s |",
                        title,
                        contestant.name(),
                        target,
                        median(of),
                        peak,
                        contestant.ratio() > 0 ? String.format(Locale.ROOT, ", ratio %.2f", ratio) : "",
                        held));
            }
        }
        lines.add("");
        return new Outcome(lines, targets);
    }

    private static double minimum(List<ProcessRun> runs) {
        return runs.stream().mapToDouble(ProcessRun::seconds).min().orElseThrow();
    }

    private static double median(List<ProcessRun> runs) {
        double[] sorted =
                runs.stream().mapToDouble(ProcessRun::seconds).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
