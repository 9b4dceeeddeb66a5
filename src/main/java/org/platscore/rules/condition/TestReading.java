package org.platscore.rules.condition;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.ColumnType;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/** Reads the tests of a condition against the type of the column they are for. */
final class TestReading {

    private static final List<String> KEYS = List.of(
            "is", "not", "min", "max", "over", "under", "outside", "blank", "contains", "matches", "same_as", "in");

    private final Columns columns;
    private final Diagnostics diagnostics;

    TestReading(Columns columns, Diagnostics diagnostics) {
        this.columns = columns;
        this.diagnostics = diagnostics;
    }

    /** Returns the test that {@code node} says of this column; null if it says none, or its column is faulty. */
    @Nullable
    CellTest read(Node node, Columns.Known column) {
        if (node instanceof Node.Mapping) {
            return mapping((Node.Mapping) node, column);
        }
        if (node instanceof Node.Items
                && ((Node.Items) node).items().stream().anyMatch(item -> item instanceof Node.Mapping)) {
            List<CellTest> any = new ArrayList<>();
            for (Node item : ((Node.Items) node).items()) {
                CellTest each = read(item, column);
                if (each != null) {
                    any.add(each);
                }
            }
            return any.size() == ((Node.Items) node).items().size() ? new CellTest.Either(List.copyOf(any)) : null;
        }
        return is(node, column, false);
    }

    /** Returns whether a key without a value may be passed over: an empty list or mapping may, a forgotten value is told. */
    boolean passable(Node.Entry entry) {
        if (!(entry.value() instanceof Node.Scalar)) {
            return true;
        }
        diagnostics.error(
                "R005",
                entry.key().mark(),
                Message.of("rules.no-test", entry.key().text()),
                Message.of("rules.fix.no-test"));
        return false;
    }

    private @Nullable CellTest mapping(Node.Mapping mapping, Columns.Known column) {
        List<CellTest> all = new ArrayList<>();
        boolean sound = true;
        for (Node.Entry entry : mapping.entries()) {
            if (Fields.saysNothing(entry.value())) {
                sound &= passable(entry);
                continue;
            }
            CellTest each = test(entry, column);
            sound &= each != null;
            if (each != null) {
                all.add(each);
            }
        }
        if (!sound || all.isEmpty()) {
            return null;
        }
        if (CellTest.Bound.exclude(all)) {
            diagnostics.warning(
                    "R021",
                    mapping.mark(),
                    Message.of("rules.never-both", column.name()),
                    Message.of("rules.fix.never-both"));
        }
        return all.size() == 1 ? all.get(0) : new CellTest.Every(List.copyOf(all));
    }

    private @Nullable CellTest test(Node.Entry entry, Columns.Known column) {
        Node value = entry.value();
        return switch (entry.key().text()) {
            case "is" -> is(value, column, false);
            case "not" -> is(value, column, true);
            case "min" -> bound(entry, CellTest.Bound.Kind.MIN, column);
            case "max" -> bound(entry, CellTest.Bound.Kind.MAX, column);
            case "over" -> bound(entry, CellTest.Bound.Kind.OVER, column);
            case "under" -> bound(entry, CellTest.Bound.Kind.UNDER, column);
            case "outside" -> outside(entry, column);
            case "blank" -> blank(value);
            case "contains" -> contains(entry, column);
            case "matches" -> matches(entry, column);
            case "same_as" -> sameAs(value, column);
            case "in" -> InReading.read(entry, column, columns, diagnostics);
            default -> unknown(entry);
        };
    }

    private @Nullable CellTest is(Node node, Columns.Known column, boolean not) {
        List<Node> items = node instanceof Node.Items ? ((Node.Items) node).items() : List.of(node);
        Set<Object> values = new LinkedHashSet<>();
        List<Object> shown = new ArrayList<>();
        boolean sound = true;
        for (Node item : items) {
            Node.Scalar scalar = Fields.scalar(item, diagnostics);
            ColumnType type = column.type();
            Object value = scalar == null || type == null ? null : ValueReading.read(scalar, column, diagnostics);
            if (value == null || type == null || scalar == null) {
                sound = false;
                continue;
            }
            values.add(Folded.cell(type, value));
            shown.add(type.numeric() ? type.told(value) : scalar.text());
        }
        ColumnType type = column.type();
        return !sound || type == null ? null : new CellTest.Is(type, values, List.copyOf(shown), not);
    }

    private @Nullable CellTest bound(Node.Entry entry, CellTest.Bound.Kind kind, Columns.Known column) {
        Object bound = ordered(entry, column) ? ordered(entry.value(), column) : null;
        ColumnType type = column.type();
        return bound == null || type == null ? null : new CellTest.Bound(type, kind, bound);
    }

    private @Nullable CellTest outside(Node.Entry entry, Columns.Known column) {
        if (!ordered(entry, column)) {
            return null;
        }
        Node node = entry.value();
        if (node instanceof Node.Scalar && ((Node.Scalar) node).text().equals("period")) {
            if (column.type() != null && column.type() != ColumnType.DATE) {
                unfit(entry, column, "rules.fix.period-column");
                return null;
            }
            return columns.period() == null ? null : CellTest.Outside.of(columns.period());
        }
        if (!(node instanceof Node.Items) || ((Node.Items) node).items().size() != 2) {
            diagnostics.error("R006", node.mark(), Message.of("rules.not-a-range"), Message.of("rules.fix.range"));
            return null;
        }
        Object low = ordered(((Node.Items) node).items().get(0), column);
        Object high = ordered(((Node.Items) node).items().get(1), column);
        ColumnType type = column.type();
        if (low == null || high == null || type == null) {
            return null;
        }
        boolean falling = low instanceof BigDecimal
                ? ((BigDecimal) low).compareTo((BigDecimal) high) > 0
                : ((LocalDate) low).isAfter((LocalDate) high);
        if (falling) {
            diagnostics.error(
                    "R019",
                    node.mark(),
                    Message.of("rules.range-order", type.told(low), type.told(high)),
                    Message.of("rules.fix.range"));
            return null;
        }
        return new CellTest.Outside(type, low, high, false);
    }

    private @Nullable CellTest blank(Node node) {
        Node.Scalar scalar = Fields.scalar(node, diagnostics);
        if (scalar == null) {
            return null;
        }
        if (!Set.of("true", "false").contains(scalar.text())) {
            diagnostics.unknown(
                    "R023",
                    scalar.mark(),
                    Message.of("rules.kind.word", "blank"),
                    scalar.text(),
                    List.of("true", "false"));
            return null;
        }
        return new CellTest.Blank(scalar.text().equals("true"));
    }

    private @Nullable CellTest contains(Node.Entry entry, Columns.Known column) {
        ColumnType type = column.type();
        if (type == null || !textual(entry, column)) {
            return null;
        }
        List<Node> items =
                entry.value() instanceof Node.Items ? ((Node.Items) entry.value()).items() : List.of(entry.value());
        List<String> parts = new ArrayList<>();
        for (Node item : items) {
            Node.Scalar scalar = Fields.scalar(item, diagnostics);
            if (scalar != null) {
                parts.add(Folded.cell(type, scalar.text()).toString());
            }
        }
        return parts.size() < items.size() ? null : new CellTest.Contains(type, List.copyOf(parts));
    }

    private @Nullable CellTest matches(Node.Entry entry, Columns.Known column) {
        ColumnType type = column.type();
        Node.Scalar scalar = Fields.scalar(entry.value(), diagnostics);
        if (type == null || scalar == null || !textual(entry, column)) {
            return null;
        }
        try {
            return new CellTest.Matches(type, Pattern.compile(folded(scalar.text())), scalar.text());
        } catch (PatternSyntaxException e) {
            diagnostics.error(
                    "R025",
                    scalar.mark(),
                    Message.of("rules.bad-pattern", scalar.text()),
                    Message.of("rules.fix.pattern"));
            return null;
        }
    }

    /** Cells are folded before they are searched, so the pattern's wide letters and signs are written as plain ones, literally. */
    private static String folded(String pattern) {
        String composed = Normalizer.normalize(pattern, Normalizer.Form.NFC);
        StringBuilder text = new StringBuilder(composed.length());
        boolean escaped = false;
        boolean quoted = false;
        for (int c : composed.codePoints().toArray()) {
            String one = Character.toString(c);
            String plain = c < 0x80 ? one : Normalizer.normalize(one, Normalizer.Form.NFKC);
            boolean literal = plain.equals(one) || escaped || quoted;
            text.append(literal ? plain : Pattern.quote(plain));
            quoted = quoted ? !escaped || c != 'E' : escaped && c == 'Q';
            escaped = c == '\\' && (quoted || !escaped);
        }
        return text.toString();
    }

    private @Nullable CellTest sameAs(Node node, Columns.Known column) {
        Node.Scalar scalar = Fields.scalar(node, diagnostics);
        Columns.Known other = scalar == null ? null : columns.find(scalar.text());
        if (scalar == null) {
            return null;
        }
        if (other == null) {
            columns.unknown(scalar, diagnostics);
            return null;
        }
        ColumnType type = column.type();
        ColumnType with = other.type();
        if (type == null || with == null) {
            return null;
        }
        if (kind(type) != kind(with)) {
            diagnostics.error(
                    "R014",
                    scalar.mark(),
                    Message.of("rules.not-comparable", column.name(), scalar.text()),
                    Message.of("rules.fix.not-comparable"));
            return null;
        }
        boolean code = type == ColumnType.CREDIT_CODE || with == ColumnType.CREDIT_CODE;
        return new CellTest.SameAs(code ? ColumnType.CREDIT_CODE : type, scalar.text(), other.label());
    }

    static Class<?> kind(ColumnType type) {
        return switch (type) {
            case NUMBER, INTEGER, MONEY, PERCENT -> BigDecimal.class;
            case DATE -> LocalDate.class;
            case BOOLEAN -> Boolean.class;
            default -> String.class;
        };
    }

    private @Nullable CellTest unknown(Node.Entry entry) {
        diagnostics.unknown(
                "R004",
                entry.key().mark(),
                Message.of("rules.kind.test"),
                entry.key().text(),
                KEYS);
        return null;
    }

    private boolean ordered(Node.Entry entry, Columns.Known column) {
        ColumnType type = column.type();
        boolean fits =
                type == null || kind(type) == BigDecimal.class || type == ColumnType.DATE || type == ColumnType.SCALE;
        if (!fits) {
            unfit(entry, column, "rules.fix.ordered-column");
        }
        return fits && type != null;
    }

    private @Nullable Object ordered(Node node, Columns.Known column) {
        Node.Scalar scalar = Fields.scalar(node, diagnostics);
        Columns.Known bounded = column.type() == ColumnType.SCALE
                ? new Columns.Known(column.name(), column.label(), ColumnType.NUMBER, List.of())
                : column;
        return scalar == null ? null : ValueReading.read(scalar, bounded, diagnostics);
    }

    private boolean textual(Node.Entry entry, Columns.Known column) {
        ColumnType type = column.type();
        boolean fits = type == null || kind(type) == String.class;
        if (!fits) {
            unfit(entry, column, "rules.fix.text-column");
        }
        return fits;
    }

    private void unfit(Node.Entry entry, Columns.Known column, String fix) {
        diagnostics.error(
                "R014",
                entry.key().mark(),
                Message.of("rules.unfit-test", entry.key().text(), column.name()),
                Message.of(fix));
    }
}
