package org.platscore.intake.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * What the system says of a file at one moment: if it says another thing later, somebody wrote the file in between.
 *
 * @param size in bytes
 * @param key tells the file from another of its name; null where the system has none
 */
public record FileStamp(
        long size, FileTime modified, @Nullable Object key) {

    /** Returns whether the system does not say if a file is there: most likely a folder above it is closed to us. */
    public static boolean hidden(Path file) {
        return !Files.exists(file) && !Files.notExists(file);
    }

    /** Returns a file's stamp; null where none is to be had. */
    public static @Nullable FileStamp ifThere(Path file) {
        try {
            return of(file);
        } catch (FileFault fault) {
            return null;
        }
    }

    /** Returns a file's stamp. */
    public static FileStamp of(Path file) throws FileFault {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        } catch (IOException e) {
            throw FileFault.io(e);
        }
    }
}
