package org.platscore.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.platscore.Office;

/** Every recipe of the cook book is run, and comes to the figures that the page shows. */
class CookBookTest {

    private static final Path PAGE = Path.of("src/site/markdown/cook-book.md");
    private static final Pattern RULES = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern DATA = Pattern.compile("\n`([a-z]+\\.csv)`\n\n```csv\n(.*?)```", Pattern.DOTALL);
    private static final Pattern RESULT =
            Pattern.compile("What comes out, in `([a-z]+\\.csv)`:\n\n```csv\n(.*?)```", Pattern.DOTALL);

    /** One recipe: its heading and all that follows it. */
    record Recipe(String title, String text) {

        @Override
        public String toString() {
            return title;
        }
    }

    static List<Recipe> recipes() throws IOException {
        List<Recipe> recipes = new ArrayList<>();
        String[] parts = Files.readString(PAGE, StandardCharsets.UTF_8).split("\n### ");
        for (int i = 1; i < parts.length; i++) {
            recipes.add(new Recipe(parts[i].lines().findFirst().orElseThrow(), parts[i]));
        }
        return recipes;
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void aRecipeComesToItsFigures(Recipe recipe, @TempDir Path folder) throws IOException {
        Office office = Office.in(folder).rules(only(RULES, recipe));
        Matcher data = DATA.matcher(recipe.text());
        while (data.find()) {
            office.file(data.group(1), data.group(2));
        }
        Office.Outcome outcome = office.assess();
        assertThat(outcome.exit()).as(outcome.err()).isZero();

        Matcher result = RESULT.matcher(recipe.text());
        assertThat(result.find()).isTrue();
        Map<String, Map<String, String>> shown = table(result.group(2));
        Map<String, Map<String, String>> written =
                table(Files.readString(folder.resolve("out").resolve(result.group(1)), StandardCharsets.UTF_8));
        shown.forEach((id, cells) ->
                assertThat(written.getOrDefault(id, Map.of())).as(id).containsAllEntriesOf(cells));
    }

    @Test
    void thereAreFifteenKindsOfScoringAndTenOfRewards() throws IOException {
        String[] chapters = Files.readString(PAGE, StandardCharsets.UTF_8).split("\n## ");

        assertThat(chapters[1]).startsWith("Scoring").contains("\n### 15. ").doesNotContain("\n### 16. ");
        assertThat(chapters[2]).startsWith("Rewards").contains("\n### 10. ").doesNotContain("\n### 11. ");
    }

    private static String only(Pattern pattern, Recipe recipe) {
        Matcher found = pattern.matcher(recipe.text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** Returns the rows of a table by their id; no cell of these has a comma or a quote. */
    private static Map<String, Map<String, String>> table(String csv) {
        List<String> lines = csv.replace("\uFEFF", "").lines().toList();
        List<String> head = List.of(lines.get(0).split(","));
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < head.size(); i++) {
                row.put(head.get(i), cells[i]);
            }
            rows.put(row.getOrDefault("id", ""), row);
        }
        return rows;
    }
}
