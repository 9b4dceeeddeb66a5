package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be written is told: where the user wanted it, why, and with which option to name another place. */
class LostOutputTest {

    @TempDir
    static Path scratch;

    private static CommandRun run;

    @BeforeAll
    static void assessed() throws IOException {
        run = CommandRun.withFolders(scratch);
        assertThat(run.run("assess", "{dir}/tiny", "--out", "{dir}/run").status())
                .isZero();
        Files.writeString(scratch.resolve("file"), "text");
        Files.createDirectory(scratch.resolve("stopped.findings.csv"));
        Files.copy(Path.of("sample-data/submissions/P01.xlsx"), scratch.resolve("P01.xlsx"));
    }

    static Stream<String> commands() {
        return Stream.of(
                "--version",
                "--help",
                "assess --help",
                "schema",
                "check --rules {dir}/tiny/scoring-rules.yaml",
                "check {dir}/wrong-data --rules {dir}/tiny/scoring-rules.yaml --format json",
                "check {dir}/tiny --format csv",
                "assess {dir}/tiny --out {dir}/again",
                "explain P1 --run {dir}/run",
                "explain P1 --run {dir}/run --format json",
                "advise P2 --run {dir}/run",
                "compare {dir}/run {dir}/run",
                "compare {dir}/run {dir}/run --format csv",
                "verify {dir}/run",
                "reward {dir}/run/scores.csv --rules {dir}/tiny/scoring-rules.yaml",
                "score {dir}/P01.xlsx --rules scoring-rules.yaml --roster sample-data/platforms.csv");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aFullDiskBehindStandardOutputIsTold(String command) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(status(command + " --lang en", "No space left on device", err))
                .isEqualTo(5);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .endsWith("platscore: Standard output cannot be written: the disk is full.\n"
                        + "  Remove the cause or send the output elsewhere, and run again.\n");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aReaderThatHadEnoughIsNoError(String command) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(status(command + " --lang en", "Broken pipe", err)).isIn(0, 1);
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("tandard output");
    }

    private static int status(String command, String failure, OutputStream err) {
        String[] arguments = Arrays.stream(command.split(" "))
                .map(each -> each.replace("{dir}", scratch.toString()))
                .toArray(String[]::new);
        StandardOut out = new StandardOut(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(failure);
            }
        });
        return Main.run(arguments, out, new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @EnabledOnOs(OS.LINUX)
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # command                                                                  | path                       | reason                                  | option
            score {dir}/P01.xlsx --rules scoring-rules.yaml --report {dir}/file         | {dir}/file                 | cannot be the output folder: it is a file | --report
            score {dir}/P01.xlsx --rules scoring-rules.yaml --out /proc/x.csv           | /proc/x.csv                | nothing can be made in it               | --out
            template --rules scoring-rules.yaml --roster sample-data/platforms.csv --all {dir}/file | {dir}/file     | cannot be the output folder: it is a file | --all
            score {dir}/P01.xlsx --rules scoring-rules.yaml --report {dir}/run          | {dir}/run                  | belongs to the results of an assessment | --report
            score {dir}/P01.xlsx --rules scoring-rules.yaml --report {dir}/run/score-sheets | {dir}/run/score-sheets | belongs to the results of an assessment | --report
            score {dir}/P01.xlsx --rules scoring-rules.yaml --report {dir}/run/a/b      | {dir}/run/a/b              | belongs to the results of an assessment | --report
            template --rules scoring-rules.yaml --out /proc/x.xlsx                      | /proc/x.xlsx               | nothing can be made in it               | --out
            compare {dir}/run {dir}/run --xlsx /proc/x.xlsx                             | /proc/x.xlsx               | nothing can be made in it               | --xlsx
            compare {dir}/run {dir}/run --xlsx /dev/full                                | /dev/full                  | it is a folder or a device              | --xlsx
            compare {dir}/run {dir}/run --xlsx {dir}/run                                | {dir}/run                  | it is a folder or a device              | --xlsx
            assess {dir}/tiny --out /proc/x                                             | /proc/x                    | nothing can be made in it               | --out
            assess {dir}/wrong-data --rules {dir}/tiny/scoring-rules.yaml --out {dir}/stopped | {dir}/stopped.findings.csv | a folder of that name is in its place | --out
            """)
    void thePlaceTheReasonAndTheOptionAreTold(String command, String path, String reason, String option) {
        CommandRun.Seen seen = run.run((command + " --lang en").split(" "));
        assertThat(seen.status()).as(seen.err()).isEqualTo(5);
        assertThat(seen.err())
                .contains("\"" + path + "\"", reason, " " + option)
                .doesNotContain("Exception", ".platscore");
        assertThat(Stream.of("--out", "--report", "--all", "--xlsx").filter(seen.err()::contains))
                .containsExactly(option);
    }

    @Test
    void theFolderInWhichTheUserIsIsNotReplaced() {
        for (String out :
                new String[] {".", "../" + Path.of("").toAbsolutePath().getFileName()}) {
            CommandRun.Seen seen = run.run("assess", "{dir}/tiny", "--out", out, "--force", "--lang", "en");
            assertThat(seen.status()).isEqualTo(2);
            assertThat(seen.err()).contains("is or holds the current folder", "outside it", "--out");
        }
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void aComparisonGoesWhereALinkLeadsAndIntoANewFolder() throws IOException {
        Files.createSymbolicLink(scratch.resolve("link.xlsx"), scratch.resolve("away.xlsx"));
        Files.writeString(scratch.resolve("away.xlsx"), "earlier");
        assertThat(run.run("compare", "{dir}/run", "{dir}/run", "--xlsx", "{dir}/link.xlsx")
                        .status())
                .isZero();
        assertThat(scratch.resolve("link.xlsx")).isSymbolicLink();
        assertThat(Files.size(scratch.resolve("away.xlsx"))).isGreaterThan(1000);
        assertThat(run.run("compare", "{dir}/run", "{dir}/run", "--xlsx", "{dir}/new/a.xlsx")
                        .status())
                .isZero();
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void resultsBehindALinkHaveNoOtherFiles() throws IOException {
        Files.createSymbolicLink(scratch.resolve("run-link"), scratch.resolve("run"));
        assertThat(run.run("verify", "{dir}/run-link", "--lang", "en").out()).doesNotContain("not checked (1)");
    }

    @Test
    void whatStandsInTheWayStays() {
        assertThat(scratch.resolve("stopped.findings.csv")).isEmptyDirectory();
    }
}
