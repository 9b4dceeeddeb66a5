package org.platscore.intake.results;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.intake.cell.CellReader;
import org.platscore.intake.cell.Fault;
import org.platscore.intake.cell.Reading;
import org.platscore.intake.sheet.RawCell;
import org.platscore.rules.Column;

/** One column of {@link RewardRows}; each faulty cell is told once, when it is first asked for. */
public final class RewardColumn {

    private final RewardRows rows;
    private final Column column;
    private final int at;
    private final CellReader reader;
    private final Map<Integer, Reading> read = new HashMap<>();

    RewardColumn(RewardRows rows, Column column, int at, String unit) {
        this.rows = rows;
        this.column = column;
        this.at = at;
        this.reader = new CellReader(column, unit, "", List.of(), false, false, id -> id, true);
    }

    /** Returns whether the list has this column. */
    public boolean present() {
        return at >= 0;
    }

    /** Returns what the column is looked for by. */
    public Column declared() {
        return column;
    }

    /** Returns where a row's cell stands; the whole row where the list has no such column. */
    public Place place(int row) {
        return at < 0 ? rows.place(row) : rows.line(row).places().get(at);
    }

    /** Returns a row's cell as it stands in the file. */
    public String shown(int row) {
        RawCell cell = at < 0 ? null : rows.line(row).cells().get(at);
        return cell == null ? "" : cell.text().strip();
    }

    /**
     * Returns a row's value, as {@link org.platscore.rules.condition.Row#cell} has it; null where it is blank or faulty.
     *
     * @param findings takes the fault of a cell, once
     */
    public @Nullable Object value(int row, String subject, Findings findings) {
        if (at < 0) {
            return null;
        }
        Reading known = read.get(row);
        if (known != null) {
            return known.value();
        }
        Reading reading = reader.read(rows.line(row).cells().get(at));
        read.put(row, reading);
        Fault fault = reading.fault();
        if (fault != null) {
            findings.add(new Finding(
                    Severity.STOP, fault.code(), "", place(row), shown(row), subject, fault.message(), fault.action()));
        }
        return reading.value();
    }
}
