package org.platscore.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;

/** An output cannot be written. Nothing that stood there before has changed. */
public final class OutputRefused extends Exception {

    private final transient Message what;
    private final transient Message action;

    /**
     * Tells that an output cannot be written.
     *
     * @param what what is wrong, with the path
     * @param action what to do
     * @param cause null where no operation failed
     */
    public OutputRefused(Message what, Message action, @Nullable Throwable cause) {
        super(what.key(), cause);
        this.what = what;
        this.action = action;
    }

    /** Returns the refusal for a failed operation on {@code path}. */
    public static OutputRefused because(Path path, Exception failure) {
        String file = failure instanceof FileSystemException && ((FileSystemException) failure).getFile() != null
                ? ((FileSystemException) failure).getFile()
                : path.toString();
        if (failure instanceof FileAlreadyExistsException) {
            return new OutputRefused(
                    Message.of("output.not-a-folder", file), Message.of("output.not-a-folder.action"), failure);
        }
        String reason = reason(failure);
        String kind = failure instanceof AccessDeniedException || reason.contains("Permission denied")
                ? "denied"
                : failure instanceof ReadOnlyFileSystemException || reason.contains("Read-only file system")
                        ? "read-only"
                        : reason.contains("No space left") || reason.contains("Disk quota exceeded")
                                ? "full"
                                : "failed";
        Message what =
                kind.equals("failed") ? Message.of("output.failed", file, reason) : Message.of("output." + kind, file);
        return new OutputRefused(what, Message.of("output." + kind + ".action"), failure);
    }

    /** Returns what is wrong. */
    public Message what() {
        return what;
    }

    /** Returns what to do. */
    public Message action() {
        return action;
    }

    private static String reason(Exception failure) {
        String reason = failure instanceof FileSystemException
                ? ((FileSystemException) failure).getReason()
                : failure instanceof IOException ? failure.getMessage() : null;
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }
}
