package org.platscore.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.intake.cell.Masking;
import org.platscore.rules.ColumnType;
import org.platscore.rules.Input;
import org.platscore.rules.condition.Cells;
import org.platscore.rules.condition.Row;

/**
 * One assessed unit: a row of the roster.
 *
 * @param index position in the order of ids by code points; the same whatever the order of the roster's rows
 * @param id as written in the roster
 * @param name as written in the roster
 * @param columns names of the roster's columns, in the order of the rules
 * @param cells their cells, see {@link Row#cell}
 */
public record Subject(int index, String id, String name, List<String> columns, List<@Nullable Object> cells)
        implements Row {

    /** Returns a roster cell; {@code column} is the bare column's name or {@code roster.column}. */
    @Override
    public @Nullable Object cell(String column) {
        int at = columns.indexOf(column.startsWith("roster.") ? column.substring("roster.".length()) : column);
        return at < 0 ? null : cells.get(at);
    }

    /** Returns a roster cell as it may be shown, see {@link Masking#value}. */
    public @Nullable Object shown(Input roster, String column) {
        Object cell = cell(column);
        return cell == null ? null : Masking.value(roster, column, cell);
    }

    /** Returns a roster cell as a sentence tells it; null where it is blank. */
    public @Nullable Message told(Input roster, String column) {
        Object shown = shown(roster, column);
        ColumnType type = roster.type(column);
        return shown == null || type == null ? null : Message.of("rules.cell", type.told(shown));
    }

    /**
     * Returns what this subject has in common with its group, see {@link Cells#group}.
     *
     * @param within the roster column that makes the groups; null: everybody is in one
     */
    public Object group(@Nullable String within) {
        return Cells.group(within == null ? null : cell(within));
    }
}
