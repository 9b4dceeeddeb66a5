package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What earlier runs wrote is no input of the next. */
class OwnFilesTest {

    private static final String LOG = "who,金额（元）\nP1,10\n";

    @TempDir
    Path scratch;

    @BeforeEach
    void putTheData() throws IOException {
        put("platforms.csv", "id,name\nP1,甲\nP2,乙\n");
        put("logs/a.csv", LOG);
    }

    @Test
    void aRunIntoItsOwnFolderReadsNoEarlierResult() throws IOException {
        rules("*/*.csv");
        assertThat(run("assess", "{dir}", "--out", "{dir}/out").status()).isZero();
        byte[] first = Files.readAllBytes(scratch.resolve("out/manifest.json"));
        assertThat(run("assess", "{dir}", "--out", "{dir}/out").err()).isEmpty();
        assertThat(Files.readAllBytes(scratch.resolve("out/manifest.json"))).isEqualTo(first);
        assertThat(run("verify", "{dir}/out").status()).isZero();
        assertThat(run("explain", "P1", "--run", "{dir}/out").status()).isZero();
        assertThat(run("check", "{dir}").status()).isZero();
    }

    @Test
    void whatSomebodyElsePutAmongTheResultsIsKept() throws IOException {
        rules("logs/*.csv");
        assertThat(run("assess", "{dir}", "--out", "{dir}/out").status()).isZero();
        put("out/会议纪要.txt", "years of work");
        put("out/score-sheets/P1/批注.txt", "a note");

        assertThat(run("assess", "{dir}", "--out", "{dir}/out", "--score-sheets=false")
                        .out())
                .contains("里面另有 2 个文件不是 platscore 写的，原样保留：score-sheets/P1/批注.txt、会议纪要.txt");
        assertThat(scratch.resolve("out/会议纪要.txt")).hasContent("years of work");
        assertThat(scratch.resolve("out/score-sheets")).isDirectoryNotContaining("glob:**.xlsx");
        assertThat(run("verify", "{dir}/out").status()).isZero();
        assertThat(run("verify", "{dir}/out").out()).contains("另有 2 个文件不在清单上，没有核对：score-sheets/P1/批注.txt、会议纪要.txt");

        assertThat(run("assess", "{dir}", "--out", "{dir}/out", "--force").status())
                .isZero();
        assertThat(scratch.resolve("out/会议纪要.txt")).doesNotExist();
    }

    @Test
    void aFolderWithInputsIsNotReplacedByForce() throws IOException {
        rules("*/*.csv");
        put("out/b.csv", LOG);
        assertThat(run("assess", "{dir}", "--out", "{dir}/out", "--force").status())
                .isEqualTo(2);
    }

    @Test
    void theFindingsOfAStoppedRunAreNoInput() throws IOException {
        rules("{logs/*,*.findings}.csv");
        put("logs/a.csv", "");
        assertThat(run("assess", "{dir}", "--out", "{dir}/out").status()).isEqualTo(1);
        assertThat(scratch.resolve("out.findings.csv")).exists();
        put("logs/a.csv", LOG);
        assertThat(run("check", "{dir}").status()).isZero();
        assertThat(run("assess", "{dir}", "--out", "{dir}/out").err()).isEmpty();
    }

    @Test
    void aFileOfAnEarlierRunIsReadWhereItsPathIsNamed() throws IOException {
        rules("last/b.csv");
        put("last/manifest.json", "{\"platscore_manifest\": 1}");
        put("last/b.csv", LOG);
        assertThat(run("assess", "{dir}", "--out", "{dir}/out").status()).isZero();
        assertThat(Files.readString(scratch.resolve("out/manifest.json"))).contains("../last/b.csv");
    }

    @Test
    void earlierResultsAreFoundInAWholeOutputFolder() throws IOException {
        rules("*/*.csv");
        assertThat(run("assess", "{dir}", "--out", "{dir}/previous").status()).isZero();
        assertThat(run("assess", "{dir}", "--out", "{dir}/out").status()).isZero();
        assertThat(Files.readString(scratch.resolve("out/manifest.json")))
                .contains("../previous/results.json")
                .doesNotContain("../previous/scores.csv");
    }

    @Test
    void workbooksOfAFolderAreScoredWithoutTheReportsInIt() throws IOException {
        rules("*/*.csv");
        assertThat(run("assess", "{dir}", "--out", "{dir}/out").status()).isZero();
        assertThat(run("score", "{dir}", "--rules", "{dir}/scoring-rules.yaml").err())
                .contains("没有可以计分的工作簿");
    }

    private void rules(String globs) throws IOException {
        put("scoring-rules.yaml", SkipUnreadableTest.RULES.replace("logs/*", globs));
    }

    private void put(String name, String text) throws IOException {
        Path file = scratch.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private CommandRun.Seen run(String... args) {
        String[] inChinese = Arrays.copyOf(args, args.length + 2);
        inChinese[args.length] = "--lang";
        inChinese[args.length + 1] = "zh";
        return new CommandRun(scratch).run(inChinese);
    }
}
