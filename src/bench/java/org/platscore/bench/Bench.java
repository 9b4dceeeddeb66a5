package org.platscore.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Makes the data, runs every contest, and writes the page of figures.
 *
 * <p>System properties: {@code bench.rounds} (5), {@code bench.only} (csv, xlsx, workbooks, report, start, growth; comma
 * between), {@code bench.scale} (1; 0.1 for a quick look), {@code bench.page} (where the page goes).
 */
final class Bench {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final Path PROGRAM = Path.of("target", "platscore", "bin", "platscore");

    private final int rounds = Integer.getInteger("bench.rounds", 5);
    private final double scale = Double.parseDouble(System.getProperty("bench.scale", "1"));
    private final List<String> only = Arrays.asList(
            System.getProperty("bench.only", "csv,xlsx,workbooks,report,start,growth").split(","));
    private final BenchData data = new BenchData();
    private final List<String> page = new ArrayList<>();

    private Bench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Bench().run();
    }

    private void run() throws IOException, InterruptedException {
        page.addAll(List.of(
                "# Performance",
                "",
                "Written by `mvn -B -Pbench -DskipTests verify` on " + LocalDate.now() + ": whole processes, run in turn; "
                        + "compare ratios, not seconds. " + machine(),
                ""));
        if (only.contains("csv")) {
            csv();
        }
        if (only.contains("xlsx")) {
            xlsx();
        }
        if (only.contains("workbooks")) {
            workbooks();
        }
        if (only.contains("report")) {
            report();
        }
        if (only.contains("start")) {
            start();
        }
        if (only.contains("growth")) {
            growth();
        }
        Path file = Path.of(System.getProperty("bench.page", FOLDER.resolve("performance.md").toString()));
        Files.writeString(file, String.join("\n", page).stripTrailing() + "\n", StandardCharsets.UTF_8);
        System.out.println(file);
    }

    private void csv() throws IOException, InterruptedException {
        int rows = scaled(5_000_000);
        Path folder = FOLDER.resolve("csv-" + rows);
        data.logs(folder, rows, false);
        String log = folder.resolve("log.csv").toString();
        contest(
                String.format(Locale.ROOT, "CSV: a service log of %,d rows", rows),
                "Goal: at least 1.2 times faster than DuckDB's bare query, within 500 MB.",
                List.of(
                        ours("platscore assess", "assess", folder),
                        peer("DuckDB, bare query", DuckDbSums.class, log),
                        peer("FastCSV, bare reading", FastCsvBare.class, log).once(),
                        Contestant.of("wc -l", List.of("wc", "-l", log))));
        compare(folder, log);
    }

    private void xlsx() throws IOException, InterruptedException {
        int rows = scaled(300_000);
        Path folder = FOLDER.resolve("xlsx-" + rows);
        data.logs(folder, rows, true);
        String log = folder.resolve("log.xlsx").toString();
        contest(
                String.format(Locale.ROOT, "XLSX: a service log of %,d rows", rows),
                "Goal: at most 1.2 times fastexcel-reader's bare reading.",
                List.of(
                        ours("platscore assess", "assess", folder),
                        peer("fastexcel-reader, bare reading", FastExcelBare.class, log),
                        Contestant.of("unzip -p", List.of("sh", "-c", "unzip -p '" + log + "' | wc -c"))));
    }

    private void workbooks() throws IOException, InterruptedException {
        int count = scaled(1_000);
        Path folder = FOLDER.resolve("workbooks-" + count);
        data.workbooks(folder, count);
        contest(
                String.format(Locale.ROOT, "Workbooks: %,d of 5 sheets with 40 × 10 cells", count),
                "Goal: at most 1.5 times fastexcel-reader's bare reading.",
                List.of(
                        Contestant.of(
                                "platscore score",
                                List.of(
                                        PROGRAM.toString(),
                                        "score",
                                        folder.resolve("in").toString(),
                                        "--rules",
                                        folder.resolve("scoring-rules.yaml").toString(),
                                        "--quiet")),
                        peer("fastexcel-reader, bare reading", FastExcelBare.class, folder.resolve("in").toString())));
    }

    private void report() throws IOException, InterruptedException {
        int count = scaled(10_000);
        Path folder = FOLDER.resolve("subjects-" + count);
        data.subjects(folder, count);
        contest(
                String.format(Locale.ROOT, "Report: %,d subjects × 60 indicators", count),
                "Goal: at most 20 s and 1 GB.",
                List.of(ours("platscore assess", "assess", folder)));
    }

    private void start() throws IOException, InterruptedException {
        contest(
                "Start",
                "Goal: `--version` and `--help` within 0.25 s, `check` of a rules file within 0.6 s.",
                List.of(
                        Contestant.of("platscore --version", List.of(PROGRAM.toString(), "--version")),
                        Contestant.of("platscore --help", List.of(PROGRAM.toString(), "--help")),
                        Contestant.of(
                                "platscore check",
                                List.of(PROGRAM.toString(), "check", "--rules", "scoring-rules.yaml", "--quiet"))));
    }

    private void growth() throws IOException, InterruptedException {
        page.addAll(List.of("## Growth", "", "| work | size | s | peak memory, MB |", "| --- | ---: | ---: | ---: |"));
        for (int rows : List.of(10_000, 100_000, 1_000_000, 5_000_000)) {
            Path folder = FOLDER.resolve("csv-" + scaled(rows));
            data.logs(folder, scaled(rows), false);
            grown("rows of a CSV log", scaled(rows), folder);
        }
        for (int count : List.of(42, 420, 4_200, 42_000)) {
            Path folder = FOLDER.resolve("subjects-" + scaled(count));
            data.subjects(folder, scaled(count));
            grown("subjects × 60 indicators", scaled(count), folder);
        }
        page.add("");
    }

    private void grown(String work, int size, Path folder) throws IOException, InterruptedException {
        ProcessRun run = ProcessRun.of(ours("", "assess", folder).command());
        page.add(String.format(
                Locale.ROOT, "| %s | %,d | %.2f | %d |", work, size, run.seconds(), run.peakMegabytes()));
    }

    private void contest(String title, String goal, List<Contestant> contestants)
            throws IOException, InterruptedException {
        page.addAll(new Contest(title, contestants, goal).run(rounds));
    }

    /** Holds our figures against DuckDB's: rows, sum and clients of every platform. */
    private void compare(Path folder, String log) throws IOException, InterruptedException {
        String theirs = ProcessRun.of(peer("", DuckDbSums.class, log).command()).output();
        List<String> our = Answers.of(out(folder).resolve("results.json"));
        boolean equal = our.equals(theirs.lines().toList());
        page.addAll(List.of("Answers of platscore and DuckDB, platform by platform: " + (equal ? "equal." : "NOT EQUAL."), ""));
        if (!equal) {
            throw new IllegalStateException("answers differ: " + our + " " + theirs);
        }
    }

    private int scaled(int size) {
        return Math.max(1, (int) (size * scale));
    }

    private static Contestant ours(String name, String command, Path folder) {
        return Contestant.of(
                name,
                List.of(
                        PROGRAM.toString(),
                        command,
                        folder.toString(),
                        "--out",
                        out(folder).toString(),
                        "--score-sheets=false",
                        "--quiet"));
    }

    private static Path out(Path folder) {
        return folder.resolveSibling(folder.getFileName() + "-out");
    }

    private static Contestant peer(String name, Class<?> main, String argument) {
        return Contestant.of(
                name,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        argument));
    }

    private static String machine() throws IOException {
        String cpu = "";
        Path info = Path.of("/proc/cpuinfo");
        if (Files.exists(info)) {
            try (Stream<String> lines = Files.lines(info)) {
                cpu = lines.filter(line -> line.startsWith("model name"))
                        .findFirst()
                        .map(line -> line.substring(line.indexOf(':') + 2))
                        .orElse("");
            }
        }
        return String.format(
                Locale.ROOT,
                "%d cores (%s), Java %s.",
                Runtime.getRuntime().availableProcessors(),
                cpu,
                System.getProperty("java.version"));
    }
}
