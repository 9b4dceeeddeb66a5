package org.platscore.intake.results;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Options that bear on how inputs are read, and not only on what is written or which files are inputs. */
    private static final Set<String> READING = Set.of("charset", "skip-unreadable");
    /** What the office corrects and decides, beside the data. */
    private static final Pattern CORRECTING = Pattern.compile("(?:adjustments|decisions)\\.[^/.]+");

    /** What the manifests of two runs say of their data. */
    public enum Data {
        /** All of it is surely the same. */
        SAME,
        /** What differs are corrections or decisions alone. */
        CORRECTED,
        /** It differs, or may differ. */
        OTHER
    }

    /**
     * Returns whether another run had the same data: the same bytes in the same places of its folder, read in the same
     * way. What could not be read may have been anything.
     */
    public Data comparedWith(RunManifest other) {
        if (!readWith().equals(other.readWith())
                || inputs.isEmpty()
                || Stream.concat(inputs.stream(), other.inputs.stream()).anyMatch(each -> each.sha256() == null)) {
            return Data.OTHER;
        }
        Set<Entry> own = inputsInFolder();
        Set<Entry> others = other.inputsInFolder();
        return own.equals(others) ? Data.SAME : records(own).equals(records(others)) ? Data.CORRECTED : Data.OTHER;
    }

    private static Set<Entry> records(Set<Entry> inputs) {
        return inputs.stream()
                .filter(each -> !CORRECTING.matcher(each.path()).matches())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<String, String> readWith() {
        Map<String, String> reading = new TreeMap<>(options);
        reading.keySet().retainAll(READING);
        return reading;
    }

    /** Returns the inputs, those of the assessment folder as seen from there. */
    private Set<Entry> inputsInFolder() {
        String below = folder == null || folder.isEmpty() ? "" : folder + "/";
        return inputs.stream()
                .map(each -> each.path().startsWith(below)
                        ? new Entry(each.path().substring(below.length()), each.sha256(), each.size())
                        : each)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A file.
     *
     * @param sha256 of its bytes, in hex; null where it could not be read
     * @param size in bytes
     */
    public record Entry(String path, @Nullable String sha256, long size) {}
}
