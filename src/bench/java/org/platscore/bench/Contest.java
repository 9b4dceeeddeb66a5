package org.platscore.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Programs that do the same work, run in turn so that a busy moment hits all alike.
 *
 * @param title what the work is
 * @param contestants the first is ours
 * @param goal what the figures should show, in words
 */
record Contest(String title, List<Contestant> contestants, String goal) {

    /** Runs all contestants for several rounds and returns the table of what they took. */
    List<String> run(int rounds) throws IOException, InterruptedException {
        List<List<ProcessRun>> runs = new ArrayList<>();
        contestants.forEach(each -> runs.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < contestants.size(); i++) {
                if (round < contestants.get(i).most()) {
                    ProcessRun run = ProcessRun.of(contestants.get(i).command());
                    runs.get(i).add(run);
                    System.out.printf(
                            Locale.ROOT,
                            "%-40s %-28s %8.2f s %6d MB%n",
                            title,
                            contestants.get(i).name(),
                            run.seconds(),
                            run.peakMegabytes());
                }
            }
        }
        return table(runs);
    }

    private List<String> table(List<List<ProcessRun>> runs) {
        double ours = median(runs.get(0));
        List<String> lines = new ArrayList<>(List.of(
                "## " + title,
                "",
                goal,
                "",
                "| program | runs | median, s | minimum, s | peak memory, MB | ours ÷ it |",
                "| --- | ---: | ---: | ---: | ---: | ---: |"));
        for (int i = 0; i < runs.size(); i++) {
            List<ProcessRun> of = runs.get(i);
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.2f | %.2f | %d | %s |",
                    contestants.get(i).name(),
                    of.size(),
                    median(of),
                    of.stream().mapToDouble(ProcessRun::seconds).min().orElseThrow(),
                    of.stream().mapToLong(ProcessRun::peakMegabytes).max().orElseThrow(),
                    i == 0 ? "" : String.format(Locale.ROOT, "%.2f", ours / median(of))));
        }
        lines.add("");
        return lines;
    }

    private static double median(List<ProcessRun> runs) {
        double[] sorted = runs.stream().mapToDouble(ProcessRun::seconds).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
