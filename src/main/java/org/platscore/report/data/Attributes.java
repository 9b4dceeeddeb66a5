package org.platscore.report.data;

import java.util.List;
import org.platscore.rules.Column;
import org.platscore.rules.Input;
import org.platscore.rules.Rulebook;

/** The roster's columns besides id and name, as far as anybody may see them. */
public final class Attributes {

    private Attributes() {}

    /** Returns them in file order. */
    static List<Column> of(Rulebook rules) {
        Input roster = rules.roster();
        Input.Roster key = roster.roster();
        return roster.columns().stream()
                .filter(column -> !column.personal())
                .filter(column -> key == null
                        || !column.name().equals(key.id()) && !column.name().equals(key.name()))
                .toList();
    }

    /** Returns a column's display text. */
    public static String label(Rulebook rules, String column) {
        Input roster = rules.roster();
        int at = roster.indexOf(column);
        return at < 0 ? column : roster.columns().get(at).label();
    }
}
