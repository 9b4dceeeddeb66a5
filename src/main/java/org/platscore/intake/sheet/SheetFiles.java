package org.platscore.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.IOUtils;
import org.platscore.finding.Severity;

/** Opens files of rows by what they are, whatever their names say. */
public final class SheetFiles {

    private static final int HEAD = 512;
    private static final List<String> WORKBOOK_ENDINGS = List.of(".xlsx", ".xlsm", ".xls");

    private SheetFiles() {}

    /** Returns whether a file's name has the ending of a table or workbook. */
    public static boolean known(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".csv")
                || lower.endsWith(".tsv")
                || WORKBOOK_ENDINGS.stream().anyMatch(lower::endsWith);
    }

    /** Returns whether a file is a workbook by its first bytes, whatever its name says. */
    public static boolean workbook(Path file) throws FileFault {
        byte[] head = head(file);
        return compound(head) || zip(head);
    }

    /**
     * Opens a file.
     *
     * @throws FileFault if it is damaged, encrypted, or something else
     */
    public static SheetSource open(Path file, FileOptions options) throws FileFault {
        return open(file, options, false);
    }

    /**
     * Opens a file.
     *
     * @param trusting whether the bytes of a text are looked at only when its rows are asked for
     * @throws FileFault if it is damaged, encrypted, or something else
     */
    public static SheetSource open(Path file, FileOptions options, boolean trusting) throws FileFault {
        byte[] head = head(file);
        if (head.length == 0) {
            throw FileFault.of("unreadable-file", "empty-file");
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        try {
            if (compound(head)) {
                new WorkbookLimits(options.workbookLimit()).checkSize(file);
                return compound(file, name, options);
            }
            if (zip(head)) {
                new WorkbookLimits(options.workbookLimit()).checkSize(file);
                return XlsxSource.open(() -> Files.newByteChannel(file), options, ending(name, ".xlsx", ".xlsm"));
            }
        } catch (IOException e) {
            throw FileFault.damaged(null, e);
        }
        String other = Signatures.of(head);
        if (other != null) {
            throw FileFault.of("not-a-workbook", "other-format", other);
        }
        List<FileNote> notes = WORKBOOK_ENDINGS.stream().anyMatch(name::endsWith)
                ? List.of(FileNote.of(Severity.WARN, "wrong-ending", "text-inside"))
                : List.of();
        return CsvSource.open(file, options.charset(), notes, trusting && notes.isEmpty());
    }

    /**
     * Returns the note on a workbook whose name has none of the endings that go with its content; nothing where it fits, or has no
     * ending at all, as what came by standard input.
     */
    private static List<FileNote> ending(String name, String... fitting) {
        if (name.indexOf('.') < 0) {
            return List.of();
        }
        for (String each : fitting) {
            if (name.endsWith(each)) {
                return List.of();
            }
        }
        return List.of(FileNote.of(Severity.WARN, "wrong-ending", "workbook-inside", fitting[0]));
    }

    private static byte[] head(Path file) throws FileFault {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw FileFault.io(e);
        }
    }

    /**
     * Opens a file of Microsoft's older format, which holds an .xls workbook or, behind a password, one of any kind. POI throws
     * many kinds of exceptions on damaged files, which is why this boundary catches widely.
     */
    private static SheetSource compound(Path file, String name, FileOptions options) throws FileFault {
        POIFSFileSystem files = null;
        boolean kept = false;
        try {
            files = new POIFSFileSystem(file.toFile(), true);
            if (files.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                byte[] book = Passwords.decrypted(files.getRoot(), options);
                return XlsxSource.open(
                        () -> new SeekableInMemoryByteChannel(book), options, ending(name, ".xlsx", ".xlsm"));
            }
            SheetSource source = XlsSource.open(files, options, ending(name, ".xls"));
            kept = true;
            return source;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw FileFault.damaged(null, e);
        } finally {
            if (files != null && !kept) {
                IOUtils.closeQuietly(files);
            }
        }
    }

    private static boolean compound(byte[] head) {
        return starts(head, 0xD0, 0xCF, 0x11, 0xE0);
    }

    private static boolean zip(byte[] head) {
        return starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6);
    }

    private static boolean starts(byte[] head, int... wanted) {
        if (head.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((head[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
