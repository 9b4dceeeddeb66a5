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
import org.platscore.Office;

/** Of a text that is read in pieces, the rows of whom is explained are told one by one, those of others only counted. */
class ExplainedLargeTextTest {

    private static final int ROWS = 60_000;

    private static final String RULES = Office.unitRules("台账", "", """
              log:
                files: log.csv
                belongs_to: unit
                columns:
                  unit: {header: id, type: subject, required: true}
                  kind: {type: text}
                  hours: {type: number, min: 0}
                where: {kind: {not: internal}}
            measures:
              hours: {label: 机时, sum: log.hours}
            rubric:
              - {id: A, label: 甲, weight: 100, measure: hours, score: {linear: {zero: 0, full: 100000}}}
            """);

    @TempDir
    Path scratch;

    /** The second text is read anew: only far behind its head it shows which characters its bytes are. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void eachRowOfTheSubjectIsToldOnce(String charset) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes("id,kind,hours\n".getBytes(Charset.forName(charset)));
        for (int i = 0; i < ROWS; i++) {
            String kind = i == ROWS - 3 ? "检测" : i % 30_000 == 1 ? "internal" : "trial-and-test";
            String hours = i % 30_000 == 4 ? "-5" : "2.5";
            text.writeBytes("S%d,%s,%s\n".formatted(1 + i % 3, kind, hours).getBytes(Charset.forName(charset)));
        }
        Office office = Office.in(scratch).rules(RULES).file("units.csv", "编号,名称\nS1,甲家\nS2,乙家\nS3,丙家\n");
        Files.write(scratch.resolve("data/log.csv"), text.toByteArray());
        Office.Outcome outcome = office.assess();
        assertThat(outcome.exit()).as(outcome.err()).isZero();

        CommandRun.Seen told =
                new CommandRun(scratch).run("explain", "S2", "A", "--rows", "--run", "{dir}/out", "--lang", "zh");

        assertThat(told.out()).contains("机时：49,990");
        assertThat(told.out().lines().filter(line -> line.contains("log.csv:"))).hasSize(ROWS / 3);
    }
}
