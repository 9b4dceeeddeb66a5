package org.platscore.report.output;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.results.ManifestFile;
import org.platscore.intake.results.OwnFiles;
import org.platscore.intake.results.RunManifest;

/**
 * The folder that a run writes, as a whole or not at all. Files are written to a folder of work beside the target, a hidden
 * {@code .NAME.platscore}, which takes the target's place by a rename when all is done; until then, and after any failure, an
 * earlier target stays as it was. The folder of work holds a lock, so that of two runs into one target the second is refused;
 * what a dead run left there is swept by the next.
 */
public final class OutputFolder implements AutoCloseable {

    private static final String OPTION = "--out";

    /** Of a claim whose folders are removed meanwhile. */
    private static final int MOST_TRIES = 100;

    private final Path target;
    private final Path work;
    private final FolderLock lock;
    private final Deque<Path> made;
    private final boolean force;

    private OutputFolder(Path target, Path work, FolderLock lock, Deque<Path> made, boolean force) {
        this.target = target;
        this.work = work;
        this.lock = lock;
        this.made = made;
        this.force = force;
    }

    /**
     * Claims {@code target} for this run.
     *
     * @param target need not exist, nor the folders above it
     * @param force replace the target even if it is no earlier run's, and keep nothing that somebody else put there
     * @throws OutputRefused if another run is at work there, the target is not ours to replace, or nothing can be written there
     */
    public static OutputFolder claim(Path target, boolean force) throws OutputRefused {
        for (int tries = 1; ; tries++) {
            Deque<Path> made = new ArrayDeque<>();
            try {
                return claim(target, force, made);
            } catch (IOException e) {
                remove(made);
                // A run that comes to nothing may just have removed a folder that it made and this one found to be
                // there.
                if (!(e instanceof NoSuchFileException) || tries == MOST_TRIES) {
                    throw OutputRefused.because(target, OPTION, e);
                }
            }
        }
    }

    private static OutputFolder claim(Path target, boolean force, Deque<Path> made) throws IOException, OutputRefused {
        Path place = place(target);
        Path name = place.getFileName();
        Path parent = place.getParent();
        if (name == null || parent == null) {
            throw OutputRefused.of("root", target, OPTION);
        }
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            checkFolder(place, target);
        }
        makeFolders(parent, made);
        Path work = parent.resolve(OwnFiles.work(name));
        try {
            FolderLock lock = FolderLock.take(work, target, OPTION);
            return new OutputFolder(place, work, lock, made, force).prepared(target);
        } catch (AccessDeniedException e) {
            // A folder of work that is still there is another user's, or something in it is.
            remove(made);
            throw OutputRefused.because(Files.exists(work) ? work : target, OPTION, e);
        }
    }

    private OutputFolder prepared(Path shown) throws IOException, OutputRefused {
        try {
            prepare(shown);
            return this;
        } catch (IOException | OutputRefused e) {
            close();
            throw e;
        }
    }

    /** Returns where an output lies, through all links, or will lie. */
    public static Path place(Path output) throws IOException {
        Path whole = output.toAbsolutePath();
        if (Files.exists(whole)) {
            return whole.toRealPath();
        }
        Path parent = whole.getParent();
        return parent == null
                ? whole
                : place(parent).resolve(whole.getFileName()).normalize();
    }

    /** Returns the folder to write to before {@link #publish}. */
    public Path folder() {
        return work.resolve("new");
    }

    /**
     * Puts the written files in the target's place. What somebody else put among an earlier run's files is kept.
     *
     * @return the files that were kept, seen from the target
     * @throws OutputRefused if the target cannot be replaced; it is then as it was
     */
    public List<Path> publish() throws OutputRefused {
        Path old = work.resolve("old");
        List<Path> kept;
        try {
            kept = force ? List.of() : keepOthers();
            if (!Files.exists(target)) {
                Files.move(folder(), target, ATOMIC_MOVE);
            } else {
                Files.move(target, old, ATOMIC_MOVE);
                try {
                    checkReplaceable(old, target); // Somebody may have put it there since the claim.
                    Files.move(folder(), target, ATOMIC_MOVE);
                } catch (IOException | OutputRefused e) {
                    Files.move(old, target, ATOMIC_MOVE);
                    throw e;
                }
            }
        } catch (IOException e) {
            throw OutputRefused.because(target, OPTION, e);
        }
        made.clear();
        return kept;
    }

    /** Puts among the new files what is none of the old ones, except where a new one has the same name. */
    private List<Path> keepOthers() throws IOException, OutputRefused {
        RunManifest earlier =
                ManifestFile.read(target.resolve(ManifestFile.NAME), OPTION).manifest();
        List<Path> kept = new ArrayList<>();
        for (Path each : earlier == null ? List.<Path>of() : others(earlier)) {
            if (!Files.exists(folder().resolve(each), LinkOption.NOFOLLOW_LINKS)) {
                try {
                    keepFolder(each.getParent());
                    keep(target.resolve(each), folder().resolve(each));
                } catch (IOException e) {
                    throw OutputRefused.notKept(target.resolve(each), OPTION, e);
                }
                kept.add(each);
            }
        }
        return kept;
    }

    private List<Path> others(RunManifest earlier) throws IOException, OutputRefused {
        try {
            return OwnFiles.others(target, earlier);
        } catch (AccessDeniedException e) {
            throw OutputRefused.notKept(Path.of(e.getFile()), OPTION, e);
        }
    }

    /** Makes the folder of a file that is kept, for the same people. */
    private void keepFolder(@Nullable Path folder) throws IOException {
        Path place = folder == null ? folder() : folder().resolve(folder);
        if (folder != null && !Files.isDirectory(place)) {
            keepFolder(folder.getParent());
            Files.copy(target.resolve(folder), place, StandardCopyOption.COPY_ATTRIBUTES);
            open(place);
        }
    }

    /** Gives a file a second name, so that it stays the same file, whoever has it open; copies it where the disk has no such names. */
    private static void keep(Path file, Path place) throws IOException {
        if (!Files.isSymbolicLink(file)) {
            try {
                Files.createLink(place, file);
                return;
            } catch (IOException | UnsupportedOperationException e) {
                if (!Files.isRegularFile(file)) {
                    throw e;
                }
            }
        }
        Files.copy(file, place, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    }

    /** Writes a file. */
    @FunctionalInterface
    public interface FileWriter {
        /** Writes the whole of {@code file}, which does not exist yet. */
        void write(Path file) throws IOException;
    }

    /**
     * Writes a file beside the target, as a whole or not at all.
     *
     * @param ending what its name has after the target's name
     * @return the file
     * @throws OutputRefused if it cannot be written
     */
    public Path beside(String ending, FileWriter writer) throws OutputRefused {
        Path file = neighbour(ending);
        try {
            Path written = folder().resolve(file.getFileName());
            writer.write(written);
            Files.move(written, file, ATOMIC_MOVE);
        } catch (IOException e) {
            throw OutputRefused.because(file, OPTION, e);
        }
        made.clear();
        return file;
    }

    /** Removes a file beside the target that an earlier run wrote; one that cannot be removed stays. */
    public void removeBeside(String ending) {
        try {
            Files.deleteIfExists(neighbour(ending));
        } catch (IOException e) {
            // The file is stale, not wrong: its time tells so.
        }
    }

    private Path neighbour(String ending) {
        return target.resolveSibling(target.getFileName() + ending);
    }

    /** Gives the claim up; what was not published is gone. */
    @Override
    public void close() {
        try {
            delete(folder());
            if (Files.exists(target)) {
                delete(work.resolve("old"));
            }
        } catch (IOException e) {
            // The next run into this target sweeps what could not be deleted now.
        } finally {
            lock.release();
            remove(made);
        }
    }

    private void prepare(Path shown) throws IOException, OutputRefused {
        Path old = work.resolve("old");
        if (!Files.exists(target) && Files.exists(old)) {
            Files.move(old, target, ATOMIC_MOVE);
        }
        delete(old);
        delete(folder());
        if (Files.exists(target)) {
            checkReplaceable(target, shown);
            Files.copy(target, folder(), StandardCopyOption.COPY_ATTRIBUTES); // Empty, for the same people.
            open(folder());
        } else {
            Files.createDirectory(folder());
        }
    }

    private static void checkFolder(Path place, Path shown) throws OutputRefused {
        if (!Files.isDirectory(place)) {
            throw OutputRefused.of("not-a-folder", shown, OPTION);
        }
    }

    /** Refuses to replace what is no folder, and a folder that is no earlier run's if none may be replaced by force. */
    private void checkReplaceable(Path place, Path shown) throws IOException, OutputRefused {
        checkFolder(place, shown);
        if (!force && !isEmpty(place) && !OwnFiles.isOutputFolder(place)) {
            throw OutputRefused.of("foreign", shown, OPTION);
        }
    }

    /** Lets the owner of a folder change what is in it. */
    private static void open(Path folder) {
        folder.toFile().setWritable(true);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Makes a folder and those above it, and notes those that were not there, the innermost first. */
    private static void makeFolders(Path folder, Deque<Path> made) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            makeFolders(parent, made);
        }
        try {
            Files.createDirectory(folder);
            made.push(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            // Another run has just made it.
        }
    }

    private static void remove(Deque<Path> folders) {
        for (Path folder : folders) {
            try {
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                return; // Somebody else has put something there.
            }
        }
        folders.clear();
    }

    /** Deletes a folder with all that is in it; links are not followed. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                open(inner);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(inner);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
