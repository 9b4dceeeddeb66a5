package org.platscore.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.platscore.finding.Exact;
import org.platscore.finding.Place;
import org.platscore.finding.Quantity;
import org.platscore.intake.PlacedRow;
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

    /** A unit in brackets at the end of a head: the sum is told with its own. */
    private static final Pattern UNIT = Pattern.compile("[（(][^（()）]*[)）]$");

    private final Map<String, List<Summed>> columns = new HashMap<>();
    private final Map<Row, List<Amount>> rows = new HashMap<>();

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
                                        UNIT.matcher(column.label()).replaceFirst(""),
                                        column.type() == ColumnType.MONEY,
                                        measure)));
            }
        }
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
     * Returns the sums over some rejected rows, by the column's label.
     *
     * @param input the input's name
     * @param places the rows, each as a whole
     */
    public Map<String, Quantity> sums(String input, List<Place> places) {
        Map<String, Quantity> sums = new LinkedHashMap<>();
        for (Place place : places) {
            for (Amount amount : rows.getOrDefault(new Row(input, place), List.of())) {
                sums.merge(
                        amount.column.label,
                        amount.column.told(amount.number),
                        (a, b) -> new Quantity(a.number().add(b.number()), a.unit()));
            }
        }
        return sums;
    }
}
