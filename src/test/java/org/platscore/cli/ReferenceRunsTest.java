package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.opencsv.CSVReader;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.platscore.rules.ReferenceExamples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Every example of the reference runs in {@code sample-data/reference} and gives the figures that are stated of it. */
class ReferenceRunsTest {

    static List<ReferenceExamples.Example> examples() {
        return ReferenceExamples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleGivesItsFigures(ReferenceExamples.Example example, @TempDir Path scratch) throws Exception {
        Path folder = scratch.resolve("year");
        copy(ReferenceExamples.FOLDER, folder);
        Files.writeString(folder.resolve("scoring-rules.yaml"), example.file(), StandardCharsets.UTF_8);

        CommandRun.Seen seen = CommandRun.withFolders(scratch)
                .run("--lang", "en", "assess", "{dir}/year", "--out", "{dir}/out", "--score-sheets=false");

        assertThat(seen.status()).as(seen.err()).isZero();
        for (Map.Entry<String, String> stated : example.figures().entrySet()) {
            Map<String, Map<String, String>> found = stated.getKey().equals("measures")
                    ? measures(scratch.resolve("out/results.json"))
                    : byId(Files.readString(
                                    scratch.resolve("out").resolve(stated.getKey() + ".csv"), StandardCharsets.UTF_8)
                            .substring(1));
            byId(stated.getValue())
                    .forEach((id, figures) -> figures.forEach((column, figure) -> assertThat(
                                    plain(found.getOrDefault(id, Map.of()).getOrDefault(column, "no such figure")))
                            .as(id + " " + column)
                            .isEqualTo(plain(figure))));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static Map<String, Map<String, String>> measures(Path results) throws IOException {
        JsonNode json = new ObjectMapper().readTree(Files.readString(results, StandardCharsets.UTF_8));
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        json.get("results").forEach(subject -> {
            Map<String, String> used = new LinkedHashMap<>();
            used.put("id", subject.get("id").asString());
            subject.get("measures")
                    .properties()
                    .forEach(each -> used.put(
                            each.getKey(),
                            each.getValue().get("used") == null
                                    ? ""
                                    : each.getValue().get("used").asString()));
            all.put(subject.get("id").asString(), used);
        });
        return all;
    }

    private static String plain(String cell) {
        return cell.matches("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?")
                ? new BigDecimal(cell).stripTrailingZeros().toPlainString()
                : cell;
    }

    private static Map<String, Map<String, String>> byId(String csv) throws Exception {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        try (CSVReader reader = new CSVReader(new StringReader(csv))) {
            List<String> head = new ArrayList<>(List.of(reader.readNext()));
            for (String[] row = reader.readNext(); row != null; row = reader.readNext()) {
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 0; i < head.size(); i++) {
                    cells.put(head.get(i), i < row.length ? row[i] : "");
                }
                rows.put(cells.getOrDefault("id", ""), cells);
            }
        }
        return rows;
    }
}
