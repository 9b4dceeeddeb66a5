package org.platscore.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Programs that are too slow for every round: each once beside one run of ours, with the date. */
final class Dated {

    private final BenchData data;
    private final Path folder;
    private final double scale;
    private final List<String> lines = new ArrayList<>();

    Dated(BenchData data, Path folder, double scale) {
        this.data = data;
        this.folder = folder;
        this.scale = scale;
    }

    /** Runs them and returns the section. */
    List<String> run() throws IOException, InterruptedException {
        int rows = Math.max(1, (int) (5_000_000 * scale));
        int bookRows = Math.max(1, (int) (300_000 * scale));
        Path csv = folder.resolve("csv-" + rows);
        Path xlsx = folder.resolve("xlsx-" + bookRows);
        data.logs(csv, rows, false);
        data.logs(xlsx, bookRows, true);
        String log = csv.resolve("log.csv").toString();
        lines.addAll(List.of(
                "## Others, once",
                "",
                "Run on " + LocalDate.now() + " with `-Dbench.only=dated`; " + Machine.line() + ".",
                "",
                "| work | program | s | peak memory, MB | times ours |",
                "| --- | --- | ---: | ---: | ---: |"));
        String work = String.format(Locale.ROOT, "CSV, %,d rows", rows);
        double ours = ours(work, csv);
        List<String> answers =
                Answers.of(csv.resolveSibling(csv.getFileName() + "-out").resolve("results.json"));
        python(work, "pandas", "pandas_csv.py", log, ours, answers);
        python(work, "sqlite3", "sqlite_csv.py", log, ours, answers);
        python(work, "csv", "plain_csv.py", log, ours, answers);
        String bookWork = String.format(Locale.ROOT, "XLSX, %,d rows", bookRows);
        double book = ours(bookWork, xlsx);
        if (Programs.says("soffice", "--version").isPresent()) {
            add(
                    bookWork,
                    "LibreOffice, conversion to CSV",
                    List.of(
                            "soffice",
                            "--headless",
                            "--convert-to",
                            "csv",
                            "--outdir",
                            folder.toString(),
                            xlsx.resolve("log.xlsx").toString()),
                    book);
        }
        lines.add("");
        return lines;
    }

    private double ours(String work, Path from) throws IOException, InterruptedException {
        Contestant assess = Programs.ours(
                "platscore assess",
                "assess",
                from.toString(),
                "--out",
                from.resolveSibling(from.getFileName() + "-out").toString(),
                "--score-sheets=false",
                "--quiet");
        ProcessRun run = ProcessRun.of(assess.command());
        lines.add(row(work, "platscore assess", run, 0));
        return run.seconds();
    }

    private void python(String work, String library, String script, String log, double ours, List<String> answers)
            throws IOException, InterruptedException {
        Optional<Contestant> peer = Programs.python(library, library, script, log);
        if (peer.isPresent()) {
            String name = Programs.pythonVersion(library).orElse(library);
            String output = add(work, name, peer.get().command(), ours);
            if (!output.lines().sorted().toList().equals(answers)) {
                throw new IllegalStateException("answers differ: " + name);
            }
        }
    }

    private String add(String work, String name, List<String> command, double ours)
            throws IOException, InterruptedException {
        ProcessRun run = ProcessRun.of(command);
        lines.add(row(work, name, run, ours));
        return run.output();
    }

    private static String row(String work, String name, ProcessRun run, double ours) {
        String line = String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %d | %s |",
                work,
                name,
                run.seconds(),
                run.peakMegabytes(),
                ours == 0 ? "" : String.format(Locale.ROOT, "%.1f", run.seconds() / ours));
        System.out.println(line);
        return line;
    }
}
