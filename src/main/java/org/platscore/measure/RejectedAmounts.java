package org.platscore.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.platscore.finding.Exact;
import org.platscore.finding.Place;
import org.platscore.finding.Quantity;
import org.platscore.intake.PlacedRow;
import org.platscore.intake.cell.Head;
import org.platscore.rules.Column;
import org.platscore.rules.ColumnType;
import org.platscore.rules.Input;
import org.platscore.rules.Measure;
import org.platscore.rules.Rulebook;

/**
 * What rejected rows hold in the columns that measures sum, as far as it can be read: what would have counted if the row had.
 * Money is in 元.
 */
public final class RejectedAmounts {

    private final Map<String, List<Summed>> columns = new HashMap<>();
    private final Map<Row, List<Amount>> rows = new HashMap<>();

    /** What rows hold in the columns of a name, in all. */
    public record Sum(String label, Quantity amount) {

        private Sum plus(Sum other) {
            return new Sum(label, new Quantity(amount.number().add(other.amount.number()), amount.unit()));
        }
    }

    private record Row(String input, Place place) {}

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

    /** Takes a rejected row. */
    void add(Input input, PlacedRow row) {
        List<Amount> amounts = new ArrayList<>();
        for (Summed column : columns.getOrDefault(input.name(), List.of())) {
            if (row.cell(column.name) instanceof BigDecimal number) {
                amounts.add(new Amount(column, Exact.of(number)));
            }
        }
        if (!amounts.isEmpty()) {
            rows.put(new Row(input.name(), row.place()), amounts);
        }
    }

    /**
     * Returns the sums over some rejected rows. Columns of one name are added up where their unit is the same, also those of two inputs.
     *
     * @param rows the rows by input, each as a whole
     */
    public List<Sum> sums(Map<String, List<Place>> rows) {
        Map<List<String>, Sum> sums = new LinkedHashMap<>();
        rows.forEach((input, places) -> {
            for (Place place : places) {
                for (Amount amount : this.rows.getOrDefault(new Row(input, place), List.of())) {
                    String label = amount.column.label;
                    Quantity told = amount.column.told(amount.number);
                    sums.merge(List.of(label, told.unit()), new Sum(label, told), Sum::plus);
                }
            }
        });
        return List.copyOf(sums.values());
    }
}
