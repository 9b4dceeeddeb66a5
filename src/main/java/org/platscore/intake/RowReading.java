package org.platscore.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.intake.cell.CellReader;
import org.platscore.intake.cell.CreditCode;
import org.platscore.intake.cell.Fault;
import org.platscore.intake.cell.Masking;
import org.platscore.intake.cell.Reading;
import org.platscore.intake.cell.Spelling;
import org.platscore.intake.sheet.RawCell;
import org.platscore.rules.Column;
import org.platscore.rules.ColumnType;

/** Turns the cells of rows of one sheet (or of one form) into values, and tells what is to be told of them. */
final class RowReading {

    private final TableSpec spec;
    private final FileReport report;
    private final List<CellReader> readers;
    private final Tally few = new Tally(false);
    private final Tally together = new Tally(true);
    private final List<@Nullable MedianWatch> watches = new ArrayList<>();
    /** By column: the cells with a percent sign among plain numbers. */
    private final List<MixedPercents.Seen> percents = new ArrayList<>();
    /** The codes of which there is something to tell, in the order in which they are met. */
    private final Map<String, CodeSeen> codes = new LinkedHashMap<>();

    private final List<Met<Reading>> met = new ArrayList<>();

    private static final class CodeSeen {
        final String code;
        final CreditCode verdict;
        final Place place;
        final String shown;
        final String subject;
        int count;

        CodeSeen(String code, CreditCode verdict, Place place, String shown, String subject) {
            this.code = code;
            this.verdict = verdict;
            this.place = place;
            this.shown = shown;
            this.subject = subject;
        }

        /** Returns the key of what is wrong. */
        String key() {
            boolean strange = verdict == CreditCode.WRONG_FORM
                    && code.length() == CreditCode.LENGTH
                    && !shown.equals(Masking.HIDDEN);
            return strange
                    ? "code-strange-sign"
                    : "code-" + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        Message message(String key) {
            int at = CreditCode.strange(code);
            return at < 0
                    ? Message.of("intake." + key)
                    : Message.of("intake." + key, at + 1, code.substring(at, at + 1));
        }
    }

    RowReading(TableSpec spec, FileReport report, List<CellReader> readers) {
        this.spec = spec;
        this.report = report;
        this.readers = readers;
        for (Column column : spec.columns()) {
            watches.add(watched(column.type()) ? MedianWatch.keeping() : null);
            percents.add(new MixedPercents.Seen());
            met.add(new Met<>());
        }
    }

    /** Returns whether a wrong unit would show in a column of this type. */
    static boolean watched(ColumnType type) {
        return type == ColumnType.MONEY || type == ColumnType.NUMBER || type == ColumnType.INTEGER;
    }

    /**
     * Reads all cells of a row and tells every faulty one.
     *
     * @return whether the row is sound
     */
    boolean read(DataRow row) {
        boolean sound = true;
        for (int i = 0; i < readers.size(); i++) {
            sound &= readCell(row, i);
        }
        return sound;
    }

    /** Reads one cell; returns false if its fault puts the row out. */
    boolean readCell(DataRow row, int column) {
        RawCell cell = row.raw[column];
        Reading reading = reading(column, cell);
        row.values[column] = reading.value();
        if (reading == Reading.BLANK || (cell == null && reading.fault() == null)) {
            return true;
        }
        Column declared = spec.columns().get(column);
        if (reading.digitsLost()) {
            report.add(
                    row,
                    Severity.WARN,
                    "digits-lost",
                    row.place(column),
                    row.shown(column),
                    Message.of("intake.digits-lost", declared.label()),
                    Message.of("intake.digits-lost-do"));
            return !declared.required() || fault(row, column, CellReader.blankFault(declared));
        }
        if (reading.fault() != null) {
            return fault(row, column, reading.fault());
        }
        if (cell == null) {
            return true;
        }
        if (cell.formula()) {
            together.note(
                    Severity.INFO,
                    "formula-value",
                    row.place(column),
                    column,
                    row.shown(column),
                    row.subjectId(),
                    "formula-value");
        }
        if (reading.numberAsText()) {
            few.note(
                    Severity.INFO,
                    "number-as-text",
                    row.place(column),
                    column,
                    row.shown(column),
                    row.subjectId(),
                    "number-as-text");
        }
        if (reading.unitless() && HeadUnits.asTheyStand(declared.type())) {
            percents.get(column).add(row.place(column), row.shown(column), reading.value());
        } else if (reading.unitless()) {
            String units = readers.get(column).unclearUnits();
            together.note(
                    Severity.WARN,
                    "unit-unclear",
                    row.place(column),
                    column,
                    row.shown(column),
                    row.subjectId(),
                    declared.type() == ColumnType.PERCENT ? "no-percent" : units.isEmpty() ? "no-unit" : "two-units",
                    units,
                    Objects.requireNonNullElse(declared.unit(), "元"));
        }
        return true;
    }

    /** Returns what a cell means: of a text cell only its text matters, and most columns hold few different ones. */
    private Reading reading(int column, @Nullable RawCell cell) {
        if (cell == null || cell.kind() != RawCell.Kind.TEXT) {
            return readers.get(column).read(cell);
        }
        Reading known = met.get(column).get(cell.text());
        if (known != null) {
            return known;
        }
        Reading reading = readers.get(column).read(cell);
        met.get(column).put(cell.text(), reading);
        return reading;
    }

    /** Returns the watches over the columns' values, to be changed before the first row; null where none is kept. */
    List<@Nullable MedianWatch> watches() {
        return watches;
    }

    /** Takes note of a row that is sound: only now do its values and codes count. */
    void sound(DataRow row) {
        for (int i = 0; i < watches.size(); i++) {
            Object value = row.values[i];
            MedianWatch watch = watches.get(i);
            if (watch != null && value instanceof BigDecimal number) {
                watch.add(number, row.number);
            }
            if (value instanceof String code && spec.columns().get(i).type() == ColumnType.CREDIT_CODE) {
                credit(row, i, code);
            }
        }
    }

    private void credit(DataRow row, int column, String written) {
        String code = Spelling.code(written);
        CreditCode verdict = CreditCode.of(code);
        if (verdict != CreditCode.STANDARD) {
            codes.computeIfAbsent(
                            code,
                            first ->
                                    new CodeSeen(first, verdict, row.place(column), row.shown(column), row.subjectId()))
                    .count++;
        }
    }

    /** Tells a fault; returns false if it puts the row out. */
    boolean fault(DataRow row, int column, Fault fault) {
        Column declared = spec.columns().get(column);
        Severity severity = spec.strict() ? Severity.STOP : declared.onBad().severity();
        boolean telling = !declared.personal()
                || row.raw[column] == null
                || row.shown(column).isEmpty();
        report.add(
                row,
                severity,
                fault.code(),
                row.place(column),
                row.shown(column),
                telling ? fault.message() : Message.of("intake.personal-fault", declared.label()),
                telling ? fault.action() : Message.of("intake.personal-fault-do"));
        row.values[column] = null;
        return severity == Severity.WARN;
    }

    /** Takes note of the greatest numbers among all values that the watches were given. */
    void sized() {
        for (int i = 0; i < watches.size(); i++) {
            MedianWatch watch = watches.get(i);
            if (watch != null) {
                percents.get(i).sized(watch.greatest());
            }
        }
    }

    /** Tells what could only be told at the end of the sheet. */
    void end(Locator locator) {
        sized();
        report.percents().add(percents);
        few.tell(report);
        together.tell(report);
        for (CodeSeen seen : codes.values()) {
            boolean pilot = seen.verdict == CreditCode.PILOT;
            String key = seen.key();
            Message message = seen.message(key);
            report.add(
                    pilot ? Severity.INFO : Severity.WARN,
                    pilot ? "pilot-credit-code" : "bad-credit-code",
                    seen.place,
                    seen.shown,
                    seen.subject,
                    seen.count == 1 ? message : Message.of("intake.together", message, seen.count),
                    Message.of("intake." + key + "-do"));
        }
        for (int i = 0; i < watches.size(); i++) {
            MedianWatch watch = watches.get(i);
            if (watch != null) {
                boolean hidden = spec.columns().get(i).personal();
                for (MedianWatch.Outlier outlier : watch.outliers()) {
                    report.add(
                            Severity.WARN,
                            "unit-unclear",
                            locator.place(outlier.key(), i),
                            hidden ? Masking.HIDDEN : Exact.plain(outlier.value()),
                            "far-off",
                            hidden ? Masking.HIDDEN : outlier.median());
                }
            }
        }
    }
}
