package org.platscore.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Place;
import org.platscore.finding.Quantity;
import org.platscore.intake.PlacedRow;
import org.platscore.intake.Subject;
import org.platscore.intake.cell.Head;
import org.platscore.rules.Column;
import org.platscore.rules.ColumnType;
import org.platscore.rules.Input;
import org.platscore.rules.Measure;
import org.platscore.rules.Rulebook;
import org.platscore.rules.condition.Row;

/**
 * What rejected rows hold in the columns that measures sum, as far as it can be read: what would have counted if the row had.
 * Money is in 元.
 */
public final class RejectedAmounts {

    private final Map<String, List<Summed>> columns = new HashMap<>();
    private final Map<Listed, List<Amount>> rows = new HashMap<>();
    /** By subject: the rows that no finding lists. */
    private final Map<Integer, Map<Reason, Unlisted>> unlisted = new HashMap<>();

    /** What rows hold in the columns of a name, in all. */
    public record Sum(String label, Quantity amount) {

        private Sum plus(Sum other) {
            return new Sum(label, new Quantity(amount.number().add(other.amount.number()), amount.unit()));
        }
    }

    private record Listed(String input, Place place) {}

    /** Why rows are rejected: the code of their findings, in this input. */
    public record Reason(String input, String code) {}

    /** Rows that no finding lists, as they are too many. */
    public static final class Unlisted {
        private final List<Summed> columns;
        private final @Nullable BigDecimal[] sums;
        private long rows;

        private Unlisted(List<Summed> columns) {
            this.columns = columns;
            this.sums = new @Nullable BigDecimal[columns.size()];
        }

        /** Returns how many there are. */
        public long rows() {
            return rows;
        }

        private void add(long more, Row added) {
            rows += more;
            for (int i = 0; i < sums.length; i++) {
                if (added.cell(columns.get(i).name) instanceof BigDecimal number) {
                    BigDecimal sum = sums[i];
                    sums[i] = sum == null ? number : sum.add(number);
                }
            }
        }

        private void sum(Map<List<String>, Sum> all) {
            for (int i = 0; i < sums.length; i++) {
                BigDecimal sum = sums[i];
                if (sum != null) {
                    plus(all, new Amount(columns.get(i), Exact.of(sum)));
                }
            }
        }
    }

    /** A column that some measure sums. */
    private record Summed(String name, String label, boolean money, Measure measure) {
        Quantity told(BigFraction amount) {
            return money ? Quantity.yuan(amount) : measure.quantity(amount);
        }
    }

    /** What a row holds in such a column. */
    private record Amount(Summed column, BigFraction number) {}

    RejectedAmounts(Rulebook rules) {
        for (Input input : rules.inputs()) {
            for (Column column : input.columns()) {
                rules.measures().stream()
                        .filter(measure -> sums(measure, input, column))
                        .findFirst()
                        .ifPresent(measure -> columns.computeIfAbsent(input.name(), name -> new ArrayList<>())
                                .add(new Summed(
                                        column.name(),
                                        label(column, measure),
                                        column.type() == ColumnType.MONEY,
                                        measure)));
            }
        }
    }

    /** Returns a column's head; without its unit where the sum is told with its own. */
    private static String label(Column column, Measure measure) {
        String head = column.label();
        boolean told = column.type() == ColumnType.MONEY || !measure.unit().isEmpty();
        return told ? Head.withoutUnit(head) : head;
    }

    private static boolean sums(Measure measure, Input input, Column column) {
        return measure.definition() instanceof Measure.Over over
                && over.aggregate() == Measure.Aggregate.SUM
                && over.input().equals(input.name())
                && over.column().equals(column.name());
    }

    /** Takes a rejected row that a finding lists. */
    void add(Input input, PlacedRow row) {
        List<Amount> amounts = new ArrayList<>();
        for (Summed column : summed(input)) {
            if (row.cell(column.name) instanceof BigDecimal number) {
                amounts.add(new Amount(column, Exact.of(number)));
            }
        }
        if (!amounts.isEmpty()) {
            rows.put(new Listed(input.name(), row.place()), amounts);
        }
    }

    /** Takes rejected rows that no finding lists, with the code for which they are, and what their numbers add up to. */
    void add(Input input, Subject subject, String code, long rows, Row sums) {
        unlisted.computeIfAbsent(subject.index(), k -> new LinkedHashMap<>())
                .computeIfAbsent(new Reason(input.name(), code), k -> new Unlisted(summed(input)))
                .add(rows, sums);
    }

    private List<Summed> summed(Input input) {
        return columns.getOrDefault(input.name(), List.of());
    }

    /** Returns a subject's rows that no finding lists. */
    public Map<Reason, Unlisted> unlisted(Subject subject) {
        return Collections.unmodifiableMap(unlisted.getOrDefault(subject.index(), Map.of()));
    }

    /**
     * Returns the sums over some rejected rows. Columns of one name are added up where their unit is the same, also those of two inputs.
     *
     * @param rows the rows by input, each as a whole
     * @param unlisted further rows
     */
    public List<Sum> sums(Map<String, List<Place>> rows, List<Unlisted> unlisted) {
        Map<List<String>, Sum> sums = new LinkedHashMap<>();
        rows.forEach((input, places) -> {
            for (Place place : places) {
                this.rows.getOrDefault(new Listed(input, place), List.of()).forEach(each -> plus(sums, each));
            }
        });
        unlisted.forEach(each -> each.sum(sums));
        return List.copyOf(sums.values());
    }

    private static void plus(Map<List<String>, Sum> sums, Amount amount) {
        Sum sum = new Sum(amount.column.label, amount.column.told(amount.number));
        sums.merge(List.of(sum.label, sum.amount.unit()), sum, Sum::plus);
    }
}
