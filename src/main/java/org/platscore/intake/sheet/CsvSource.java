package org.platscore.intake.sheet;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text file of rows: one sheet without a name. */
final class CsvSource implements SheetSource {

    private final Path file;
    private final TextEncoding encoding;
    private final List<FileNote> notes;

    private CsvSource(Path file, TextEncoding encoding, List<FileNote> notes) {
        this.file = file;
        this.encoding = encoding;
        this.notes = notes;
    }

    static CsvSource open(Path file, @Nullable Charset charset, List<FileNote> notes) throws FileFault {
        return new CsvSource(file, TextEncoding.of(file, charset), notes);
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
            return CsvRows.open(encoding.open(file));
        } catch (IOException e) {
            throw FileFault.io(e);
        }
    }

    @Override
    public void close() {}
}
