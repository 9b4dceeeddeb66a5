package org.platscore.intake.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.SupBookRecord;
import org.apache.poi.hssf.record.common.UnicodeString;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.platscore.finding.Severity;

/** A workbook in the .xls format of Excel 97 to 2003. Its records are read one by one; none but the shared texts are kept. */
final class XlsSource implements SheetSource {

    private static final int WORKSHEET = 0x10;
    private static final int MACRO_SHEET = 0x40;
    /** What a list of linked sheets says of the book's own. */
    private static final int OWN_SHEETS = 0x0401;

    private static final int ADD_IN = 0x3A01;
    private static final int CONTINUE = 0x3C;

    private final POIFSFileSystem files;
    private final XlsStream stream;
    private final WorkbookLimits limits;
    private final List<FileNote> notes;
    private final List<SheetHead> sheets = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>();
    private final Map<Integer, XlsLayout> layouts = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private CellFormats formats = CellFormats.none();
    private boolean from1904;
    private boolean linked;
    private boolean macros;

    private XlsSource(POIFSFileSystem files, XlsStream stream, WorkbookLimits limits, List<FileNote> notes) {
        this.files = files;
        this.stream = stream;
        this.limits = limits;
        this.notes = new ArrayList<>(notes);
    }

    /** Opens a workbook; the file system is closed with it. */
    static XlsSource open(POIFSFileSystem files, FileOptions options, List<FileNote> notes)
            throws FileFault, IOException {
        XlsStream stream = XlsStream.of(files.getRoot(), options.passwords());
        XlsSource source = new XlsSource(files, stream, new WorkbookLimits(options.workbookLimit()), notes);
        source.readBook();
        return source;
    }

    private void readBook() throws FileFault, IOException {
        List<BoundSheetRecord> bound = new ArrayList<>();
        try (XlsStream.Reading reading = stream.open(0)) {
            while (reading.next() && reading.records.getSid() != EOFRecord.sid) {
                if (reading.records.getSid() == BoundSheetRecord.sid) {
                    bound.add(new BoundSheetRecord(reading.records));
                } else {
                    global(reading.records);
                }
            }
        }
        formats = CellFormats.of(styles, codes);
        for (BoundSheetRecord each : bound) {
            int type = type(each.getPositionOfBof());
            macros |= type == MACRO_SHEET;
            if (type == WORKSHEET) {
                boolean hidden = each.isHidden() || each.isVeryHidden();
                sheets.add(new SheetHead(sheets.size(), each.getSheetname(), hidden));
                offsets.add(each.getPositionOfBof());
            }
        }
        if (macros || files.getRoot().hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
            notes.add(FileNote.of(Severity.INFO, "macros", "macros"));
        }
        if (linked) {
            notes.add(FileNote.of(Severity.WARN, "external-link", "external-link"));
        }
        if (sheets.isEmpty()) {
            throw FileFault.of("unreadable-file", "no-sheets");
        }
    }

    /** Takes what a record says of the book as a whole. */
    private void global(RecordInputStream records) throws FileFault {
        switch (records.getSid()) {
            case SSTRecord.sid -> texts(records);
            case DateWindow1904Record.sid -> from1904 = records.readUShort() == 1;
            case FormatRecord.sid -> {
                FormatRecord format = new FormatRecord(records);
                codes.put(format.getIndexCode(), format.getFormatString());
            }
            case ExtendedFormatRecord.sid -> {
                records.readUShort();
                styles.add(records.readUShort());
            }
            case SupBookRecord.sid -> {
                records.readUShort();
                int kind = records.remaining() < 2 ? OWN_SHEETS : records.readUShort();
                linked |= kind != OWN_SHEETS && kind != ADD_IN;
            }
            default -> {}
        }
    }

    private void texts(RecordInputStream records) throws FileFault {
        records.readInt();
        int count = records.readInt();
        long left = limits.texts();
        for (int i = 0; i < count; i++) {
            if (records.available() == 0 && (!records.hasNextRecord() || records.getNextSid() != CONTINUE)) {
                throw FileFault.of("unreadable-file", "lost-texts");
            }
            String text = new UnicodeString(records).getString();
            left = limits.take(left, text.length());
            texts.add(text);
        }
    }

    /** Returns what kind of sheet begins at an offset. */
    private int type(int offset) throws FileFault, IOException {
        try (XlsStream.Reading reading = stream.open(offset)) {
            if (!reading.next() || reading.records.getSid() != BOFRecord.sid) {
                throw FileFault.of("unreadable-file", "no-sheets");
            }
            reading.records.readUShort();
            return reading.records.readUShort();
        }
    }

    @Override
    public List<SheetHead> sheets() {
        return sheets;
    }

    @Override
    public boolean datesFrom1904() {
        return from1904;
    }

    @Override
    public boolean typed() {
        return true;
    }

    @Override
    public List<FileNote> notes() {
        return notes;
    }

    @Override
    public List<Merge> merges(SheetHead sheet) throws FileFault {
        return layout(sheet).merges();
    }

    private XlsLayout layout(SheetHead sheet) throws FileFault {
        XlsLayout layout = layouts.get(sheet.index());
        if (layout == null) {
            try (XlsStream.Reading reading = stream.open(offsets.get(sheet.index()))) {
                layout = XlsLayout.read(reading);
            } catch (IOException | RuntimeException e) {
                throw FileFault.damaged(sheet.name(), e);
            }
            layouts.put(sheet.index(), layout);
        }
        return layout;
    }

    @Override
    public SheetRows rows(SheetHead sheet) throws FileFault {
        XlsLayout layout = layout(sheet);
        try {
            XlsRows rows =
                    new XlsRows(sheet.name(), stream.open(offsets.get(sheet.index())), layout.hidden(), texts, formats);
            return layout.ordered() ? rows : new SortedRows(rows);
        } catch (IOException | RuntimeException e) {
            throw FileFault.damaged(sheet.name(), e);
        }
    }

    @Override
    public void close() {
        Closing.quietly(files);
    }
}
