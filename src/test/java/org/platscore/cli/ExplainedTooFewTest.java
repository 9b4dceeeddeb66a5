package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A measure that has no value because too few rows have one is told so, beside the rows that would count. */
class ExplainedTooFewTest {

    @TempDir
    Path scratch;

    @Test
    void aMeasureWithRowsButNoValueSaysHowManyValuesItLacks() throws IOException {
        Files.writeString(scratch.resolve("u.csv"), "id,name\nS1,One\nS2,Two\nS3,Three\n");
        Files.writeString(scratch.resolve("r.csv"), "id,mark\nS1,80\nS1,90\nS2,70\nS2,80\nS2,90\nS2,\n");
        Files.writeString(scratch.resolve("scoring-rules.yaml"), """
                platscore: 1
                title: t
                period: {from: 2021-01-01, to: 2022-12-31}
                missing: exclude
                inputs:
                  u: {files: u.csv, roster: {id: id, name: name}, columns: {id: {type: text}, name: {type: text}}}
                  r: {files: r.csv, belongs_to: id, columns: {id: {type: subject, required: true}, mark: {type: number}}}
                measures:
                  trimmed: {label: Trimmed, mean: r.mark, trim: 1}
                  most: {label: Most, max: r.mark, at_least: 4}
                rubric:
                  - {id: R1, weight: 50, measure: trimmed, score: {linear: {zero: 0, full: 100}}}
                  - {id: R2, weight: 50, measure: most, score: {linear: {zero: 0, full: 100}}}
                """);
        CommandRun run = new CommandRun(scratch);
        CommandRun.Seen seen = run.run("assess", "{dir}", "--out", "{dir}/out", "--lang", "en");
        assertThat(seen.status()).as(seen.err()).isZero();

        assertThat(run.run("explain", "S1", "R1", "--run", "{dir}/out", "--lang", "en")
                        .out())
                .contains("""
                          Trimmed: no value
                            too few values: 2 of at least 3
                            rows that count: 2, sum 170
                        """);
        assertThat(run.run("explain", "S2", "R2", "--run", "{dir}/out", "--lang", "zh")
                        .out())
                .contains("  Most：无数值\n    数值太少：只有 3 个，不到 4 个\n    计入 3 行");
        assertThat(run.run("explain", "S1", "--run", "{dir}/out", "--format", "json")
                        .out())
                .containsPattern("\"too_few\" *: *\\{\\s*\"values\" *: *2,\\s*\"at_least\" *: *3\\s*}")
                .containsPattern("\"too_few\" *: *\\{\\s*\"values\" *: *2,\\s*\"at_least\" *: *4\\s*}");
        assertThat(run.run("explain", "S2", "R1", "--run", "{dir}/out", "--lang", "en")
                        .out())
                .contains("Trimmed: 80")
                .doesNotContain("too few");
        assertThat(run.run("explain", "S3", "--run", "{dir}/out", "--format", "json")
                        .out())
                .as("no value at all")
                .doesNotContain("too_few");
    }
}
