package org.platscore.intake.sheet;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;

/** A file of the user's cannot be read, or not further: a finding that stops the run. */
public final class FileFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final @Nullable String sheet;
    private final int line;
    private final transient Message text;
    private final transient Message action;

    private FileFault(
            String code, @Nullable String sheet, int line, Message text, Message action, @Nullable Throwable cause) {
        super(code, cause);
        this.code = code;
        this.sheet = sheet;
        this.line = line;
        this.text = text;
        this.action = action;
    }

    /** Returns the fault of a whole file; {@code key} names its message, {@code key-do} what to do. */
    static FileFault of(String code, String key, Object... args) {
        return new FileFault(
                code, null, 0, Message.of("intake." + key, args), Message.of("intake." + key + "-do", args), null);
    }

    /** Returns the fault of a line of a text file. */
    static FileFault at(int line, String code, String key, Object... args) {
        return new FileFault(
                code, null, line, Message.of("intake." + key, args), Message.of("intake." + key + "-do", args), null);
    }

    /** Returns the fault of a file that the system will not let us read. */
    public static FileFault io(IOException e) {
        return closed("io", e);
    }

    /** Returns the fault of a folder that the system will not let us look into. */
    public static FileFault closedFolder(IOException e) {
        return closed("closed-folder", e);
    }

    /** Returns the fault of a folder below so many others. */
    public static FileFault deepFolder(int deepest) {
        return of("unreadable-file", "deep-folder", deepest);
    }

    /** Returns the fault of a file that somebody wrote while it was read: what was read may be of no state that it ever had. */
    public static FileFault changed() {
        return of("unreadable-file", "changed");
    }

    /** Returns the fault of a link out of the folder that is read. */
    public static FileFault leadsOut() {
        return of("unreadable-file", "leads-out");
    }

    /** Returns the fault of what has a file's name and is none. */
    public static FileFault noPlainFile() {
        return of("unreadable-file", "no-plain-file");
    }

    private static FileFault closed(String key, IOException e) {
        return new FileFault(
                "unreadable-file",
                null,
                0,
                Message.of("intake." + key, why(e)),
                Message.of("intake." + key + "-do"),
                e);
    }

    /** Returns in words what the system says; of some faults it says only the path. */
    private static Message why(IOException e) {
        if (e instanceof AccessDeniedException) {
            return Message.of("intake.denied");
        }
        if (e instanceof NoSuchFileException) {
            return Message.of("intake.gone");
        }
        String said = e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
        return Message.verbatim(said == null ? e.getClass().getSimpleName() : said);
    }

    /** Returns the fault of a sheet whose cells contradict each other; {@code key} names its message, {@code key-do} what to do. */
    static FileFault in(@Nullable String sheet, String key, Object... args) {
        return new FileFault(
                "unreadable-file",
                sheet,
                0,
                Message.of("intake." + key, args),
                Message.of("intake." + key + "-do", args),
                null);
    }

    /** Returns the fault of a file whose name is no text, or the same as another's. */
    public static FileFault unclearName() {
        return of("unreadable-file", "file-name");
    }

    /** Returns the fault of a file that takes more memory than there is. */
    public static FileFault outOfMemory() {
        return of("too-large", "no-memory");
    }

    /** Returns the fault of a damaged part of a workbook. */
    static FileFault damaged(@Nullable String sheet, Throwable e) {
        if (e instanceof Xml.Declared) {
            return in(sheet, "declared");
        }
        if (e instanceof InvalidFormatException) {
            return new FileFault(
                    "unreadable-file",
                    sheet,
                    0,
                    Message.of("intake.damaged-lists"),
                    Message.of("intake.damaged-do"),
                    e);
        }
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new FileFault(
                "unreadable-file",
                sheet,
                0,
                Message.of("intake.damaged", why.lines().findFirst().orElse("")),
                Message.of("intake.damaged-do"),
                e);
    }

    /** Returns the finding's code. */
    public String code() {
        return code;
    }

    /** Returns the sheet's name; null where none is meant. */
    public @Nullable String sheet() {
        return sheet;
    }

    /** Returns the 1-based line of a text file; 0 where the whole file is meant. */
    public int line() {
        return line;
    }

    /** Returns what is wrong. */
    public Message text() {
        return text;
    }

    /** Returns what to do. */
    public Message action() {
        return action;
    }
}
