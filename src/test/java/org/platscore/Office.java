package org.platscore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.platscore.cli.Main;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An assessment folder for tests, run through the program's front door. */
public final class Office {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Path folder;

    private Office(Path folder) {
        this.folder = folder;
    }

    /** Returns an office in an empty folder. */
    public static Office in(Path folder) {
        return new Office(folder);
    }

    /**
     * Returns rules over a roster units.csv with 编号 and 名称.
     *
     * @param columns the roster's further columns, one a line
     * @param rest what follows the inputs
     */
    public static String unitRules(String title, String columns, String rest) {
        return """
                platscore: 1
                title: %s
                period: {from: 2024-01-01, to: 2024-12-31}
                inputs:
                  units:
                    files: units.csv
                    roster: {id: id, name: name}
                    columns:
                      id: {header: 编号, type: text, required: true}
                      name: {header: 名称, type: text, required: true}
                """.formatted(title) + columns.indent(6) + rest;
    }

    /** Puts a file into the folder. */
    public Office file(String name, String text) {
        try {
            Path file = folder.resolve("data").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the rules into the folder. */
    public Office rules(String yaml) {
        return file("scoring-rules.yaml", yaml);
    }

    /** Runs {@code assess} and returns what became of it. */
    public Outcome assess(String... options) {
        return assess("--score-sheets=false", options);
    }

    /** Runs {@code assess} and returns what became of it; it writes score sheets, too. */
    public Outcome assessWithScoreSheets() {
        return assess("--score-sheets", new String[0]);
    }

    private Outcome assess(String sheets, String[] options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Main.run(
                Stream.concat(
                                Stream.of(
                                        "assess",
                                        folder.resolve("data").toString(),
                                        "--out",
                                        folder.resolve("out").toString(),
                                        sheets,
                                        "--lang",
                                        "zh"),
                                Stream.of(options))
                        .toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Outcome(folder, exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** What became of a run. */
    public record Outcome(Path folder, int exit, String out, String err) {

        /** Returns results.json of a run that must have succeeded. */
        public JsonNode results() {
            assertThat(exit).as(err).isZero();
            return MAPPER.readTree(folder.resolve("out/results.json").toFile());
        }

        /** Returns each subject's result by id, in rank order. */
        public Map<String, JsonNode> byId() {
            Map<String, JsonNode> results = new LinkedHashMap<>();
            for (JsonNode each : results().get("results")) {
                results.put(each.get("id").asString(), each);
            }
            return results;
        }

        /** Returns the result of one subject. */
        public JsonNode of(String id) {
            return Objects.requireNonNull(byId().get(id));
        }

        /** Returns the text of findings.csv, of a run that stopped too. */
        public String findings() {
            Path done = folder.resolve("out/findings.csv");
            Path stopped = folder.resolve("out.findings.csv");
            try {
                return Files.readString(exit == 0 ? done : stopped, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
