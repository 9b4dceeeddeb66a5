package org.platscore.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.platscore.finding.Lang;

/**
 * One faulty file a misuse, with all that is said about it beside it. {@code -Dgolden=write} writes the words anew; read the
 * difference before you commit it. That nothing uses a name is told in files of its own: the others are about something else.
 */
class FaultyRulesTest {

    private static final Path FOLDER = Path.of("src/test/resources/rules/faulty");

    /** The language has them: no translation would be understood. */
    private static final List<String> UNITS = List.of("万", "元", "千元", "万元", "亿元");

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachFaultIsToldInBothLanguages(String name) throws IOException {
        RulesReading reading = RulesFile.read(FOLDER.resolve(name));

        assertThat(reading.diagnostics()).isNotEmpty();
        assertThat(reading.rulebook() == null)
                .isEqualTo(reading.diagnostics().stream().anyMatch(each -> !each.warning()));
        for (Lang lang : Lang.values()) {
            Path golden = FOLDER.resolve(name.replace(".yaml", "." + lang.key() + ".txt"));
            String told = told(name, reading, lang);
            if ("write".equals(System.getProperty("golden"))) {
                Files.writeString(golden, told, StandardCharsets.UTF_8);
            }
            assertThat(told).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void englishWordsHoldNoChineseOfOurs(String name) {
        RulesReading reading = RulesFile.read(FOLDER.resolve(name));

        String source = String.join("\n", reading.lines());
        List<String> foreign = reading.diagnostics().stream()
                .map(each -> each.message().in(Lang.EN) + each.fix().in(Lang.EN))
                .flatMap(text -> Stream.of(text.split("[^\\u4E00-\\u9FFF]+")))
                .filter(word -> !word.isEmpty() && !UNITS.contains(word) && !source.contains(word))
                .collect(Collectors.toList());
        assertThat(foreign).isEmpty();
    }

    private static String told(String name, RulesReading reading, Lang lang) {
        return reading.diagnostics().stream()
                .filter(each -> !each.code().equals("R027") || name.startsWith("one-unused"))
                .map(each -> DiagnosticText.render(name, each, reading.lines(), lang) + "\n")
                .collect(Collectors.joining());
    }
}
