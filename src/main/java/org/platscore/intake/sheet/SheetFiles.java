package org.platscore.intake.sheet;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
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

    /**
     * Opens a file.
     *
     * @param charset of text files; null: to be found out
     * @throws FileFault if it is damaged, encrypted, or something else
     */
    public static SheetSource open(Path file, @Nullable Charset charset) throws FileFault {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean namedWorkbook = WORKBOOK_ENDINGS.stream().anyMatch(name::endsWith);
        byte[] head = head(file);
        if (head.length == 0) {
            throw FileFault.of("unreadable-file", "empty-file");
        }
        if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw compound(file.toFile());
        }
        if (starts(head, 'P', 'K')) {
            return XlsxSource.open(
                    file,
                    namedWorkbook && !name.endsWith(".xls") ? List.of() : List.of(wrongEnding("workbook-inside")));
        }
        String other = otherFormat(head);
        if (other != null) {
            throw FileFault.of("not-a-workbook", "other-format", other);
        }
        return CsvSource.open(file, charset, namedWorkbook ? List.of(wrongEnding("text-inside")) : List.of());
    }

    private static FileNote wrongEnding(String key) {
        return new FileNote(
                Severity.WARN, "wrong-ending", Message.of("intake." + key), Message.of("intake." + key + "-do"));
    }

    private static byte[] head(Path file) throws FileFault {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw FileFault.io(e);
        }
    }

    private static FileFault compound(File file) {
        try (POIFSFileSystem files = new POIFSFileSystem(file, true)) {
            if (files.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                return FileFault.of("encrypted-file", "encrypted");
            }
            boolean workbook = files.getRoot().hasEntryCaseInsensitive("Workbook")
                    || files.getRoot().hasEntryCaseInsensitive("Book");
            return FileFault.of("not-a-workbook", "other-format", workbook ? "XLS (Excel 97–2003)" : "OLE");
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return FileFault.damaged(null, e);
        }
    }

    private static @Nullable String otherFormat(byte[] head) {
        if (starts(head, '%', 'P', 'D', 'F')) {
            return "PDF";
        }
        if (starts(head, '{', '\\', 'r', 't', 'f')) {
            return "RTF";
        }
        String text = new String(head, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        String start = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3).strip() : text;
        if (start.startsWith("<?xml")) {
            return start.contains("urn:schemas-microsoft-com:office:spreadsheet") ? "XML (Excel 2003)" : "XML";
        }
        if (start.startsWith("<!doctype html")
                || start.startsWith("<html")
                || start.startsWith("<table")
                || start.startsWith("<meta")
                || start.startsWith("<head")) {
            return "HTML";
        }
        return null;
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
