package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.Office;
import org.platscore.RawBook;

/** What comes by standard input is read like a file of that content. */
class StandardInputTest {

    @TempDir
    Path scratch;

    @Test
    void earlierOrLaterResultsAreRead() throws IOException {
        CommandRun run = CommandRun.withFolders(scratch);
        run.run("assess", "{dir}/tiny", "--out", "{dir}/out", "--score-sheets=false");
        byte[] results = Files.readAllBytes(scratch.resolve("out/results.json"));
        String[][] ways = {{"-", "{dir}/out"}, {"{dir}/out", "-"}};
        for (String[] way : ways) {
            CommandRun.Seen seen = run(run, results, "compare", way[0], way[1], "--fail-on-change", "--lang", "zh");
            assertThat(seen.status()).as(seen.err()).isZero();
            assertThat(seen.out()).contains("-");
        }
        CommandRun.Seen damaged = run(run, new byte[] {(byte) 0x7B}, "compare", "-", "{dir}/out", "--lang", "zh");
        assertThat(damaged.status()).isEqualTo(1);
        assertThat(damaged.err()).contains("-:1:");
    }

    @Test
    void aFolderOfTheSameNameIsNotMeant() throws IOException {
        Path folder = Files.createDirectory(Path.of("-"));
        try {
            CommandRun run = CommandRun.withFolders(scratch);
            run.run("assess", "{dir}/tiny", "--out", "{dir}/out", "--score-sheets=false");
            CommandRun.Seen seen = run(run, new byte[0], "compare", "-", "{dir}/out", "--lang", "en");
            assertThat(seen.status()).isEqualTo(1);
            assertThat(seen.err()).contains("-:1:1").doesNotContain("results.json\"");
        } finally {
            Files.delete(folder);
        }
    }

    @Test
    void oneInputIsNotBothResults() throws IOException {
        CommandRun.Seen seen = run(CommandRun.withFolders(scratch), new byte[0], "compare", "-", "-", "--lang", "en");
        assertThat(seen.status()).isEqualTo(2);
        assertThat(seen.err()).contains("Standard input holds one result and cannot be both OLD and NEW.");
    }

    @Test
    void rulesAreChecked() throws IOException {
        CommandRun run = CommandRun.withFolders(scratch);
        CommandRun.Seen sound = run(run, rules("tiny"), "check", "-", "--lang", "zh");
        assertThat(sound.status()).as(sound.err()).isZero();
        assertThat(sound.out()).startsWith("-：");
        CommandRun.Seen wrong = run(run, rules("wrong-rules"), "check", "-", "--lang", "zh");
        assertThat(wrong.status()).isEqualTo(3);
        assertThat(wrong.err()).startsWith("-:");
    }

    @Test
    void aWorkbookIsCheckedByTheRulesNamed() throws IOException {
        CommandRun run = CommandRun.withFolders(scratch);
        byte[] book = RawBook.of(RawBook.sheet(RawBook.row("甲"))).bytes();
        CommandRun.Seen seen =
                run(run, book, "check", "-", "--rules", "scoring-rules.yaml", "--format", "csv", "--lang", "zh");
        assertThat(seen.status()).as(seen.err()).isEqualTo(1);
        assertThat(seen.out()).contains(",'-,");
    }

    @Test
    void whatComesWithoutANameIsNobodysAndHasNoWrongEnding() throws IOException {
        Files.writeString(scratch.resolve("rules.yaml"), Office.unitRules("按文件名", "", """
                  rows:
                    files: "in/*.csv"
                    belongs_to: file
                    columns:
                      n: {header: 数量, type: integer, required: true}
                measures:
                  n: {label: 数量, sum: rows.n}
                rubric:
                  - {id: A, weight: 100, measure: n, score: {linear: {zero: 0, full: 100}}}
                """));
        byte[] rows = "数量\n5\n".getBytes(StandardCharsets.UTF_8);
        String[] score = {"score", "-", "--rules", "{dir}/rules.yaml", "--lang", "zh"};
        String nobody = "'-,,,failed,,,,,0,0,没有写是哪一家的。,\n";
        assertThat(run(new CommandRun(scratch), rows, score).out()).endsWith(nobody);
        Files.writeString(scratch.resolve("units.csv"), "编号,名称\nU1,甲家\n");
        assertThat(run(new CommandRun(scratch), rows, score).out()).endsWith(nobody);
    }

    @Test
    void whatCannotBeReadToItsEndIsToldAndNotKept() throws IOException {
        String ending = "." + UUID.randomUUID();
        InputStream before = System.in;
        System.setIn(new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }
        });
        try {
            assertThatThrownBy(() -> StandardInput.of(List.of("-"), ending)).isInstanceOf(UsageRefused.class);
            CommandRun.Seen seen = CommandRun.withFolders(scratch).run("check", "-", "--lang", "en");
            assertThat(seen.status()).isEqualTo(2);
            assertThat(seen.err()).contains("Standard input cannot be read: Input/output error.");
        } finally {
            System.setIn(before);
        }
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(ending));
        }
    }

    private byte[] rules(String folder) throws IOException {
        return Files.readAllBytes(scratch.resolve(folder).resolve("scoring-rules.yaml"));
    }

    private static CommandRun.Seen run(CommandRun run, byte[] input, String... args) {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(input));
            return run.run(args);
        } finally {
            System.setIn(before);
        }
    }
}
