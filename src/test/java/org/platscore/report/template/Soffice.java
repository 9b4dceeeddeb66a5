package org.platscore.report.template;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** LibreOffice as the one who opens a template, types into its cells and saves it, so that every byte of the file is its own. */
final class Soffice {

    /** Debian's python3-uno serves the system's Python alone. */
    private static final String PYTHON = "/usr/bin/python3";

    private static final Path SCRIPT = Path.of("src/test/resources/template/fill.py");

    private Soffice() {}

    /** Skips the test that calls it where LibreOffice, or what types into it, is not installed. */
    static void assumePresent() {
        Assumptions.assumeTrue(
                runs("soffice", "--version"), "soffice is not installed: the template is not filled in it");
        Assumptions.assumeTrue(
                runs(PYTHON, "-c", "import uno"), "python3-uno is not installed: nobody types into LibreOffice");
    }

    /** Opens a workbook, types values by {@code sheet!A1}, each as at the keyboard, and saves it. */
    static void type(Path workbook, Map<String, Object> values, Path saved, Path folder) throws IOException {
        StringBuilder lines = new StringBuilder();
        values.forEach((place, value) -> lines.append(place.replace('!', '\t'))
                .append('\t')
                .append(value)
                .append('\n'));
        Path typed = folder.resolve("typed.tsv");
        Files.writeString(typed, lines, StandardCharsets.UTF_8);
        Path log = folder.resolve("soffice.log");
        Process process = new ProcessBuilder(
                        PYTHON,
                        SCRIPT.toString(),
                        folder.resolve("profile").toString(),
                        workbook.toString(),
                        saved.toString())
                .redirectInput(typed.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!ended(process)) {
            throw new IOException(Files.readString(log, StandardCharsets.UTF_8));
        }
    }

    private static boolean runs(String... command) {
        try {
            return ended(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean ended(Process process) {
        try {
            if (process.waitFor(180, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
