package org.platscore.intake.results;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Finding;

/** Reads the manifest of a finished run. */
public final class ManifestFile {

    /** What the file is called in the output folder. */
    public static final String NAME = "manifest.json";

    /** Its first key, by which it is known. */
    public static final String MARK = "platscore_manifest";

    private ManifestFile() {}

    /**
     * What came of reading a manifest.
     *
     * @param manifest null where the file is damaged or none of ours
     * @param findings all that is wrong with it; empty where {@code manifest} is there
     */
    public record Reading(@Nullable RunManifest manifest, List<Finding> findings) {}

    /**
     * Reads the manifest at {@code file}.
     *
     * @param shown the path that findings show
     */
    public static Reading read(Path file, String shown) {
        JsonFaults faults = new JsonFaults(shown, "results.unreadable-manifest-do");
        RunManifest manifest = null;
        try (InputStream in = Files.newInputStream(file)) {
            manifest = read(JsonText.read(in), faults);
        } catch (IOException e) {
            faults.unreadable(e);
        } catch (JsonText.Damaged e) {
            faults.unreadable(e.mark(), e.what());
        }
        return new Reading(faults.none() ? manifest : null, faults.findings());
    }

    private static @Nullable RunManifest read(Json json, JsonFaults faults) {
        if (!faults.knows(json, MARK, "foreign-manifest")) {
            return null;
        }
        JsonFields fields = new JsonFields((Json.Members) json, "", faults);
        JsonFields bearing = fields.object("options");
        Map<String, String> options = new LinkedHashMap<>();
        bearing.names().forEach(name -> options.put(name, bearing.text(name)));
        return new RunManifest(
                fields.text("program_version"),
                options,
                fields.has("folder") ? fields.text("folder") : null,
                entry(fields.object("rules")),
                entries(fields.objects("inputs")),
                entries(fields.objects("outputs")));
    }

    /** Reads a list of files; one that is listed twice is a fault, since no run writes that. */
    private static List<RunManifest.Entry> entries(List<JsonFields> listed) {
        List<RunManifest.Entry> entries = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        for (JsonFields each : listed) {
            RunManifest.Entry entry = entry(each);
            entries.add(entry);
            if (!paths.add(entry.path())) {
                each.wrong("path", "file-twice", entry.path());
            }
        }
        return List.copyOf(entries);
    }

    private static RunManifest.Entry entry(JsonFields fields) {
        Long size = fields.countOrNull("size");
        return new RunManifest.Entry(fields.text("path"), fields.textOrNull("sha256"), size == null ? 0 : size);
    }
}
