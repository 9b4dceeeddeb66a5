package org.platscore.analysis.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.FileRead;
import org.platscore.intake.PreviousResults;
import org.platscore.intake.results.RunManifest;
import org.platscore.intake.sheet.FileFault;
import org.platscore.intake.sheet.FileStamp;
import org.platscore.intake.sheet.Fingerprint;

/**
 * Where the files of a finished run lie now: the outputs in the output folder; rules and inputs where the manifest says, seen from
 * the output folder (where it is named through a link, from where that leads), or below another folder that was named in place of the
 * assessment folder.
 *
 * @param out the output folder
 * @param input what is read in place of the assessment folder that the manifest names; null: that one
 * @param rules what is read in place of the rules file that the manifest names; null: that one
 */
public record RunFiles(
        RunManifest manifest,
        Path out,
        @Nullable Path input,
        @Nullable Path rules) {

    /** Takes an output folder that was named through a link for where that leads, if only from there any input is seen. */
    public RunFiles {
        Path named = out.toAbsolutePath().normalize();
        Path target = target(out);
        out = !sees(named, manifest) && sees(target, manifest) ? target : named;
    }

    private static Path target(Path out) {
        try {
            return out.toRealPath();
        } catch (IOException e) {
            return out;
        }
    }

    /** Returns whether any input lies where the manifest says, seen from a folder. */
    private static boolean sees(Path folder, RunManifest manifest) {
        return manifest.inputs().stream()
                .anyMatch(entry ->
                        Files.isRegularFile(folder.resolve(entry.path()).normalize()));
    }

    /** How a file stands. */
    public enum State {
        SAME,
        CHANGED,
        MISSING,
        UNREADABLE,
        NEW
    }

    /**
     * A file that the manifest names, or that is new.
     *
     * @param path as the manifest has it; of a new one, seen from the assessment folder
     */
    public record Checked(String path, State state) {}

    /** Returns the assessment folder; null where neither the manifest nor anybody else names it. */
    public @Nullable Path folder() {
        String named = manifest.folder();
        return input != null ? input : named == null ? null : fromOut(named);
    }

    /** Returns where a file lies now that was named as seen from the assessment folder. */
    public Path fromFolder(String path) {
        String named = manifest.folder();
        return named == null
                ? out.resolve(path)
                : place(fromOut(named).resolve(path).normalize().toString());
    }

    /** Returns the rules file; where another folder was named, the file of that name in it counts if the other is not there. */
    public Path rulesFile() {
        if (rules != null) {
            return rules;
        }
        String path = manifest.rules().path();
        Path usual = place(path);
        Path name = usual.getFileName();
        return input != null && name != null && !Files.isRegularFile(usual) ? input.resolve(name.toString()) : usual;
    }

    /** Returns how the rules file stands. */
    public Checked checkedRules() {
        return new Checked(manifest.rules().path(), state(rulesFile(), manifest.rules()));
    }

    /** Returns how each input stands, in the manifest's order. */
    public List<Checked> checkedInputs() {
        List<Checked> checked = new ArrayList<>();
        for (RunManifest.Entry entry : manifest.inputs()) {
            Path file = place(entry.path());
            State state = entry.sha256() != null ? state(file, entry) : unread(file);
            checked.add(new Checked(entry.path(), state));
        }
        return checked;
    }

    /** Returns the files that a new run read, or would read if it were begun now, and the manifest does not name. */
    public List<Checked> newInputs(List<FileRead> read) {
        Path folder = folder();
        Set<Path> known = inputs().keySet();
        List<Checked> fresh = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (FileRead file : read) {
            if (!known.contains(whole(fromFolder(folder, file))) && told.add(file.path())) {
                fresh.add(new Checked(file.path(), State.NEW));
            }
        }
        if (folder != null
                && !manifest.options().containsKey("previous")
                && Files.isRegularFile(folder.resolve(PreviousResults.USUAL))) {
            fresh.add(new Checked(PreviousResults.USUAL, State.NEW));
        }
        return fresh;
    }

    /** Returns the files that a new run read otherwise than they were: since they were checked somebody has written them. */
    public List<Checked> otherInputs(List<FileRead> read) {
        Path folder = folder();
        Map<Path, RunManifest.Entry> known = inputs();
        Set<Checked> others = new LinkedHashSet<>();
        for (FileRead file : read) {
            RunManifest.Entry entry = known.get(whole(fromFolder(folder, file)));
            if (entry != null && !Objects.equals(file.sha256(), entry.sha256())) {
                others.add(new Checked(entry.path(), State.CHANGED));
            }
        }
        return List.copyOf(others);
    }

    /** Returns the manifest's inputs by where they lie now. */
    private Map<Path, RunManifest.Entry> inputs() {
        Map<Path, RunManifest.Entry> inputs = new HashMap<>();
        manifest.inputs().forEach(entry -> inputs.put(whole(place(entry.path())), entry));
        return inputs;
    }

    private static Path fromFolder(@Nullable Path folder, FileRead file) {
        return folder == null ? Path.of(file.path()) : folder.resolve(file.path());
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** Returns how each output stands, in the manifest's order. */
    public List<Checked> checkedOutputs() {
        List<Checked> checked = new ArrayList<>();
        for (RunManifest.Entry entry : manifest.outputs()) {
            checked.add(new Checked(entry.path(), state(out.resolve(entry.path()), entry)));
        }
        return checked;
    }

    /**
     * Returns the outputs that are others when the run is made again: those of which this folder holds other bytes, those that
     * were not written again, and those that are written only now.
     *
     * @param again the folder with all that was written again
     * @param written what was written again, seen from there, with {@code /}
     */
    public List<Checked> remadeOutputs(Path again, List<String> written) throws FileFault {
        List<Checked> checked = new ArrayList<>();
        Set<String> before = new HashSet<>();
        for (RunManifest.Entry entry : manifest.outputs()) {
            before.add(entry.path());
            Path here = out.resolve(entry.path());
            if (!written.contains(entry.path())) {
                checked.add(new Checked(entry.path(), State.MISSING));
            } else if (Files.isRegularFile(here)) {
                boolean same = Fingerprint.of(here).equals(Fingerprint.of(again.resolve(entry.path())));
                checked.add(new Checked(entry.path(), same ? State.SAME : State.CHANGED));
            }
        }
        for (String each : written) {
            if (!before.contains(each)) {
                checked.add(new Checked(each, State.NEW));
            }
        }
        return checked;
    }

    /** Returns where an input lies now. */
    private Path place(String path) {
        String named = manifest.folder();
        if (input == null || named == null) {
            return fromOut(path);
        }
        Path folder = fromOut(named);
        Path file = fromOut(path);
        return file.startsWith(folder) ? input.resolve(folder.relativize(file).toString()) : file;
    }

    private Path fromOut(String path) {
        return out.resolve(path).normalize();
    }

    /** Returns how an input stands that could not be read when the run was made: it is the same if it still cannot be. */
    private State unread(Path file) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return State.MISSING;
        }
        Path folder = folder();
        try {
            boolean inside = folder == null || file.toRealPath().startsWith(folder.toRealPath());
            return inside && Files.isRegularFile(file) && Files.isReadable(file) ? State.CHANGED : State.SAME;
        } catch (IOException e) {
            return State.SAME; // It leads nowhere.
        }
    }

    private static State state(Path file, RunManifest.Entry entry) {
        if (!Files.isRegularFile(file)) {
            return FileStamp.hidden(file) ? State.UNREADABLE : State.MISSING;
        }
        try {
            Fingerprint now = Fingerprint.of(file);
            return now.size() == entry.size() && now.sha256().equals(entry.sha256()) ? State.SAME : State.CHANGED;
        } catch (FileFault e) {
            return State.UNREADABLE;
        }
    }
}
