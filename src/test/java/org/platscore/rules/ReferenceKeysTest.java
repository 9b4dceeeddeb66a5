package org.platscore.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.platscore.finding.Lang;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.SourceText;
import org.platscore.rules.source.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The reference has every key of the language in the table of its section, with its type, default and meaning, and in an example
 * of that section. The keys are those of the schema, so that none can be forgotten.
 */
class ReferenceKeysTest {

    /** The section of each mapping; in its table a key may stand behind one of these names and a dot. */
    private static final Map<String, Home> HOMES = Map.ofEntries(
            home("head", "Head"),
            home("period", "Head", "period"),
            home("rounding", "Head", "rounding"),
            home("report", "Head", "report"),
            home("input", "Inputs"),
            home("roster", "Inputs", "roster"),
            home("belongs_to", "Inputs", "belongs_to"),
            home("column", "Columns and fields"),
            home("field", "Columns and fields"),
            home("check", "Checks"),
            home("grouped check", "Checks"),
            home("test", "Conditions"),
            home("condition", "Conditions"),
            home("measure", "Measures"),
            home("trim", "Measures", "trim"),
            home("rubric", "Rubric"),
            home("score", "Scoring methods"),
            home("linear", "Scoring methods", "linear"),
            home("steps", "Scoring methods", "steps"),
            home("per_unit", "Scoring methods", "per_unit"),
            home("peers", "Scoring methods", "peers"),
            home("best_of", "Scoring methods", "best_of"),
            home("choice", "Benchmarks"),
            home("band", "Benchmarks"),
            home("statistic", "Benchmarks"),
            home("bonus", "Bonuses, deductions, vetoes"),
            home("veto", "Bonuses, deductions, vetoes"),
            home("grade", "Grades"),
            home("at_most", "Grades", "at_most"),
            home("rewards", "Rewards"),
            home("part", "Rewards", "parts", ""),
            home("fixed", "Rewards", "fixed"),
            home("fixed band", "Rewards", "fixed"),
            home("rate", "Rewards", "rate"),
            home("bracket", "Rewards", "rate"),
            home("pool", "Rewards", "pool"),
            home("reward limit", "Rewards", "limit"));

    private record Home(String heading, List<String> prefixes) {}

    private static Map.Entry<String, Home> home(String mapping, String heading, String... prefixes) {
        return Map.entry(mapping, new Home(heading, prefixes.length == 0 ? List.of("") : List.of(prefixes)));
    }

    @Test
    void everyKeyHasItsTypeDefaultAndMeaning() throws IOException {
        Map<String, Map<String, List<String>>> rows = rows();

        assertThat(LanguageKeys.all()).hasSizeGreaterThan(150).allSatisfy(key -> {
            Home home = home(key);
            List<String> row = home.prefixes().stream()
                    .map(prefix -> prefix.isEmpty() ? key.name() : prefix + "." + key.name())
                    .map(name -> rows.getOrDefault(home.heading(), Map.of()).get(name))
                    .filter(each -> each != null)
                    .findFirst()
                    .orElse(List.of());
            assertThat(row).as("the row of " + key + " under " + home.heading()).hasSize(4);
            assertThat(row)
                    .as(key.toString())
                    .allSatisfy(cell -> assertThat(cell).isNotBlank());
        });
    }

    @Test
    void noRowIsOfAKeyThatTheLanguageDoesNotHave() throws IOException {
        Set<String> known = new TreeSet<>();
        LanguageKeys.all()
                .forEach(key -> home(key)
                        .prefixes()
                        .forEach(prefix -> known.add(home(key).heading() + " "
                                + (prefix.isEmpty() ? key.name() : prefix + "." + key.name()))));

        rows().forEach((heading, rows) -> {
            if (HOMES.values().stream().anyMatch(home -> home.heading().equals(heading))) {
                rows.keySet().forEach(name -> assertThat(known).contains(heading + " " + name));
            }
        });
    }

    @Test
    void everyKeyStandsInAnExampleOfItsSection() {
        Set<String> shown = new LinkedHashSet<>();
        for (ReferenceExamples.Example example : ReferenceExamples.all()) {
            LanguageKeys.walk(
                    Objects.requireNonNull(Yaml.read(
                            SourceText.of(example.yaml().getBytes(StandardCharsets.UTF_8)), new Diagnostics())),
                    (key, entry) -> shown.add(example.heading() + " " + key));
        }
        Set<String> missing = new TreeSet<>();
        LanguageKeys.all().forEach(key -> missing.add(home(key).heading() + " " + key));
        missing.removeAll(shown);

        assertThat(missing).isEmpty();
    }

    @Test
    void everyWordOfAChoiceStandsOnThePage() throws IOException {
        String page = Files.readString(ReferenceExamples.PAGE, StandardCharsets.UTF_8);
        Set<String> words = new TreeSet<>();
        words(new ObjectMapper().readTree(RulesSchema.json(Lang.EN)), words);
        words.removeIf(word -> page.contains("`" + word + "`"));

        assertThat(words).isEmpty();
    }

    private static Home home(LanguageKeys.Key key) {
        Home home = HOMES.get(key.mapping());
        assertThat(home).as("the section of " + key).isNotNull();
        return Objects.requireNonNull(home);
    }

    /** Returns the rows of the tables by section and key; a row of several keys stands under each. */
    private static Map<String, Map<String, List<String>>> rows() throws IOException {
        Map<String, Map<String, List<String>>> all = new HashMap<>();
        String heading = "";
        boolean keys = false;
        for (String line : Files.readAllLines(ReferenceExamples.PAGE, StandardCharsets.UTF_8)) {
            if (line.startsWith("## ")) {
                heading = line.substring(3);
            } else if (!line.startsWith("|")) {
                keys = false;
            } else if (line.startsWith("| key ")) {
                keys = true;
            } else if (keys && line.startsWith("| `")) {
                List<String> cells = new ArrayList<>();
                for (String cell : line.substring(1, line.length() - 1).split("\\|")) {
                    cells.add(cell.strip());
                }
                for (String name : cells.get(0).split(", ")) {
                    all.computeIfAbsent(heading, each -> new HashMap<>()).put(name.replace("`", ""), cells);
                }
            }
        }
        return all;
    }

    private static void words(JsonNode node, Set<String> words) {
        JsonNode choices = node.get("enum");
        if (choices != null && choices.isArray()) {
            choices.forEach(each -> words.add(each.asString()));
        }
        node.forEach(each -> words(each, words));
    }
}
