package org.platscore.intake.sheet;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text file of rows: one sheet without a name. */
final class CsvSource implements SheetSource {

    /** From this size in bytes on, a file is read by a thread of its own. */
    private static final long LARGE = 1 << 20;

    private final Path file;
    private final @Nullable Charset charset;
    private final List<FileNote> notes;

    /** Null until it is asked for: finding it out takes a reading of the file. */
    private @Nullable TextEncoding encoding;

    private CsvSource(Path file, @Nullable Charset charset, List<FileNote> notes) {
        this.file = file;
        this.charset = charset;
        this.notes = notes;
    }

    /** @param trusting whether the encoding is found out only when rows are asked for */
    static CsvSource open(Path file, @Nullable Charset charset, List<FileNote> notes, boolean trusting)
            throws FileFault {
        CsvSource source = new CsvSource(file, charset, notes);
        if (!trusting) {
            source.encoding();
        }
        return source;
    }

    private TextEncoding encoding() throws FileFault {
        TextEncoding known = encoding;
        if (known == null) {
            known = TextEncoding.of(file, charset);
            encoding = known;
        }
        return known;
    }

    @Override
    public @Nullable CsvText text() throws FileFault {
        return CsvText.of(file, charset);
    }

    @Override
    public List<SheetHead> sheets() {
        return List.of(new SheetHead(0, null, false));
    }

    @Override
    public boolean datesFrom1904() {
        return false;
    }

    @Override
    public boolean typed() {
        return false;
    }

    @Override
    public List<FileNote> notes() {
        return notes;
    }

    @Override
    public List<Merge> merges(SheetHead sheet) {
        return List.of();
    }

    @Override
    public SheetRows rows(SheetHead sheet) throws FileFault {
        try {
            SheetRows rows = CsvRows.open(encoding().open(file));
            return Files.size(file) < LARGE ? rows : RowsAhead.of(rows);
        } catch (IOException e) {
            throw FileFault.io(e);
        }
    }

    @Override
    public void close() {}
}
