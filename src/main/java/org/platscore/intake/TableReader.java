package org.platscore.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.intake.cell.CellReader;
import org.platscore.intake.cell.Head;
import org.platscore.intake.cell.Masking;
import org.platscore.intake.cell.RowWords;
import org.platscore.intake.cell.Spelling;
import org.platscore.intake.sheet.FileFault;
import org.platscore.intake.sheet.Merge;
import org.platscore.intake.sheet.RawCell;
import org.platscore.intake.sheet.RawRow;
import org.platscore.intake.sheet.SheetHead;
import org.platscore.intake.sheet.SheetRows;
import org.platscore.intake.sheet.SheetSource;
import org.platscore.rules.Column;
import org.platscore.rules.ColumnType;

/** Reads one sheet as a table: from its head to rows of values that have passed all checks that look at one row alone. */
final class TableReader implements Locator {

    private final TableSpec spec;
    private final FileReport report;
    private final SheetHead sheet;
    private final Owner owner;
    private final Consumer<DataRow> sink;
    private final Tally together = new Tally(true);
    private final Header header;
    private final List<CellReader> readers = new ArrayList<>();
    private final FurtherHeads further;
    private final boolean datesFrom1904;

    private final RowReading reading;
    private List<ColumnMerges> merges = List.of();
    private List<Merge> merged = List.of();
    private int met;

    /**
     * A reader.
     *
     * @param owner who tells whose a row is
     * @param sink takes the rows that count for a subject, rejected ones too; those without a subject where no owner is asked
     */
    TableReader(
            TableSpec spec,
            FileReport report,
            SheetSource source,
            SheetHead sheet,
            Header header,
            Owner owner,
            Consumer<DataRow> sink) {
        this.spec = spec;
        this.report = report;
        this.sheet = sheet;
        this.header = header;
        this.owner = owner;
        this.sink = sink;
        this.datesFrom1904 = source.datesFrom1904();
        for (int i = 0; i < spec.columns().size(); i++) {
            readers.add(new CellReader(
                    spec.columns().get(i),
                    header.units().get(i),
                    header.sheetUnit(),
                    spec.input().blanks(),
                    datesFrom1904,
                    source.typed(),
                    owner::idOf,
                    i == spec.owner() || !owner.asked()));
        }
        this.reading = new RowReading(spec, report, readers);
        this.further = new FurtherHeads(spec, report, sheet.name(), header, readers, owner);
    }

    /** Returns the first rows of a sheet, as far as a head may reach. */
    static List<RawRow> top(SheetRows rows) throws FileFault {
        List<RawRow> top = new ArrayList<>();
        for (RawRow row = rows.next(); row != null; row = rows.next()) {
            top.add(row);
            if (row.ordinal() > HeaderSearch.ROWS) {
                break;
            }
        }
        return top;
    }

    /** Returns the first rows of a sheet without a head, as far as they are looked at for what is like one. */
    static List<RawRow> looked(List<RawRow> top, SheetRows rows) throws FileFault {
        List<RawRow> looked = new ArrayList<>(top);
        for (RawRow row = rows.next(); row != null && row.ordinal() <= HeaderSearch.LOOKED_AT; row = rows.next()) {
            looked.add(row);
        }
        return looked;
    }

    /** Reads the rows behind the head: those of {@code top}, then the others. */
    void read(List<RawRow> top, SheetRows rows, List<Merge> merged) throws FileFault {
        start(top, merged);
        for (RawRow row = rows.next(); row != null; row = rows.next()) {
            row(row);
        }
        end();
    }

    /** Reads the rows of {@code top} behind the head. */
    void start(List<RawRow> top, List<Merge> merged) {
        this.merged = merged;
        merges = ColumnMerges.of(merged, header);
        tellHead();
        for (RawRow row : top) {
            if (row.number() > header.lastRow()) {
                row(row);
            }
        }
    }

    /** Tells what can only be told at the end of the sheet. */
    void end() {
        together.tell(report);
        reading.end(this);
        if (met == 0) {
            report.add(
                    spec.input().roster() == null ? Severity.WARN : Severity.STOP,
                    "empty-input",
                    new Place(report.path(), sheet.name(), header.lastRow(), 0, ""),
                    "",
                    "empty-input");
        }
    }

    private void tellHead() {
        List<Integer> used = new ArrayList<>();
        for (int i = 0; i < spec.columns().size(); i++) {
            Column column = spec.columns().get(i);
            used.add(header.at()[i]);
            String unit = header.units().get(i);
            if (!unit.isEmpty() && HeadUnits.asTheyStand(column.type())) {
                report.units().add(new HeadUnits.Stated(i, unit, place(header.lastRow(), i)));
            }
            if (header.at()[i] < 0 && column.defaultValue() == null) {
                report.add(
                        Severity.WARN,
                        "no-value",
                        new Place(report.path(), sheet.name(), header.lastRow(), 0, column.label()),
                        "",
                        "column-absent",
                        column.label(),
                        header.texts().stream()
                                .filter(text -> !text.isEmpty())
                                .map(TableReader::oneLine)
                                .toList());
            }
        }
        for (int i = 0; i < header.width(); i++) {
            String text = header.texts().get(i);
            if (text.isEmpty() || used.contains(i)) {
                continue;
            }
            int column = synonym(text);
            Place place = new Place(report.path(), sheet.name(), header.lastRow(), i + 1, oneLine(text));
            if (column < 0 || header.at()[column] < 0) {
                report.add(Severity.INFO, "extra-column", place, text, "extra-column");
            } else if (spec.columns().get(column).type() != ColumnType.SUBJECT) {
                String read = oneLine(header.texts().get(header.at()[column]));
                report.add(Severity.INFO, "extra-column", place, text, "synonym-unread", read);
            }
        }
    }

    /** Returns the column that the rules name by such a head too, though another one before it is read; -1 if there is none. */
    private int synonym(String text) {
        Head head = Head.of(text);
        for (int i = 0; i < spec.columns().size(); i++) {
            if (spec.columns().get(i).headers().stream()
                    .anyMatch(each -> Head.of(each).bare().equals(head.bare()))) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public Place place(int row, int column) {
        int at = column < 0 ? -1 : header.at()[column];
        String head =
                column < 0 ? "" : header.text(column, spec.columns().get(column).label());
        return new Place(report.path(), sheet.name(), row, at + 1, oneLine(head));
    }

    @Override
    public boolean datesFrom1904() {
        return datesFrom1904;
    }

    @Override
    public String unit(int column) {
        return header.units().get(column);
    }

    @Override
    public String sheetUnit() {
        return header.sheetUnit();
    }

    /** Returns the readers of the columns. */
    List<CellReader> readers() {
        return readers;
    }

    /** Returns a row of which there is nothing to tell, whose cells are read when they are asked for; touches no state. */
    DataRow bare(RawRow raw) {
        DataRow row = cells(raw, new DataRow(spec, this, raw.number(), readers));
        row.subject = owner.find(owner.named(row));
        return row;
    }

    /** Tells why a row is rejected of which there is nothing to tell but what a check of it alone says. */
    void rejected(RawRow raw) {
        DataRow row = bare(raw);
        if (RowChecks.alone(row, report)) {
            throw new IllegalStateException("row " + raw.number() + " passes its checks");
        }
        out(row);
    }

    /** Takes note of rows that were read elsewhere. */
    void counted(long rows, long passedOver) {
        report.rows += rows;
        report.passedOver += passedOver;
        met |= rows > 0 ? 1 : 0;
    }

    /** Returns the watches over the columns' values, to be changed before the first row; null where none is kept. */
    List<@Nullable MedianWatch> watches() {
        return reading.watches();
    }

    /** Takes note of the greatest numbers among all values that the watches were given. */
    void sized() {
        reading.sized();
    }

    private DataRow cells(RawRow raw, DataRow row) {
        for (int i = 0; i < row.raw.length; i++) {
            int at = header.at()[i];
            row.raw[i] = at < 0 ? null : raw.cell(at);
        }
        return row;
    }

    /** Reads a row behind the head. */
    void row(RawRow raw) {
        DataRow row = cells(raw, new DataRow(spec, this, raw.number()));
        boolean blank = true;
        for (RawCell each : row.raw) {
            blank &= each == null;
        }
        if (blank || further.met(raw, merged)) {
            return;
        }
        int sum = sumCell(raw, header.width());
        if (sum >= 0 && !whole(row)) {
            String head = header.textAt(sum);
            report.add(
                    Severity.INFO,
                    "sum-row",
                    new Place(report.path(), sheet.name(), raw.number(), sum + 1, head == null ? "" : oneLine(head)),
                    personal(sum) ? RowWords.sum(raw.text(sum)) : raw.text(sum),
                    "sum-row");
            return;
        }
        met++;
        if (raw.hidden()) {
            together.note(Severity.WARN, "hidden-rows", row.place(-1), -1, "", "", "hidden-rows");
        }
        for (ColumnMerges merge : merges) {
            if (merge.fill(row, spec.repeatsWhenMerged(merge.column()))) {
                String shown = row.shown(merge.column());
                together.note(
                        Severity.WARN,
                        "merged-cells",
                        row.place(merge.column()),
                        merge.column(),
                        shown,
                        "",
                        spec.repeatsWhenMerged(merge.column()) ? "merged-all" : "merged-first");
            }
        }
        read(row, raw);
    }

    /** Returns whether a correction or decision has all that one must have: it is made whatever its measure or reason is called. */
    private boolean whole(DataRow row) {
        return !spec.fixedHeads().isEmpty()
                && spec.needed().stream()
                        .allMatch(i -> row.raw[i] != null
                                || merges.stream().anyMatch(each -> each.column() == i && each.covers(row.number)));
    }

    private void read(DataRow row, RawRow raw) {
        report.rows++;
        String named = owner.named(row);
        row.subject = owner.find(named);
        int last = raw.cells().size() - 1;
        while (last >= 0 && raw.cells().get(last) == null) {
            last--;
        }
        Severity severity = spec.strict() ? Severity.STOP : Severity.REJECT;
        if (last >= header.width()) {
            Place place = new Place(report.path(), sheet.name(), row.number, last + 1, "");
            report.add(
                    row,
                    severity,
                    "extra-cells",
                    place,
                    spec.columns().stream().anyMatch(Column::personal)
                            ? Masking.HIDDEN
                            : Masking.resident(raw.text(last)),
                    Message.of("intake.extra-cells", last + 1, header.width()),
                    Message.of(sheet.name() == null ? "intake.extra-cells-do" : "intake.extra-cells-book-do"));
            out(row);
            return;
        }
        if (saysNone(row, raw, severity) || !reading.read(row)) {
            out(row);
            return;
        }
        if (spec.input().where() != null && !spec.input().where().holds(row)) {
            report.passedOver++;
            if (spec.tellsPassedOver()) {
                row.passedOver = true;
                sink.accept(row);
            }
            return;
        }
        if (owner.asked() && row.subject == null) {
            owner.tellUnknown(row, named, report);
            out(row);
            return;
        }
        reading.sound(row);
        row.derive();
        if (RowChecks.alone(row, report)) {
            sink.accept(row);
        } else {
            out(row);
        }
    }

    private void out(DataRow row) {
        row.rejected = true;
        report.rejected++;
        sink.accept(row);
    }

    /** Tells a row that says of itself that it is a note or an example, and returns whether it does. */
    private boolean saysNone(DataRow row, RawRow raw, Severity severity) {
        int note = RowWords.noteIn(raw);
        int at = note < 0 ? RowWords.exampleIn(raw) : note;
        if (at < 0) {
            return false;
        }
        report.add(
                row,
                severity,
                "bad-value",
                new Place(report.path(), sheet.name(), row.number, at + 1, ""),
                note < 0 ? RowWords.example(raw.text(at)) : RowWords.note(raw.text(at)),
                Message.of(note < 0 ? "intake.example-row" : "intake.note-row"),
                Message.of(note < 0 ? "intake.example-row-do" : "intake.note-row-do"));
        return true;
    }

    /** Returns whether a cell at a position of the sheet is one of a personal column. */
    private boolean personal(int at) {
        return IntStream.range(0, spec.columns().size()).anyMatch(i -> header.at()[i] == at && spec.personal(i));
    }

    /** Returns the cell that says that its row adds others up: with more than the word, only the first that is filled. */
    private static int sumCell(RawRow raw, int width) {
        boolean first = true;
        for (int i = 0; i < Math.min(width, raw.cells().size()); i++) {
            RawCell cell = raw.cells().get(i);
            if (cell == null) {
                continue;
            }
            if (cell.kind() == RawCell.Kind.TEXT
                    && (first ? RowWords.startsSum(cell.text()) : RowWords.isSum(cell.text()))) {
                return i;
            }
            first = false;
        }
        return -1;
    }

    static String oneLine(String head) {
        return head.indexOf('\n') < 0 && head.indexOf('\r') < 0
                ? head
                : Spelling.clean(head.replaceAll("[\\r\\n]+", " "));
    }
}
