package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.platscore.finding.Lang;
import org.platscore.measure.Measures;

/** What the user sees who asks why, after a run. */
class LookingBackTest {

    @TempDir
    Path scratch;

    static Stream<GoldenCase> pages() {
        return GoldenCase.of("explain.txt").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void theUserSees(GoldenCase golden) throws IOException {
        CommandRun run = assessed();
        golden.check(run.run(golden.args().toArray(String[]::new)));
    }

    @Test
    void aFileThatChangedSinceIsNamedAndNothingExplained() throws IOException {
        CommandRun run = assessed();
        Path log = scratch.resolve("tiny/services.csv");
        Files.writeString(log, Files.readString(log).replace("1500000", "1500001"));
        CommandRun.Seen seen = run.run("explain", "P1", "--run", "{dir}/out1", "--lang", "zh");
        assertThat(seen.status()).isEqualTo(1);
        assertThat(seen.out()).isEmpty();
        assertThat(seen.err()).contains("services.csv 已改动").doesNotContain("platforms.csv");
    }

    @Test
    void aFileThatIsWrittenBetweenItsCheckAndItsReadingIsNamedToo() throws Exception {
        assessed();
        Path log = scratch.resolve("tiny/services.csv");
        RunOptions runs = new RunOptions();
        runs.run = scratch.resolve("out1");
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(told, true, StandardCharsets.UTF_8);
        RunOptions.Again again = runs.again(new Terminal(err, err, Lang.ZH, new Platscore()), rules -> {
            try {
                Files.writeString(log, Files.readString(log).replace("1500000", "1500001"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Measures.collector(rules);
        });
        assertThat(again.status()).isEqualTo(1);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("services.csv 已改动");
    }

    @Test
    void resultsThatAreReplacedWhileTheyAreVerifiedAreVerifiedAgain() throws IOException {
        CommandRun run = assessed();
        Path log = scratch.resolve("tiny/services.csv");
        String changed = Files.readString(log).replace("1500000", "1500001");
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8) {
            private boolean replaced;

            @Override
            public void println(String line) {
                super.println(line);
                if (!replaced && line.startsWith("规则和数据")) {
                    replaced = true;
                    try {
                        Files.writeString(log, changed);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    run.run("assess", "{dir}/tiny", "--out", "{dir}/out1", "--score-sheets=false");
                }
            }
        };
        String[] args = {"verify", scratch.resolve("out1").toString(), "--lang", "zh"};
        assertThat(Main.run(args, out, out)).isZero();
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("已改动  results.json", "重新核对")
                .endsWith("核对完毕：每个数字都成立。" + System.lineSeparator());
    }

    @Test
    void aFileThatIsNewSinceIsNamed() throws IOException {
        CommandRun run = assessed();
        Files.writeString(
                scratch.resolve("tiny/adjustments.csv"), "编号,度量,操作,数值,理由,核定人,日期\nP1,服务收入,核增,1,复核,财务组,2023-03-01\n");
        CommandRun.Seen seen = run.run("advise", "P2", "--run", "{dir}/out1", "--lang", "en");
        assertThat(seen.status()).isEqualTo(1);
        assertThat(seen.err()).contains("adjustments.csv is new since the run");
    }

    @Test
    void changedRulesAreNamed() throws IOException {
        CommandRun run = assessed();
        Path rules = scratch.resolve("tiny/scoring-rules.yaml");
        Files.writeString(rules, Files.readString(rules).replace("min: 80", "min: 81"));
        CommandRun.Seen seen = run.run("explain", "P1", "--run", "{dir}/out1", "--lang", "zh");
        assertThat(seen.status()).isEqualTo(1);
        assertThat(seen.err()).contains("scoring-rules.yaml 已改动");
    }

    @Test
    void dataThatWereMovedAreFoundByInput() throws IOException {
        CommandRun run = assessed();
        Files.move(scratch.resolve("tiny"), scratch.resolve("moved"));
        CommandRun.Seen gone = run.run("explain", "P1", "--run", "{dir}/out1", "--lang", "zh");
        assertThat(gone.status()).isEqualTo(2);
        assertThat(gone.err()).contains("--input");
        CommandRun.Seen found =
                run.run("explain", "P1", "A", "--run", "{dir}/out1", "--input", "{dir}/moved", "--lang", "zh");
        assertThat(found.status()).isZero();
        assertThat(found.out()).contains("P1 甲公司检测平台");
    }

    @Test
    void aDamagedManifestIsToldWithItsPlace() throws IOException {
        CommandRun run = assessed();
        Files.writeString(scratch.resolve("out1/manifest.json"), "{\"platscore_manifest\": 1, \"options\": 3}");
        CommandRun.Seen seen = run.run("explain", "P1", "--run", "{dir}/out1", "--lang", "zh");
        assertThat(seen.status()).isEqualTo(1);
        assertThat(seen.err()).contains("manifest.json:1:");
    }

    @Test
    void aManifestThatIsNoneIsToldWithWhatToDoAboutIt() throws IOException {
        CommandRun run = assessed();
        Files.writeString(scratch.resolve("out1/manifest.json"), "{");
        CommandRun.Seen seen = run.run("verify", "{dir}/out1", "--lang", "zh");
        assertThat(seen.status()).isEqualTo(4);
        assertThat(seen.err()).contains("请用没有改动过的输出文件夹").doesNotContain("results.json");
    }

    /** No run writes such a manifest, and which of two fingerprints was the file's nobody can say. */
    @Test
    void aManifestThatListsAFileTwiceIsDamaged() throws IOException {
        CommandRun run = assessed();
        Path manifest = scratch.resolve("out1/manifest.json");
        String text = Files.readString(manifest);
        for (String path : List.of("../tiny/platforms.csv", "scores.csv")) {
            int at = text.lastIndexOf('{', text.indexOf("\"" + path + "\""));
            String entry = text.substring(at, text.indexOf('}', at) + 1);
            Files.writeString(manifest, text.substring(0, at) + entry + ",\n" + text.substring(at));
            CommandRun.Seen seen = run.run("verify", "{dir}/out1", "--lang", "zh");
            assertThat(seen.status()).as(path).isEqualTo(4);
            assertThat(seen.err()).contains("manifest.json:", "清单里“" + path + "”列了不止一次");
        }
    }

    @Test
    void earlierResultsThatAreGoneAreToldSo() throws IOException {
        CommandRun run = assessed();
        Path earlier = scratch.resolve("earlier.json");
        Files.copy(scratch.resolve("out1/results.json"), earlier);
        run.run("assess", "{dir}/tiny", "--out", "{dir}/out2", "--previous", "{dir}/earlier.json");
        Files.delete(earlier);
        CommandRun.Seen seen = run.run("verify", "{dir}/out2", "--lang", "zh");
        assertThat(seen.status()).isEqualTo(4);
        assertThat(seen.err()).contains("文件不见了。");
    }

    @Test
    void whatMayNotBeReadIsNotCalledMissing() throws IOException {
        CommandRun run = assessed();
        hide("tiny/services.csv");
        hide("out1/scores.csv");
        assertThat(run.run("verify", "{dir}/out1", "--lang", "zh").out())
                .contains("读不了  ../tiny/services.csv", "读不了  scores.csv")
                .doesNotContain("不见了");
        CommandRun.Seen seen = run.run("explain", "P1", "--run", "{dir}/out1", "--lang", "zh");
        assertThat(seen.status()).isEqualTo(1);
        assertThat(seen.err()).contains("services.csv 读不了").doesNotContain("不见了");

        hide("out1/manifest.json");
        CommandRun.Seen verified = run.run("verify", "{dir}/out1", "--lang", "zh");
        assertThat(verified.status()).isEqualTo(4);
        assertThat(verified.out() + verified.err())
                .contains("manifest.json  文件读不了")
                .doesNotContain("没有“");
        seen = run.run("explain", "P1", "--run", "{dir}/out1", "--lang", "zh");
        assertThat(seen.status()).isEqualTo(1);
        assertThat(seen.err()).contains("manifest.json  文件读不了");
    }

    /** Puts a link to itself in a file's place: like one in a closed folder, it is neither there nor not there. */
    private void hide(String file) throws IOException {
        Path place = scratch.resolve(file);
        Files.deleteIfExists(place);
        Files.createSymbolicLink(place, place.getFileName());
    }

    @Test
    void earlierResultsThatCannotBeLookedForAreNotTakenForNone() throws IOException {
        CommandRun run = assessed();
        hide("tiny/previous");
        for (String command : List.of("assess", "check")) {
            CommandRun.Seen seen = run.run(command, "{dir}/tiny", "--lang", "zh");
            assertThat(seen.status()).isEqualTo(1);
            assertThat(seen.out() + seen.err()).contains("unreadable-file", "previous/results.json  文件读不了");
        }
    }

    @Test
    void earlierResultsThatArePutIntoTheFolderSinceAreNamed() throws IOException {
        CommandRun run = assessed();
        Files.createDirectories(scratch.resolve("tiny/previous"));
        Files.copy(scratch.resolve("out1/results.json"), scratch.resolve("tiny/previous/results.json"));
        CommandRun.Seen verified = run.run("verify", "{dir}/out1", "--lang", "en");
        assertThat(verified.status()).isEqualTo(4);
        assertThat(verified.out()).contains("previous/results.json");
        CommandRun.Seen explained = run.run("explain", "P1", "--run", "{dir}/out1", "--lang", "en");
        assertThat(explained.status()).isEqualTo(1);
        assertThat(explained.err()).contains("previous/results.json is new since the run");
    }

    @Test
    void earlierResultsBesideTheFolderAreFoundWhereverTheDataWereMoved() throws IOException {
        CommandRun run = assessed();
        Files.copy(scratch.resolve("out1/results.json"), scratch.resolve("earlier.json"));
        run.run("assess", "{dir}/tiny", "--out", "{dir}/out2", "--previous", "{dir}/earlier.json");
        Files.createDirectories(scratch.resolve("kept/2022"));
        Files.move(scratch.resolve("tiny"), scratch.resolve("kept/2022/tiny"));
        for (String command : new String[] {"explain", "advise"}) {
            CommandRun.Seen seen =
                    run.run(command, "P1", "--run", "{dir}/out2", "--input", "{dir}/kept/2022/tiny", "--lang", "zh");
            assertThat(seen.status()).as(seen.err()).isZero();
        }
    }

    private CommandRun assessed() throws IOException {
        CommandRun run = CommandRun.withFolders(scratch);
        CommandRun.Seen seen = run.run("assess", "{dir}/tiny", "--out", "{dir}/out1", "--score-sheets=false");
        assertThat(seen.status()).as(seen.err()).isZero();
        return run;
    }
}
