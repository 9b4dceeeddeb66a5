package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.platscore.finding.Lang;

/** The help that is written down beforehand; {@code -Dgolden=write} writes it down anew. */
class WrittenHelpTest {

    @ParameterizedTest
    @EnumSource
    void itSaysWhatTheCommandLineSays(Lang lang) throws IOException {
        ByteArrayOutputStream worded = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(worded, true, StandardCharsets.UTF_8);
        Main.run(new String[] {"--lang", lang.key(), "--help"}, out, out);
        String text = worded.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
        if ("write".equals(System.getProperty("golden"))) {
            Path file = Path.of("src/main/resources/org/platscore/cli/help_" + lang.key() + ".txt");
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } else {
            assertThat(Help.ofAll(lang)).isEqualTo(text);
        }
    }
}
