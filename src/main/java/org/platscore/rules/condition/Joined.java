package org.platscore.rules.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.platscore.finding.Message;

/** The conditions that a mapping, {@code any}, {@code all} and {@code none} are made of. */
final class Joined {

    private Joined() {}

    /** A test of one column. */
    record OfColumn(String column, String label, CellTest test) implements Condition {
        @Override
        public boolean holds(Row row) {
            Object cell = row.cell(column);
            return cell == null ? test.holdsBlank() : test.holds(cell, row);
        }

        @Override
        public Message sentence() {
            return test.sentence(label);
        }

        @Override
        public Shape shape() {
            List<String> columns = new ArrayList<>(List.of(column));
            columns.addAll(test.columns());
            return new Shape(
                    Shape.Join.TEST,
                    List.of(),
                    columns,
                    columns.size() == 1 && test.others().isEmpty());
        }

        @Override
        public Set<Other> others() {
            return test.others();
        }
    }

    /** All of these. */
    record All(List<Condition> of) implements Condition {
        @Override
        public boolean holds(Row row) {
            for (Condition each : of) {
                if (!each.holds(row)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Message sentence() {
            return join("rules.condition.and", of);
        }

        @Override
        public Shape shape() {
            return Shape.of(Shape.Join.ALL, of);
        }

        @Override
        public Set<Other> others() {
            return Joined.others(of);
        }
    }

    /** At least one of these. */
    record Any(List<Condition> of) implements Condition {
        @Override
        public boolean holds(Row row) {
            return anyHolds(of, row);
        }

        @Override
        public Message sentence() {
            return join("rules.condition.or", of);
        }

        @Override
        public Shape shape() {
            return Shape.of(Shape.Join.ANY, of);
        }

        @Override
        public Set<Other> others() {
            return Joined.others(of);
        }
    }

    /** Not one of these. */
    record None(List<Condition> of) implements Condition {
        @Override
        public boolean holds(Row row) {
            return !anyHolds(of, row);
        }

        @Override
        public Message sentence() {
            return Message.of("rules.condition.none", join("rules.condition.or", of));
        }

        @Override
        public Shape shape() {
            return Shape.of(Shape.Join.NONE, of);
        }

        @Override
        public Set<Other> others() {
            return Joined.others(of);
        }
    }

    private static boolean anyHolds(List<Condition> of, Row row) {
        for (Condition each : of) {
            if (each.holds(row)) {
                return true;
            }
        }
        return false;
    }

    private static Set<Other> others(List<Condition> of) {
        return of.stream().flatMap(each -> each.others().stream()).collect(Collectors.toSet());
    }

    private static Message join(String key, List<Condition> of) {
        Message all = of.get(0).sentence();
        for (Condition each : of.subList(1, of.size())) {
            all = Message.of(key, all, each.sentence());
        }
        return all;
    }
}
