package org.platscore.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.platscore.finding.Lang;
import org.platscore.finding.Message;
import org.platscore.rules.source.Diagnostic;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Node;
import org.platscore.rules.source.SourceText;
import org.platscore.rules.source.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The schema and the reader say the same of every file, as far as it is a matter of structure. */
class RulesSchemaTest {

    private static final Path SAMPLE_COPY = Path.of("sample-data/scoring-rules.schema.json");

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(RulesSchema.json(Lang.ZH), InputFormat.JSON);

    /** A number as YAML and JSON have it; other texts stay texts. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    /**
     * Codes of faults that a schema can find: unknown keys, missing keys, wrong shapes, no numbers, no dates, misspelt types. All
     * other codes are of meaning: names, sums, order, formulas, bounds, encodings and YAML itself.
     */
    private static final Set<String> STRUCTURAL = Set.of("R004", "R005", "R006", "R007", "R008", "R023");

    /** What JSON does not show an editor, or what depends on other parts of the file, in spite of its code. */
    private static final Set<String> OF_MEANING = Set.of(
            "rules.number-bounds",
            "rules.odd-key",
            "rules.no-key",
            "scoring.levels.incomplete",
            "scoring.levels.open",
            "scoring.needs-measure");

    static Stream<Path> validFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test"))) {
            return Stream.concat(
                    Stream.of(
                            Path.of("scoring-rules.yaml"),
                            Path.of("sample-data/consortia/scoring-rules.yaml"),
                            Path.of("sample-data/consortia/benefit-sharing/scoring-rules.yaml"),
                            Path.of("sample-data/reference/scoring-rules.yaml")),
                    files
                            .filter(file -> file.toString().endsWith(".yaml"))
                            .filter(file -> RulesFile.read(file).rulebook() != null)
                            .sorted()
                            .toList()
                            .stream());
        }
    }

    static List<String> faultyFiles() throws IOException {
        return FaultyRulesTest.names();
    }

    @ParameterizedTest
    @MethodSource("validFiles")
    void everyValidFileFitsTheSchema(Path file) throws IOException {
        assertThat(faults(Files.readAllBytes(file))).isEmpty();
    }

    @Test
    void everyRecipeOfTheCookBookFitsTheSchema() throws IOException {
        Matcher recipe = Pattern.compile("(?s)```yaml\n(.*?)```")
                .matcher(Files.readString(Path.of("src/site/markdown/cook-book.md"), StandardCharsets.UTF_8));
        int recipes = 0;
        for (; recipe.find(); recipes++) {
            assertThat(faults(recipe.group(1).getBytes(StandardCharsets.UTF_8))).isEmpty();
        }
        assertThat(recipes).isGreaterThanOrEqualTo(25);
    }

    @ParameterizedTest
    @MethodSource("org.platscore.rules.ReferenceExamples#files")
    void everyExampleOfTheReferenceFitsTheSchema(String file) {
        assertThat(faults(file.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faultyFiles")
    void aStructuralFaultOfTheReaderIsOneOfTheSchema(String name) throws IOException {
        Path file = Path.of("src/test/resources/rules/faulty", name);
        RulesReading reading = RulesFile.read(file);
        Set<String> codes = new TreeSet<>(reading.diagnostics().stream()
                .filter(each -> !each.warning())
                .filter(each -> !ofMeaning(each.message()))
                .map(Diagnostic::code)
                .toList());
        Node.Mapping top = Yaml.read(SourceText.of(Files.readAllBytes(file)), new Diagnostics());
        if (top == null || codes.stream().noneMatch(STRUCTURAL::contains)) {
            return;
        }
        assertThat(faults(Files.readAllBytes(file))).as(codes.toString()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            type: choice, required: true, choices: [A, B]}    | type: choice, required: true}
            type: choice, choices: [健全, 基本健全, 无]}      | type: choice}
            type: choice, choices: [健全, 基本健全, 无]}      | type: scale}
            full: 150万                                       | full: {of: staff}
            percent: {excellent: 5%, good: 3%}, limit         | limit
            warn: {amount: {over: 50万}}                      | warn: {sum: amount, per: [invoice]}
            warn: {amount: {over: 50万}}                      | warn: {count: true, over: 3}
            warn: {amount: {over: 50万}}                      | warn: {}
            unique: [record]                                  | unique: []
            choices: [健全, 基本健全, 无]                     | choices: []
            files: reviews.csv                                | files: []
            to: 2022-12-31                                    | to: 2022-02-29
            to: 2022-12-31                                    | to: 2100-02-29
            """)
    void whatAKeyCannotDoWithoutIsMissedByBoth(String sound, String faulty) throws IOException {
        String sample = Files.readString(Path.of("scoring-rules.yaml"), StandardCharsets.UTF_8);
        assertThat(sample).contains(sound);
        byte[] file = sample.replace(sound, faulty).getBytes(StandardCharsets.UTF_8);
        assertThat(RulesFile.read(file).rulebook()).isNull();
        assertThat(faults(file)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            full: 150万                  | full: 150万 元
            to: 2022-12-31               | to: 2024-02-29
            to: 2022-12-31               | to: 2400-02-29
            warn: {amount: {over: 50万}} | warn: {sum: amount, per: [invoice], over: 50万}
            warn: {amount: {over: 50万}} | warn: {count: true, per: invoice, over: 3}
            """)
    void whatIsWrittenOtherwiseIsReadByBoth(String usual, String other) throws IOException {
        String sample = Files.readString(Path.of("scoring-rules.yaml"), StandardCharsets.UTF_8);
        assertThat(sample).contains(usual);
        byte[] file = sample.replace(usual, other).getBytes(StandardCharsets.UTF_8);
        assertThat(RulesFile.read(file).rulebook()).isNotNull();
        assertThat(faults(file)).isEmpty();
    }

    @Test
    void theSampleHasTheSchemaBesideItsData() throws IOException {
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(SAMPLE_COPY, RulesSchema.json(Lang.ZH), StandardCharsets.UTF_8);
        }
        assertThat(Files.readString(SAMPLE_COPY, StandardCharsets.UTF_8)).isEqualTo(RulesSchema.json(Lang.ZH));
        assertThat(Files.readAllLines(Path.of("scoring-rules.yaml"), StandardCharsets.UTF_8)
                        .get(0))
                .isEqualTo("# yaml-language-server: $schema=" + SAMPLE_COPY);
    }

    @Test
    void bothLanguagesExplainEveryKey() {
        for (Lang lang : Lang.values()) {
            assertThat(RulesSchema.json(lang)).doesNotContain("@schema").contains("\"description\"");
        }
    }

    @Test
    void everyKeyIsExplainedInChineseWhereTheMouseRests() {
        List<String> bare = new ArrayList<>();
        unexplained(new ObjectMapper().readTree(RulesSchema.json(Lang.ZH)), bare);

        assertThat(bare).isEmpty();
    }

    private static void unexplained(JsonNode schema, List<String> bare) {
        JsonNode properties = schema.get("properties");
        if (properties != null) {
            properties.properties().forEach(each -> {
                JsonNode text = each.getValue().get("description");
                if (text == null || !text.asString().codePoints().anyMatch(Character::isIdeographic)) {
                    bare.add(each.getKey());
                }
            });
        }
        schema.forEach(each -> unexplained(each, bare));
    }

    private static boolean ofMeaning(Message message) {
        Object kind = message.args().isEmpty() ? "" : message.args().get(0);
        return OF_MEANING.contains(message.key())
                // Needed only where there are grades.
                || message.key().equals("rules.missing-key") && kind.equals("for")
                // A category of the column, or perhaps a measure.
                || kind instanceof Message
                        && (((Message) kind).key().endsWith("kind.choice")
                                || ((Message) kind).args().contains("missing"));
    }

    private static List<String> faults(byte[] file) {
        Node.Mapping top = Objects.requireNonNull(Yaml.read(SourceText.of(file), new Diagnostics()));
        return SCHEMA.validate(json(top), InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    /** What an editor makes of the file. */
    private static String json(Node node) {
        if (node instanceof Node.Items) {
            return ((Node.Items) node)
                    .items().stream()
                            .map(RulesSchemaTest::json)
                            .collect(java.util.stream.Collectors.joining(",", "[", "]"));
        }
        if (node instanceof Node.Mapping) {
            return ((Node.Mapping) node)
                    .entries().stream()
                            .map(entry -> text(entry.key().text()) + ":" + json(entry.value()))
                            .collect(java.util.stream.Collectors.joining(",", "{", "}"));
        }
        Node.Scalar scalar = (Node.Scalar) node;
        if (!scalar.quoted() && scalar.text().isBlank()) {
            return "null";
        }
        boolean plain = !scalar.quoted()
                && (NUMBER.matcher(scalar.text()).matches()
                        || Set.of("true", "false").contains(scalar.text()));
        return plain ? scalar.text() : text(scalar.text());
    }

    private static String text(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
