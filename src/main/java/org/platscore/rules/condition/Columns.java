package org.platscore.rules.condition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.ColumnType;
import org.platscore.rules.Period;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Node;

/**
 * The columns that a condition may name.
 *
 * @param owner what they are columns of, for messages: an input's name, or {@code roster}
 * @param own by name, in file order
 * @param roster those of the row's subject, by bare name, written {@code roster.NAME}; null where the subject is not known yet
 *     or {@code own} is the roster itself
 * @param others what {@code in} may name; null where rows of other inputs cannot be asked for
 * @param period what {@code outside: period} means; null where the rules' period is faulty
 */
public record Columns(
        String owner,
        Map<String, Known> own,
        @Nullable Map<String, Known> roster,
        @Nullable Others others,
        @Nullable Period period) {

    /** Columns of rows that no other input is asked for. */
    public Columns(String owner, Map<String, Known> own, @Nullable Map<String, Known> roster, @Nullable Period period) {
        this(owner, own, roster, null, period);
    }

    /**
     * A column as far as it is known.
     *
     * @param name as declared
     * @param label display text
     * @param type null where its declaration is faulty: then nothing is checked against it
     * @param choices of a choice column or scale, in file order
     * @param personal whether its cells are shown nowhere
     */
    public record Known(String name, String label, @Nullable ColumnType type, List<String> choices, boolean personal) {

        /** A column that anybody may see. */
        public Known(String name, String label, @Nullable ColumnType type, List<String> choices) {
            this(name, label, type, choices, false);
        }

        private Known labelled(String text) {
            return new Known(name, text, type, choices, personal);
        }
    }

    /** Returns the column of a name as written in a condition, or null. */
    @Nullable
    Known find(String written) {
        Known known = own.get(written);
        if (known == null && roster != null && written.startsWith("roster.")) {
            return roster.get(written.substring("roster.".length()));
        }
        return known;
    }

    /** Tells that a name is no column; nothing where no column is known because their declarations are faulty. */
    void unknown(Node.Scalar name, Diagnostics diagnostics) {
        String text = name.text();
        String bare = text.startsWith("roster.") ? text.substring("roster.".length()) : "";
        if (own.isEmpty() || roster != null && roster.isEmpty() && !bare.isEmpty()) {
            return;
        }
        if (roster == null && own.containsKey(bare)) {
            diagnostics.error(
                    "R011",
                    name.mark(),
                    Message.of("rules.unknown", kind(), text),
                    Message.of("rules.fix.nearest", bare));
        } else if (roster == null && !bare.isEmpty()) {
            diagnostics.error(
                    "R021",
                    name.mark(),
                    Message.of("rules.roster-too-early", text),
                    Message.of("rules.fix.roster-too-early"));
        } else {
            Map<String, String> names = new LinkedHashMap<>();
            own.forEach((each, known) -> names.put(each, known.label()));
            if (roster != null) {
                roster.forEach((each, known) -> names.put("roster." + each, known.label()));
            }
            diagnostics.unknown("R011", name.mark(), kind(), text, names);
        }
    }

    /** Returns the roster's columns with the texts by which they are told beside an input's own, see {@link #told}. */
    public static Map<String, Known> beside(Map<String, Known> own, Map<String, Known> roster, String label) {
        Set<String> labels = own.values().stream().map(Known::label).collect(Collectors.toSet());
        Map<String, Known> beside = new LinkedHashMap<>();
        roster.forEach((name, known) -> beside.put(name, known.labelled(told(known.label(), labels, label))));
        return beside;
    }

    /**
     * Returns how a column of the roster is called among an input's own: by its display text, with the roster's before it where one
     * of the others has the same, so that nobody takes the two for one.
     *
     * @param column its display text
     * @param own those of the input's columns
     * @param roster that of the roster
     */
    public static String told(String column, Set<String> own, String roster) {
        return own.contains(column) ? roster + "." + column : column;
    }

    /** Returns the display text of each column by its name. */
    public static Map<String, String> labels(Map<String, Known> columns) {
        Map<String, String> labels = new LinkedHashMap<>();
        columns.forEach((name, known) -> labels.put(name, known.label()));
        return labels;
    }

    private Message kind() {
        return Message.of("rules.kind.column", owner);
    }
}
