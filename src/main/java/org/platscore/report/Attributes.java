package org.platscore.report;

import java.util.List;
import org.platscore.rules.Column;
import org.platscore.rules.Input;
import org.platscore.rules.Rulebook;

/** The roster's columns besides id and name. */
final class Attributes {

    private Attributes() {}

    /** Returns their names in file order. */
    static List<String> of(Rulebook rules) {
        Input roster = rules.roster();
        Input.Roster key = roster.roster();
        return roster.columns().stream()
                .map(Column::name)
                .filter(name -> key == null || !name.equals(key.id()) && !name.equals(key.name()))
                .toList();
    }

    /** Returns a column's display text. */
    static String label(Rulebook rules, String column) {
        Input roster = rules.roster();
        int at = roster.indexOf(column);
        return at < 0 ? column : roster.columns().get(at).label();
    }
}
