package org.platscore.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class MessageTest {

    private static final Path SOURCES = Path.of("src/main/java/org/platscore");
    private static final Path TEXTS = Path.of("src/main/resources/org/platscore/texts");

    /** A whole key between quotes; keys put together from parts end with a dot or a hyphen and are not checked. */
    private static final Pattern KEY = Pattern.compile("Message\\.of\\(\\s*\"([a-z]+\\.[a-z0-9.-]*[a-z0-9])\"");

    @Test
    void argumentsAreShownInTheLanguageOfTheMessage() {
        Message inner = Message.of("rules.kind.column", "roster");

        assertThat(Message.of("rules.unknown", inner, "clas").in(Lang.ZH)).isEqualTo("roster 的列 clas 不存在");
        assertThat(Message.of("rules.unknown", inner, "clas").in(Lang.EN))
                .isEqualTo("roster column clas does not exist");
        assertThat(Message.of("rules.fix.one-of", List.of("a", "b")).in(Lang.ZH))
                .isEqualTo("可用的有：a、b");
        assertThat(Message.of("rules.not-whole", new BigDecimal("1.50"), BigFraction.of(1, 3))
                        .in(Lang.EN))
                .isEqualTo("1.5 cannot be ≈0.3333");
    }

    @Test
    void aUnitAndTheChineseWordBehindItStandTogether() {
        assertThat(perUnit("次")).endsWith("每 1 次得 2 分，计 3 个单位，得 6 分");
        assertThat(perUnit("%")).endsWith("每 1%得 2 分，计 3 个单位，得 6 分");
        assertThat(perUnit("")).endsWith("每 1 得 2 分，计 3 个单位，得 6 分");
        assertThat(perUnit("km")).endsWith("每 1 km 得 2 分，计 3 个单位，得 6 分");
    }

    private static String perUnit(String unit) {
        return Message.of("scoring.per_unit.units", "甲", new Quantity(BigFraction.ONE, unit), 2, 3, 6)
                .in(Lang.ZH);
    }

    @Test
    void textOfTheUsersOwnStaysAsItIs() {
        assertThat(Message.verbatim("服务日期不在{0}期内").in(Lang.EN)).isEqualTo("服务日期不在{0}期内");
    }

    @Test
    void aKeyWithoutATextIsAFaultOfOurs() {
        assertThatThrownBy(() -> Message.of("rules.no-such-text").in(Lang.ZH))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Message.of("nowhere.text").in(Lang.ZH)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyKeyThatTheCodeNamesHasAText() throws IOException {
        List<String> lost = new ArrayList<>();
        for (Path source : sources()) {
            Matcher keys = KEY.matcher(Files.readString(source, StandardCharsets.UTF_8));
            while (keys.find()) {
                if (!texts(keys.group(1).substring(0, keys.group(1).indexOf('.')))
                        .contains(keys.group(1).substring(keys.group(1).indexOf('.') + 1))) {
                    lost.add(source.getFileName() + ": " + keys.group(1));
                }
            }
        }
        assertThat(lost).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> texts(String bundle) throws IOException {
        Path file = TEXTS.resolve(bundle + "_zh.properties");
        Set<String> keys = new TreeSet<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                int end = line.indexOf('=');
                if (end > 0 && !line.startsWith("#")) {
                    keys.add(line.substring(0, end).strip());
                }
            }
        }
        return keys;
    }
}
