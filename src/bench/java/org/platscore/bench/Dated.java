package org.platscore.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs that are too slow for every round: each once beside one run of ours, with the date. */
final class Dated {

    static final String TITLE = "## Others, once";

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
                TITLE,
                "",
                "Slow programs, each once beside one run of ours on " + LocalDate.now() + " (`-Dbench.only=dated`).",
                Machine.line() + ".",
                "The answers of pandas, SQLite and plain Python are compared with ours, LibreOffice's number of rows.",
                "",
                "| work | program | s | peak memory, MB | times ours |",
                "| --- | --- | ---: | ---: | ---: |"));
        String work = String.format(Locale.ROOT, "CSV, %,d rows", rows);
        double ours = ours(work, csv);
        List<String> answers =
                Answers.of(csv.resolveSibling(csv.getFileName() + "-out").resolve("results.json"));
        python(work, "pandas", "pandas_csv.py", log, ours, answers);
        python(work, "sqlite3", "sqlite_csv.py", log, ours, answers);
        python(work, "decimal", "plain_csv.py", log, ours, answers);
        String bookWork = String.format(Locale.ROOT, "XLSX, %,d rows", bookRows);
        double book = ours(bookWork, xlsx);
        office(bookWork, xlsx.resolve("log.xlsx"), bookRows, book);
        return lines;
    }

    private void office(String work, Path book, int rows, double ours) throws IOException, InterruptedException {
        Optional<String> version = Programs.says("soffice", "--version");
        if (version.isEmpty()) {
            return;
        }
        Path out = folder.resolve("office");
        ProcessRun run = ProcessRun.of(List.of(
                "soffice",
                "-env:UserInstallation=" + out.resolve("profile").toAbsolutePath().toUri(),
                "--headless",
                "--convert-to",
                "csv",
                "--outdir",
                out.toString(),
                book.toString()));
        try (Stream<String> written = Files.lines(out.resolve("log.csv"), StandardCharsets.UTF_8)) {
            long read = written.count();
            if (read != rows + 1) {
                throw new IllegalStateException("LibreOffice wrote " + read + " rows");
            }
        }
        String name = version.get().replaceAll("^(\\S+ [\\d.]+).*", "$1") + ", conversion to CSV";
        lines.add(row(work, name, run, ours));
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
            String found = Programs.pythonVersion(library).orElse(library);
            // The library of decimals is Python's own.
            String name = library.equals("decimal") ? found.replaceAll(",.*", ", nothing else") : found;
            ProcessRun run = ProcessRun.of(peer.get().command());
            lines.add(row(work, name, run, ours));
            if (!run.output().lines().sorted().toList().equals(answers)) {
                throw new IllegalStateException("answers differ: " + name);
            }
        }
    }

    private static String row(String work, String name, ProcessRun run, double ours) {
        String line = String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %s | %s |",
                work,
                name,
                run.seconds(),
                run.peakMegabytes() == 0 ? "" : Long.toString(run.peakMegabytes()),
                ours == 0 ? "" : String.format(Locale.ROOT, "%.1f", run.seconds() / ours));
        System.out.println(line);
        return line;
    }
}
