package org.platscore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word, one thing: the messages keep to the glossary of contributing.md. */
class GlossaryTest {

    private static final Path TEXTS = Path.of("src/main/resources/org/platscore/texts");

    /** Words that the glossary has another one for, and that one. */
    private static final Map<String, String> INSTEAD = Map.of(
            "权重", "分值", "分数", "得分", "等级", "等次", "档次", "等次", "被考核单位", "考核对象", "打分", "计分", "评级", "评定等次", "奖金", "奖励",
            "申报表", "自评表", "得分表", "评分表");

    /** The program's own description, and the default of a key. */
    private static final List<String> OF_PLATFORMS = List.of("cli_zh.properties", "schema_zh.properties");

    @Test
    void noMessageUsesAWordThatTheGlossaryHasAnotherFor() throws IOException {
        try (Stream<Path> files = Files.list(TEXTS)) {
            for (Path file : files.filter(each -> each.toString().endsWith("_zh.properties"))
                    .sorted()
                    .toList()) {
                String name = String.valueOf(file.getFileName());
                for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    INSTEAD.forEach((word, better) ->
                            assertThat(line).as(name + ": " + better).doesNotContain(word));
                    if (!OF_PLATFORMS.contains(name)) {
                        assertThat(line)
                                .as(name + ": the rules say what a subject is called")
                                .doesNotContain("平台");
                    }
                }
            }
        }
    }
}
