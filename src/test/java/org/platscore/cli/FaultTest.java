package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fault of ours is told as such, with its trace only where it is asked for. */
class FaultTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({"without --debug, --lang=zh, false", "with --debug, --lang=zh --debug, true"})
    void aFaultOfTheProgramIsExit70(String label, String options, boolean traced) {
        PrintStream broken = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public void println(String text) {
                throw new IllegalStateException("a fault of ours");
            }
        };
        ByteArrayOutputStream told = new ByteArrayOutputStream();

        int exit = Main.run(
                (options + " check --rules scoring-rules.yaml").split(" "),
                broken,
                new PrintStream(told, true, StandardCharsets.UTF_8));

        assertThat(exit).isEqualTo(70);
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("程序自身出错：java.lang.IllegalStateException: a fault of ours")
                .contains("--debug");
        assertThat(told.toString(StandardCharsets.UTF_8).contains("at org.platscore.cli."))
                .as(label)
                .isEqualTo(traced);
    }
}
