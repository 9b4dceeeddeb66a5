package org.platscore.intake.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.jspecify.annotations.Nullable;

/** What a workbook's archive may hold. What it says of itself is checked before anything is inflated; POI watches the rest. */
final class ZipLimits {

    private static final long MOST_BYTES = 100L << 20;
    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_INFLATED = 1L << 30;
    private static final double LEAST_RATIO = 0.005;
    private static final long GRACE = 100L << 10;

    static {
        ZipSecureFile.setMinInflateRatio(LEAST_RATIO);
        ZipSecureFile.setMaxEntrySize(MOST_INFLATED);
        ZipSecureFile.setMaxFileCount(MOST_ENTRIES);
    }

    private ZipLimits() {}

    /** Refuses a file that is larger than any workbook should be. */
    static void checkSize(Path file) throws FileFault, IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw FileFault.of("too-large", "large-file", MOST_BYTES >> 20);
        }
    }

    /** Refuses an archive with too many entries, with entries too large, with doubled ones, or with names that lead elsewhere. */
    static void check(ZipSecureFile zip) throws FileFault {
        long inflated = 0;
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            String name = entry.getName();
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw FileFault.of("unreadable-file", "doubled-entry", name);
            }
            if (name.contains("\\") || name.contains("../")) {
                throw FileFault.of("unreadable-file", "odd-entry", name);
            }
            if (names.size() > MOST_ENTRIES) {
                throw FileFault.of("too-large", "many-entries", MOST_ENTRIES);
            }
            long size = Math.max(0, entry.getSize());
            inflated += size;
            boolean bomb = size > GRACE && entry.getCompressedSize() < size * LEAST_RATIO;
            if (inflated > MOST_INFLATED || bomb) {
                throw FileFault.of("too-large", "large-entry", name, size >> 20);
            }
        }
    }

    /** Returns the fault that stands behind an exception of POI's limits; else that of a damaged file. */
    static FileFault fault(@Nullable String sheet, Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String text = cause.getMessage();
            if (text != null && text.contains("Zip bomb")) {
                return FileFault.of("too-large", "inflates");
            }
        }
        return FileFault.damaged(sheet, e);
    }
}
