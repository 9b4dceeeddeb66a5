package org.platscore.intake;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.results.OwnFiles;
import org.platscore.intake.sheet.FileFault;
import org.platscore.intake.sheet.Fingerprint;
import org.platscore.intake.sheet.SheetFiles;

/** The files of an assessment folder that may hold tables or forms, in the order of their paths. */
final class Folder {

    /** By code points, which is not the order of {@code char}s. */
    static final Comparator<String> BY_CODE_POINTS = (a, b) -> {
        int i = 0;
        int shorter = Math.min(a.length(), b.length());
        while (i < shorter && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        if (i == shorter) {
            return Integer.compare(a.length(), b.length());
        }
        char x = a.charAt(i);
        char y = b.charAt(i);
        boolean split = Character.isSurrogate(x) != Character.isSurrogate(y);
        return split ? Boolean.compare(Character.isSurrogate(x), Character.isSurrogate(y)) : Character.compare(x, y);
    };

    private static final int DEEPEST = 32;

    /**
     * A file.
     *
     * @param path relative to the folder, NFC, with {@code /}
     * @param fault why it is not read; it may be a folder then
     */
    record Entry(Path file, String path, @Nullable FileFault fault) {
        /** A file that is to be read. */
        Entry(Path file, String path) {
            this(file, path, null);
        }

        /** Returns the file's fingerprint; null where it cannot be read. */
        @Nullable
        Fingerprint fingerprint() {
            return fault == null ? Fingerprint.ifReadable(file) : null;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    /** What is no input, and is found by its very path alone. */
    private final List<Entry> others = new ArrayList<>();

    /** Paths of files with other endings, which no pattern reaches. */
    private final List<String> strangers = new ArrayList<>();

    /** Folders that are not looked into, and what may be one. */
    private final List<Entry> closed = new ArrayList<>();

    private Folder() {}

    /**
     * Lists a folder. Hidden files, lock files ({@code ~$}) and other endings are passed over; what earlier runs wrote, and the
     * tables of corrections and decisions, fit no pattern. Folders that cannot be opened and links that lead out of this one are
     * listed with their faults.
     *
     * @throws FileFault if the folder itself cannot be opened
     */
    static Folder list(Path folder) throws FileFault {
        Folder listed = new Folder();
        List<Path> written = new ArrayList<>();
        try {
            Path root = folder.toRealPath();
            EnumSet<FileVisitOption> follow = EnumSet.of(FileVisitOption.FOLLOW_LINKS);
            Files.walkFileTree(root, follow, DEEPEST, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) throws IOException {
                    if (each.equals(root)) {
                        return FileVisitResult.CONTINUE;
                    }
                    if (passedOver(each)) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    if (!each.toRealPath().startsWith(root)) {
                        if (!OwnFiles.isOutputFolder(each)) {
                            listed.closed.add(new Entry(each, relative(root, each), FileFault.leadsOut()));
                        }
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    if (OwnFiles.isOutputFolder(each)) {
                        written.add(each);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) {
                    if (passedOver(each)) {
                        return FileVisitResult.CONTINUE;
                    }
                    String path = relative(root, each);
                    boolean own = written.stream().anyMatch(each::startsWith);
                    if (attributes.isDirectory()
                            || SheetFiles.known(each.getFileName().toString())) {
                        FileFault fault = fault(root, each, attributes);
                        boolean other = fault == null
                                && (own
                                        || OwnFiles.isFindings(each)
                                        || named(path, Corrections.NAME)
                                        || named(path, Decisions.NAME));
                        (attributes.isDirectory() ? listed.closed : other ? listed.others : listed.entries)
                                .add(new Entry(each, path, fault));
                    } else if (!own) {
                        listed.strangers.add(path);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path each, IOException e) throws IOException {
                    if (each.equals(root)) {
                        throw e;
                    }
                    boolean loop = e instanceof FileSystemLoopException;
                    if (!loop && !passedOver(each)) {
                        boolean folder = Files.isDirectory(each);
                        FileFault fault = folder ? FileFault.closedFolder(e) : FileFault.io(e);
                        boolean file =
                                !folder && SheetFiles.known(each.getFileName().toString());
                        (file ? listed.entries : listed.closed).add(new Entry(each, relative(root, each), fault));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw FileFault.closedFolder(e);
        }
        oneEach(listed.others);
        oneEach(listed.entries);
        return listed;
    }

    /** Returns whether a file is found again by the text of its path: names from other systems may hold bytes that are none here. */
    private static boolean nameIsText(Path file) {
        try {
            return file.getFileSystem().getPath(file.toString()).equals(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Keeps one entry of each path. */
    private static void oneEach(List<Entry> entries) {
        Map<String, Entry> one = new LinkedHashMap<>();
        for (Entry each : entries) {
            one.merge(each.path, each, (first, again) -> new Entry(first.file, first.path, FileFault.unclearName()));
        }
        entries.clear();
        entries.addAll(one.values());
    }

    /** Returns why what a walk met is not read; null where it can be tried. */
    private static @Nullable FileFault fault(Path root, Path each, BasicFileAttributes attributes) {
        if (attributes.isDirectory()) {
            return FileFault.deepFolder(DEEPEST);
        }
        if (!attributes.isRegularFile()) {
            return FileFault.noPlainFile();
        }
        if (!nameIsText(each)) {
            return FileFault.unclearName();
        }
        try {
            return each.toRealPath().startsWith(root) ? null : FileFault.leadsOut();
        } catch (IOException e) {
            return FileFault.io(e);
        }
    }

    /**
     * Returns the files that fit any of the patterns, in order; of what is no input, those with this very path; and what was
     * not looked into where such files may lie.
     */
    List<Entry> fitting(List<String> globs) {
        List<Glob> patterns = globs.stream().map(Glob::of).toList();
        Stream<Entry> named = others.stream()
                .filter(entry -> patterns.stream().anyMatch(each -> each.literal() && each.fits(entry.path)));
        Stream<Entry> fitting =
                entries.stream().filter(entry -> patterns.stream().anyMatch(each -> each.fits(entry.path)));
        Stream<Entry> unseen = closed.stream()
                .filter(entry -> patterns.stream().anyMatch(each -> each.fits(entry.path) || each.below(entry.path)));
        return Stream.of(named, fitting, unseen)
                .flatMap(each -> each)
                .sorted(Comparator.comparing(Entry::path, BY_CODE_POINTS))
                .toList();
    }

    /**
     * Returns the path of a file, or of a folder with {@code /} behind it, that is most like one of the patterns which no file fits.
     *
     * @param taken what some input reads, which is not meant
     */
    Optional<String> nearest(List<String> globs, Set<Entry> taken) {
        List<String> files = Stream.concat(
                        entries.stream().filter(entry -> !taken.contains(entry)).map(Entry::path), strangers.stream())
                .sorted(BY_CODE_POINTS)
                .toList();
        return globs.stream()
                .flatMap(each -> Glob.of(each).nearest(files).stream())
                .findFirst();
    }

    /**
     * Returns the paths of tables and workbooks that are not read, in order. Where a file of the same name is read, the other is taken
     * for what that was saved from.
     *
     * @param taken what some input reads
     */
    List<String> unread(Set<Entry> taken) {
        Set<String> read =
                taken.stream().map(entry -> Glob.withoutEnding(entry.path)).collect(Collectors.toSet());
        return Stream.concat(
                        entries.stream()
                                .filter(entry -> entry.fault == null && !taken.contains(entry))
                                .map(Entry::path),
                        strangers.stream().filter(WorkbookNames::workbook))
                .filter(path -> !read.contains(Glob.withoutEnding(path)))
                .sorted(BY_CODE_POINTS)
                .toList();
    }

    /**
     * Returns the tables of a name in the folder itself, in order, whatever their endings: of what an office keeps beside the
     * inputs nothing is to be lost by a capital letter.
     */
    List<Entry> named(String name) {
        return Stream.of(others, entries, closed)
                .flatMap(List::stream)
                .filter(entry -> named(entry.path, name))
                .sorted(Comparator.comparing(Entry::path, BY_CODE_POINTS))
                .toList();
    }

    private static boolean named(String path, String name) {
        int dot = path.lastIndexOf('.');
        return dot == name.length() && path.regionMatches(true, 0, name, 0, dot) && SheetFiles.known(path);
    }

    static boolean passedOver(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") || name.startsWith("~$");
    }

    private static String relative(Path root, Path file) {
        StringBuilder path = new StringBuilder();
        for (Path part : root.relativize(file)) {
            path.append(path.length() == 0 ? "" : "/").append(part);
        }
        return Normalizer.normalize(path, Normalizer.Form.NFC);
    }
}
