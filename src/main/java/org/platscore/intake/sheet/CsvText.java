package org.platscore.intake.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text of rows that looks like UTF-8 and is read as bytes: its first rows by the reader of all texts of rows, the others by
 * whoever asks for their bytes. That reader also takes any stretch that is out of the ordinary, so that it alone says what a record
 * is.
 */
public final class CsvText {

    private final Path file;
    private final List<RawRow> top;
    private final CsvRows rows;
    private final long offset;
    private final int lines;

    private CsvText(Path file, List<RawRow> top, CsvRows rows, long offset, int lines) {
        this.file = file;
        this.top = top;
        this.rows = rows;
        this.offset = offset;
        this.lines = lines;
    }

    /** How many rows are read before the bytes are: as far as a head may reach. */
    private static final int TOP = 20;

    static @Nullable CsvText of(Path file, @Nullable Charset charset) throws FileFault {
        TextEncoding encoding = TextEncoding.hopefully(file, charset);
        if (encoding == null) {
            return null;
        }
        List<RawRow> top = new ArrayList<>();
        try (CsvRows rows = CsvRows.open(encoding.open(file))) {
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                top.add(row);
                if (row.ordinal() > TOP) {
                    break;
                }
            }
            long offset = offset(file, encoding.mark(), rows.taken());
            return offset < 0 ? null : new CsvText(file, top, rows.resumed(LineReader.none()), offset, rows.taken());
        } catch (CharacterCodingException e) {
            return null;
        } catch (FileFault | IOException e) {
            // Whatever is wrong with the first rows is told by the plain reading.
            return null;
        }
    }

    /** Returns where the line after so many lines starts; -1 where a NUL comes before. */
    private static long offset(Path file, long mark, int lines) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.skipNBytes(mark);
            long at = mark;
            int left = lines;
            int before = 0;
            for (int each = in.read(); each >= 0; each = in.read()) {
                if (each == '\n' && before == '\r') {
                    at++;
                    before = 0;
                    continue;
                }
                if (left == 0 || each == 0) {
                    return each == 0 ? -1 : at;
                }
                at++;
                left -= each == '\n' || each == '\r' ? 1 : 0;
                before = each;
            }
            return at;
        }
    }

    /** Returns the first rows. */
    public List<RawRow> top() {
        return top;
    }

    /** Returns how many lines the first rows take. */
    public int lines() {
        return lines;
    }

    /** Returns where the bytes behind the first rows start. */
    public long offset() {
        return offset;
    }

    /** Returns what parts the cells. */
    public char delimiter() {
        return rows.delimiter();
    }

    /** Returns how many cells the widest of the rows that were read by {@link #top} and {@link #rows} has. */
    public int widest() {
        return rows.widest();
    }

    /** Opens the file as bytes. */
    public FileChannel open() throws FileFault {
        try {
            return FileChannel.open(file);
        } catch (IOException e) {
            throw FileFault.io(e);
        }
    }

    /**
     * Returns the rows of whole records, which must follow what was asked for before.
     *
     * @param line of the first
     */
    public List<RawRow> rows(String records, int line) throws FileFault {
        int number = line;
        int from = 0;
        for (int i = 0; i < records.length(); i++) {
            char c = records.charAt(i);
            if (c == '\n' || c == '\r') {
                rows.add(number++, records.substring(from, i));
                i += c == '\r' && i + 1 < records.length() && records.charAt(i + 1) == '\n' ? 1 : 0;
                from = i + 1;
            }
        }
        if (from < records.length()) {
            rows.add(number, records.substring(from));
        }
        List<RawRow> read = new ArrayList<>();
        for (RawRow row = rows.next(); row != null; row = rows.next()) {
            read.add(row);
        }
        return read;
    }

    /** Returns the row of a record without line ends, whatever was asked for before; for any thread. */
    public RawRow row(String record, int line) throws FileFault {
        CsvRows alone = rows.resumed(LineReader.none());
        alone.add(line, record);
        RawRow row = alone.next();
        if (row == null) {
            throw new IllegalArgumentException("blank record in line " + line);
        }
        return row;
    }

    /**
     * Returns a reader of all records from a byte on; null if what is there is no text.
     *
     * @param before how many lines come before
     */
    public @Nullable SheetRows from(long position, int before) throws FileFault {
        if (!new TextEncoding(StandardCharsets.UTF_8, position).fits(file)) {
            return null;
        }
        try {
            InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            in.skipNBytes(position);
            return rows.resumed(new LineReader(
                    new InputStreamReader(
                            in,
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPORT)
                                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
                    before));
        } catch (IOException e) {
            throw FileFault.io(e);
        }
    }

    /** Returns the text that bytes say; null if they are none: not UTF-8, or with a NUL. */
    public static @Nullable String decoded(byte[] bytes, int from, int length) {
        boolean plain = true;
        for (int i = from; i < from + length && plain; i++) {
            plain = bytes[i] > 0;
        }
        if (plain) {
            return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString();
            return text.indexOf('\0') >= 0 ? null : text;
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
