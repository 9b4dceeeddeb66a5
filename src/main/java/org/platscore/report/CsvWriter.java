package org.platscore.report;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.report.sheet.FormulaText;

/**
 * A CSV file: UTF-8 with BOM, CRLF, RFC 4180 with quotes only where they are needed. A text that a
 * spreadsheet could take for a formula gets a leading apostrophe; numbers stand as they are.
 */
final class CsvWriter implements Closeable {

    private final Writer out;
    private final StringBuilder line = new StringBuilder();

    CsvWriter(Path file) throws IOException {
        out = new BufferedWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        out.write('\uFEFF');
    }

    CsvWriter(OutputStream stream) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        out.write('\uFEFF');
    }

    private CsvWriter(Writer out) {
        this.out = out;
    }

    /** Returns one record, with its line end, for a file that is written line by line. */
    static byte[] record(List<? extends @Nullable Object> cells) {
        StringWriter line = new StringWriter();
        try (CsvWriter csv = new CsvWriter(line)) {
            csv.write(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Writes a record of texts ({@code String}), numbers ({@code BigDecimal}, {@code Integer}) and blanks (null). */
    void write(List<? extends @Nullable Object> cells) throws IOException {
        line.setLength(0);
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            if (i > 0) {
                line.append(',');
            }
            if (cell instanceof String) {
                text((String) cell);
            } else if (cell != null) {
                line.append(cell instanceof BigDecimal ? ((BigDecimal) cell).toPlainString() : cell.toString());
            }
        }
        out.append(line.append("\r\n"));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void text(String text) {
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
