package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a text that is read in pieces, the rows of whom is explained are told one by one, those of others only counted. */
class ExplainedLargeTextTest {

    private static final int ROWS = 60_000;

    @TempDir
    Path scratch;

    /** The second text is read anew: only far behind its head it shows which characters its bytes are. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void eachRowOfTheSubjectIsToldOnce(String charset) throws IOException {
        Files.writeString(scratch.resolve("u.csv"), "id,name\nS1,One\nS2,Two\nS3,Three\n");
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes("id,kind,hours\n".getBytes(Charset.forName(charset)));
        for (int i = 0; i < ROWS; i++) {
            String kind = i == ROWS - 3 ? "检测" : i % 30_000 == 1 ? "internal" : "trial-and-test";
            String hours = i % 30_000 == 4 ? "-5" : "2.5";
            text.writeBytes("S%d,%s,%s\n".formatted(1 + i % 3, kind, hours).getBytes(Charset.forName(charset)));
        }
        Files.write(scratch.resolve("log.csv"), text.toByteArray());
        Files.writeString(scratch.resolve("scoring-rules.yaml"), """
                platscore: 1
                title: t
                period: {from: 2021-01-01, to: 2022-12-31}
                inputs:
                  u: {files: u.csv, roster: {id: id, name: name}, columns: {id: {type: text}, name: {type: text}}}
                  log:
                    files: log.csv
                    belongs_to: id
                    columns:
                      id: {type: subject, required: true}
                      kind: {type: text}
                      hours: {type: number, min: 0}
                    where: {kind: {not: internal}}
                measures:
                  hours: {label: Hours, sum: log.hours}
                rubric:
                  - {id: R1, weight: 100, measure: hours, score: {linear: {zero: 0, full: 100000}}}
                """);
        CommandRun run = new CommandRun(scratch);
        CommandRun.Seen seen = run.run("assess", "{dir}", "--out", "{dir}/out", "--lang", "en");
        assertThat(seen.status()).as(seen.err()).isZero();

        CommandRun.Seen told = run.run("explain", "S2", "R1", "--rows", "--run", "{dir}/out", "--lang", "en");

        assertThat(told.out()).contains("Hours: 49,990");
        assertThat(told.out().lines().filter(line -> line.contains("log.csv:"))).hasSize(ROWS / 3);
    }
}
