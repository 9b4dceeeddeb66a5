package org.platscore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.platscore.finding.Lang;

class ReportsTest {

    @TempDir
    Path folder;

    @Test
    void twoRunsGiveEqualBytesInEveryFile() throws IOException {
        Path one = write("one", 42);
        Path two = write("two", 42);
        assertThat(contents(one))
                .containsExactlyEntriesOf(contents(two))
                .containsKeys("assessment.xlsx", "notice.xlsx");
    }

    private Path write(String name, int subjects) throws IOException {
        Path rules = folder.resolve("rules.yaml");
        Files.writeString(rules, "platscore: 1\n");
        Path out = Files.createDirectory(folder.resolve(name));
        Reports.write(
                MadeUpRun.of(subjects),
                out,
                new ReportOptions(Lang.ZH, true, "1.0.0", folder, rules, folder.resolve("out"), Map.of()));
        return out;
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        folder.relativize(file).toString(),
                        java.util.Arrays.toString(Files.readAllBytes(file)).hashCode() + " " + Files.size(file));
            }
        }
        return contents;
    }
}
