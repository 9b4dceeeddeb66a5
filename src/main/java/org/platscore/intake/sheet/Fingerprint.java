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

    /** Returns the fingerprint of a file. */
    public static Fingerprint of(Path file) throws FileFault {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
            return new Fingerprint(HexFormat.of().formatHex(digest.digest()), size);
        } catch (IOException e) {
            throw FileFault.io(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
