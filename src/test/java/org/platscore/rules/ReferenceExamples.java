package org.platscore.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The examples of the reference. One that is not a whole file stands in the rules of {@code sample-data/reference}: it adds to
 * their inputs and measures and takes the place of any other section.
 */
public final class ReferenceExamples {

    /** The folder that every example is run in. */
    public static final Path FOLDER = Path.of("sample-data/reference");

    static final Path PAGE = Path.of("src/site/markdown/rules-reference.md");

    private static final Pattern BLOCK =
            Pattern.compile("^```([a-z]+)\n(.*?)^```$|^## ([^\n]*)$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern SECTION = Pattern.compile("(?m)^([a-z_]+):");
    private static final List<String> ADDED_TO = List.of("inputs", "measures");

    private ReferenceExamples() {}

    /**
     * An example.
     *
     * @param heading of the section it stands in
     * @param yaml as it stands there
     * @param figures what is stated of it: tables by kind, {@code scores}, {@code rewards} or {@code measures}
     */
    public record Example(String heading, String yaml, Map<String, String> figures) {

        /** Returns the example as a whole file. */
        public String file() {
            return yaml.startsWith("platscore: 1") ? yaml : framed(yaml);
        }

        @Override
        public String toString() {
            return heading + ": " + yaml.lines().limit(2).reduce("", (a, b) -> a + " " + b.strip());
        }
    }

    /** Returns all of them, in the page's order. */
    public static List<Example> all() {
        Matcher found = BLOCK.matcher(read(PAGE));
        List<Example> examples = new ArrayList<>();
        String heading = "";
        while (found.find()) {
            if (found.group(3) != null) {
                heading = found.group(3);
            } else if (found.group(1).equals("yaml")) {
                examples.add(new Example(heading, found.group(2), new LinkedHashMap<>()));
            } else if (!examples.isEmpty()
                    && List.of("scores", "rewards", "measures").contains(found.group(1))) {
                examples.get(examples.size() - 1).figures().put(found.group(1), found.group(2));
            }
        }
        return examples;
    }

    /** Returns the examples as whole files. */
    static List<String> files() {
        return all().stream().map(Example::file).toList();
    }

    private static String framed(String example) {
        Map<String, String> sections = sections(read(FOLDER.resolve("scoring-rules.yaml")));
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
                sections.put(name, file.substring(from, keys.start()).stripTrailing() + "\n");
            }
            from = keys.start();
            name = keys.group(1);
        }
        sections.put(name, file.substring(Math.max(0, from)));
        return sections;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
