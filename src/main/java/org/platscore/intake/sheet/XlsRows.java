package org.platscore.intake.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.util.RKUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.sheet.RawCell.Format;
import org.platscore.intake.sheet.RawCell.Kind;

/** The rows of a sheet of an .xls file. */
final class XlsRows implements SheetRows {

    private static final int RSTRING = 0xD6;
    /** What stands in place of a formula's number if its result is something else. */
    private static final int NO_NUMBER = 0xFFFF;

    private final @Nullable String sheet;
    private final XlsStream.Reading reading;
    private final RecordInputStream records;
    private final BitSet hidden;
    private final List<String> texts;
    private final CellFormats formats;
    private int row = -1;
    private List<@Nullable RawCell> cells = new ArrayList<>();
    /** The column of a formula whose result, a text, stands in a record of its own; -1 if there is none. */
    private int awaiting = -1;

    private int depth;
    private boolean ended;

    XlsRows(@Nullable String sheet, XlsStream.Reading reading, BitSet hidden, List<String> texts, CellFormats formats) {
        this.sheet = sheet;
        this.reading = reading;
        this.records = reading.records;
        this.hidden = hidden;
        this.texts = texts;
        this.formats = formats;
    }

    /** Returns whether records of this kind hold cells; their first number is the row. */
    static boolean holdsCells(int sid) {
        return switch (sid) {
            case LabelSSTRecord.sid,
                    LabelRecord.sid,
                    NumberRecord.sid,
                    RKRecord.sid,
                    MulRKRecord.sid,
                    FormulaRecord.sid,
                    BoolErrRecord.sid,
                    RSTRING -> true;
            default -> false;
        };
    }

    @Override
    public @Nullable RawRow next() throws FileFault {
        try {
            while (!ended) {
                RawRow done = record();
                if (done != null) {
                    return done;
                }
            }
            RawRow last = row < 0 ? null : row();
            row = -1;
            return last;
        } catch (RuntimeException e) {
            throw FileFault.damaged(sheet, e);
        }
    }

    /** Reads one record; returns the row that ends before it, if one does. */
    private @Nullable RawRow record() throws FileFault {
        if (!reading.next()) {
            ended = true;
            return null;
        }
        int sid = records.getSid();
        if (sid == BOFRecord.sid) {
            depth++;
        } else if (sid == EOFRecord.sid) {
            ended = --depth <= 0;
        } else if (depth == 1 && sid == StringRecord.sid && awaiting >= 0) {
            set(awaiting, XlsxCells.text(new StringRecord(records).getString(), true));
            awaiting = -1;
        } else if (depth == 1 && holdsCells(sid)) {
            int number = records.readUShort();
            RawRow done = number == row || row < 0 ? null : row();
            row = number;
            cells(sid, records.readUShort());
            return done;
        }
        return null;
    }

    private @Nullable RawRow row() {
        List<@Nullable RawCell> all = cells;
        cells = new ArrayList<>(all.size());
        awaiting = -1;
        boolean filled = false;
        for (RawCell each : all) {
            filled |= each != null;
        }
        return filled ? new RawRow(row + 1, hidden.get(row + 1), all) : null;
    }

    private void cells(int sid, int column) throws FileFault {
        if (sid == MulRKRecord.sid) {
            for (int at = column; records.remaining() >= 6; at++) {
                int style = records.readUShort();
                set(at, number(RKUtil.decodeNumber(records.readInt()), style, false));
            }
            return;
        }
        int style = records.readUShort();
        switch (sid) {
            case LabelSSTRecord.sid -> {
                int index = records.readInt();
                if (index < 0 || index >= texts.size()) {
                    throw FileFault.in(sheet, "lost-text", row + 1, index);
                }
                set(column, XlsxCells.text(texts.get(index), false));
            }
            case NumberRecord.sid -> set(column, number(records.readDouble(), style, false));
            case RKRecord.sid -> set(column, number(RKUtil.decodeNumber(records.readInt()), style, false));
            case BoolErrRecord.sid -> {
                int value = records.readUByte();
                set(column, records.readUByte() == 0 ? truth(value != 0, false) : error(value, false));
            }
            case FormulaRecord.sid -> set(column, result(column, style));
            default -> set(column, XlsxCells.text(records.readString(), false));
        }
    }

    /** Returns the saved result of a formula; one that is a text comes in a later record. */
    private @Nullable RawCell result(int column, int style) {
        long bits = records.readLong();
        if ((bits >>> 48) != NO_NUMBER) {
            return number(Double.longBitsToDouble(bits), style, true);
        }
        int value = (int) (bits >>> 16) & 0xFF;
        switch ((int) bits & 0xFF) {
            case 0 -> {
                awaiting = column;
                return new RawCell(Kind.NO_VALUE, "", null, Format.PLAIN, true);
            }
            case 1 -> {
                return truth(value != 0, true);
            }
            case 2 -> {
                return error(value, true);
            }
            default -> {
                return null;
            }
        }
    }

    private RawCell number(double stored, int style, boolean formula) {
        BigDecimal number =
                Double.isNaN(stored) || Double.isInfinite(stored) ? null : XlsxCells.number(new BigDecimal(stored));
        return number == null
                ? new RawCell(Kind.ERROR, FormulaError.NUM.getString(), null, Format.PLAIN, formula)
                : XlsxCells.number(number, number.toPlainString(), formats.of(style), formula);
    }

    private static RawCell truth(boolean yes, boolean formula) {
        return new RawCell(Kind.BOOLEAN, yes ? "TRUE" : "FALSE", null, Format.PLAIN, formula);
    }

    private static RawCell error(int code, boolean formula) {
        String text = FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#N/A";
        return new RawCell(Kind.ERROR, text, null, Format.PLAIN, formula);
    }

    private void set(int column, @Nullable RawCell cell) {
        while (cells.size() <= column) {
            cells.add(null);
        }
        cells.set(column, cell);
    }

    @Override
    public void close() {
        Closing.quietly(reading);
    }
}
