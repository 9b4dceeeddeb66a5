package org.platscore.rules.condition;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.rules.ColumnType;
import org.platscore.rules.Period;

/** What one cell is tested for. */
sealed interface CellTest {

    /** Returns whether a cell that is not blank fulfils the test. */
    boolean holds(Object cell, Row row);

    /** Returns whether a blank cell does. */
    default boolean holdsBlank() {
        return false;
    }

    /** Returns what other inputs' columns it asks for. */
    default Set<Other> others() {
        return Set.of();
    }

    /** Returns the other columns of the row, or of its subject, that it asks for. */
    default Set<String> columns() {
        return Set.of();
    }

    /** Returns the test in words, {@code label} being the column's. */
    Message sentence(String label);

    /**
     * {@code is}, a value or a list; or {@code not}.
     *
     * @param values folded as cells are
     */
    record Is(ColumnType type, Set<Object> values, List<Object> shown, boolean not) implements CellTest {
        @Override
        public boolean holds(Object cell, Row row) {
            return values.contains(Folded.cell(type, cell)) != not;
        }

        /** This is asked of a sole {@code not} only: several tests are {@link Every}. */
        @Override
        public boolean holdsBlank() {
            return not;
        }

        @Override
        public Message sentence(String label) {
            return Message.of(not ? "rules.condition.not" : "rules.condition.is", label, shown);
        }
    }

    /** {@code min}, {@code max}, {@code over} and {@code under}. */
    record Bound(ColumnType type, Kind kind, Object bound) implements CellTest {
        enum Kind {
            MIN,
            MAX,
            OVER,
            UNDER
        }

        /** Returns whether some of these bounds leave no value: an upper one below a lower one. */
        static boolean exclude(List<CellTest> tests) {
            for (CellTest lower : tests) {
                for (CellTest upper : tests) {
                    if (lower instanceof Bound && upper instanceof Bound && ((Bound) lower).above((Bound) upper)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean above(Bound upper) {
            boolean lowers = kind == Kind.MIN || kind == Kind.OVER;
            boolean uppers = upper.kind == Kind.MAX || upper.kind == Kind.UNDER;
            if (!lowers || !uppers) {
                return false;
            }
            int order = compare(bound, upper.bound);
            return order > 0 || order == 0 && (kind == Kind.OVER || upper.kind == Kind.UNDER);
        }

        @Override
        public boolean holds(Object cell, Row row) {
            int order = compare(cell, bound);
            return switch (kind) {
                case MIN -> order >= 0;
                case MAX -> order <= 0;
                case OVER -> order > 0;
                case UNDER -> order < 0;
            };
        }

        @Override
        public Message sentence(String label) {
            return Message.of(
                    type.boundKey("rules.condition." + kind.name().toLowerCase(java.util.Locale.ROOT)),
                    label,
                    type.told(bound));
        }
    }

    /** {@code outside}; null ends: the rules' period is faulty. */
    record Outside(ColumnType type, Object low, Object high, boolean period) implements CellTest {
        static Outside of(Period period) {
            return new Outside(ColumnType.DATE, period.from(), period.to(), true);
        }

        @Override
        public boolean holds(Object cell, Row row) {
            return compare(cell, low) < 0 || compare(cell, high) > 0;
        }

        @Override
        public Message sentence(String label) {
            return period
                    ? Message.of("rules.condition.outside-period", label)
                    : Message.of("rules.condition.outside", label, type.told(low), type.told(high));
        }
    }

    /** {@code blank}. */
    record Blank(boolean blank) implements CellTest {
        @Override
        public boolean holds(Object cell, Row row) {
            return !blank;
        }

        @Override
        public boolean holdsBlank() {
            return blank;
        }

        @Override
        public Message sentence(String label) {
            return Message.of(blank ? "rules.condition.blank" : "rules.condition.filled", label);
        }
    }

    /** {@code contains}: one of these parts, folded. */
    record Contains(ColumnType type, List<String> parts) implements CellTest {
        @Override
        public boolean holds(Object cell, Row row) {
            String text = Folded.cell(type, cell).toString();
            for (String part : parts) {
                if (text.contains(part)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Message sentence(String label) {
            return Message.of("rules.condition.contains", label, parts);
        }
    }

    /** {@code matches}: the pattern is found in the folded text. */
    record Matches(ColumnType type, Pattern pattern, String written) implements CellTest {
        @Override
        public boolean holds(Object cell, Row row) {
            return pattern.matcher(Folded.cell(type, cell).toString()).find();
        }

        @Override
        public Message sentence(String label) {
            return Message.of("rules.condition.matches", label, written);
        }
    }

    /** {@code same_as} another column; credit codes in upper case if either is one. */
    record SameAs(ColumnType type, String column, String otherLabel) implements CellTest {
        @Override
        public boolean holds(Object cell, Row row) {
            Object other = row.cell(column);
            return other != null && Folded.cell(type, cell).equals(Folded.cell(type, other));
        }

        @Override
        public Set<String> columns() {
            return Set.of(column);
        }

        @Override
        public Message sentence(String label) {
            return Message.of("rules.condition.same-as", label, otherLabel);
        }
    }

    /** {@code in} a column of another input, among the rows of the same subject. */
    record In(Other other, String input, String column) implements CellTest {
        @Override
        public boolean holds(Object cell, Row row) {
            return row.among(other, Folded.cell(other.type(), cell));
        }

        @Override
        public Set<Other> others() {
            return Set.of(other);
        }

        @Override
        public Message sentence(String label) {
            return Message.of("rules.condition.in", label, input, column);
        }
    }

    /** Several tests in one mapping, all of which must hold; no blank cell does. */
    record Every(List<CellTest> tests) implements CellTest {
        @Override
        public boolean holds(Object cell, Row row) {
            for (CellTest test : tests) {
                if (!test.holds(cell, row)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Message sentence(String label) {
            return join(Joined.AND, tests, label);
        }

        @Override
        public Set<String> columns() {
            return CellTest.columns(tests);
        }

        @Override
        public Set<Other> others() {
            return CellTest.others(tests);
        }
    }

    /** A list of tests, any of which must hold. */
    record Either(List<CellTest> tests) implements CellTest {
        @Override
        public boolean holds(Object cell, Row row) {
            return tests.stream().anyMatch(test -> test.holds(cell, row));
        }

        @Override
        public boolean holdsBlank() {
            return tests.stream().anyMatch(CellTest::holdsBlank);
        }

        @Override
        public Message sentence(String label) {
            return join(Joined.OR, tests, label);
        }

        @Override
        public Set<String> columns() {
            return CellTest.columns(tests);
        }

        @Override
        public Set<Other> others() {
            return CellTest.others(tests);
        }
    }

    private static Set<Other> others(List<CellTest> tests) {
        return tests.stream().flatMap(each -> each.others().stream()).collect(Collectors.toSet());
    }

    private static Set<String> columns(List<CellTest> tests) {
        return tests.stream().flatMap(each -> each.columns().stream()).collect(Collectors.toSet());
    }

    private static Message join(String key, List<CellTest> tests, String label) {
        return Joined.sentence(
                key, tests.stream().map(test -> test.sentence(label)).toList());
    }

    /** Compares a cell with a bound of its column's type. */
    private static int compare(Object cell, @Nullable Object bound) {
        if (cell instanceof ScaleWord) {
            return compare(((ScaleWord) cell).number(), bound);
        }
        if (cell instanceof BigFraction && bound instanceof BigDecimal) {
            return ((BigFraction) cell).compareTo(Exact.of((BigDecimal) bound));
        }
        if (cell instanceof BigDecimal && bound instanceof BigDecimal) {
            return ((BigDecimal) cell).compareTo((BigDecimal) bound);
        }
        if (cell instanceof LocalDate && bound instanceof LocalDate) {
            return ((LocalDate) cell).compareTo((LocalDate) bound);
        }
        throw new IllegalArgumentException(cell + " against " + bound);
    }
}
