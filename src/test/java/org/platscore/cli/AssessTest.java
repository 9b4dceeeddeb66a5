package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.report.output.OutputFolder;

/** What a run does to the folders around it. */
class AssessTest {

    @TempDir
    Path scratch;

    private CommandRun run;

    @BeforeEach
    void copyTheFolders() throws IOException {
        run = CommandRun.withFolders(scratch);
    }

    @Test
    void theSameRunGivesTheSameBytes() throws IOException {
        assertThat(assess("--out", "{dir}/out").status()).isZero();
        Map<String, ByteBuffer> first = contents("out");
        assertThat(first).containsKeys("scores.csv", "rewards.csv", "results.json", "manifest.json");
        assertThat(assess("--out", "{dir}/out", "--jobs", "1").status()).isZero();
        assertThat(contents("out")).isEqualTo(first);
    }

    @Test
    void aStoppedRunLeavesAnEarlierResultAsItWas() throws IOException {
        assess("--out", "{dir}/out");
        Map<String, ByteBuffer> earlier = contents("out");
        assertThat(stoppedRun().status()).isEqualTo(1);
        assertThat(contents("out")).isEqualTo(earlier);
        assertThat(scratch.resolve("out.findings.csv")).exists();
    }

    @Test
    void aGoodRunRemovesTheListOfAnEarlierStoppedOne() {
        stoppedRun();
        assess("--out", "{dir}/out");
        assertThat(scratch.resolve("out.findings.csv")).doesNotExist();
    }

    @Test
    void refusedRulesLeaveAnEarlierResultAsItWas() throws IOException {
        assess("--out", "{dir}/out");
        Map<String, ByteBuffer> earlier = contents("out");
        CommandRun.Seen seen = assess("--out", "{dir}/out", "--rules", "{dir}/wrong-rules/scoring-rules.yaml");
        assertThat(seen.status()).isEqualTo(3);
        assertThat(contents("out")).isEqualTo(earlier);
    }

    @Test
    void aFolderWithOtherFilesIsReplacedOnlyByForce() {
        assertThat(assess("--out", "{dir}/wrong-data").status()).isEqualTo(5);
        assertThat(scratch.resolve("wrong-data/services.csv")).exists();
        assertThat(assess("--out", "{dir}/wrong-data", "--force").status()).isZero();
        assertThat(scratch.resolve("wrong-data/services.csv")).doesNotExist();
        assertThat(scratch.resolve("wrong-data/results.json")).exists();
    }

    @Test
    void theSecondOfTwoRunsIntoOneFolderDoesNothing() throws Exception {
        try (OutputFolder other = OutputFolder.claim(scratch.resolve("out"), false)) {
            CommandRun.Seen seen = assess("--out", "{dir}/out");
            assertThat(seen.status()).isEqualTo(5);
            assertThat(seen.err()).startsWith("platscore: 另一个 platscore 正在写“{dir}/out”。");
            assertThat(seen.files()).isEmpty();
            assertThat(other.folder()).isEmptyDirectory();
        }
    }

    @Test
    void timingsAreToldOfEveryStage() {
        assertThat(assess("--out", "{dir}/out", "--timings").err())
                .startsWith("用时（毫秒）：\n")
                .containsPattern("\n  report +[\\d,]+\n  total +[\\d,]+\n$");
    }

    @Test
    void scoreSheetsCanBeLeftOut() {
        assertThat(assess("--out", "{dir}/out", "--score-sheets=false").files())
                .noneMatch(file -> file.startsWith("out/score-sheets"));
    }

    private CommandRun.Seen assess(String... options) {
        String[] args = new String[options.length + 3];
        args[0] = "assess";
        args[1] = "{dir}/tiny";
        args[2] = "--lang=zh";
        System.arraycopy(options, 0, args, 3, options.length);
        return run.run(args);
    }

    private CommandRun.Seen stoppedRun() {
        return run.run("assess", "{dir}/wrong-data", "--rules", "{dir}/tiny/scoring-rules.yaml", "--out", "{dir}/out");
    }

    private Map<String, ByteBuffer> contents(String folder) throws IOException {
        Path root = scratch.resolve(folder);
        Map<String, ByteBuffer> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                contents.put(root.relativize(path).toString(), ByteBuffer.wrap(Files.readAllBytes(path)));
            }
        }
        return contents;
    }
}
