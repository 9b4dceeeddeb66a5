package org.platscore.intake;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.cell.Spelling;

/** What a table names by a name of the rules, in any case, or by a label; the name wins. */
record NameOrLabel<T>(List<T> all, Function<T, String> name, Function<T, String> label) {

    /** Returns what is meant; null where there is none, or several have the label. */
    @Nullable
    T find(String text) {
        String wanted = Spelling.dense(text);
        for (T each : all) {
            if (Spelling.dense(name.apply(each)).equalsIgnoreCase(wanted)) {
                return each;
            }
        }
        List<T> labelled = labelled(text);
        return labelled.size() == 1 ? labelled.get(0) : null;
    }

    /** Returns all that have this label. */
    List<T> labelled(String text) {
        String wanted = Spelling.dense(text);
        return all.stream()
                .filter(each -> Spelling.dense(label.apply(each)).equals(wanted))
                .toList();
    }
}
