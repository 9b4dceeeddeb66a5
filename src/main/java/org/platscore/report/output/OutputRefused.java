package org.platscore.report.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Locale;
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

    /**
     * Returns the refusal of a place that is not to be written to.
     *
     * @param key {@code output.KEY} says what is wrong, and {@code output.KEY.action} what to do
     * @param option that names the output, such as {@code --out}
     */
    public static OutputRefused of(String key, Path path, String option) {
        return new OutputRefused(
                Message.of("output." + key, path.toString()), Message.of("output." + key + ".action", option), null);
    }

    /**
     * Returns the refusal for a failed operation on an output.
     *
     * @param path as the user knows it, whatever file beside it or inside it the operation was on
     * @param option that names the output, such as {@code --out}
     */
    public static OutputRefused because(Path path, String option, Exception failure) {
        if (failure instanceof FileAlreadyExistsException) {
            String file = ((FileAlreadyExistsException) failure).getFile();
            return new OutputRefused(
                    Message.of("output.not-a-folder", file == null ? path.toString() : file),
                    Message.of("output.not-a-folder.action", option),
                    failure);
        }
        Reason reason = Reason.of(failure);
        return new OutputRefused(
                Message.of("output.failed", path.toString(), reason.told(failure)),
                Message.of("output." + (reason.action ? reason.key() : "failed") + ".action", option),
                failure);
    }

    /** Returns the refusal where a file that somebody else put among the results cannot be kept beside the new ones. */
    static OutputRefused notKept(Path file, String option, IOException failure) {
        return new OutputRefused(
                Message.of(
                        "output.not-kept", file.toString(), Reason.of(failure).told(failure)),
                Message.of("output.not-kept.action", option),
                failure);
    }

    /** Returns the refusal for a failed operation in the system's folder for temporary files. */
    public static OutputRefused temporary(Path folder, IOException failure) {
        return new OutputRefused(
                Message.of(
                        "output.temporary",
                        folder.toString(),
                        Reason.of(failure).told(failure)),
                Message.of("output.temporary.action"),
                failure);
    }

    /** Returns the refusal where standard output does not take what is written to it. */
    public static OutputRefused standardOutput(IOException failure) {
        return new OutputRefused(
                Message.of("output.standard", Reason.of(failure).told(failure)),
                Message.of("output.standard.action"),
                failure);
    }

    /** Returns what is wrong. */
    public Message what() {
        return what;
    }

    /** Returns what to do. */
    public Message action() {
        return action;
    }

    /** Why operations on files fail, by the words in which systems say so. */
    private enum Reason {
        DENIED(true, "Permission denied", "Operation not permitted", "used by another process", "另一个程序正在使用"),
        READ_ONLY(true, "Read-only file system"),
        FULL(true, "No space left", "Disk quota exceeded", "not enough space on the disk", "磁盘空间不足"),
        TOO_LARGE(true, "File too large"),
        MOUNTED(true, "Device or resource busy"),
        FOLDER(true, "Is a directory", "Directory not empty"),
        NO_FOLDER(false, "No such file or directory"),
        BELOW_FILE(false, "Not a directory"),
        LONG_NAME(false, "File name too long"),
        OTHER(false);

        private final boolean action;
        private final List<String> words;

        /** @param action whether there is something of its own to do about it */
        Reason(boolean action, String... words) {
            this.action = action;
            this.words = List.of(words);
        }

        static Reason of(Exception failure) {
            if (failure instanceof AccessDeniedException) {
                return DENIED;
            }
            if (failure instanceof ReadOnlyFileSystemException) {
                return READ_ONLY;
            }
            if (failure instanceof NoSuchFileException) {
                return NO_FOLDER;
            }
            if (failure instanceof FileAlreadyExistsException) {
                return BELOW_FILE;
            }
            if (failure instanceof DirectoryNotEmptyException) {
                return FOLDER;
            }
            String said = said(failure);
            for (Reason each : values()) {
                if (said != null && each.words.stream().anyMatch(said::contains)) {
                    return each;
                }
            }
            return OTHER;
        }

        /** Returns the reason in our words; where there are none, in those of the system. */
        Message told(Exception failure) {
            String said = said(failure);
            return this == OTHER && said != null ? Message.verbatim(said) : Message.of("output.reason." + key());
        }

        private String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static @Nullable String said(Exception failure) {
            return failure instanceof FileSystemException
                    ? ((FileSystemException) failure).getReason()
                    : failure instanceof IOException ? failure.getMessage() : null;
        }
    }
}
