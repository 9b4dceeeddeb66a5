package org.platscore.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The lock of a folder of work: a file in it, held by one process at a time and let go by the system if that process dies. */
final class FolderLock {

    private final Path folder;
    private final FileChannel channel;

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
    static FolderLock take(Path folder, Path output, String option) throws IOException, OutputRefused {
        Path file = folder.resolve("lock");
        while (true) {
            Files.createDirectories(folder);
            FileChannel channel;
            try {
                channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
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
                channel.close();
            } catch (IOException e) {
                lock.release();
                throw e;
            }
        }
    }

    /** Between opening and locking, the last holder may have removed the file: then this lock locks nothing. */
    private boolean locksItsFile() throws IOException {
        byte[] mark = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(mark), 0);
        Path file = folder.resolve("lock");
        return Files.exists(file) && Files.size(file) == mark.length;
    }

    /** Lets the lock go and removes the folder if nothing else is left in it. */
    void release() {
        Path file = folder.resolve("lock");
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
            channel.close();
        } catch (IOException e) {
            // What could not be removed is used again by the next run.
        } finally {
            closeQuietly();
        }
    }

    private void closeQuietly() {
        try {
            channel.close();
        } catch (IOException e) {
            // A channel that cannot be closed is closed when the process ends.
        }
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // Another thread of this process holds it.
        }
    }
}
