package org.platscore.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.platscore.finding.Lang;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The reference has every key that the schema has, and so every key that the reader knows. */
class ReferenceKeysTest {

    private static final Path REFERENCE = Path.of("src/site/markdown/rules-reference.md");

    @Test
    void everyKeyStandsOnThePage() throws IOException {
        String page = Files.readString(REFERENCE, StandardCharsets.UTF_8);
        Set<String> keys = new TreeSet<>();
        collect(new ObjectMapper().readTree(RulesSchema.json(Lang.EN)), keys);
        keys.removeIf(
                key -> Pattern.compile("[`{ .]" + key + "[`:,} ]").matcher(page).find());

        assertThat(keys).isEmpty();
    }

    @Test
    void everyWordOfAChoiceStandsOnThePage() throws IOException {
        String page = Files.readString(REFERENCE, StandardCharsets.UTF_8);
        Set<String> words = new TreeSet<>();
        words(new ObjectMapper().readTree(RulesSchema.json(Lang.EN)), words);
        words.removeIf(word -> page.contains("`" + word + "`") || page.contains(word + ","));

        assertThat(words).isEmpty();
    }

    private static void collect(JsonNode node, Set<String> keys) {
        JsonNode properties = node.get("properties");
        if (properties != null && properties.isObject()) {
            properties.propertyNames().forEach(keys::add);
        }
        node.forEach(each -> collect(each, keys));
    }

    private static void words(JsonNode node, Set<String> words) {
        JsonNode choices = node.get("enum");
        if (choices != null && choices.isArray()) {
            choices.forEach(each -> words.add(each.asString()));
        }
        node.forEach(each -> words(each, words));
    }
}
