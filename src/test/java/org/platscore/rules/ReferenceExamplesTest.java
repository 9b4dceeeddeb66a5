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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.platscore.finding.Lang;

/**
 * Every example of the reference is read. One that is not a whole file stands in a frame of inputs and measures: it adds to
 * these two sections and takes the place of any other.
 */
class ReferenceExamplesTest {

    private static final Path REFERENCE = Path.of("src/site/markdown/rules-reference.md");
    private static final Path FRAME = Path.of("src/test/resources/rules/reference-frame.yaml");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SECTION = Pattern.compile("(?m)^([a-z_]+):");
    private static final List<String> ADDED_TO = List.of("inputs", "measures");

    static List<String> examples() throws IOException {
        Matcher found = EXAMPLE.matcher(Files.readString(REFERENCE, StandardCharsets.UTF_8));
        List<String> examples = new ArrayList<>();
        while (found.find()) {
            examples.add(found.group(1));
        }
        return examples;
    }

    /** Returns the examples as whole files. */
    static List<String> files() throws IOException {
        List<String> files = new ArrayList<>();
        for (String example : examples()) {
            files.add(whole(example));
        }
        return files;
    }

    private static String whole(String example) throws IOException {
        return example.startsWith("platscore: 1") ? example : framed(example);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsReadWithoutAnError(String example) throws IOException {
        String file = whole(example);

        RulesReading reading = RulesFile.read(file.getBytes(StandardCharsets.UTF_8));

        assertThat(reading.diagnostics().stream()
                        .filter(each -> !each.code().equals("R027"))
                        .map(each -> DiagnosticText.render("example", each, reading.lines(), Lang.EN)))
                .isEmpty();
        assertThat(reading.rulebook()).isNotNull();
    }

    @Test
    void theReferenceHasExamples() throws IOException {
        assertThat(examples()).hasSizeGreaterThan(10);
    }

    private static String framed(String example) throws IOException {
        Map<String, String> sections = sections(Files.readString(FRAME, StandardCharsets.UTF_8));
        sections(example).forEach((name, body) -> {
            String known = sections.getOrDefault(name, "");
            sections.put(name, ADDED_TO.contains(name) ? known + body.substring(body.indexOf('\n') + 1) : body);
        });
        return String.join("", sections.values());
    }

    private static Map<String, String> sections(String file) {
        Map<String, String> sections = new LinkedHashMap<>();
        Matcher keys = SECTION.matcher(file);
        int from = -1;
        String name = "";
        while (keys.find()) {
            if (from >= 0) {
                sections.put(name, file.substring(from, keys.start()));
            }
            from = keys.start();
            name = keys.group(1);
        }
        sections.put(name, file.substring(Math.max(0, from)));
        return sections;
    }
}
