package org.platscore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Chinese and English say the same things about the same values. */
class TextBundlesTest {

    private static final Path FOLDER = Path.of("src/main/resources/org/platscore/texts");

    static Stream<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.lastIndexOf('_')))
                    .distinct()
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSameTexts(String bundle) throws IOException {
        assertThat(texts(bundle, "en").keySet()).isEqualTo(texts(bundle, "zh").keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noTextIsGivenTwice(String bundle) throws IOException {
        for (String language : new String[] {"zh", "en"}) {
            long given;
            try (Stream<String> lines = Files.lines(file(bundle, language), StandardCharsets.UTF_8)) {
                given = lines.filter(line -> line.matches("[\\w.-]+\\s*=.*")).count();
            }
            assertThat(given)
                    .as(bundle + " in " + language)
                    .isEqualTo(texts(bundle, language).size());
        }
    }

    private static Map<String, String> texts(String bundle, String language) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file(bundle, language), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, properties::getProperty, (a, b) -> a, TreeMap::new));
    }

    private static Path file(String bundle, String language) {
        return FOLDER.resolve(bundle + "_" + language + ".properties");
    }
}
