package org.platscore.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Sha256;
import org.platscore.finding.Threads;

/**
 * What tells one state of a file from another.
 *
 * @param sha256 of its bytes, in hex
 * @param size in bytes
 */
public record Fingerprint(String sha256, long size) {

    private static final long LARGE = 1 << 20;

    /** Returns the fingerprint of a file; null where it cannot be read. */
    public static @Nullable Fingerprint ifReadable(Path file) {
        try {
            return of(file);
        } catch (FileFault fault) {
            return null;
        }
    }

    /** The fingerprint of a file that is being read piece by piece. */
    public static final class Running {
        private final MessageDigest digest = Sha256.begin();
        private long size;

        /** Takes the next bytes of the file. */
        public void add(byte[] bytes, int from, int length) {
            digest.update(bytes, from, length);
            size += length;
        }

        /** Returns the fingerprint; there are no more bytes. */
        public Fingerprint end() {
            return new Fingerprint(Sha256.end(digest), size);
        }
    }

    /** Returns the fingerprint of a file. */
    public static Fingerprint of(Path file) throws FileFault {
        try {
            return read(file);
        } catch (IOException e) {
            throw FileFault.io(e);
        }
    }

    /** Returns the fingerprint of a file that is not the user's, so that it is no fault of his if it cannot be read. */
    public static Fingerprint read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Running running = new Running();
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                running.add(buffer, 0, read);
            }
            return running.end();
        }
    }

    /** Takes the fingerprint of a file, a large one's in a thread of its own; to be had from {@link #taken}. */
    public static Future<Fingerprint> begin(Path file) throws FileFault {
        FutureTask<Fingerprint> task = new FutureTask<>(() -> of(file));
        try {
            if (Files.size(file) < LARGE) {
                task.run();
                return task;
            }
        } catch (IOException e) {
            throw FileFault.io(e);
        }
        Threads.thread("fingerprint", task).start();
        return task;
    }

    /** Returns the fingerprint that was begun to be taken. */
    public static Fingerprint taken(Future<Fingerprint> begun) throws FileFault {
        try {
            return begun.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FileFault fault) {
                throw fault;
            }
            throw Threads.rethrown(e.getCause());
        } catch (InterruptedException e) {
            throw Threads.brokenOff(e);
        }
    }
}
