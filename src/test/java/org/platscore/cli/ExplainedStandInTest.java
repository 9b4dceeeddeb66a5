package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A value that stands in for a missing one is told as such, be an indicator explained or the whole. */
class ExplainedStandInTest {

    @TempDir
    Path scratch;

    @Test
    void theWholeTellsWhatStandsInForAMissingValue() throws IOException {
        Files.writeString(scratch.resolve("u.csv"), "id,name,a,b,c\nS1,One,5,8,high\nS2,Two,,,\n");
        Files.writeString(scratch.resolve("scoring-rules.yaml"), """
                platscore: 1
                title: t
                period: {from: 2021-01-01, to: 2022-12-31}
                inputs:
                  u:
                    files: u.csv
                    roster: {id: id, name: name}
                    columns:
                      id: {type: text}
                      name: {type: text}
                      a: {type: number}
                      b: {type: number}
                      c: {type: choice, choices: [high, low]}
                measures:
                  a: {label: Amount, value: roster.a, missing: 2}
                  b: {label: Best, value: roster.b, missing: {stat: max}}
                  c: {label: Class, value: roster.c, missing: low}
                  d: {label: Double, formula: a * 2}
                rubric:
                  - {id: R1, weight: 40, measure: d, score: {linear: {zero: 0, full: 10}}}
                  - {id: R2, weight: 30, measure: b, score: {linear: {zero: 0, full: 10}}}
                  - {id: R3, weight: 30, measure: c, score: {levels: {high: 30, low: 10}}}
                """);
        CommandRun run = new CommandRun(scratch);
        CommandRun.Seen seen = run.run("assess", "{dir}", "--out", "{dir}/out", "--lang", "en");
        assertThat(seen.status()).as(seen.err()).isZero();

        assertThat(run.run("explain", "S2", "--run", "{dir}/out", "--lang", "en")
                        .out()
                        .lines())
                .containsSequence(
                        "2. Corrections",
                        "  no corrections",
                        "  Amount: no value; 2 stands in by the rules",
                        "  Best: no value; 8 stands in by the rules",
                        "  Class: no value; \"low\" stands in by the rules");
        assertThat(run.run("explain", "S2", "--run", "{dir}/out", "--lang", "zh")
                        .out())
                .contains("  没有更正\n  Amount：无数值，按规则以 2 代替\n");
        assertThat(run.run("explain", "S1", "--run", "{dir}/out", "--lang", "en")
                        .out())
                .doesNotContain("stands in");
        assertThat(run.run("explain", "S2", "R2", "--run", "{dir}/out", "--lang", "en")
                        .out())
                .contains("  Best: no value; 8 stands in by the rules\n");
    }
}
