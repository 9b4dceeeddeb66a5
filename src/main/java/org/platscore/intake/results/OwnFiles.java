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

/** By what the files that a run wrote are known again, so that none is taken for an input, and no other is replaced. */
public final class OwnFiles {

    /** The heads of a list of findings. */
    public static final List<String> FINDINGS_HEADS = List.of(
            "severity", "code", "input", "file", "sheet", "row", "column", "value", "subject", "message", "action");

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

    /** Returns the files in a finished run's folder that its manifest does not name. */
    public static List<String> others(Path folder, RunManifest manifest) throws IOException {
        Set<String> own = new HashSet<>(Set.of(ManifestFile.NAME));
        manifest.outputs().forEach(each -> own.add(each.path()));
        return in(folder).stream().filter(each -> !own.contains(each)).toList();
    }

    /** Returns all files in a folder and below, seen from there with {@code /}, in order; links are not followed. */
    public static List<String> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
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
