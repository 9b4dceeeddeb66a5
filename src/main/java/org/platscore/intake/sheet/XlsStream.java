package org.platscore.intake.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.List;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.jspecify.annotations.Nullable;

/** The stream of records in an .xls file, to be read from the start or from a sheet's first record; memory does not grow with it. */
final class XlsStream {

    private static final int BIFF8 = 0x0600;
    private static final int HEAD = 4;

    private final DirectoryNode root;
    private final @Nullable EncryptionInfo encryption;
    /** Where the records begin that a password protects. */
    private final int start;

    private XlsStream(DirectoryNode root, @Nullable EncryptionInfo encryption, int start) {
        this.root = root;
        this.encryption = encryption;
        this.start = start;
    }

    /** Finds the stream and, where it is encrypted, the password that fits. */
    static XlsStream of(DirectoryNode root, List<String> passwords) throws FileFault, IOException {
        if (!root.hasEntryCaseInsensitive("Workbook")) {
            throw FileFault.of("not-a-workbook", "other-format", other(root));
        }
        XlsStream plain = new XlsStream(root, null, 0);
        try (Reading reading = plain.open(0)) {
            RecordInputStream records = reading.records;
            boolean first = true;
            while (reading.next() && records.getSid() != EOFRecord.sid) {
                if (first) {
                    checkVersion(records);
                    first = false;
                } else if (records.getSid() == FilePassRecord.sid) {
                    int behind = reading.behind();
                    EncryptionInfo info = new FilePassRecord(records).getEncryptionInfo();
                    Passwords.unlock(info, passwords);
                    return new XlsStream(root, info, behind);
                }
            }
            if (first) {
                throw FileFault.of("unreadable-file", "no-sheets");
            }
        } catch (GeneralSecurityException e) {
            throw FileFault.of("encrypted-file", "encrypted-oddly");
        }
        return plain;
    }

    private static String other(DirectoryNode root) {
        return root.hasEntryCaseInsensitive("Book")
                ? "XLS (Excel 5.0/95)"
                : root.hasEntryCaseInsensitive("WordDocument")
                        ? "Word"
                        : root.hasEntryCaseInsensitive("PowerPoint Document") ? "PowerPoint" : "OLE";
    }

    private static void checkVersion(RecordInputStream records) throws FileFault {
        if (records.getSid() != BOFRecord.sid || records.remaining() < 2) {
            throw FileFault.of("unreadable-file", "no-sheets");
        }
        if (records.readUShort() != BIFF8) {
            throw FileFault.of("not-a-workbook", "other-format", "XLS (Excel 5.0/95)");
        }
    }

    /** Opens the stream at an offset at which a record starts; what is protected is read as what it is. */
    Reading open(int offset) throws IOException {
        InputStream in = root.createDocumentInputStream(root.getEntryCaseInsensitive("Workbook"));
        int from = encryption == null ? offset : start;
        in.skipNBytes(from);
        RecordInputStream records =
                encryption == null ? new RecordInputStream(in) : new RecordInputStream(in, encryption, from);
        Reading reading = new Reading(in, records, from);
        while (reading.behind() < offset && reading.next()) {
            continue;
        }
        return reading;
    }

    /** One way through the stream. */
    static final class Reading implements Closeable {
        private final InputStream in;
        /** The records; the current one may be read in part. */
        final RecordInputStream records;

        private int at;
        private int length;

        Reading(InputStream in, RecordInputStream records, int at) {
            this.in = in;
            this.records = records;
            this.at = at - HEAD;
        }

        /** Moves to the next record, or the first; returns false after the last. */
        boolean next() {
            // POI reads a plain record among encrypted ones rightly only as a whole.
            records.readRemainder();
            if (!records.hasNextRecord()) {
                return false;
            }
            records.nextRecord();
            at += HEAD + length;
            length = records.remaining();
            return true;
        }

        /** Returns where the record behind the current one starts. */
        private int behind() {
            return at + HEAD + length;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
