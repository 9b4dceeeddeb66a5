package org.platscore.report.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.platscore.assessment.AssessmentResult;
import org.platscore.intake.FileRead;
import org.platscore.intake.results.ManifestFile;
import org.platscore.intake.results.OwnFiles;
import org.platscore.intake.sheet.Fingerprint;
import tools.jackson.core.JsonGenerator;

/** manifest.json: what went in and what came out, by SHA-256 and size. Holds no time, so that equal runs give equal bytes. */
public final class Manifest {

    private Manifest() {}

    /** Writes the manifest of the files that were written into {@code folder}. */
    public static void write(
            AssessmentResult result, ReportOptions options, Path folder, Map<Path, Fingerprint> outputs)
            throws IOException {
        Map<String, Fingerprint> byName = new TreeMap<>();
        outputs.forEach((file, digest) -> byName.put(OwnFiles.slashed(folder.relativize(file)), digest));
        JsonFile.write(folder.resolve(ManifestFile.NAME), json -> {
            json.writeStartObject();
            json.writeNumberProperty(ManifestFile.MARK, 1);
            json.writeStringProperty("program_version", options.programVersion());
            json.writeName("options");
            json.writeStartObject();
            options.bearing().forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeStringProperty("folder", fromOut(options, options.input()));
            json.writeName("rules");
            entry(
                    json,
                    fromOut(options, options.rules()),
                    result.rules().file().sha256(),
                    result.rules().file().size());
            json.writeName("inputs");
            json.writeStartArray();
            inputs(result)
                    .forEach((path, file) ->
                            entry(json, fromOut(options, options.input().resolve(path)), file.sha256(), file.size()));
            json.writeEndArray();
            json.writeName("outputs");
            json.writeStartArray();
            byName.forEach((name, digest) -> entry(json, name, digest.sha256(), digest.size()));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** Returns each file once, though several inputs may read it. */
    private static Map<String, FileRead> inputs(AssessmentResult result) {
        Map<String, FileRead> files = new LinkedHashMap<>();
        result.intake().files().forEach(file -> files.putIfAbsent(file.path(), file));
        return files;
    }

    private static void entry(JsonGenerator json, String path, @Nullable String sha256, long size) {
        json.writeStartObject();
        json.writeStringProperty("path", path);
        JsonFile.text(json, "sha256", sha256);
        json.writeNumberProperty("size", size);
        json.writeEndObject();
    }

    /** Returns a path as seen from the output folder's final place; whole where there is no way from one to the other. */
    private static String fromOut(ReportOptions options, Path file) {
        Path out = options.out().toAbsolutePath().normalize();
        Path whole = file.toAbsolutePath().normalize();
        boolean reachable = out.getRoot() != null && out.getRoot().equals(whole.getRoot());
        return OwnFiles.slashed(reachable ? out.relativize(whole) : whole);
    }
}
