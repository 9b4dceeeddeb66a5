package org.platscore.rules;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.rules.condition.Condition;
import org.platscore.rules.source.Mark;

/**
 * One kind of incoming file: a table of rows, or a form of labelled fields.
 *
 * @param name as declared
 * @param label display text
 * @param form whether the columns are the fields of a form
 * @param globs patterns below the assessment folder
 * @param roster the roster's id and name columns; null for every other input
 * @param sheets names of the sheets to read; empty: every visible sheet whose header row fits
 * @param belongsTo how a row or form finds its subject; null for the roster
 * @param columns columns of a table or fields of a form, in file order
 * @param where rows that do not fulfil it are passed over; null where all are wanted
 * @param blanks texts that count as blank in every column, after NFKC and trimming
 * @param checks in file order
 * @param derived columns computed row by row, each after those it uses
 * @param mark where its name stands in the rules
 */
public record Input(
        String name,
        String label,
        boolean form,
        List<String> globs,
        @Nullable Roster roster,
        List<String> sheets,
        @Nullable BelongsTo belongsTo,
        List<Column> columns,
        @Nullable Condition where,
        List<String> blanks,
        List<Check> checks,
        List<Derived> derived,
        Mark mark) {

    /** The roster's columns for a subject's id and name. */
    public record Roster(String id, String name) {}

    /**
     * Returns the columns of a row that nobody can tell without some columns of the roster: these themselves, as
     * {@code roster.NAME}, and the derived ones that ask for them.
     *
     * @param roster names of columns of the roster
     */
    public Set<String> unknown(Set<String> roster) {
        Set<String> unknown = new HashSet<>();
        roster.forEach(column -> unknown.add("roster." + column));
        for (Derived each : derived) {
            if (!Collections.disjoint(each.formula().names(), unknown)) {
                unknown.add(each.name());
            }
        }
        return unknown;
    }

    /** Returns this input without the checks that look into rows of inputs other than these, or ask for an unknown column. */
    public Input known(Set<String> inputs, Set<String> unknown) {
        List<Check> kept =
                checks.stream().filter(check -> check.known(inputs, unknown)).toList();
        return kept.size() == checks.size()
                ? this
                : new Input(
                        name, label, form, globs, roster, sheets, belongsTo, columns, where, blanks, kept, derived,
                        mark);
    }

    /** Returns the type of a column, a derived one too; null if there is none of this name. */
    public @Nullable ColumnType type(String column) {
        int at = indexOf(column);
        return at >= 0
                ? columns.get(at).type()
                : derived.stream()
                        .filter(each -> each.name().equals(column))
                        .map(Derived::type)
                        .findFirst()
                        .orElse(null);
    }

    /** Returns whether a column, a derived one too, is masked wherever its cells are shown. */
    public boolean personal(String column) {
        int at = indexOf(column);
        return at >= 0
                ? columns.get(at).personal()
                : derived.stream().anyMatch(each -> each.name().equals(column) && each.personal());
    }

    /** Returns a column as the rules write it; null for a derived one, which is any number and has no bounds of its own. */
    public @Nullable Column column(String name) {
        int at = indexOf(name);
        return at < 0 ? null : columns.get(at);
    }

    /** Returns the index of a column among {@link #columns}; -1 if there is none. */
    public int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        return -1;
    }
}
