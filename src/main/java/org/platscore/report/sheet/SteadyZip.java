package org.platscore.report.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Workbook;

/** Writes a workbook so that its zip entries carry a constant time: POI stamps them with the clock's. */
final class SteadyZip {

    /** Not the first moment of 1980: the JDK takes that one for an older time and adds a stamp that depends on the time zone. */
    static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 12, 0);

    private SteadyZip() {}

    /** Writes a workbook. */
    static void write(Workbook book, Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        book.write(bytes);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()));
                OutputStream target = Files.newOutputStream(file);
                ZipOutputStream out = new ZipOutputStream(target)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry steady = new ZipEntry(entry.getName());
                steady.setTimeLocal(TIME);
                out.putNextEntry(steady);
                in.transferTo(out);
                out.closeEntry();
            }
        }
    }
}
