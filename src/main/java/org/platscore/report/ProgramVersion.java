package org.platscore.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The version of this program, as the build wrote it down. */
public final class ProgramVersion {

    private static final String VERSION = read();

    private ProgramVersion() {}

    /** Returns the version, such as {@code 1.0.0}. */
    public static String get() {
        return VERSION;
    }

    private static String read() {
        try (InputStream in = ProgramVersion.class.getResourceAsStream("/org/platscore/version.properties")) {
            if (in == null) {
                throw new IllegalStateException("the build left no version.properties");
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
