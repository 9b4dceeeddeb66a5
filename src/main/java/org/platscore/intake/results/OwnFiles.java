package org.platscore.intake.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** By what the files that a run wrote are known again, so that none is taken for an input, and no other is replaced. */
public final class OwnFiles {

    /** The heads of a list of findings. */
    public static final List<String> FINDINGS_HEADS = List.of(
            "severity", "code", "input", "file", "sheet", "row", "column", "value", "subject", "message", "action");

    /** The end of the names of folders of work. */
    private static final String WORK = ".platscore";

    private static final int ENOUGH = 200;

    private OwnFiles() {}

    /** Returns whether a folder is an earlier run's output folder: by the first key of its manifest. */
    public static boolean isOutputFolder(Path folder) {
        String start = start(folder.resolve(ManifestFile.NAME));
        return start.replaceAll("\\s", "").startsWith("{\"" + ManifestFile.MARK + "\":");
    }

    /** Returns whether a file is a list of findings, such as a run writes beside its output folder: by its name and heads. */
    public static boolean isFindings(Path file) {
        return file.toString().endsWith("findings.csv")
                && start(file).startsWith("\uFEFF" + String.join(",", FINDINGS_HEADS) + "\r\n");
    }

    /**
     * Returns the files in a finished run's folder that its manifest does not name, seen from there; without those in folders of work,
     * which only a killed run leaves.
     */
    public static List<Path> others(Path folder, RunManifest manifest) throws IOException {
        Set<String> own = new HashSet<>(Set.of(ManifestFile.NAME));
        manifest.outputs().forEach(each -> own.add(each.path()));
        return in(folder).stream()
                .filter(each -> !own.contains(slashed(each)) && !ofWork(each.getParent()))
                .toList();
    }

    /** Returns what the folder of work is called in which something of this name is made. */
    public static String work(Path name) {
        return "." + name + WORK;
    }

    private static boolean ofWork(@Nullable Path folder) {
        return folder != null
                && StreamSupport.stream(folder.spliterator(), false)
                        .map(Path::toString)
                        .anyMatch(name -> name.startsWith(".") && name.endsWith(WORK));
    }

    /** Returns all files in a folder and below, seen from there, in order; links in it are not followed. */
    public static List<Path> in(Path folder) throws IOException {
        Path place = folder.toRealPath();
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .map(place::relativize)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Returns a path with {@code /} on every system. */
    public static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    /** Returns paths with {@code /} on every system. */
    public static List<String> slashed(List<Path> paths) {
        return paths.stream().map(OwnFiles::slashed).toList();
    }

    /** Returns how a file begins; nothing of one that cannot be read. */
    private static String start(Path file) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(ENOUGH), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
