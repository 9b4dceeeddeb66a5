package org.platscore.intake.sheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.RowRecord;

/**
 * What a sheet of an .xls file says of its rows beside their cells: it stands before, between and behind them, so that it needs a
 * reading of its own.
 *
 * @param hidden rows, counted from 1
 * @param ordered whether the cells come from the top down
 */
record XlsLayout(List<Merge> merges, BitSet hidden, boolean ordered) {

    /** Rows of no height. */
    private static final int ZERO_HEIGHT = 0x20;

    /** Reads a sheet from its first record. */
    static XlsLayout read(XlsStream.Reading reading) {
        List<Merge> merges = new ArrayList<>();
        BitSet hidden = new BitSet();
        boolean ordered = true;
        int last = 0;
        int depth = 0;
        RecordInputStream records = reading.records;
        while (reading.next()) {
            int sid = records.getSid();
            if (sid == BOFRecord.sid) {
                depth++;
            } else if (sid == EOFRecord.sid && --depth == 0) {
                break;
            } else if (depth == 1 && sid == MergeCellsRecord.sid) {
                merges(records, merges);
            } else if (depth == 1 && sid == RowRecord.sid) {
                int row = records.readUShort() + 1;
                records.readLong();
                records.readUShort();
                hidden.set(row, (records.readUShort() & ZERO_HEIGHT) != 0);
            } else if (depth == 1 && XlsRows.holdsCells(sid)) {
                int row = records.readUShort();
                ordered &= row >= last;
                last = row;
            }
        }
        return new XlsLayout(merges, hidden, ordered);
    }

    private static void merges(RecordInputStream records, List<Merge> merges) {
        int count = records.readUShort();
        for (int i = 0; i < count && records.remaining() > 0; i++) {
            int firstRow = records.readUShort() + 1;
            int lastRow = records.readUShort() + 1;
            int firstColumn = records.readUShort();
            merges.add(new Merge(firstRow, firstColumn, lastRow, records.readUShort()));
        }
    }
}
