package org.platscore.reward;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
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
final class RowValues implements Values, Row {

    private final Rulebook rules;
    private final RowColumns columns;
    private final int row;
    private final String id;
    private final Findings findings;
    /** The columns that somebody asked for and the list does not have, by name. */
    private final Map<String, RewardColumn> absent;
    /** What stands in for values of a run; null for any other list. */
    private final @Nullable RowStatistics statistics;

    private boolean totalAsked;

    RowValues(
            Rulebook rules,
            RowColumns columns,
            int row,
            String id,
            Findings findings,
            Map<String, RewardColumn> absent,
            @Nullable RowStatistics statistics) {
        this.rules = rules;
        this.columns = columns;
        this.row = row;
        this.id = id;
        this.findings = findings;
        this.absent = absent;
        this.statistics = statistics;
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
            Object value =
                    computed.formula().value(new RowValues(rules, columns, row, id, findings, lacking, statistics));
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
        return columns.cell(name, row, id, findings, absent);
    }

    @Nullable
    Place place(Ref ref) {
        RewardColumn column = ref.roster() ? columns.roster(ref.name()) : columns.named(ref.name());
        return column == null ? null : column.place(row);
    }

    private @Nullable Object standIn(Measure measure) {
        if (measure.missing() instanceof Missing.Number number) {
            return number.benchmark().number(new StandIn(measure));
        }
        return measure.missing() instanceof Missing.Category category ? category.category() : null;
    }

    /** What the stand-in for one measure's value is made of. */
    private final class StandIn implements BenchmarkValues {
        private final Measure measure;

        StandIn(Measure measure) {
            this.measure = measure;
        }

        @Override
        public @Nullable Object value(Ref ref) {
            return ref.roster() ? rules.choosing(ref.name(), cell(ref.name())) : RowValues.this.value(ref.name());
        }

        @Override
        public @Nullable BigFraction statistic(Benchmark.Statistic statistic) {
            RewardColumn values = Objects.requireNonNull(columns.named(measure.name()));
            if (statistics == null) {
                blank(values);
                return null;
            }
            return statistics.of(statistic, values, row, absent);
        }

        /** Tells, once, a blank that a statistic over all subjects stands in for: a list need not hold them all. */
        private void blank(RewardColumn values) {
            Place place = values.place(row);
            if (findings.met().stream().noneMatch(each -> place.equals(each.place()))) {
                findings.add(new Finding(
                        Severity.STOP,
                        "missing-value",
                        "",
                        place,
                        "",
                        id,
                        Message.of("reward.row.no-statistic", measure.label()),
                        Message.of("reward.row.no-statistic-do", measure.label())));
            }
        }
    }
}
