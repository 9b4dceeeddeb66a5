package org.platscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No output takes the place of a file that the same run reads. */
class KeptInputsTest {

    @TempDir
    static Path scratch;

    private static CommandRun run;

    @BeforeAll
    static void layOut() throws IOException {
        run = CommandRun.withFolders(scratch);
        Path sample = Path.of("sample-data");
        Files.createDirectory(scratch.resolve("in"));
        Files.copy(sample.resolve("submissions/P01.xlsx"), scratch.resolve("in/P01.xlsx"));
        Files.copy(Path.of("scoring-rules.yaml"), scratch.resolve("rules.yaml"));
        Files.copy(sample.resolve("platforms.csv"), scratch.resolve("platforms.csv"));
        Files.copy(sample.resolve("platforms.csv"), scratch.resolve("list.csv"));
        Files.createDirectory(scratch.resolve("safe"));
        Files.writeString(scratch.resolve("safe/words.txt"), "secret\n");
        for (String out : new String[] {"{dir}/old", "{dir}/new"}) {
            assertThat(run.run("assess", "{dir}/tiny", "--out", out).status()).isZero();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # label                        | command                                                                          | what would be lost
            score: a workbook              | score {dir}/in/P01.xlsx --rules {dir}/rules.yaml --out {dir}/in/P01.xlsx         | in/P01.xlsx
            score: the same, otherwise     | score {dir}/in --rules {dir}/rules.yaml --out {dir}/tiny/../in/P01.xlsx          | in/P01.xlsx
            score: the rules               | score {dir}/in --rules {dir}/rules.yaml --out {dir}/rules.yaml                   | rules.yaml
            score: the roster by the rules | score {dir}/in --rules {dir}/rules.yaml --out {dir}/platforms.csv                | platforms.csv
            score: the roster named        | score {dir}/in --rules {dir}/rules.yaml --roster {dir}/list.csv --out {dir}/list.csv | list.csv
            score: the passwords           | score {dir}/in --rules {dir}/rules.yaml --password-file {dir}/safe/words.txt --out {dir}/safe/words.txt | safe/words.txt
            score: sheets among workbooks  | score {dir}/in --rules {dir}/rules.yaml --report {dir}/in                        | in/P01.xlsx
            compare: the old results       | compare {dir}/old {dir}/new --xlsx {dir}/old/results.json                        | old/results.json
            compare: a report of the old   | compare {dir}/old/results.json {dir}/new --xlsx {dir}/old/assessment.xlsx        | old/assessment.xlsx
            compare: the new manifest      | compare {dir}/old {dir}/new --xlsx {dir}/new/manifest.json                       | new/manifest.json
            assess: logs                   | assess {dir}/dirty --out {dir}/dirty/logs                                        | dirty/logs/P1.csv
            assess: logs, by force         | assess {dir}/dirty --out {dir}/dirty/logs --force                                | dirty/logs/P1.csv
            assess: the passwords          | assess {dir}/tiny --password-file {dir}/safe/words.txt --out {dir}/safe --force  | safe/words.txt
            template: the rules            | template --rules {dir}/rules.yaml --out {dir}/rules.yaml --force                 | rules.yaml
            template: the roster           | template --rules {dir}/rules.yaml --out {dir}/platforms.csv --force              | platforms.csv
            template: the roster named     | template --rules {dir}/rules.yaml --for P01 --roster {dir}/list.csv --out {dir}/list.csv --force | list.csv
            """)
    void anOutputThatWouldReplaceAnInputIsRefused(String label, String command, String lost) throws IOException {
        Map<String, ByteBuffer> before = contents();
        CommandRun.Seen seen = run.run((command + " --lang en").split(" "));
        assertThat(seen.status()).as(seen.err()).isEqualTo(2);
        assertThat(seen.err()).contains(lost, "Name another");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void aFileBesideTheInputsIsWritten() throws IOException {
        assertThat(run.run("compare", "{dir}/old", "{dir}/new", "--xlsx", "{dir}/new/changes.xlsx")
                        .status())
                .isZero();
        assertThat(run.run("compare", "{dir}/old", "{dir}/new", "--xlsx", "{dir}/new/changes.xlsx")
                        .status())
                .isZero();
        Files.delete(scratch.resolve("new/changes.xlsx"));
    }

    private static Map<String, ByteBuffer> contents() throws IOException {
        Map<String, ByteBuffer> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(scratch)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                contents.put(scratch.relativize(path).toString(), ByteBuffer.wrap(Files.readAllBytes(path)));
            }
        }
        return contents;
    }
}
