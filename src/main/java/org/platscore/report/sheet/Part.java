package org.platscore.report.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** A part of a workbook: XML that is deflated as it comes, so that only what is packed needs memory. */
final class Part {

    private static final int PORTION = 1 << 14;

    /** Less than half the time of the usual level, a sixth more bytes. */
    private static final int LEVEL = 3;

    private final String name;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final Deflater deflater = new Deflater(LEVEL, true);
    private final DeflaterOutputStream deflating = new DeflaterOutputStream(packed, deflater, 1 << 13);
    private final CRC32 crc = new CRC32();
    private long size;

    /** @param name the name in the zip file */
    Part(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Adds text as it is. */
    Part add(String more) {
        text.append(more);
        if (text.length() > PORTION) {
            pack();
        }
        return this;
    }

    private void pack() {
        // A pair of surrogates is not torn: text comes in whole.
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        crc.update(bytes);
        size += bytes.length;
        try {
            deflating.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes everything", e);
        }
    }

    /** Closes the part and puts it into a zip file. */
    void into(ZipArchiveOutputStream zip) throws IOException {
        pack();
        deflating.finish();
        deflater.end();
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setTimeLocal(SteadyZip.TIME);
        entry.setMethod(ZipEntry.DEFLATED);
        entry.setCrc(crc.getValue());
        entry.setSize(size);
        entry.setCompressedSize(packed.size());
        zip.addRawArchiveEntry(entry, new ByteArrayInputStream(packed.toByteArray()));
    }
}
