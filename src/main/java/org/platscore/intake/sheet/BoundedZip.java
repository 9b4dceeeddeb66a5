package org.platscore.intake.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.jspecify.annotations.Nullable;

/** A workbook's archive. What it says of itself is checked before anything is inflated, and what it inflates to on the way. */
final class BoundedZip implements ZipEntrySource {

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    /** A list of 2,000 parts takes some 300 KB. */
    private static final int LONGEST_LIST = 4 << 20;

    private final ZipFile zip;
    private final WorkbookLimits limits;
    private final boolean properties;
    private @Nullable FileFault refused;
    private boolean closed;

    private BoundedZip(ZipFile zip, WorkbookLimits limits, boolean properties) {
        this.zip = zip;
        this.limits = limits;
        this.properties = properties;
    }

    /**
     * Opens an archive; the channel is closed with it, or at once if it is refused.
     *
     * @param properties whether the document's properties are shown; else it is as if they were not there
     */
    static BoundedZip open(SeekableByteChannel channel, WorkbookLimits limits, boolean properties)
            throws IOException, FileFault {
        BoundedZip opened = null;
        try {
            checkList(channel, limits);
            channel.position(0);
            ZipFile file = ZipFile.builder().setSeekableByteChannel(channel).get();
            BoundedZip zip = new BoundedZip(file, limits, properties);
            zip.check();
            opened = zip;
            return zip;
        } finally {
            if (opened == null) {
                channel.close();
            }
        }
    }

    /** Refuses an archive without a list of parts at its end, or whose list is so long that even reading it would take all memory. */
    private static void checkList(SeekableByteChannel channel, WorkbookLimits limits) throws IOException, FileFault {
        int length = (int) Math.min(channel.size(), END_SIZE + LONGEST_COMMENT);
        ByteBuffer tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        long start = channel.size() - length;
        channel.position(start);
        while (tail.hasRemaining() && channel.read(tail) >= 0) {
            continue;
        }
        for (int at = length - END_SIZE; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                long first = tail.getInt(at + 16) & 0xFFFF_FFFFL;
                boolean wide = first == 0xFFFF_FFFFL;
                if ((tail.getShort(at + 10) & 0xFFFF) > limits.entries() && !wide
                        || !wide && start + at - first > LONGEST_LIST) {
                    throw limits.tooManyEntries();
                }
                return;
            }
        }
        throw FileFault.of("unreadable-file", "cut-off");
    }

    private void check() throws FileFault {
        long inflated = 0;
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            String name = entry.getName();
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw FileFault.of("unreadable-file", "doubled-entry", name);
            }
            // The name itself comes with slashes where the archive has backslashes.
            String written = new String(entry.getRawName(), StandardCharsets.ISO_8859_1);
            if (written.contains("\\") || name.startsWith("../") || name.contains("/../")) {
                throw FileFault.of("unreadable-file", "odd-entry", name);
            }
            if (names.size() > limits.entries()) {
                throw limits.tooManyEntries();
            }
            long size = Math.max(0, entry.getSize());
            inflated += size;
            if (inflated > limits.inflated() || limits.bomb(name, size, entry.getCompressedSize())) {
                throw limits.tooLarge(name, size);
            }
        }
    }

    /** Returns the fault of a part that turned out to be larger than it may be or not what was packed; null if none did yet. */
    @Nullable
    FileFault refused() {
        return refused;
    }

    @Override
    public Enumeration<? extends ZipArchiveEntry> getEntries() {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        entries.removeIf(entry -> !shown(entry.getName()));
        return Collections.enumeration(entries);
    }

    private boolean shown(String name) {
        return properties || !name.startsWith("docProps/") && !name.endsWith(".psmdcp");
    }

    @Override
    public @Nullable ZipArchiveEntry getEntry(String path) {
        String name = path.startsWith("/") ? path.substring(1) : path;
        if (!shown(name)) {
            return null;
        }
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry != null) {
            return entry;
        }
        for (ZipArchiveEntry each : Collections.list(zip.getEntries())) {
            if (each.getName().equalsIgnoreCase(name)) {
                return each;
            }
        }
        return null;
    }

    @Override
    public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
        return new Counted(zip.getInputStream(entry), entry);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        zip.close();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    /** What a part inflates to: not more than it may, and at its end just what was put into it. */
    private final class Counted extends FilterInputStream {
        private final String name;
        private final long packed;
        private final long sum;
        private final CRC32 crc = new CRC32();
        private long inflated;

        Counted(InputStream in, ZipArchiveEntry entry) {
            super(in);
            this.name = entry.getName();
            this.packed = Math.max(0, entry.getCompressedSize());
            this.sum = entry.getCrc();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            if (read < 0) {
                if (crc.getValue() != sum) {
                    refused = FileFault.of("unreadable-file", "part-altered", name);
                    throw new IOException("not the bytes that were packed", refused);
                }
                return read;
            }
            crc.update(bytes, offset, read);
            inflated += read;
            if (limits.bomb(name, inflated, packed)) {
                refused = limits.tooLarge(name, inflated);
                throw new IOException("inflates beyond the limits", refused);
            }
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            return readNBytes((int) Math.min(bytes, 1 << 16)).length;
        }
    }
}
