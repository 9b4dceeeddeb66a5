package org.platscore.intake.results;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.intake.cell.CellReader;
import org.platscore.intake.cell.Fault;
import org.platscore.intake.cell.Masking;
import org.platscore.intake.cell.Reading;
import org.platscore.intake.sheet.RawCell;
import org.platscore.rules.Column;
import org.platscore.rules.ColumnType;

/** One column of {@link RewardRows}; each faulty cell is told once, when it is first asked for. */
public final class RewardColumn {

    private final RewardRows rows;
    private final Column column;
    private final Map<Integer, CellReader> readers = new LinkedHashMap<>();
    private final Map<Integer, Met> read = new HashMap<>();
    /** Rows whose cell was asked for, so that its fault is told. */
    private final Set<Integer> told = new HashSet<>();
    /** Where a head's unit is unclear, as told. */
    private final Set<Integer> unclear = new HashSet<>();

    /**
     * What a row has.
     *
     * @param at under which of the heads
     */
    private record Met(int at, Reading reading) {}

    /**
     * A column.
     *
     * @param units where it stands in the list, in the order in which its heads are listed, and the unit of the head there
     */
    RewardColumn(RewardRows rows, Column column, Map<Integer, String> units) {
        this.rows = rows;
        this.column = column;
        units.forEach((at, unit) ->
                readers.put(at, new CellReader(column, unit, "", List.of(), false, false, id -> id, true)));
    }

    /** Returns whether the list has this column. */
    public boolean present() {
        return !readers.isEmpty();
    }

    /** Returns what the column is looked for by. */
    public Column declared() {
        return column;
    }

    /** Returns where a row's cell stands; the whole row where the list has no such column. */
    public Place place(int row) {
        return present() ? rows.line(row).place(met(row).at) : rows.place(row);
    }

    /** Returns a row's cell as it stands in the file. */
    public String shown(int row) {
        RawCell cell = present() ? rows.line(row).cell(met(row).at) : null;
        return cell == null ? "" : cell.text().strip();
    }

    /**
     * Returns a row's value, as {@link org.platscore.rules.condition.Row#cell} has it, of a run's results an endless fraction as the run had
     * it; null where it is blank or faulty.
     *
     * @param findings takes the fault of a cell, once
     */
    public @Nullable Object value(int row, String subject, Findings findings) {
        if (!present()) {
            return null;
        }
        Met met = met(row);
        if (told.add(row)) {
            tell(row, met.at, met.reading, subject, findings);
        }
        Object value = met.reading.value();
        if (!rows.ofRun() || !(value instanceof BigDecimal number)) {
            return value;
        }
        BigFraction written = Exact.written(number);
        return Exact.ending(written) == null ? written : number;
    }

    private void tell(int row, int at, Reading reading, String subject, Findings findings) {
        String units = Objects.requireNonNull(readers.get(at)).unclearUnits();
        boolean share = column.type() == ColumnType.PERCENT;
        if (reading.unitless() && (share || !units.isEmpty()) && unclear.add(at)) {
            findings.add(new Finding(
                    Severity.WARN,
                    "unit-unclear",
                    "",
                    place(row),
                    Masking.shown(column, shown(row)),
                    subject,
                    share
                            ? Message.of("intake.no-percent")
                            : Message.of("intake.two-units", units, Objects.requireNonNullElse(column.unit(), "元")),
                    Message.of(share ? "intake.no-percent-do" : "intake.two-units-do")));
        }
        Fault fault = reading.fault();
        if (fault != null) {
            boolean telling = !column.personal() || shown(row).isEmpty();
            findings.add(new Finding(
                    Severity.STOP,
                    fault.code(),
                    "",
                    place(row),
                    Masking.shown(column, shown(row)),
                    subject,
                    telling ? fault.message() : Message.of("intake.personal-fault", column.label()),
                    telling ? fault.action() : Message.of("intake.personal-fault-do")));
        }
        contradicted(row, at, reading.value(), subject, findings);
    }

    /** Tells where a row has another number under another of the heads. */
    private void contradicted(int row, int at, @Nullable Object value, String subject, Findings findings) {
        RewardRows.Line line = rows.line(row);
        readers.forEach((other, reader) -> {
            RawCell cell = line.cell(other);
            if (other == at || cell == null) {
                return;
            }
            Object number = reader.read(cell).value();
            if (value instanceof BigDecimal
                    && number instanceof BigDecimal
                    && ((BigDecimal) number).compareTo((BigDecimal) value) != 0) {
                findings.add(new Finding(
                        Severity.STOP,
                        "ambiguous-value",
                        "",
                        line.place(other),
                        Masking.shown(column, cell.text().strip()),
                        subject,
                        Message.of(
                                "results.two-numbers",
                                column.label(),
                                line.place(at).shown()),
                        Message.of("results.two-numbers-do")));
            }
        });
    }

    /** Returns what a row has under the first of the heads where there is something; what is under the first where there is nothing. */
    private Met met(int row) {
        Met known = read.get(row);
        if (known == null) {
            known = look(rows.line(row));
            read.put(row, known);
        }
        return known;
    }

    private Met look(RewardRows.Line line) {
        Met first = null;
        for (Map.Entry<Integer, CellReader> each : readers.entrySet()) {
            RawCell cell = line.cell(each.getKey());
            Met met = new Met(each.getKey(), each.getValue().read(cell));
            if (cell != null && (met.reading.value() != null || met.reading.fault() != null)) {
                return met;
            }
            first = first == null ? met : first;
        }
        return Objects.requireNonNull(first);
    }
}
