package org.platscore.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.platscore.assessment.BatchFile;
import org.platscore.finding.Message;
import org.platscore.intake.WorkbookNames;
import org.platscore.intake.results.OwnFiles;

/** The workbooks that arguments name: files as they are, folders walked, patterns expanded where the shell did not. */
final class BatchFiles {

    private final List<BatchFile> files = new ArrayList<>();
    private final Set<Path> met = new HashSet<>();

    private BatchFiles() {}

    /**
     * Returns the files in the order of the arguments, those of a folder or pattern by code points; one named twice counts once.
     *
     * @param input the file that holds standard input; null where nothing comes from there
     * @throws UsageRefused if a file is not there, or there is none at all
     */
    static List<BatchFile> of(List<String> arguments, @Nullable Path input) throws UsageRefused {
        BatchFiles all = new BatchFiles();
        for (String argument : arguments) {
            if (input != null && argument.equals(StandardInput.NAME)) {
                all.add(input, argument);
            } else {
                all.add(argument);
            }
        }
        if (all.files.isEmpty()) {
            throw new UsageRefused(
                    Message.of("cli.no-workbooks", String.join(" ", arguments)), Message.of("cli.no-workbooks.action"));
        }
        return all.files;
    }

    private void add(String argument) throws UsageRefused {
        if (argument.isEmpty()) {
            throw new UsageRefused(Message.of("cli.bad-value", "FILE", argument), Message.of("cli.expected.argument"));
        }
        Path path = path(argument);
        if (path != null && Files.isDirectory(path)) {
            walk(path, slashes(argument));
        } else if (path != null && Files.exists(path)) {
            add(path, slashes(argument));
        } else if (argument.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0)) {
            expand(argument);
        } else {
            throw new UsageRefused(
                    Message.of("cli.no-such-workbook", argument), Message.of("cli.no-such-workbook.action"));
        }
    }

    private static @Nullable Path path(String argument) {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            return null; // A pattern need not be a path on Windows.
        }
    }

    /** Walks the folder that a pattern starts with, and takes the files that fit. */
    private void expand(String pattern) throws UsageRefused {
        String normal = slashes(pattern);
        int wild = 0;
        while ("*?[{".indexOf(normal.charAt(wild)) < 0) {
            wild++;
        }
        int cut = normal.lastIndexOf('/', wild) + 1;
        String root = normal.substring(0, cut);
        Path folder = Path.of(root.isEmpty() ? "." : root);
        if (Files.isDirectory(folder)) {
            WorkbookNames names = WorkbookNames.fitting(normal.substring(cut));
            collect(folder, names::fits, names::below).forEach(each -> add(each.path(), root + each.shown()));
        }
    }

    private void walk(Path folder, String shown) {
        String prefix = shown.isEmpty() || shown.endsWith("/") ? shown : shown + "/";
        collect(folder, WorkbookNames::workbook, each -> true)
                .forEach(each -> add(each.path(), (prefix.equals("./") ? "" : prefix) + each.shown()));
    }

    private void add(Path path, String shown) {
        Path real = path.toAbsolutePath().normalize();
        if (met.add(real)) {
            files.add(new BatchFile(path, Normalizer.normalize(shown, Normalizer.Form.NFC)));
        }
    }

    /**
     * Returns the files of a folder whose relative path is wanted, by code points, and what cannot be looked into where such may
     * lie: it fails as a workbook that cannot be read.
     *
     * @param below whether wanted files may lie in a folder
     */
    private static List<BatchFile> collect(Path folder, Predicate<String> wanted, Predicate<String> below) {
        List<BatchFile> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                    return !each.equals(folder) && (WorkbookNames.passedOver(each) || OwnFiles.isOutputFolder(each))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) {
                    String relative = slashes(folder.relativize(each).toString());
                    if (!WorkbookNames.passedOver(each)
                            && wanted.test(Normalizer.normalize(relative, Normalizer.Form.NFC))) {
                        found.add(new BatchFile(each, relative));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path each, IOException e) {
                    String relative = slashes(folder.relativize(each).toString());
                    String normal = Normalizer.normalize(relative, Normalizer.Form.NFC);
                    boolean reached = each.equals(folder) || !WorkbookNames.passedOver(each);
                    if (reached && (wanted.test(normal) || below.test(normal))) {
                        found.add(new BatchFile(each, relative));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            return found;
        }
        found.sort(Comparator.comparing(BatchFile::shown, WorkbookNames.BY_CODE_POINTS));
        return found;
    }

    private static String slashes(String path) {
        return path.replace('\\', '/');
    }
}
