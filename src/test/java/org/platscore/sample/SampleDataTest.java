package org.platscore.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SampleDataTest {

    private static final Path FOLDER = Path.of("sample-data");
    /** The second subject, which is written by hand. */
    private static final Path CONSORTIA = FOLDER.resolve("consortia");

    /** What the examples of the rules reference run in, written by hand, too. */
    private static final Path REFERENCE = FOLDER.resolve("reference");

    private static final long LIMIT = 8_000_000;

    private static Map<String, byte[]> written = Map.of();

    @BeforeAll
    static void write() {
        written = SampleData.files(new ArrayList<>());
    }

    @Test
    void theGeneratorWritesTheFilesThatLieInTheProject() throws IOException {
        Map<String, byte[]> kept = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(FOLDER)) {
            paths.filter(path -> Files.isRegularFile(path) && !path.startsWith(CONSORTIA))
                    .filter(path -> !path.startsWith(REFERENCE))
                    .filter(path -> !name(path).equals("scoring-rules.schema.json"))
                    .forEach(path -> kept.put(name(path), bytes(path)));
        }
        assertThat(written.keySet()).isEqualTo(kept.keySet());
        kept.forEach((name, bytes) -> assertThat(content(name, written.getOrDefault(name, new byte[0])))
                .as(name)
                .isEqualTo(content(name, bytes)));
    }

    @Test
    void twoRunsGiveTheSameBytes() {
        Map<String, byte[]> again = SampleData.files(new ArrayList<>());
        written.forEach((name, bytes) ->
                assertThat(again.getOrDefault(name, new byte[0])).as(name).isEqualTo(bytes));
    }

    @Test
    void theSampleStaysSmall() {
        assertThat(written.values().stream().mapToLong(bytes -> bytes.length).sum())
                .isLessThan(LIMIT);
    }

    private static String name(Path path) {
        return FOLDER.relativize(path).toString().replace('\\', '/');
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes, but the parts of a workbook: versions of zlib compress the same part differently. */
    private static Map<String, String> content(String name, byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != (byte) 'P' || bytes[1] != (byte) 'K') {
            return Map.of(name, new String(bytes, StandardCharsets.ISO_8859_1));
        }
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(
                        entry.getName() + " " + entry.getTimeLocal(),
                        new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }
}
