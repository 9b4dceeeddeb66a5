package org.platscore.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Finding;
import org.platscore.finding.Place;
import org.platscore.intake.cell.CellReader;
import org.platscore.intake.cell.Masking;
import org.platscore.intake.sheet.RawCell;
import org.platscore.rules.Derived;
import org.platscore.rules.condition.Cells;
import org.platscore.rules.condition.Other;

/** A row of a table, or a form, with the values of its cells. */
final class DataRow implements PlacedRow {

    private static final String ROSTER = "roster.";
    private static final boolean[] NONE = {};

    final TableSpec spec;
    final Locator locator;
    final int number;
    final @Nullable RawCell[] raw;
    final @Nullable Object[] values;
    /** Reads cells when their values are first asked for; null: all have been read. */
    private final @Nullable List<CellReader> readers;

    private final boolean[] read;

    @Nullable
    Subject subject;
    /** Index of the first check that has not been made yet. */
    int checked;

    boolean rejected;
    boolean passedOver;
    /** What is wrong with it, whether listed or not. */
    private List<Finding> faults = List.of();

    DataRow(TableSpec spec, Locator locator, int number) {
        this(spec, locator, number, null);
    }

    /** Makes a row whose cells are read by these readers when they are asked for, by {@link #value}. */
    DataRow(TableSpec spec, Locator locator, int number, @Nullable List<CellReader> readers) {
        this.readers = readers;
        this.read = readers == null ? NONE : new boolean[readers.size()];
        this.spec = spec;
        this.locator = locator;
        this.number = number;
        this.raw = new @Nullable RawCell[spec.columns().size()];
        this.values =
                new @Nullable Object[spec.columns().size() + spec.derived().size()];
    }

    @Override
    public @Nullable Object cell(String column) {
        if (column.startsWith(ROSTER)) {
            return subject == null ? null : subject.cell(column);
        }
        int position = spec.position(column);
        return position < 0 ? null : value(position);
    }

    /** Returns the value of a column. */
    @Nullable
    Object value(int column) {
        if (readers != null && column < read.length && !read[column]) {
            read[column] = true;
            values[column] = readers.get(column).read(raw[column]).value();
        }
        return values[column];
    }

    /** Takes note of what is wrong with the row. */
    void faulty(Finding finding) {
        faults = faults.isEmpty() ? new ArrayList<>() : faults;
        faults.add(finding);
    }

    @Override
    public List<Finding> faults() {
        return faults;
    }

    /** Returns the code for which the row is rejected. */
    String reason() {
        return faults.stream()
                .filter(Finding::putsOut)
                .findFirst()
                .orElseThrow()
                .code();
    }

    @Override
    public Place place() {
        return place(-1);
    }

    @Override
    public Place place(String column) {
        return place(spec.position(column));
    }

    @Override
    public String shown(String column) {
        return shown(spec.position(column));
    }

    /** Works out the derived columns; the row's subject is known. */
    void derive() {
        int at = spec.columns().size();
        for (Derived each : spec.derived()) {
            values[at++] = Cells.cell(each.formula().value(name -> Cells.value(cell(name))));
        }
    }

    @Override
    public boolean among(Other other, Object key) {
        return subject != null && spec.gathered().holds(other, subject, key);
    }

    /** Returns a cell's place; a derived column has the whole row's. */
    Place place(int column) {
        return locator.place(number, spec.cell(column));
    }

    /** Returns a cell's text as it stands in the file, a day where it is shown as one; a resident's number masked. */
    String shown(int column) {
        if (column >= raw.length) {
            return derived(column);
        }
        RawCell cell = column < 0 ? null : raw[column];
        return cell == null
                ? ""
                : Masking.shown(spec.columns().get(column), CellReader.shown(cell, locator.datesFrom1904()));
    }

    private String derived(int column) {
        Object value = value(column);
        if (value == null) {
            return "";
        }
        String text = value instanceof BigFraction fraction
                ? Exact.plain(fraction)
                : value instanceof BigDecimal number ? Exact.plain(number) : value.toString();
        return Masking.shown(spec.input(), spec.name(column), text);
    }

    /** Returns the id of the row's subject; empty where it is not known. */
    String subjectId() {
        return subject == null ? "" : subject.id();
    }
}
