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
import org.platscore.finding.Quantity;
import org.platscore.intake.Subject;
import org.platscore.intake.cell.Head;
import org.platscore.intake.cell.Masking;
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
    /** By subject. */
    private final Map<Integer, Map<Reason, Rejected>> rejected = new HashMap<>();

    /**
     * What rows hold in the columns of a name, in all.
     *
     * @param personal whether it is masked: of a single row it is the cell
     */
    public record Sum(String label, Quantity amount, boolean personal) {

        /** Returns the amount as it may be shown. */
        public Object told() {
            return personal ? Masking.HIDDEN : amount;
        }

        private Sum plus(Sum other) {
            return new Sum(
                    label,
                    new Quantity(amount.number().add(other.amount.number()), amount.unit()),
                    personal || other.personal);
        }
    }

    /** Why rows are rejected: the code of the first finding that puts them out, in this input. */
    public record Reason(String input, String code) {}

    /** Rows that are rejected for one reason. */
    public static final class Rejected {
        private final List<Summed> columns;
        private final @Nullable BigDecimal[] sums;
        private long rows;

        private Rejected(List<Summed> columns) {
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
                BigDecimal number = sums[i];
                if (number != null) {
                    Sum sum = new Sum(
                            columns.get(i).label, columns.get(i).told(Exact.of(number)), columns.get(i).personal);
                    all.merge(List.of(sum.label, sum.amount.unit()), sum, Sum::plus);
                }
            }
        }
    }

    /** A column that some measure sums. */
    private record Summed(String name, String label, ColumnType type, boolean personal, Measure measure) {
        Quantity told(BigFraction amount) {
            return type.hasUnit() ? type.quantity(amount) : measure.quantity(amount);
        }
    }

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
                                        column.type(),
                                        column.personal(),
                                        measure)));
            }
        }
    }

    /** Returns a column's head; without its unit where the sum is told with its own. */
    private static String label(Column column, Measure measure) {
        String head = column.label();
        boolean told = column.type().hasUnit() || !measure.unit().isEmpty();
        return told ? Head.withoutUnit(head) : head;
    }

    private static boolean sums(Measure measure, Input input, Column column) {
        return measure.definition() instanceof Measure.Over over
                && over.aggregate() == Measure.Aggregate.SUM
                && over.input().equals(input.name())
                && over.column().equals(column.name());
    }

    /** Takes rejected rows with the code for which they are, and what their numbers add up to. */
    void add(Input input, Subject subject, String code, long rows, Row sums) {
        rejected.computeIfAbsent(subject.index(), k -> new LinkedHashMap<>())
                .computeIfAbsent(
                        new Reason(input.name(), code),
                        k -> new Rejected(columns.getOrDefault(input.name(), List.of())))
                .add(rows, sums);
    }

    /** Returns a subject's rejected rows. */
    public Map<Reason, Rejected> of(Subject subject) {
        return Collections.unmodifiableMap(rejected.getOrDefault(subject.index(), Map.of()));
    }

    /** Returns how many of a subject's rows of an input are rejected. */
    long rows(String input, Subject subject) {
        return of(subject).entrySet().stream()
                .filter(each -> each.getKey().input().equals(input))
                .mapToLong(each -> each.getValue().rows())
                .sum();
    }

    /** Returns sums over rejected rows. Columns of one name are added up where their unit is the same, also those of two inputs. */
    public static List<Sum> sums(List<Rejected> rows) {
        Map<List<String>, Sum> sums = new LinkedHashMap<>();
        rows.forEach(each -> each.sum(sums));
        return List.copyOf(sums.values());
    }
}
