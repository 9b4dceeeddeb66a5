package org.platscore.published;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.platscore.cli.Main;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run of {@code platscore assess}.
 *
 * @param code the exit code
 * @param said all that it printed
 * @param out the folder of what it wrote
 */
public record ProgramRun(int code, String said, Path out) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Assesses a folder, without score sheets. */
    public static ProgramRun of(Path folder, Path out, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("assess", folder.toString(), "--out", out.toString(), "--score-sheets=false"));
        arguments.addAll(List.of(options));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(said, true, UTF_8)) {
            int code = Main.run(arguments.toArray(String[]::new), stream, stream);
            return new ProgramRun(code, said.toString(UTF_8), out);
        }
    }

    /** Assesses a folder; an AssertionError tells what a run that does not end well said. */
    static ProgramRun assess(Path folder, Path out, String... options) {
        ProgramRun run = of(folder, out, options);
        if (run.code != 0) {
            throw new AssertionError("exit code " + run.code + "\n" + run.said);
        }
        return run;
    }

    /** The text of a file that the run wrote. */
    public String text(String file) {
        try {
            return Files.readString(out.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content of results.json, its decimals exact. */
    public JsonNode results() {
        return JSON.readTree(text("results.json"));
    }

    /** The subjects of results.json by id, in their order. */
    Map<String, JsonNode> subjects() {
        Map<String, JsonNode> subjects = new LinkedHashMap<>();
        results()
                .get("results")
                .forEach(subject -> subjects.put(subject.get("id").asString(), subject));
        return subjects;
    }
}
