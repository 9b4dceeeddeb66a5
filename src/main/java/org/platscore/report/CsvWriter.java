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
 * A CSV file as contract.md asks for it: UTF-8 with BOM, CRLF, RFC 4180 with quotes only where they are needed. A text that a
 * spreadsheet could take for a formula gets a leading apostrophe; numbers stand as they are.
 */
final class CsvWriter implements Closeable {

    private final Writer out;

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
        String separator = "";
        for (Object cell : cells) {
            out.write(separator);
            out.write(cell == null ? "" : cell instanceof String ? quoted(guarded((String) cell)) : number(cell));
            separator = ",";
        }
        out.write("\r\n");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static String guarded(String text) {
        return FormulaText.looksLike(text) ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String number(Object cell) {
        return cell instanceof BigDecimal ? ((BigDecimal) cell).toPlainString() : cell.toString();
    }
}
