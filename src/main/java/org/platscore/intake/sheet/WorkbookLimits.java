package org.platscore.intake.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a workbook may hold, against files that inflate beyond all use. All limits grow with the one option.
 *
 * @param megabytes of the file
 */
record WorkbookLimits(int megabytes) {

    private static final int ENTRIES = 2_000;
    private static final long INFLATED = 1L << 30;
    private static final double RATIO = 0.005;
    /** Parts up to this size may be packed as tightly as they like. */
    private static final long GRACE = 100L << 10;
    /** Parts that list other parts are read as a whole. */
    private static final long LIST = 8L << 20;

    private static final long TEXTS = 128L << 20;
    /** What a text costs besides its characters. */
    private static final int TEXT = 16;

    private double times() {
        return Math.max(1.0, megabytes / (double) FileOptions.USUAL_LIMIT);
    }

    /** Refuses a file that is larger than any workbook should be. */
    void checkSize(Path file) throws FileFault, IOException {
        if (Files.size(file) > (long) megabytes << 20) {
            throw FileFault.of("too-large", "large-file", megabytes);
        }
    }

    int entries() {
        return (int) Math.min(Integer.MAX_VALUE, ENTRIES * times());
    }

    FileFault tooManyEntries() {
        return FileFault.of("too-large", "many-entries", entries(), megabytes);
    }

    /** Returns whether a part is beyond all use: it is too large, or so much larger than packed that it can only be a bomb. */
    boolean bomb(String name, long inflated, long packed) {
        return inflated > inflated()
                || inflated > GRACE && packed < inflated * RATIO / times()
                || inflated > LIST && list(name);
    }

    /** Returns how many bytes all parts may have together. */
    long inflated() {
        return (long) (INFLATED * times());
    }

    private static boolean list(String name) {
        return name.endsWith(".rels") || name.startsWith("[") || name.startsWith("docProps/");
    }

    FileFault tooLarge(String name, long bytes) {
        return FileFault.of("too-large", "large-entry", name, Math.max(1, bytes >> 20), megabytes);
    }

    /** Returns what is left for texts that are kept while a workbook is read after one more of this length. */
    long take(long left, int length) throws FileFault {
        long rest = left - TEXT - length;
        if (rest < 0) {
            throw FileFault.of("too-large", "many-texts", megabytes);
        }
        return rest;
    }

    /** Returns how much room there is for texts. */
    long texts() {
        return (long) (TEXTS * times());
    }
}
