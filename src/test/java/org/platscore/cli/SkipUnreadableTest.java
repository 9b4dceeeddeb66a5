package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;

/** A run that leaves out what it cannot read, and says so everywhere. */
class SkipUnreadableTest {

    /** Rules that read all files in the folder {@code logs}. */
    static final String RULES = """
            platscore: 1
            title: 跳过
            period: {from: 2021-01-01, to: 2022-12-31}
            inputs:
              platforms:
                files: platforms.csv
                roster: {id: id, name: name}
                columns:
                  id: {header: id, type: text}
                  name: {header: name, type: text}
              log:
                files: "logs/*"
                belongs_to: who
                columns:
                  who: {header: who, type: subject, required: true}
                  amount: {header: 金额（元）, type: money}
            measures:
              income: {sum: log.amount}
            rubric:
              - {id: A, weight: 100, measure: income, score: {linear: {zero: 0, full: 100}}}
            """;

    @TempDir
    Path folder;

    private Office office() {
        return Office.in(folder)
                .rules(RULES)
                .file("platforms.csv", "id,name\nP1,甲\nP2,乙\n")
                .file("logs/a.csv", "who,金额（元）\nP1,10\n");
    }

    @Test
    void aFileThatBreaksAtItsEndCountsWithNoRow() throws IOException {
        Office office = office().file("logs/b.csv", "who,金额（元）\nP1,20\nP2,30\nP2,\"40\nP1,50\nP1,60\n")
                .file("logs/c.xlsx", "")
                .file("logs/d.csv", "nothing,here\n1,2\n");
        assertThat(office.assess().exit()).isEqualTo(1);
        Office.Outcome outcome = office.assess("--skip-unreadable");
        assertThat(outcome.of("P1").get("measures").get("income").get("used").asInt())
                .isEqualTo(10);
        assertThat(outcome.of("P2").get("measures").get("income").get("used").asInt())
                .isZero();
        assertThat(outcome.out()).contains("跳过：有 3 个文件读不了，没有计入：logs/b.csv、logs/c.xlsx、logs/d.csv");
        assertThat(outcome.results().get("skipped_files").size()).isEqualTo(3);
        assertThat(outcome.findings())
                .contains("warn,stray-quote,log,logs/b.csv", "warn,unreadable-file,log,logs/c.xlsx")
                .contains("warn,no-header,log,logs/d.csv", "已按 --skip-unreadable 跳过，其中的数据都没有计入。原因：")
                .contains("warn,no-rows,log,,,,,,P2");
        try (Workbook notice =
                WorkbookFactory.create(folder.resolve("out/notice.xlsx").toFile(), null, true)) {
            List<String> texts = new ArrayList<>();
            notice.getSheetAt(0).forEach(row -> row.forEach(cell -> texts.add(cell.toString())));
            assertThat(texts).contains("注：有 3 个文件读不了，已跳过，其中的数据没有计入：logs/b.csv、logs/c.xlsx、logs/d.csv。");
        }
        assertThat(Files.readString(folder.resolve("out/manifest.json")))
                .contains("\"skip-unreadable\": \"true\"")
                .contains("../data/logs/b.csv");
    }

    @Test
    void whatEverythingRestsOnIsNotLeftOut() {
        assertThat(office().file("platforms.csv", "")
                        .assess("--skip-unreadable")
                        .exit())
                .isEqualTo(1);
        assertThat(office().file("adjustments.csv", "")
                        .assess("--skip-unreadable")
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void whereAllCanBeReadTheOptionChangesNothingButTheManifest() throws IOException {
        office().assess().results();
        String before = Files.readString(folder.resolve("out/results.json"));
        office().assess("--skip-unreadable").results();
        assertThat(Files.readString(folder.resolve("out/results.json"))).isEqualTo(before);
    }

    @Test
    void whatWasLeftOutWithoutAFingerprintStandsAsLongAsItCannotBeRead() throws IOException {
        Path outside = Files.writeString(folder.resolve("b.csv"), "who,金额（元）\nP1,20\n");
        office();
        Path link = Files.createSymbolicLink(folder.resolve("data/logs/b.csv"), outside);
        Path gone = Files.createSymbolicLink(folder.resolve("data/logs/c.csv"), Path.of("gone.csv"));
        office().assess("--skip-unreadable").results();
        CommandRun command = new CommandRun(folder);
        assertThat(command.run("verify", "{dir}/out").status()).isZero();
        assertThat(command.run("explain", "P1", "--run", "{dir}/out").status()).isZero();
        Files.delete(gone);
        assertThat(command.run("verify", "{dir}/out").status()).isEqualTo(4);
        Files.createSymbolicLink(gone, Path.of("gone.csv"));
        Files.delete(link);
        Files.move(outside, link);
        assertThat(command.run("verify", "{dir}/out").status()).isEqualTo(4);
        assertThat(command.run("explain", "P1", "--run", "{dir}/out").status()).isEqualTo(1);
    }
}
