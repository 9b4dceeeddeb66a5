package org.platscore.intake.sheet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells by its first bytes what a file is that is neither a workbook nor rows of text. */
final class Signatures {

    private record Signature(String start, String format) {}

    /** In Latin-1. */
    private static final List<Signature> BINARY = List.of(
            new Signature("%PDF", "PDF"),
            new Signature("{\\rtf", "RTF"),
            new Signature("\u0089PNG", "PNG"),
            new Signature("\u00FF\u00D8\u00FF", "JPEG"),
            new Signature("GIF8", "GIF"),
            new Signature("Rar!", "RAR"),
            new Signature("7z\u00BC\u00AF", "7z"),
            new Signature("\u001F\u008B", "gzip"),
            new Signature("SQLite format 3", "SQLite"),
            new Signature("\t\0\4\0", "XLS (Excel 2.x)"),
            new Signature("\t\0\7\0", "XLS (Excel 2.x)"),
            new Signature("\t\2\6\0", "XLS (Excel 3.0)"),
            new Signature("\t\4\6\0", "XLS (Excel 4.0)"),
            new Signature("\t\b\b\0", "XLS (Excel 5.0/95)"),
            new Signature("\t\b\u0010\0", "XLS"));

    private static final List<String> HTML =
            List.of("<!doctype html", "<html", "<table", "<meta", "<head", "<body", "<style", "<script", "<div");

    private Signatures() {}

    /** Returns the name of the format; null if it may be rows of text. */
    static @Nullable String of(byte[] head) {
        String bytes = new String(head, StandardCharsets.ISO_8859_1);
        for (Signature each : BINARY) {
            if (bytes.startsWith(each.start)) {
                return each.format;
            }
        }
        String text = text(head).strip().toLowerCase(Locale.ROOT);
        while (text.startsWith("<!--") && text.contains("-->")) {
            text = text.substring(text.indexOf("-->") + 3).strip();
        }
        if (text.startsWith("<?xml")) {
            return text.contains("urn:schemas-microsoft-com:office:spreadsheet")
                    ? "XML (Excel 2003)"
                    : text.contains("<html") ? "HTML" : "XML";
        }
        if (text.startsWith("mime-version:") || text.startsWith("content-type: multipart")) {
            return "MHTML";
        }
        if (text.startsWith("id;p")) {
            return "SYLK";
        }
        return HTML.stream().anyMatch(text::startsWith) ? "HTML" : null;
    }

    private static String text(byte[] head) {
        boolean wide = head.length >= 2 && (head[0] == -1 && head[1] == -2 || head[0] == -2 && head[1] == -1);
        if (wide) {
            return new String(head, StandardCharsets.UTF_16);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
    }
}
