package org.platscore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a text with the one kept beside the tests; a new or changed text is left in target/golden to be looked at. */
public final class Golden {

    private Golden() {}

    public static void check(String name, String actual) throws IOException {
        try (InputStream in = Golden.class.getResourceAsStream("/org/platscore/report/" + name)) {
            String expected = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (!expected.equals(actual)) {
                Path seen = Files.createDirectories(Path.of("target/golden")).resolve(name);
                Files.writeString(seen, actual);
            }
            assertThat(actual).isEqualTo(expected);
        }
    }
}
