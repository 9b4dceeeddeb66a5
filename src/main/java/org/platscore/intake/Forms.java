package org.platscore.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.intake.FormGrid.At;
import org.platscore.intake.FormGrid.Label;
import org.platscore.intake.cell.CellReader;
import org.platscore.intake.cell.Fault;
import org.platscore.intake.cell.Head;
import org.platscore.intake.cell.Masking;
import org.platscore.intake.cell.Spelling;
import org.platscore.intake.sheet.FileFault;
import org.platscore.intake.sheet.RawCell;
import org.platscore.intake.sheet.SheetSource;
import org.platscore.rules.BelongsTo;
import org.platscore.rules.Column;
import org.platscore.rules.ColumnType;

/** The labelled values of one file: the fields of its forms, and whose file it is. */
final class Forms {

    private final SheetSource source;
    private final String path;
    private final Set<String> told;
    private final FormSheets sheets;
    private final Set<String> labels = new HashSet<>();

    /**
     * The labelled values of a file.
     *
     * @param specs of the inputs that are read now
     * @param all inputs that the file serves
     * @param told names of the sheets that were told of already
     */
    Forms(SheetSource source, String path, List<TableSpec> specs, List<TableSpec> all, Set<String> told) {
        this.source = source;
        this.path = path;
        this.told = told;
        this.sheets = new FormSheets(source, path, all, told);
        for (TableSpec spec : specs) {
            if (spec.input().belongsTo() instanceof BelongsTo.ByLabel by) {
                addLabel(by.label());
            }
            if (spec.input().form()) {
                spec.columns().forEach(column -> column.headers().forEach(this::addLabel));
            }
        }
    }

    private void addLabel(String label) {
        labels.add(Head.of(label).full());
        labels.add(Head.of(label).bare());
    }

    /** A label and the sheet it stands in. */
    private record Found(FormGrid grid, Label label) {}

    /** Returns the subject that a labelled cell names; null if it names none, which is told once for the file. */
    @Nullable
    Subject owner(BelongsTo.ByLabel by, Subjects subjects, FileReport report) throws FileFault {
        List<FormGrid> where = sheets.of(by.sheet(), report);
        List<Found> found = find(List.of(Head.of(by.label())), where);
        String named = "";
        Place place = Place.file(path);
        if (found.size() == 1) {
            Found only = found.get(0);
            At at = only.grid.right(only.label, labels, false);
            if (at == null) {
                at = anyRight(only.grid) ? only.grid.beside(only.label) : below(only);
            }
            RawCell cell = only.grid.isLabel(at, labels) ? null : only.grid.cell(at);
            place = place(only, at);
            named = cell == null ? "" : Spelling.clean(cell.text());
        }
        Subject subject = named.isEmpty() ? null : subjects.labelled(by.label(), named);
        if (subject == null && told.add(by.toString())) {
            if (found.size() == 1) {
                Message message = Owner.unknown(named, subjects);
                tellNobodys(place, named, message, Message.of("intake.unnamed-file-do"), report);
            } else {
                tellNobodys(by, where, found, report);
            }
        }
        return subject;
    }

    /** Tells that the label which names the subject is in no sheet that was read, or is there twice. */
    private void tellNobodys(BelongsTo.ByLabel by, List<FormGrid> where, List<Found> found, FileReport report) {
        if (found.size() > 1) {
            Place first = place(found.get(0), found.get(0).label.at());
            Place second = place(found.get(1), found.get(1).label.at());
            Message message = Message.of("intake.owner-label-twice", by.label(), first.shown(), second.shown());
            tellNobodys(second, "", message, Message.of("intake.owner-label-twice-do"), report);
        } else if (where.isEmpty() && by.sheet() != null) {
            List<String> there = source.sheets().stream()
                    .filter(each -> !each.hidden())
                    .map(each -> Objects.requireNonNull(each.name()))
                    .toList();
            Message message = Message.of("intake.owner-sheet-missing", by.sheet(), there);
            tellNobodys(Place.file(path), "", message, Message.of("intake.owner-sheet-missing-do"), report);
        } else {
            String sheet = by.sheet() == null ? null : where.get(0).sheet().name();
            Message message = Message.of("intake.owner-label-missing", by.label());
            Message action = Message.of("intake.owner-label-missing-do", by.label());
            tellNobodys(new Place(path, sheet, 0, 0, by.label()), "", message, action, report);
        }
    }

    private static void tellNobodys(Place place, String named, Message message, Message action, FileReport report) {
        report.add(Severity.REJECT, "unknown-subject", place, named, "", message, action);
    }

    /** Reads a form's fields as a row; a field without a sound value is blank in it. */
    void read(TableSpec spec, FileReport report, Owner owner, Consumer<DataRow> sink) throws FileFault {
        Subject whole = owner.find("");
        List<@Nullable Found> found = new ArrayList<>();
        boolean right = false;
        Set<String> sheetsTold = new LinkedHashSet<>();
        for (Column column : spec.columns()) {
            List<FormGrid> where = sheets.of(column.sheet(), report);
            if (where.isEmpty() && column.sheet() != null && sheetsTold.add(column.sheet())) {
                report.add(
                        Severity.WARN,
                        "label-not-found",
                        Place.file(path),
                        column.sheet(),
                        whole == null ? "" : whole.id(),
                        Message.of("intake.form-sheet-missing", column.sheet()),
                        Message.of("intake.form-sheet-missing-do"));
            }
            Found label = column.cell() == null ? label(column, where, report, whole) : outright(column, where);
            found.add(label);
            right |= label != null
                    && column.cell() == null
                    && label.grid.right(label.label, labels, column.type().numeric()) != null;
        }
        DataRow row = row(spec, found, right);
        row.subject = whole;
        tellHidden(row, found, report);
        sheets.tellUnread(spec, report);
        read(spec, row, found, besides(spec, found, right), report, owner, sink);
    }

    private void read(
            TableSpec spec,
            DataRow row,
            List<@Nullable Found> found,
            List<String> besides,
            FileReport report,
            Owner owner,
            Consumer<DataRow> sink) {
        List<CellReader> readers = new ArrayList<>();
        List<String> units = new ArrayList<>();
        for (int i = 0; i < spec.columns().size(); i++) {
            Found label = found.get(i);
            String beside = besides.get(i);
            units.add(
                    !beside.isEmpty()
                            ? beside
                            : label != null ? label.label.head().unit() : "");
            readers.add(new CellReader(
                    spec.columns().get(i),
                    units.get(i),
                    label != null ? label.grid.unitAbove(label.label.at().row()) : "",
                    spec.input().blanks(),
                    source.datesFrom1904(),
                    source.typed(),
                    owner::idOf,
                    i == spec.owner() || !owner.asked()));
        }
        for (int i = 0; i < readers.size(); i++) {
            Found label = found.get(i);
            if (label != null && HeadUnits.asTheyStand(spec.columns().get(i).type())) {
                String own = label.label.head().unit();
                String unit = own.isEmpty() ? units.get(i) : own;
                if (!unit.isEmpty()) {
                    report.units().add(new HeadUnits.Stated(i, unit, place(label, label.label.at())));
                }
            }
        }
        tellBelow(spec, row, found, readers, report);
        RowReading reading = new RowReading(spec, report, readers);
        for (int i = 0; i < readers.size(); i++) {
            Found label = found.get(i);
            if (label != null) {
                reading.readCell(row, i);
                Fault fault = row.values[i] == null
                        ? null
                        : CellReader.besideFault(
                                spec.columns().get(i),
                                row.shown(i),
                                label.label.head().unit(),
                                besides.get(i));
                if (fault != null) {
                    reading.fault(row, i, fault);
                }
            }
        }
        reading.sound(row);
        if (row.subject == null && owner.asked()) {
            String named = owner.named(row);
            row.subject = owner.find(named);
            if (row.subject == null) {
                report.rows++;
                report.rejected++;
                owner.tellUnknown(row, named, report);
                return;
            }
        }
        reading.end(row.locator);
        if (spec.input().where() != null && !spec.input().where().holds(row)) {
            report.passedOver++;
            if (spec.tellsPassedOver()) {
                row.passedOver = true;
                sink.accept(row);
            }
            return;
        }
        report.rows++;
        row.derive();
        if (!RowChecks.alone(row, report)) {
            row.rejected = true;
            report.rejected++;
        }
        sink.accept(row);
    }

    /** Tells of blank fields with what would be their value below the label, where values are looked for on the right. */
    private void tellBelow(
            TableSpec spec, DataRow row, List<@Nullable Found> found, List<CellReader> readers, FileReport report) {
        for (int i = 0; i < readers.size(); i++) {
            Column column = spec.columns().get(i);
            Found label = found.get(i);
            if (label == null || row.raw[i] != null || column.cell() != null || wordy(column.type())) {
                continue;
            }
            At below = label.grid.below(label.label);
            RawCell cell = label.grid.isLabel(below, labels) || anothers(label, below) ? null : label.grid.cell(below);
            Object value = cell == null ? null : readers.get(i).read(cell).value();
            if (cell != null && value != null && !value.equals(column.defaultValue())) {
                String shown = Masking.shown(column, CellReader.shown(cell, source.datesFrom1904()));
                report.add(Severity.WARN, "no-value", place(label, below), shown, "value-below", column.label(), shown);
            }
        }
    }

    /** Returns whether any text may be a value of a type, also one that is the label of something else. */
    private static boolean wordy(ColumnType type) {
        return type == ColumnType.TEXT || type == ColumnType.SUBJECT || type == ColumnType.CREDIT_CODE;
    }

    /** Returns whether a text before the cell below a label is likely the label of that cell: none of a row of values below labels. */
    private boolean anothers(Found label, At below) {
        At before = new At(label.label.at().row(), label.label.at().column() - 1);
        return !label.grid.textBefore(below).isEmpty() && !label.grid.isLabel(before, labels);
    }

    /** Where the fields of a form stand. */
    private record FieldPlaces(Place file, List<Place> places, boolean datesFrom1904) implements Locator {

        @Override
        public Place place(int row, int column) {
            return column < 0 ? file : places.get(column);
        }
    }

    /** Returns the row of raw cells with the place of each. */
    private DataRow row(TableSpec spec, List<@Nullable Found> found, boolean right) {
        List<Place> places = new ArrayList<>();
        DataRow row = new DataRow(spec, new FieldPlaces(Place.file(path), places, source.datesFrom1904()), 0);
        for (int i = 0; i < spec.columns().size(); i++) {
            Found label = found.get(i);
            if (label == null) {
                places.add(new Place(path, null, 0, 0, spec.columns().get(i).label()));
                continue;
            }
            Column column = spec.columns().get(i);
            At value = value(column, label, right);
            row.raw[i] = value == null ? null : label.grid.cell(value);
            At blank = column.cell() == null ? label.grid.beside(label.label) : label.label.at();
            places.add(place(label, value == null ? blank : value));
        }
        return row;
    }

    /** Tells once of values that stand in hidden rows. */
    private void tellHidden(DataRow row, List<@Nullable Found> found, FileReport report) {
        Tally together = new Tally(true);
        Set<String> rows = new HashSet<>();
        for (int i = 0; i < found.size(); i++) {
            Found label = found.get(i);
            Place place = row.place(i);
            if (label != null && row.raw[i] != null && label.grid.hidden(place.row())) {
                Place whole = new Place(path, place.sheet(), place.row(), 0, "");
                if (rows.add(whole.shown())) {
                    together.note(Severity.WARN, "hidden-rows", whole, -1, "", "", "hidden-rows");
                }
            }
        }
        together.tell(report);
    }

    /**
     * Returns by field the unit in a cell of its own beside its value; empty where there is none. Beside a cell that the rules name,
     * it stands behind it.
     */
    private List<String> besides(TableSpec spec, List<@Nullable Found> found, boolean right) {
        List<String> besides = new ArrayList<>();
        for (int i = 0; i < spec.columns().size(); i++) {
            Column column = spec.columns().get(i);
            Found label = found.get(i);
            At at = null;
            if (label != null && measured(column.type())) {
                at = column.cell() != null
                        ? label.label.at()
                        : right ? label.grid.right(label.label, labels, true) : null;
            }
            besides.add(label == null || at == null ? "" : label.grid.unitBeside(label.label, at, labels));
        }
        return besides;
    }

    /** Returns whether values of a type have a unit. */
    private static boolean measured(ColumnType type) {
        return type == ColumnType.MONEY || type == ColumnType.PERCENT || HeadUnits.asTheyStand(type);
    }

    /** Returns where a field's value stands; null where there is nothing but the next label, or a unit that waits for its number. */
    private @Nullable At value(Column column, Found label, boolean right) {
        boolean numeric = column.type().numeric() && column.type() != ColumnType.BOOLEAN;
        At at = column.cell() != null
                ? label.label.at()
                : right ? label.grid.right(label.label, labels, numeric) : label.grid.below(label.label);
        return at == null || label.grid.isLabel(at, labels) ? null : at;
    }

    /** Returns where a value below a label stands; where the next label stands there, the place of a blank one beside it. */
    private At below(Found label) {
        At below = label.grid.below(label.label);
        return label.grid.isLabel(below, labels) ? label.grid.beside(label.label) : below;
    }

    private static @Nullable Found outright(Column column, List<FormGrid> where) {
        if (where.isEmpty() || column.cell() == null) {
            return null;
        }
        At at = CellName.read(column.cell());
        FormGrid grid = where.get(0);
        return new Found(grid, new Label(at, column.label(), Head.of(grid.textBefore(at))));
    }

    private @Nullable Found label(Column column, List<FormGrid> where, FileReport report, @Nullable Subject subject) {
        List<Found> found = find(column.headers().stream().map(Head::of).toList(), where);
        if (found.size() == 1) {
            return found.get(0);
        }
        String id = subject == null ? "" : subject.id();
        if (found.isEmpty() && !where.isEmpty()) {
            report.add(
                    Severity.WARN,
                    "label-not-found",
                    new Place(path, column.sheet(), 0, 0, column.label()),
                    "",
                    id,
                    Message.of("intake.label-not-found", column.label()),
                    Message.of("intake.label-not-found-do", column.headers()));
        } else if (found.size() > 1) {
            report.add(
                    Severity.WARN,
                    "label-twice",
                    place(found.get(1), found.get(1).label.at()),
                    found.get(1).label.text(),
                    id,
                    Message.of(
                            "intake.label-twice",
                            column.label(),
                            place(found.get(0), found.get(0).label.at()).shown(),
                            place(found.get(1), found.get(1).label.at()).shown()),
                    Message.of("intake.label-twice-do"));
        }
        return null;
    }

    private List<Found> find(List<Head> synonyms, List<FormGrid> where) {
        List<Found> found = new ArrayList<>();
        int best = -1;
        for (FormGrid grid : where) {
            for (Label label : grid.texts()) {
                int fit = FormGrid.fit(synonyms, label.head());
                if (fit >= 0 && (best < 0 || fit < best)) {
                    best = fit;
                    found.clear();
                }
                if (fit >= 0 && fit == best) {
                    found.add(new Found(grid, label));
                }
            }
        }
        if (found.size() < 2) {
            return found;
        }
        List<Found> labelled = found.stream()
                .filter(each -> !sheets.isHead(each.grid, each.label))
                .toList();
        return labelled.size() == 1 ? labelled : found;
    }

    /** Returns whether any label of the file's forms has its value on the right in this sheet. */
    private boolean anyRight(FormGrid grid) {
        return grid.texts().stream()
                .filter(label -> labels.contains(label.head().bare()))
                .anyMatch(label -> grid.right(label, labels, false) != null);
    }

    private Place place(Found label, At at) {
        return new Place(
                path,
                label.grid.sheet().name(),
                at.row(),
                at.column() + 1,
                TableReader.oneLine(label.label.text().strip()));
    }
}
