package org.platscore.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.platscore.assessment.AssessmentResult;
import org.platscore.finding.Message;
import org.platscore.intake.FileRead;
import org.platscore.intake.results.RunManifest;

/**
 * A finished run, as its manifest tells it: where its data and rules lie and what they were.
 *
 * @param out the output folder
 * @param manifest what it says
 */
public record FinishedRun(Path out, RunManifest manifest) {

    /** Returns the assessment folder; null where the manifest does not tell. */
    public @Nullable Path folder() {
        return manifest.folder() == null ? null : fromOut(manifest.folder());
    }

    /** Returns the rules file. */
    public Path rules() {
        return fromOut(manifest.rules().path());
    }

    /**
     * Returns in what a run that was made again differs from this one in what went in: rules and files that have changed, are
     * gone, or are new. Empty where both were made from the same.
     */
    public List<Message> differences(AssessmentResult again) {
        List<Message> differences = new ArrayList<>();
        if (!again.rules().sha256().equals(manifest.rules().sha256())) {
            differences.add(
                    Message.of("analysis.run.rules-changed", manifest.rules().path()));
        }
        Map<String, @Nullable String> before = new TreeMap<>();
        manifest.inputs().forEach(file -> before.put(inFolder(file.path()), file.sha256()));
        Map<String, @Nullable String> now = new TreeMap<>();
        for (FileRead file : again.intake().files()) {
            now.put(file.path(), file.sha256());
        }
        before.forEach((path, sha256) -> {
            if (!now.containsKey(path)) {
                differences.add(Message.of("analysis.run.gone", path));
            } else if (sha256 == null || !sha256.equals(now.get(path))) {
                differences.add(Message.of("analysis.run.changed", path));
            }
        });
        now.keySet().stream()
                .filter(path -> !before.containsKey(path))
                .forEach(path -> differences.add(Message.of("analysis.run.new", path)));
        return differences;
    }

    /** Returns a path of the manifest as seen from the assessment folder. */
    private String inFolder(String path) {
        if (manifest.folder() == null) {
            return path;
        }
        Path relative = fromOut(manifest.folder()).relativize(fromOut(path));
        return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    }

    private Path fromOut(String path) {
        return out.toAbsolutePath().normalize().resolve(path).normalize();
    }
}
