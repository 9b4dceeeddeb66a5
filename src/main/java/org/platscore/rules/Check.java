package org.platscore.rules;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Severity;
import org.platscore.rules.condition.Condition;

/**
 * A check of rows.
 *
 * @param id the code of its findings
 * @param severity REJECT, WARN or STOP; not REJECT for groups of rows
 * @param condition a row that fulfils it is a hit; null for {@code unique} and {@code grouped}
 * @param unique columns of which no two rows may hold the same values; empty for the others
 * @param grouped what groups of a subject's rows are looked at for; null for the others
 * @param because the rule's own words; empty where none are given
 */
public record Check(
        String id,
        Severity severity,
        @Nullable Condition condition,
        List<String> unique,
        @Nullable Grouped grouped,
        String because) {

    /**
     * Returns whether it can be made: it looks into no rows of inputs other than these, and asks for no unknown column.
     *
     * @param unknown as {@link Input#unknown} returns them
     */
    public boolean known(Set<String> inputs, Set<String> unknown) {
        return (condition == null || condition.within(inputs)) && Collections.disjoint(columns(), unknown);
    }

    private Set<String> columns() {
        Set<String> columns = new HashSet<>(unique);
        if (condition != null) {
            columns.addAll(condition.columns());
        }
        if (grouped != null) {
            columns.addAll(grouped.per());
            if (grouped.sum() != null) {
                columns.add(grouped.sum());
            }
        }
        return columns;
    }

    /**
     * A bound on groups of a subject's rows.
     *
     * @param sum the column whose cells are added up; null: rows are counted
     * @param per rows with the same cells in these columns form a group
     * @param over a group with more than this is a hit
     */
    public record Grouped(@Nullable String sum, List<String> per, BigFraction over) {}
}
