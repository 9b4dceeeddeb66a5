package org.platscore.reward;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Findings;
import org.platscore.finding.Place;
import org.platscore.intake.results.RewardColumn;
import org.platscore.measure.MeasureValue;
import org.platscore.rules.Measure;
import org.platscore.rules.Missing;
import org.platscore.rules.Rulebook;
import org.platscore.rules.condition.Row;
import org.platscore.rules.formula.Values;
import org.platscore.rules.names.Ref;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.BenchmarkValues;

/**
 * One row's values, looked up when a reward asks for them. What is asked for and has no column is noted, so that exactly the
 * columns that are needed must be there.
 */
final class RowValues implements Values, Row, BenchmarkValues {

    private final Rulebook rules;
    private final RowColumns columns;
    private final int row;
    private final String id;
    private final Findings findings;
    /** The columns that somebody asked for and the list does not have, by name. */
    private final Map<String, RewardColumn> absent;

    private boolean totalAsked;

    RowValues(
            Rulebook rules,
            RowColumns columns,
            int row,
            String id,
            Findings findings,
            Map<String, RewardColumn> absent) {
        this.rules = rules;
        this.columns = columns;
        this.row = row;
        this.id = id;
        this.findings = findings;
        this.absent = absent;
    }

    /** Returns a measure with its stand-in, the points of an id (0 where blank), or the total. */
    @Override
    public @Nullable Object value(String name) {
        if (name.equals("total")) {
            return total();
        }
        RewardColumn column = columns.named(name);
        if (column == null) {
            return null;
        }
        if (column.present()) {
            Object value = MeasureValue.ofCell(column.value(row, id, findings));
            return value != null ? value : columns.isNode(name) ? BigFraction.ZERO : standIn(rules.measure(name));
        }
        if (!columns.isNode(name) && rules.measure(name).definition() instanceof Measure.Computed computed) {
            Map<String, RewardColumn> lacking = new LinkedHashMap<>();
            Object value = computed.formula().value(new RowValues(rules, columns, row, id, findings, lacking));
            if (lacking.isEmpty()) {
                return value != null ? value : standIn(rules.measure(name));
            }
        }
        absent.put(name, column);
        return null;
    }

    @Nullable
    BigFraction total() {
        totalAsked = true;
        if (!columns.total.present()) {
            absent.put("total", columns.total);
        }
        return columns.total.value(row, id, findings) instanceof BigDecimal number ? Exact.of(number) : null;
    }

    /** Returns whether a reward asked for the total. */
    boolean totalAsked() {
        return totalAsked;
    }

    @Override
    public @Nullable Object cell(String name) {
        RewardColumn column = columns.roster(name);
        if (column == null) {
            return null;
        }
        if (!column.present() && column.declared().defaultValue() == null) {
            absent.put(column.declared().name(), column);
        }
        return column.present()
                ? column.value(row, id, findings)
                : column.declared().defaultValue();
    }

    @Nullable
    Place place(String name) {
        RewardColumn column = columns.named(name);
        return column == null ? null : column.place(row);
    }

    @Override
    public @Nullable Object value(Ref ref) {
        return ref.roster() ? MeasureValue.ofCell(cell(ref.name())) : value(ref.name());
    }

    /** Returns nothing: a list does not hold all that a statistic is taken over. */
    @Override
    public @Nullable BigFraction statistic(Benchmark.Statistic statistic) {
        return null;
    }

    private @Nullable Object standIn(Measure measure) {
        if (measure.missing() instanceof Missing.Number number) {
            return number.benchmark().number(this);
        }
        return measure.missing() instanceof Missing.Category category ? category.category() : null;
    }
}
