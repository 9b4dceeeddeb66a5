package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.platscore.Office;

/** Runs the program in a scratch folder and tells all that a user would see. */
record CommandRun(Path scratch) {

    private static final Path FOLDERS = Path.of("src/test/resources/org/platscore/cli/folders");

    /**
     * What a user sees of one run.
     *
     * @param files that are there now and were not before, relative to the scratch folder
     */
    record Seen(int status, String out, String err, List<String> files) {}

    /** Returns a run whose scratch folder holds a copy of the assessment folders kept for tests. */
    static CommandRun withFolders(Path scratch) throws IOException {
        try (Stream<Path> paths = Files.walk(FOLDERS)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                Path copy = scratch.resolve(FOLDERS.relativize(path).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(path, copy);
            }
        }
        return new CommandRun(scratch);
    }

    /** Returns a run whose scratch folder holds an office's data and, in {@code out}, their assessment with score sheets. */
    static CommandRun withSheets(Path scratch, Office office) {
        Office.Outcome outcome = office.assessWithScoreSheets();
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return new CommandRun(scratch);
    }

    /** Runs the program; {@code {dir}} in an argument is the scratch folder, and is put back in what is shown. */
    Seen run(String... args) {
        TreeSet<String> before = files();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] inScratch = Arrays.stream(args)
                .map(arg -> arg.replace("{dir}", scratch.toString()))
                .toArray(String[]::new);
        int status = Main.run(
                inScratch,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        TreeSet<String> made = files();
        made.removeAll(before);
        return new Seen(status, shown(out), shown(err), List.copyOf(made));
    }

    /** Returns the cells of a workbook's sheet as they are shown, between bars. */
    String cells(String file, int sheet) throws IOException {
        DataFormatter formatter = new DataFormatter();
        formatter.setUseCachedValuesForFormulaCells(true);
        StringBuilder cells = new StringBuilder();
        try (InputStream in = Files.newInputStream(scratch.resolve(file));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            for (Row row : book.getSheetAt(sheet)) {
                row.forEach(cell ->
                        cells.append('|').append(formatter.formatCellValue(cell).strip()));
                cells.append("|\n");
            }
        }
        return cells.toString();
    }

    private TreeSet<String> files() {
        try (Stream<Path> paths = Files.walk(scratch)) {
            TreeSet<String> files = new TreeSet<>();
            paths.filter(Files::isRegularFile)
                    .forEach(path ->
                            files.add(scratch.relativize(path).toString().replace('\\', '/')));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String shown(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8)
                .replace("\r\n", "\n")
                .replace("\uFEFF", "")
                .replace(scratch.toString(), "{dir}");
    }
}
