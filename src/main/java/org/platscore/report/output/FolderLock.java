package org.platscore.report.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The lock of a folder of work: a file in it, held by one process at a time and let go by the system if that process dies. */
public final class FolderLock {

    /** The byte that is locked, far behind what is written: Windows lets nobody read what is locked. */
    private static final long LOCKED = Long.MAX_VALUE - 1;

    /** How many locks this process has taken. */
    private static final AtomicLong LOCKS = new AtomicLong();

    private final Path folder;
    private final FileChannel channel;

    /**
     * The same file, as it was found to be there. It stays open as long as the lock is held: Unix lets a process's lock of a file go
     * when the process closes any channel to it.
     */
    private @Nullable FileChannel found;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Returns the lock of {@code folder}, which is made if need be.
     *
     * @param output that is written there, as the user knows it
     * @param option that names the output
     * @throws OutputRefused if another run holds the lock
     */
    public static FolderLock take(Path folder, Path output, String option) throws IOException, OutputRefused {
        Path file = folder.resolve("lock");
        while (true) {
            try {
                Files.createDirectories(folder);
            } catch (FileAlreadyExistsException e) {
                if (isOther(folder)) {
                    throw e;
                }
                continue; // It was removed before it could be seen to be a folder.
            }
            FileChannel channel;
            try {
                channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            } catch (NoSuchFileException e) {
                continue; // Its last holder has just removed the folder.
            }
            if (!locks(channel)) {
                channel.close();
                throw OutputRefused.of("locked", output, option);
            }
            FolderLock lock = new FolderLock(folder, channel);
            try {
                if (lock.locksItsFile()) {
                    return lock;
                }
                lock.close();
            } catch (IOException e) {
                lock.release();
                throw e;
            }
        }
    }

    /** Returns whether something is there that is no folder. */
    private static boolean isOther(Path folder) throws IOException {
        try {
            return !Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isDirectory();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /**
     * Between opening and locking, the last holder may have removed the file, and another run may have made one anew: then this lock
     * locks nothing. The file that is there must say what this lock alone has written.
     */
    private boolean locksItsFile() throws IOException {
        byte[] mark =
                (ProcessHandle.current().pid() + "." + LOCKS.incrementAndGet()).getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(mark), 0);
        ByteBuffer there = ByteBuffer.allocate(mark.length + 1);
        try {
            found = FileChannel.open(folder.resolve("lock"), StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            return false;
        }
        found.read(there);
        return there.flip().equals(ByteBuffer.wrap(mark));
    }

    /** Lets the lock go and removes the folder if nothing else is left in it. */
    public void release() {
        Path file = folder.resolve("lock");
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // What could not be removed is used again by the next run.
        } finally {
            close();
        }
    }

    private void close() {
        closeQuietly(channel);
        if (found != null) {
            closeQuietly(found);
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // A channel that cannot be closed is closed when the process ends.
        }
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            return false; // Another thread of this process holds it.
        }
    }
}
