package org.platscore.report.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.WholeCharacters;

/** A part of a workbook: XML that is deflated as it comes, so that only what is packed needs memory. */
final class Part {

    private static final int PORTION = 1 << 14;
    /** No character takes more bytes, nor does what stands for one in XML. */
    private static final int MOST_BYTES = 6;

    /** Less than half the time of the usual level, a sixth more bytes. */
    private static final int LEVEL = 3;

    private static final int ESCAPED = 0x100;
    /** What stands for a character in the text of a cell, so that line ends and the like are kept; null where it does itself. */
    private static final byte[] @Nullable [] ESCAPES = new byte[ESCAPED] @Nullable [];

    static {
        ESCAPES['<'] = bytes("&lt;");
        ESCAPES['>'] = bytes("&gt;");
        ESCAPES['&'] = bytes("&amp;");
        ESCAPES['"'] = bytes("&quot;");
        ESCAPES['\n'] = bytes("&#xa;");
        ESCAPES['\t'] = bytes("&#x9;");
        ESCAPES['\u00a0'] = bytes("&#xa0;");
    }

    private static final byte[] @Nullable [] NONE = new byte[ESCAPED] @Nullable [];

    private final String name;
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final Deflater deflater = new Deflater(LEVEL, true);
    private final DeflaterOutputStream deflating = new DeflaterOutputStream(packed, deflater, 1 << 13);
    private final CRC32 crc = new CRC32();
    private byte[] bytes = new byte[2 * PORTION];
    private char[] chars = new char[128];
    private int at;
    private long size;

    /** @param name the name in the zip file */
    Part(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Returns markup as it is added often. */
    static byte[] bytes(String markup) {
        return markup.getBytes(StandardCharsets.UTF_8);
    }

    /** Adds markup as it is. */
    Part add(String markup) {
        encode(markup, NONE);
        return this;
    }

    /** Adds markup as it is. */
    Part add(byte[] markup) {
        room(markup.length);
        System.arraycopy(markup, 0, bytes, at, markup.length);
        at += markup.length;
        return this;
    }

    /** Adds the text of a cell, of characters that XML can hold. */
    Part text(String text) {
        encode(text, ESCAPES);
        return this;
    }

    private void room(int more) {
        if (at > PORTION) {
            pack();
        }
        if (bytes.length - at < more) {
            bytes = Arrays.copyOf(bytes, at + more);
        }
    }

    /** Adds characters as UTF-8, halves of pairs as question marks. */
    private void encode(String text, byte[] @Nullable [] escapes) {
        int length = text.length();
        room(MOST_BYTES * length);
        if (chars.length < length) {
            chars = new char[2 * length];
        }
        text.getChars(0, length, chars, 0);
        byte[] into = bytes;
        int to = at;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            byte @Nullable [] escape = c < ESCAPED ? escapes[c] : null;
            if (escape != null) {
                System.arraycopy(escape, 0, into, to, escape.length);
                to += escape.length;
            } else if (c < 0x80) {
                into[to++] = (byte) c;
            } else if (c < 0x800) {
                into[to++] = (byte) (0xC0 | c >> 6);
                into[to++] = (byte) (0x80 | c & 0x3F);
            } else if (!Character.isSurrogate(c)) {
                into[to++] = (byte) (0xE0 | c >> 12);
                into[to++] = (byte) (0x80 | c >> 6 & 0x3F);
                into[to++] = (byte) (0x80 | c & 0x3F);
            } else if (WholeCharacters.pair(text, i)) {
                int point = Character.toCodePoint(c, chars[++i]);
                into[to++] = (byte) (0xF0 | point >> 18);
                into[to++] = (byte) (0x80 | point >> 12 & 0x3F);
                into[to++] = (byte) (0x80 | point >> 6 & 0x3F);
                into[to++] = (byte) (0x80 | point & 0x3F);
            } else {
                into[to++] = '?';
            }
        }
        at = to;
    }

    private void pack() {
        crc.update(bytes, 0, at);
        size += at;
        try {
            deflating.write(bytes, 0, at);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes everything", e);
        }
        at = 0;
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
