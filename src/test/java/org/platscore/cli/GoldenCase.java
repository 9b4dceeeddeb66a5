package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One run and what is seen of it, as a golden file tells it:
 *
 * <pre>
 * # label
 * $ platscore ARGUMENTS
 * exit STATUS
 * -- out
 * -- err
 * -- files
 * </pre>
 *
 * The parts of standard output, standard error and new files are left out where they are empty. A file holds any number of cases.
 * {@code -Dgolden=write} writes what is seen anew; read it before you commit it.
 */
record GoldenCase(Path file, String label, List<String> args, String expected) {

    private static final Path FOLDER = Path.of("src/test/resources/org/platscore/cli/golden");

    /** Returns the cases of a file. */
    static List<GoldenCase> of(String file) {
        Path path = FOLDER.resolve(file);
        List<GoldenCase> cases = new ArrayList<>();
        for (String part : text(path).split("(?m)^# ")) {
            if (!part.isBlank()) {
                int end = part.indexOf('\n');
                String rest = part.substring(end + 1).strip();
                cases.add(new GoldenCase(
                        path,
                        part.substring(0, end),
                        arguments(rest.lines().findFirst().orElseThrow()),
                        rest));
            }
        }
        return cases;
    }

    /** Compares a run that was seen with what the golden file says of it. */
    void check(CommandRun.Seen seen) throws IOException {
        String told = told(seen);
        if (!told.equals(expected) && "write".equals(System.getProperty("golden"))) {
            Files.writeString(file, text(file).replace(expected, told), StandardCharsets.UTF_8);
        }
        assertThat(told).isEqualTo(expected);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String told(CommandRun.Seen seen) {
        StringBuilder text = new StringBuilder(expected.lines().findFirst().orElseThrow());
        text.append("\nexit ").append(seen.status()).append('\n');
        if (!seen.out().isEmpty()) {
            text.append("-- out\n").append(seen.out());
        }
        if (!seen.err().isEmpty()) {
            text.append("-- err\n").append(seen.err());
        }
        if (!seen.files().isEmpty()) {
            text.append("-- files\n").append(String.join("\n", seen.files()));
        }
        return text.toString().strip();
    }

    @Override
    public String toString() {
        return label;
    }

    private static List<String> arguments(String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.split(" +")) {
            words.add(word.equals("''") ? "" : word);
        }
        return words.subList(2, words.size());
    }
}
