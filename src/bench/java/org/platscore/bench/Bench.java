package org.platscore.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes the data, runs every contest, and writes the page of figures.
 *
 * <p>System properties: {@code bench.rounds} (3), {@code bench.only} (csv, xlsx, workbooks, sample, report, start, growth; comma
 * between; {@code dated} runs the slow peers once and writes their figures to src/bench/dated.md), {@code bench.scale} (1; 0.1 for
 * a quick look), {@code bench.page} (where the page goes).
 */
final class Bench {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final Path DATED = Path.of("src", "bench", "dated.md");
    private static final String SAMPLE = "sample-data";
    private static final String OPENPYXL = "openpyxl";
    private static final String QUIET = "--quiet";
    private static final String NO_SHEETS = "--score-sheets=false";

    private final int rounds = Integer.getInteger("bench.rounds", 3);
    private final double scale = Double.parseDouble(System.getProperty("bench.scale", "1"));
    private final List<String> only =
            Arrays.asList(System.getProperty("bench.only", "csv,xlsx,workbooks,sample,report,start,growth")
                    .split(","));
    private final BenchData data = new BenchData();
    private final List<String> sections = new ArrayList<>();
    private final List<String> targets = new ArrayList<>();

    private Bench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Bench().run();
    }

    private interface Section {
        void run() throws IOException, InterruptedException;
    }

    private void run() throws IOException, InterruptedException {
        section("csv", this::csv);
        section("xlsx", this::xlsx);
        section("workbooks", this::workbooks);
        section("sample", this::sample);
        section("report", this::report);
        section("start", this::start);
        section("growth", this::growth);
        if (only.contains("dated")) {
            Files.writeString(
                    DATED, String.join("\n", new Dated(data, FOLDER, scale).run()) + "\n", StandardCharsets.UTF_8);
        }
        Path file = Path.of(System.getProperty(
                "bench.page", FOLDER.resolve("performance.md").toString()));
        boolean kept = sections.isEmpty() && Files.exists(file);
        Files.writeString(
                file,
                kept ? renewed(Files.readString(file, StandardCharsets.UTF_8)) : page(),
                StandardCharsets.UTF_8);
        System.out.println(file);
    }

    /** Returns a page with the dated figures as they are now, and all else as it was. */
    private static String renewed(String page) throws IOException {
        int end = page.indexOf(text("performance-beyond.md").lines().findFirst().orElseThrow());
        int dated = page.indexOf(Dated.TITLE);
        return end < 0
                ? page
                : page.substring(0, dated < 0 ? end : dated)
                        + Files.readString(DATED, StandardCharsets.UTF_8)
                        + "\n"
                        + page.substring(end);
    }

    private void section(String name, Section section) throws IOException, InterruptedException {
        if (only.contains(name)) {
            section.run();
        }
    }

    private String page() throws IOException, InterruptedException {
        List<String> page = new ArrayList<>(List.of(
                "# Performance",
                "",
                "Written by `mvn -B -Pbench -DskipTests verify` on " + LocalDate.now() + ", " + rounds
                        + " rounds, scale " + scale + ".",
                "",
                "- Machine: " + Machine.line(),
                "- Peers: " + Machine.peers(),
                ""));
        page.add(text("performance-method.md"));
        page.addAll(List.of(
                "## Targets in this run",
                "",
                "| work | beside or of | target | figure | holds |",
                "| --- | --- | --- | --- | --- |"));
        page.addAll(targets);
        page.add("");
        page.addAll(sections);
        if (Files.exists(DATED)) {
            page.add(Files.readString(DATED, StandardCharsets.UTF_8));
        }
        page.add(text("performance-beyond.md"));
        return String.join("\n", page).stripTrailing() + "\n";
    }

    private static String text(String name) throws IOException {
        try (InputStream in = Bench.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void csv() throws IOException, InterruptedException {
        int rows = scaled(5_000_000);
        Path folder = FOLDER.resolve("csv-" + rows);
        data.logs(folder, rows, false);
        String log = folder.resolve("log.csv").toString();
        contest(
                String.format(Locale.ROOT, "CSV: a service log of %,d rows", rows),
                "Records once, in the period, not internal; exact sums, distinct codes and all findings, by platform.",
                List.of(
                        assess(folder).within(0, 500),
                        Programs.peer("DuckDB, bare query", DuckDbSums.class, log)
                                .ratio(1 / 1.2),
                        Programs.peer("FastCSV, bare reading", FastCsvBare.class, log)
                                .once(),
                        Contestant.of("wc -l", List.of("wc", "-l", log))));
        compare("DuckDB", Answers.of(out(folder).resolve("results.json")), Programs.peer("", DuckDbSums.class, log));
    }

    private void xlsx() throws IOException, InterruptedException {
        int rows = scaled(300_000);
        Path folder = FOLDER.resolve("xlsx-" + rows);
        data.logs(folder, rows, true);
        String log = folder.resolve("log.xlsx").toString();
        List<Contestant> contestants = new ArrayList<>(List.of(
                assess(folder),
                Programs.peer("fastexcel-reader, bare reading", FastExcelBare.class, log)
                        .ratio(1.2),
                Programs.bounded(
                                192,
                                "platscore assess, heap of 192 MB",
                                "assess",
                                folder.toString(),
                                "--out",
                                out(folder).toString(),
                                NO_SHEETS,
                                QUIET)
                        .once(),
                Contestant.of("unzip -p", List.of("sh", "-c", "unzip -p '" + log + "' | wc -c"))));
        Programs.python("openpyxl, bare reading", "openpyxl", "openpyxl_cells.py", log)
                .ifPresent(peer -> contestants.add(peer.once()));
        contest(
                String.format(Locale.ROOT, "XLSX: a service log of %,d rows", rows),
                "The same work from a workbook; the peers only read it.",
                contestants);
        compare(
                "fastexcel-reader",
                Answers.of(out(folder).resolve("results.json")),
                Programs.peer("", FastExcelSums.class, log));
    }

    private void workbooks() throws IOException, InterruptedException {
        int count = scaled(1_000);
        Path folder = FOLDER.resolve("workbooks-" + count);
        data.workbooks(folder, count);
        String in = folder.resolve("in").toString();
        Contestant score = Programs.ours(
                "platscore score",
                "score",
                in,
                "--rules",
                folder.resolve("scoring-rules.yaml").toString(),
                QUIET);
        List<Contestant> contestants = new ArrayList<>(List.of(
                score,
                Programs.peer("fastexcel-reader, bare reading", FastExcelBare.class, in)
                        .ratio(1.5)));
        Programs.python("openpyxl, bare reading", "openpyxl", "openpyxl_cells.py", in)
                .ifPresent(peer -> contestants.add(peer.once()));
        contest(
                String.format(Locale.ROOT, "Workbooks: %,d of 5 sheets with 40 × 10 cells", count),
                "Each scored by itself; the peers only read them.",
                contestants);
        String lines = ProcessRun.of(score.command()).output();
        compare("fastexcel-reader", Answers.ofScore(lines), Programs.peer("", FastExcelSums.class, in));
    }

    private void sample() throws IOException, InterruptedException {
        Path out = FOLDER.resolve("sample-out");
        Contestant assess =
                Programs.ours("platscore assess, all outputs", "assess", SAMPLE, "--out", out.toString(), QUIET);
        ProcessRun.of(assess.command());
        Path table = FOLDER.resolve("sample-table.xlsx");
        Path books = FOLDER.resolve("sample-books");
        Path cells = FOLDER.resolve("sample-cells.json");
        String scores = out.resolve("scores.csv").toString();
        Optional<Contestant> ours = python("sample_cells.py", out.toString(), cells.toString());
        String told = ours.isEmpty() ? "" : ProcessRun.of(ours.get().command()).output();
        List<Contestant> contestants = new ArrayList<>(List.of(assess));
        Programs.python(
                        "openpyxl: reads the files, writes the table of scores (one sheet)",
                        OPENPYXL,
                        "sample_table.py",
                        SAMPLE,
                        scores,
                        table.toString())
                .ifPresent(peer -> contestants.add(peer.ratio(0.5)));
        Programs.python(
                        "openpyxl: reads the files, writes the cells of all 44 workbooks (values only)",
                        OPENPYXL,
                        "sample_all.py",
                        SAMPLE,
                        cells.toString(),
                        books.toString())
                .ifPresent(peer -> contestants.add(peer.ratio(0.5)));
        contest(
                "The sample: 42 platforms",
                "The whole assessment with report, notice, score sheets, CSV, JSON and manifest. The scripts work nothing out: they read the"
                        + " same files and write what they find ready made, the first the table of scores, the second every cell of"
                        + " assessment.xlsx, notice.xlsx and the 42 score sheets, without styles, formulas and charts.",
                contestants);
        if (ours.isPresent()) {
            Optional<Contestant> theirs = python(
                    "sample_cells.py", books.toString(), cells.resolveSibling("sample-again.json").toString());
            same("Cells of all workbooks", told.strip(), ProcessRun.of(theirs.orElseThrow().command()).output());
            List<String> rows = ProcessRun.of(python("sample_scores.py", scores).orElseThrow().command())
                    .output()
                    .lines()
                    .toList();
            same(
                    "Rows of the table of scores",
                    String.join("\n", rows),
                    ProcessRun.of(python("sample_scores.py", table.toString()).orElseThrow().command())
                            .output());
        }
    }

    private static Optional<Contestant> python(String script, String... arguments) throws InterruptedException {
        return Programs.python(script, OPENPYXL, script, arguments);
    }

    /** Holds what a script wrote, read back, against ours. */
    private void same(String what, String ours, String theirs) {
        if (!ours.equals(theirs.strip())) {
            throw new IllegalStateException(what + " differ: " + ours + " " + theirs);
        }
        String count = ours.contains(" cells ")
                ? ours.substring(0, ours.indexOf(' '))
                : Long.toString(ours.lines().count());
        sections.addAll(List.of(what + " that the script wrote, read back: equal (" + count + ").", ""));
    }

    private void report() throws IOException, InterruptedException {
        int count = scaled(10_000);
        Path folder = FOLDER.resolve("subjects-" + count);
        data.subjects(folder, count);
        contest(
                String.format(Locale.ROOT, "Report: %,d subjects × 60 indicators", count),
                "The whole run: reading, scoring, assessment.xlsx, CSV, and results.json with every reason.",
                List.of(Programs.ours(
                                "platscore assess",
                                "assess",
                                folder.toString(),
                                "--out",
                                out(folder).toString(),
                                NO_SHEETS,
                                QUIET)
                        .within(20, 1024)));
    }

    private void start() throws IOException, InterruptedException {
        contest(
                "Start",
                "Small commands through the launcher.",
                List.of(
                        Programs.ours("platscore --version", "--version").within(0.25, 0),
                        Programs.ours("platscore --help", "--help").within(0.25, 0),
                        Programs.ours("platscore check", "check", "--rules", "scoring-rules.yaml", QUIET)
                                .within(0.6, 0)));
    }

    private void growth() throws IOException, InterruptedException {
        sections.addAll(List.of(
                "## Growth",
                "",
                "One run each. A step is linear where the last column does not grow; small sizes are the start of the program,"
                        + " and below some millions of rows its compilation while it runs.",
                "",
                "| work | size | s | peak memory, MB | µs a row or subject |",
                "| --- | ---: | ---: | ---: | ---: |"));
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
        sections.add("");
    }

    private void grown(String work, int size, Path folder) throws IOException, InterruptedException {
        ProcessRun run;
        try {
            run = ProcessRun.of(assess(folder).command());
        } catch (IOException e) {
            // One size that is too large for a machine leaves the others their figures.
            System.out.println(e.getMessage());
            sections.add(String.format(Locale.ROOT, "| %s | %,d | failed | | |", work, size));
            return;
        }
        String line = String.format(
                Locale.ROOT,
                "| %s | %,d | %.2f | %d | %.1f |",
                work,
                size,
                run.seconds(),
                run.peakMegabytes(),
                run.seconds() / size * 1e6);
        System.out.println(line);
        sections.add(line);
    }

    private void contest(String title, String goal, List<Contestant> contestants)
            throws IOException, InterruptedException {
        Contest.Outcome outcome = new Contest(title, goal, contestants).run(rounds);
        sections.addAll(outcome.lines());
        targets.addAll(outcome.targets());
    }

    /** Holds our figures against a peer's. */
    private void compare(String peer, List<String> ours, Contestant same) throws IOException, InterruptedException {
        List<String> theirs =
                ProcessRun.of(same.command()).output().lines().sorted().toList();
        if (!ours.equals(theirs)) {
            throw new IllegalStateException("answers differ: " + ours + " " + theirs);
        }
        sections.addAll(List.of(
                "Answers of platscore and " + peer + ", platform by platform: equal (" + ours.size() + ").", ""));
    }

    private int scaled(int size) {
        return Math.max(1, (int) (size * scale));
    }

    private static Contestant assess(Path folder) {
        return Programs.ours(
                "platscore assess",
                "assess",
                folder.toString(),
                "--out",
                out(folder).toString(),
                NO_SHEETS,
                QUIET);
    }

    private static Path out(Path folder) {
        return folder.resolveSibling(folder.getFileName() + "-out");
    }
}
