package org.platscore.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.intake.cell.Masking;
import org.platscore.rules.Measure;

/** The rows of a measure in piles: those that count, then those that do not, by reason. */
public final class RowSums {

    private RowSums() {}

    /**
     * Rows of one kind.
     *
     * @param code the finding's code; empty where there is none
     * @param reason why they do not count, of the first row where each has its own; null where they do
     * @param rows how many
     * @param told the sum of their cells as it may be shown, where the measure adds up, averages or compares numbers: that of masked
     *     ones is masked unless they count; null for others
     */
    public record Pile(
            MeasureRow.Standing standing,
            String code,
            @Nullable Message reason,
            long rows,
            @Nullable Object told) {}

    private record Key(MeasureRow.Standing standing, String code) {}

    /** Returns the piles, the rows that count first. */
    public static List<Pile> of(MeasureReason reason) {
        Map<Key, List<MeasureRow>> piles = new LinkedHashMap<>();
        piles.put(new Key(MeasureRow.Standing.COUNTED, ""), new ArrayList<>());
        for (MeasureRow row : reason.rows()) {
            piles.computeIfAbsent(new Key(row.standing(), row.code()), key -> new ArrayList<>())
                    .add(row);
        }
        boolean numbers = reason.measure().definition() instanceof Measure.Over
                && ((Measure.Over) reason.measure().definition()).aggregate() != Measure.Aggregate.DISTINCT;
        List<Pile> sums = new ArrayList<>();
        piles.forEach((key, rows) -> sums.add(new Pile(
                key.standing,
                key.code,
                reason(rows),
                rows.size(),
                numbers && valued(key, rows) ? told(key, rows) : null)));
        return sums;
    }

    private static @Nullable Message reason(List<MeasureRow> rows) {
        Message first = rows.isEmpty() ? null : rows.get(0).group();
        return first == null || rows.stream().allMatch(row -> first.equals(row.group()))
                ? first
                : Message.of("analysis.row.first", first);
    }

    /** Rows whose cells are all blank or no numbers have no sum; those that count have one, be it 0. */
    private static boolean valued(Key key, List<MeasureRow> rows) {
        return key.standing == MeasureRow.Standing.COUNTED
                || rows.stream().anyMatch(row -> row.value() instanceof BigFraction);
    }

    private static Object told(Key key, List<MeasureRow> rows) {
        boolean masked = rows.stream().anyMatch(row -> Masking.HIDDEN.equals(row.told()));
        return masked && key.standing != MeasureRow.Standing.COUNTED ? Masking.HIDDEN : sum(rows);
    }

    private static BigFraction sum(List<MeasureRow> rows) {
        return Exact.sum(rows.stream()
                .map(MeasureRow::value)
                .filter(BigFraction.class::isInstance)
                .map(BigFraction.class::cast)
                .toList());
    }
}
