package org.platscore.rules.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.platscore.finding.Message;

/**
 * The text of a rules file, and what is wrong with it before anyone looks at its meaning.
 *
 * @param parsed the text with all line breaks written as LF and each tab as a blank, so that columns stay
 * @param lines the lines as they stand in the file
 * @param readable whether it makes sense to read on
 * @param faults of size, encoding, characters and tabs
 */
public record SourceText(String parsed, List<String> lines, boolean readable, List<Diagnostic> faults) {

    /** Longer files are refused, in bytes. */
    public static final int MOST_BYTES = 2 * 1024 * 1024;

    /** Returns the text of a file's bytes: UTF-8, with or without a byte order mark. */
    public static SourceText of(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return unreadable(
                    List.of(),
                    fault("R002", new Mark(1, 1, 1), Message.of("rules.too-large"), Message.of("rules.fix.too-large")));
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<String> lines = lines(content);
        if (result.isError()) {
            String last = lines.get(lines.size() - 1);
            Mark mark = new Mark(lines.size(), last.codePointCount(0, last.length()) + 1, 1);
            String value = String.format(java.util.Locale.ROOT, "%02X", bytes[in.position()]);
            String kind = otherEncoding(bytes);
            return unreadable(
                    lines,
                    fault(
                            "R001",
                            mark,
                            Message.of("rules.bad-bytes" + kind, value),
                            Message.of("rules.fix.bad-bytes")));
        }
        return checked(lines);
    }

    /** Returns the end of the key of the message that names the encoding a file most likely has; empty where none is likely. */
    private static String otherEncoding(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        if (first == 0xFFFE || first == 0xFEFF) {
            return "-utf16";
        }
        try {
            Charset.forName("GB18030")
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return "-gbk";
        } catch (CharacterCodingException e) {
            return "";
        }
    }

    /** Returns the mark between two places of the parser's; of a stretch over several lines the part on its first line. */
    Mark mark(
            Optional<org.snakeyaml.engine.v2.exceptions.Mark> start,
            Optional<org.snakeyaml.engine.v2.exceptions.Mark> end) {
        if (start.isEmpty()) {
            return new Mark(1, 1, 1);
        }
        int line = start.get().getLine();
        int column = start.get().getColumn();
        if (line >= lines.size()) {
            return new Mark(lines.size(), width(lines.get(lines.size() - 1)) + 1, 1);
        }
        boolean oneLine = end.isPresent() && end.get().getLine() == line;
        int stop = oneLine ? end.get().getColumn() : width(lines.get(line));
        return new Mark(line + 1, column + 1, Math.max(1, stop - column));
    }

    private static int width(String line) {
        String content = line.stripTrailing();
        return content.codePointCount(0, content.length());
    }

    private static SourceText checked(List<String> lines) {
        List<Diagnostic> faults = new ArrayList<>();
        boolean readable = true;
        StringBuilder parsed = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean tab = false;
            boolean odd = false;
            int column = 0;
            int c;
            for (int at = 0; at < line.length(); at += Character.charCount(c)) {
                c = line.codePointAt(at);
                column++;
                if (c == '\t' && !tab) {
                    tab = true;
                    faults.add(fault(
                            "R002", new Mark(i + 1, column, 1), Message.of("rules.tab"), Message.of("rules.fix.tab")));
                } else if (!printable(c) && !odd) {
                    odd = true;
                    readable = false;
                    String code = String.format(java.util.Locale.ROOT, "U+%04X", c);
                    faults.add(fault(
                            "R001",
                            new Mark(i + 1, column, 1),
                            Message.of("rules.odd-character", code),
                            Message.of("rules.fix.odd-character")));
                }
            }
            parsed.append(line.replace('\t', ' ')).append('\n');
        }
        return new SourceText(parsed.toString(), lines, readable, List.copyOf(faults));
    }

    /** The characters that YAML allows in a file; a byte order mark inside would be counted by no one. */
    static boolean printable(int c) {
        return c == '\t'
                || (c >= 0x20 && c <= 0x7E)
                || c == 0x85
                || (c >= 0xA0 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF)
                || c >= 0x10000;
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                lines.add(text.substring(from, i));
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                from = i + 1;
            }
        }
        lines.add(text.substring(from));
        return List.copyOf(lines);
    }

    private static SourceText unreadable(List<String> lines, Diagnostic fault) {
        return new SourceText("", lines, false, List.of(fault));
    }

    private static Diagnostic fault(String code, Mark mark, Message message, Message fix) {
        return new Diagnostic(code, mark, message, fix, null, false);
    }
}
