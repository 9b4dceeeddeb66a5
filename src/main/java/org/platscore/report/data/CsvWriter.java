package org.platscore.report.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.FormulaText;

/**
 * A CSV file: UTF-8 with BOM, CRLF, RFC 4180 with quotes only where they are needed. A text that a
 * spreadsheet could take for a formula gets a leading apostrophe; numbers stand as they are.
 */
public final class CsvWriter implements Closeable {

    private static final int PORTION = 1 << 14;

    private final OutputStream out;
    private final StringBuilder lines = new StringBuilder();

    public CsvWriter(Path file) throws IOException {
        this(Files.newOutputStream(file));
    }

    public CsvWriter(OutputStream stream) {
        out = stream;
        lines.append('\uFEFF');
    }

    /** Returns one record, with its line end, for a file that is written line by line. */
    static byte[] record(List<? extends @Nullable Object> cells) {
        StringBuilder line = new StringBuilder();
        add(line, cells);
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Writes a record of texts ({@code String}), numbers ({@code BigDecimal}, {@code Integer}) and blanks (null). */
    public void write(List<? extends @Nullable Object> cells) throws IOException {
        add(lines, cells);
        if (lines.length() >= PORTION) {
            flush();
        }
    }

    private void flush() throws IOException {
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        lines.setLength(0);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }

    private static void add(StringBuilder line, List<? extends @Nullable Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            if (i > 0) {
                line.append(',');
            }
            if (cell instanceof String) {
                text(line, (String) cell);
            } else if (cell != null) {
                line.append(cell instanceof BigDecimal ? ((BigDecimal) cell).toPlainString() : cell.toString());
            }
        }
        line.append("\r\n");
    }

    private static void text(StringBuilder line, String text) {
        String guard = FormulaText.looksLike(text) ? "'" : "";
        if (plain(text)) {
            line.append(guard).append(text);
        } else {
            line.append('"').append(guard).append(text.replace("\"", "\"\"")).append('"');
        }
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\r' || c == '\n') {
                return false;
            }
        }
        return true;
    }
}
