package org.platscore.rules.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.platscore.finding.Message;

/** The conditions that a mapping, {@code any}, {@code all} and {@code none} are made of. */
final class Joined {

    static final String AND = "rules.condition.and";
    static final String OR = "rules.condition.or";

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
            return join(AND, of);
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
            return join(OR, of);
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
            return Message.of("rules.condition.none", join(OR, of));
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
        return sentence(key, of.stream().map(Condition::sentence).toList());
    }

    /** Returns sentences joined by "and" or "or"; one that is itself joined by the other word stands in brackets. */
    static Message sentence(String key, List<Message> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Message all = part(parts.get(0), key);
        for (Message each : parts.subList(1, parts.size())) {
            all = Message.of(key, all, part(each, key));
        }
        return all;
    }

    private static Message part(Message sentence, String key) {
        boolean mixed = !sentence.key().equals(key)
                && (sentence.key().equals(AND) || sentence.key().equals(OR));
        return mixed ? Message.of("rules.condition.bracketed", sentence) : sentence;
    }
}
