package org.platscore.intake.results;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The manifest.json of a finished run. Paths are relative to the output folder unless there was no way from it to the file.
 *
 * @param programVersion of the program that made the run
 * @param options that bear on results, by their long names
 * @param folder the assessment folder; null where an earlier version wrote the manifest
 * @param rules the rules file
 * @param inputs all files that were read
 * @param outputs all files that were written, but for the manifest itself
 */
public record RunManifest(
        String programVersion,
        Map<String, String> options,
        @Nullable String folder,
        Entry rules,
        List<Entry> inputs,
        List<Entry> outputs) {

    /**
     * A file.
     *
     * @param sha256 of its bytes, in hex; null where it could not be read
     * @param size in bytes
     */
    public record Entry(String path, @Nullable String sha256, long size) {}
}
