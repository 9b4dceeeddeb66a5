package org.platscore.report.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** A workbook whose rows are streamed and whose zip file is written once, with constant times. */
final class StreamedBook extends SXSSFWorkbook {

    private static final int ROWS_IN_MEMORY = 100;

    private final Map<String, byte[]> instead;

    /** Makes a workbook over one that has no sheets yet; {@code instead} stands in place of some zip entries, by their names. */
    StreamedBook(XSSFWorkbook whole, Map<String, byte[]> instead) {
        super(whole, ROWS_IN_MEMORY);
        this.instead = instead;
    }

    @Override
    protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
        ZipArchiveOutputStream zip = new Steady(out);
        zip.setUseZip64(Zip64Mode.AsNeeded);
        return zip;
    }

    /** Gives every entry the same time, and some another content than they are told. */
    private final class Steady extends ZipArchiveOutputStream {
        private boolean replaced;

        Steady(OutputStream out) {
            super(out);
        }

        @Override
        public void putArchiveEntry(ZipArchiveEntry entry) throws IOException {
            ZipArchiveEntry steady = new ZipArchiveEntry(entry.getName());
            steady.setTimeLocal(SteadyZip.TIME);
            super.putArchiveEntry(steady);
            byte @Nullable [] other = instead.get(entry.getName());
            replaced = false;
            if (other != null) {
                write(other, 0, other.length);
                replaced = true;
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (!replaced) {
                super.write(bytes, from, length);
            }
        }
    }
}
