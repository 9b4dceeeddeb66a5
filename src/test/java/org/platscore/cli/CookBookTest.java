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
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recipe of the cook book gives the figures that stand beside it. */
class CookBookTest {

    private static final Path PAGE = Path.of("src/site/markdown/cook-book.md");
    private static final Pattern RECIPE = Pattern.compile("(?m)^### (.*)$");
    private static final Pattern BLOCK = Pattern.compile("```([a-z]+)\n(.*?)```", Pattern.DOTALL);

    /** A recipe: its blocks by kind. */
    record Recipe(String title, Map<String, String> blocks) {
        @Override
        public String toString() {
            return title;
        }
    }

    static List<Recipe> recipes() throws IOException {
        List<Recipe> recipes = new ArrayList<>();
        for (String part : Files.readString(PAGE, StandardCharsets.UTF_8).split("(?m)^(?=### )")) {
            Matcher title = RECIPE.matcher(part);
            if (title.find()) {
                Map<String, String> blocks = new LinkedHashMap<>();
                Matcher block = BLOCK.matcher(part);
                while (block.find()) {
                    blocks.put(block.group(1), block.group(2));
                }
                recipes.add(new Recipe(title.group(1), blocks));
            }
        }
        return recipes;
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void aRecipeGivesItsFigures(Recipe recipe, @TempDir Path scratch) throws Exception {
        Path folder = Files.createDirectory(scratch.resolve("year"));
        Files.writeString(folder.resolve("scoring-rules.yaml"), text(recipe, "yaml"), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("platforms.csv"), text(recipe, "csv"), StandardCharsets.UTF_8);

        CommandRun.Seen seen =
                CommandRun.withFolders(scratch).run("--lang", "en", "assess", "{dir}/year", "--out", "{dir}/out");

        assertThat(seen.status()).as(seen.err()).isZero();
        assertThat(seen.err()).as("no warning").doesNotContain(" R0");
        assertThat(recipe.blocks().keySet()).containsAnyOf("scores", "rewards");
        for (String file : List.of("scores", "rewards")) {
            if (recipe.blocks().containsKey(file)) {
                List<Map<String, String>> found =
                        table(Files.readString(scratch.resolve("out").resolve(file + ".csv"), StandardCharsets.UTF_8)
                                .substring(1));
                for (Map<String, String> row : table(text(recipe, file))) {
                    Map<String, String> same = found.stream()
                            .filter(each -> Objects.equals(each.get("id"), row.get("id")))
                            .findFirst()
                            .orElseThrow();
                    row.forEach((column, value) -> assertThat(plain(same.getOrDefault(column, "no such column")))
                            .as(row.get("id") + " " + column)
                            .isEqualTo(plain(value)));
                }
            }
        }
    }

    @Test
    void thePageHasAllKinds() throws IOException {
        assertThat(recipes()).hasSizeGreaterThanOrEqualTo(25);
    }

    private static String text(Recipe recipe, String kind) {
        assertThat(recipe.blocks()).as(recipe.title()).containsKey(kind);
        return recipe.blocks().getOrDefault(kind, "");
    }

    private static String plain(String cell) {
        return cell.matches("-?[0-9]+(\\.[0-9]+)?")
                ? new BigDecimal(cell).stripTrailingZeros().toPlainString()
                : cell;
    }

    private static List<Map<String, String>> table(String csv) throws Exception {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CSVReader reader = new CSVReader(new StringReader(csv))) {
            String[] head = reader.readNext();
            for (String[] row = reader.readNext(); row != null; row = reader.readNext()) {
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 0; i < head.length; i++) {
                    cells.put(head[i], i < row.length ? row[i] : "");
                }
                rows.add(cells);
            }
        }
        return rows;
    }
}
