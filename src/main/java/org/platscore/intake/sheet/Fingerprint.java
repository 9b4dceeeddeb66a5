package org.platscore.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What tells one state of a file from another.
 *
 * @param sha256 of its bytes, in hex
 * @param size in bytes
 */
public record Fingerprint(String sha256, long size) {

    /** Returns the fingerprint of a file; null where it cannot be read. */
    public static @Nullable Fingerprint ifReadable(Path file) {
        try {
            return of(file);
        } catch (FileFault fault) {
            return null;
        }
    }

    /** The fingerprint of a file that is being read piece by piece. */
    public static final class Running {
        private final MessageDigest digest = digest();
        private long size;

        /** Takes the next bytes of the file. */
        public void add(byte[] bytes, int from, int length) {
            digest.update(bytes, from, length);
            size += length;
        }

        /** Returns the fingerprint; there are no more bytes. */
        public Fingerprint end() {
            return new Fingerprint(HexFormat.of().formatHex(digest.digest()), size);
        }
    }

    /** Returns the fingerprint of a file. */
    public static Fingerprint of(Path file) throws FileFault {
        try (InputStream in = Files.newInputStream(file)) {
            Running running = new Running();
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                running.add(buffer, 0, read);
            }
            return running.end();
        } catch (IOException e) {
            throw FileFault.io(e);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
