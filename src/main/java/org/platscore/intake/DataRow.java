package org.platscore.intake;

import org.jspecify.annotations.Nullable;
import org.platscore.finding.Place;
import org.platscore.intake.cell.CreditCode;
import org.platscore.intake.cell.Spelling;
import org.platscore.intake.sheet.RawCell;
import org.platscore.rules.ColumnType;

/** A row of a table, or a form, with the values of its cells. */
final class DataRow implements PlacedRow {

    private static final String ROSTER = "roster.";

    final TableSpec spec;
    final Locator locator;
    final int number;
    final @Nullable RawCell[] raw;
    final @Nullable Object[] values;

    @Nullable
    Subject subject;
    /** Index of the first check that has not been made yet. */
    int checked;

    boolean rejected;
    boolean passedOver;

    DataRow(TableSpec spec, Locator locator, int number) {
        this.spec = spec;
        this.locator = locator;
        this.number = number;
        this.raw = new @Nullable RawCell[spec.columns().size()];
        this.values = new @Nullable Object[spec.columns().size()];
    }

    @Override
    public @Nullable Object cell(String column) {
        if (column.startsWith(ROSTER)) {
            return subject == null ? null : subject.cell(column);
        }
        int position = spec.position(column);
        return position < 0 ? null : values[position];
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

    Place place(int column) {
        return locator.place(number, column);
    }

    /** Returns a cell's text as it stands in the file; a resident's number masked. */
    String shown(int column) {
        RawCell cell = column < 0 ? null : raw[column];
        if (cell == null) {
            return "";
        }
        if (spec.columns().get(column).type() == ColumnType.CREDIT_CODE) {
            String code = Spelling.code(cell.text());
            return CreditCode.of(code) == CreditCode.PERSONAL_ID
                    ? CreditCode.masked(code)
                    : cell.text().strip();
        }
        return cell.text().strip();
    }

    /** Returns the id of the row's subject; empty where it is not known. */
    String subjectId() {
        return subject == null ? "" : subject.id();
    }
}
