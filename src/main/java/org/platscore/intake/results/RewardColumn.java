package org.platscore.intake.results;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

/** One column of {@link RewardRows}; each faulty cell is told once, when it is first asked for. */
public final class RewardColumn {

    private final RewardRows rows;
    private final Column column;
    private final Map<Integer, CellReader> readers = new LinkedHashMap<>();
    private final Map<Integer, Reading> read = new HashMap<>();
    /** Where a head's unit is unclear, as told. */
    private final Set<Integer> unclear = new HashSet<>();

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
        return present() ? rows.line(row).places().get(at(row)) : rows.place(row);
    }

    /** Returns a row's cell as it stands in the file. */
    public String shown(int row) {
        RawCell cell = present() ? rows.line(row).cells().get(at(row)) : null;
        return cell == null ? "" : cell.text().strip();
    }

    /**
     * Returns a row's value, as {@link org.platscore.rules.condition.Row#cell} has it; null where it is blank or faulty.
     *
     * @param findings takes the fault of a cell, once
     */
    public @Nullable Object value(int row, String subject, Findings findings) {
        if (!present()) {
            return null;
        }
        Reading known = read.get(row);
        if (known != null) {
            return known.value();
        }
        int at = at(row);
        CellReader reader = Objects.requireNonNull(readers.get(at));
        Reading reading = reader.read(rows.line(row).cells().get(at));
        read.put(row, reading);
        String units = reader.unclearUnits();
        if (reading.unitless() && !units.isEmpty() && unclear.add(at)) {
            findings.add(new Finding(
                    Severity.WARN,
                    "unit-unclear",
                    "",
                    place(row),
                    Masking.shown(column, shown(row)),
                    subject,
                    Message.of("intake.two-units", units, Objects.requireNonNullElse(column.unit(), "元")),
                    Message.of("intake.two-units-do")));
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
        return reading.value();
    }

    /** Tells where a row has another number under another of the heads. */
    private void contradicted(int row, int at, @Nullable Object value, String subject, Findings findings) {
        RewardRows.Line line = rows.line(row);
        readers.forEach((other, reader) -> {
            RawCell cell = line.cells().get(other);
            Object number =
                    other == at || cell == null ? null : reader.read(cell).value();
            if (value instanceof BigDecimal
                    && number instanceof BigDecimal
                    && ((BigDecimal) number).compareTo((BigDecimal) value) != 0) {
                findings.add(new Finding(
                        Severity.STOP,
                        "ambiguous-value",
                        "",
                        line.places().get(other),
                        Masking.shown(column, cell.text().strip()),
                        subject,
                        Message.of(
                                "results.two-numbers",
                                column.label(),
                                line.places().get(at).shown()),
                        Message.of("results.two-numbers-do")));
            }
        });
    }

    /** Returns which of the heads a row has something under; the first where there is nothing. */
    private int at(int row) {
        List<@Nullable RawCell> cells = rows.line(row).cells();
        return readers.keySet().stream()
                .filter(each -> filled(each, cells.get(each)))
                .findFirst()
                .orElseGet(() -> readers.keySet().iterator().next());
    }

    private boolean filled(int at, @Nullable RawCell cell) {
        if (cell == null) {
            return false;
        }
        Reading reading = Objects.requireNonNull(readers.get(at)).read(cell);
        return reading.value() != null || reading.fault() != null;
    }
}
