package org.platscore.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.platscore.finding.Lang;

/** Whatever a file holds, the reader gives rules or errors, never an exception and never neither. */
class RobustReaderTest {

    private static final Path SAMPLE = Path.of("scoring-rules.yaml");
    private static final String[] SIGNS = {
        "{", "}", "[", "]", ":", ": ", "-", "\"", "'", "#", "\n", "  ", "\t", "&a ", "*a", "!x ", "|", ">", "%", "@",
        "?", ",", "~", "null", "0", "-1", "1e31", "<<", "---\n", "...\n", "\u0085", "\u2028", "\uFEFF", "𠮷"
    };

    @Test
    void everyLineTakenOutIsReadOrTold() throws IOException {
        List<String> lines = Files.readAllLines(SAMPLE, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            List<String> rest = new ArrayList<>(lines);
            rest.remove(i);
            rulesOrErrors(String.join("\n", rest));
        }
    }

    @Test
    void linesTwiceSwappedOrIndentedAreReadOrTold() throws IOException {
        List<String> lines = Files.readAllLines(SAMPLE, StandardCharsets.UTF_8);
        Random random = new Random(8);
        for (int i = 0; i < 250; i++) {
            List<String> changed = new ArrayList<>(lines);
            int at = random.nextInt(lines.size() - 1);
            String line = changed.get(at);
            switch (random.nextInt(6)) {
                case 0 -> changed.add(at, line);
                case 1 -> {
                    changed.set(at, changed.get(at + 1));
                    changed.set(at + 1, line);
                }
                case 2 -> changed.set(at, "  " + line);
                case 3 -> changed.set(at, line.startsWith("  ") ? line.substring(2) : line.strip());
                case 4 -> changed.add(random.nextInt(lines.size()), line);
                default -> changed.subList(at, Math.min(lines.size(), at + 5)).clear();
            }
            rulesOrErrors(String.join("\n", changed));
        }
    }

    @Test
    void randomMutationsAreReadOrTold() throws IOException {
        String sample = Files.readString(SAMPLE, StandardCharsets.UTF_8);
        Random random = new Random(20220301);
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder(sample);
            for (int change = random.nextInt(3); change >= 0; change--) {
                int at = random.nextInt(text.length() - 20);
                switch (random.nextInt(4)) {
                    case 0 -> text.delete(at, at + 1 + random.nextInt(15));
                    case 1 -> text.insert(at, SIGNS[random.nextInt(SIGNS.length)]);
                    case 2 -> text.insert(at, text.substring(at, at + 1 + random.nextInt(15)));
                    default -> text.setLength(at);
                }
                if (text.length() < 40) {
                    text.append(sample);
                }
            }
            rulesOrErrors(text.toString());
        }
    }

    @Test
    void randomBytesAreRefused() {
        Random random = new Random(7);
        for (int i = 0; i < 100; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            assertThat(RulesFile.read(bytes).rulebook()).isNull();
        }
    }

    @Test
    void aFileOverTwoMegabytesIsRefusedUnread() {
        byte[] bytes = new byte[2 * 1024 * 1024 + 1];
        Arrays.fill(bytes, (byte) '#');

        assertThat(RulesFile.read(bytes).diagnostics()).hasSize(1);
    }

    @Test
    void aLongChainOfFormulasDoesNotExhaustTheStack() {
        List<String> lines = new ArrayList<>(IntStream.range(0, 20_000)
                .mapToObj(i -> "  m" + i + ": {formula: \"m" + (i + 1) + " + 1\"}")
                .toList());
        lines.add("  m20000: {formula: \"m0\"}");
        String file = "platscore: 1\nmeasures:\n" + String.join("\n", lines) + "\n";

        assertThat(RulesFile.read(file.getBytes(StandardCharsets.UTF_8)).diagnostics().stream()
                        .filter(each -> each.code().equals("R017")))
                .hasSize(1);
    }

    @Test
    void veryManyFaultsAreSortedQuickly() {
        String keys = "platscore: 1\n"
                + String.join(
                        "\n",
                        IntStream.range(0, 50_000)
                                .mapToObj(i -> "k" + i + ": 1")
                                .toList());

        assertThat(RulesFile.read(keys.getBytes(StandardCharsets.UTF_8)).diagnostics())
                .hasSizeGreaterThan(50_000);
    }

    @Test
    void aFileThatIsNotThereIsToldLikeAnyFault() {
        RulesReading reading = RulesFile.read(Path.of("no-such-folder/scoring-rules.yaml"));

        assertThat(reading.rulebook()).isNull();
        assertThat(DiagnosticText.render(
                        "scoring-rules.yaml", reading.diagnostics().get(0), reading.lines(), Lang.ZH))
                .isEqualTo("scoring-rules.yaml:1:1: 错误 R001: 找不到规则文件 no-such-folder/scoring-rules.yaml；"
                        + "检查路径，或用 --rules 指定规则文件");
    }

    private static void rulesOrErrors(String text) {
        RulesReading reading = RulesFile.read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(reading.rulebook() == null)
                .as(text)
                .isEqualTo(reading.diagnostics().stream().anyMatch(each -> !each.warning()));
        reading.diagnostics().forEach(each -> {
            assertThat(each.mark().line())
                    .isBetween(1, Math.max(1, reading.lines().size()));
            assertThat(DiagnosticText.render("rules", each, reading.lines(), Lang.ZH))
                    .isNotBlank();
        });
    }
}
