package org.platscore.rules;

import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.condition.Columns;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Node;

/** Reads the bare name of a roster column. */
final class RosterColumn {

    private RosterColumn() {}

    /** Returns the column's name; null, with an error, if the roster has none of this name. */
    static @Nullable String read(Node.Scalar scalar, InputsSection inputs, Diagnostics diagnostics) {
        boolean known = inputs.roster().containsKey(scalar.text());
        if (!known && !inputs.roster().isEmpty()) {
            diagnostics.unknown(
                    "R011",
                    scalar.mark(),
                    Message.of("rules.kind.column", "roster"),
                    scalar.text(),
                    Columns.labels(inputs.roster()));
        }
        Columns.Known column = inputs.roster().get(scalar.text());
        if (column != null && column.personal()) {
            diagnostics.personal(scalar.mark(), scalar.text());
            return null;
        }
        return known ? scalar.text() : null;
    }
}
