package org.platscore.rules.condition;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.platscore.rules.ColumnType;
import org.platscore.rules.Period;

/**
 * The columns that a condition may name.
 *
 * @param owner what they are columns of, for messages: an input's name, or {@code roster}
 * @param own by name, in file order
 * @param roster those of the row's subject, by bare name, written {@code roster.NAME}; null where the subject is not known yet
 *     or {@code own} is the roster itself
 * @param period what {@code outside: period} means; null where the rules' period is faulty
 */
public record Columns(
        String owner,
        Map<String, Known> own,
        @Nullable Map<String, Known> roster,
        @Nullable Period period) {

    /**
     * A column as far as it is known.
     *
     * @param name as declared
     * @param label display text
     * @param type null where its declaration is faulty: then nothing is checked against it
     * @param choices of a choice column, in file order
     */
    public record Known(String name, String label, @Nullable ColumnType type, List<String> choices) {}

    /** Returns the column of a name as written in a condition, or null. */
    @Nullable
    Known find(String written) {
        Known known = own.get(written);
        if (known == null && roster != null && written.startsWith("roster.")) {
            return roster.get(written.substring("roster.".length()));
        }
        return known;
    }

    /** Returns all names as a condition writes them. */
    List<String> names() {
        List<String> names = new java.util.ArrayList<>(own.keySet());
        if (roster != null) {
            roster.keySet().forEach(name -> names.add("roster." + name));
        }
        return names;
    }
}
