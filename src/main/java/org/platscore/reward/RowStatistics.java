package org.platscore.reward;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Findings;
import org.platscore.intake.results.RewardColumn;
import org.platscore.measure.MeasureValue;
import org.platscore.measure.Statistics;
import org.platscore.rules.condition.Cells;
import org.platscore.rules.scoring.Benchmark;

/** Statistics over the rows of a run that stand in for values of its subjects, as the run took them. */
final class RowStatistics {

    private final RowColumns columns;
    private final int rows;
    private final Set<Integer> barred;
    private final Findings findings;
    private final Map<List<Object>, Optional<BigFraction>> known = new HashMap<>();

    /**
     * @param rows how many there are
     * @param barred rows that a veto bars: they enter no statistic
     */
    RowStatistics(RowColumns columns, int rows, Set<Integer> barred, Findings findings) {
        this.columns = columns;
        this.rows = rows;
        this.barred = Set.copyOf(barred);
        this.findings = findings;
    }

    /**
     * Returns a statistic of a column, as it is for one row; null where no row has a value.
     *
     * @param absent takes the roster column that {@code statistic} names if the list has nothing to tell it by
     */
    @Nullable
    BigFraction of(Benchmark.Statistic statistic, RewardColumn values, int row, Map<String, RewardColumn> absent) {
        Object group = group(statistic, row, absent);
        return known.computeIfAbsent(
                        List.of(values.declared().name(), statistic, group),
                        key -> over(statistic, values, group, absent))
                .orElse(null);
    }

    private Optional<BigFraction> over(
            Benchmark.Statistic statistic, RewardColumn values, Object group, Map<String, RewardColumn> absent) {
        List<BigFraction> all = new ArrayList<>();
        List<BigFraction> alike = new ArrayList<>();
        for (int other = 0; other < rows; other++) {
            Object value = MeasureValue.ofCell(values.value(other, columns.id.shown(other), findings));
            if (value instanceof BigFraction number && !barred.contains(other)) {
                all.add(number);
                if (statistic.within() != null && group.equals(group(statistic, other, absent))) {
                    alike.add(number);
                }
            }
        }
        boolean enough = !alike.isEmpty() && alike.size() >= statistic.atLeast();
        List<BigFraction> taken = enough ? alike : all;
        return taken.isEmpty() ? Optional.empty() : Optional.ofNullable(Statistics.of(statistic, taken));
    }

    /** Rows with a blank cell form a group of their own. */
    private Object group(Benchmark.Statistic statistic, int row, Map<String, RewardColumn> absent) {
        String within = statistic.within();
        return Cells.group(within == null ? null : columns.cell(within, row, columns.id.shown(row), findings, absent));
    }
}
