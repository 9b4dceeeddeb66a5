package org.platscore.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.rules.condition.Columns;
import org.platscore.rules.condition.Folded;
import org.platscore.rules.condition.ScaleWord;
import org.platscore.rules.condition.ValueReading;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Mark;
import org.platscore.rules.source.Node;

/** Reads one column of a table or one field of a form. */
final class ColumnReading {

    private static final Map<String, ColumnType> TYPES = new LinkedHashMap<>();
    private static final List<String> UNITS = List.of("元", "千元", "万元", "亿元");
    private static final Pattern CELL = Pattern.compile("[A-Z]{1,3}[1-9][0-9]{0,6}");

    static {
        for (ColumnType type : ColumnType.values()) {
            TYPES.put(type.name().toLowerCase(Locale.ROOT).replace('_', '-'), type);
        }
    }

    private final String name;
    private final boolean form;
    private final Fields fields;
    private final Diagnostics diagnostics;
    private boolean doubtful;

    private ColumnReading(String name, boolean form, Fields fields, Diagnostics diagnostics) {
        this.name = name;
        this.form = form;
        this.fields = fields;
        this.diagnostics = diagnostics;
    }

    /** What a declaration gives: a column known by name in any case, and the column itself unless it is faulty. */
    record Declared(Columns.Known known, Column column) {}

    static Declared read(Node.Entry entry, boolean form, Diagnostics diagnostics) {
        String name = entry.key().text().strip();
        if (Fields.saysNothing(entry.value())) {
            diagnostics.error(
                    "R005", entry.key().mark(), Message.of("rules.blank-key", name), Message.of("rules.fix.column"));
            return nothing(name);
        }
        Fields fields = Fields.of(entry.value(), diagnostics, "{header: code, type: text}");
        return fields == null ? nothing(name) : new ColumnReading(name, form, fields, diagnostics).column();
    }

    private static Declared nothing(String name) {
        return new Declared(new Columns.Known(name, name, null, List.of()), column(name));
    }

    private static Column column(String name) {
        return Column.plain(name, name, ColumnType.TEXT, name, null, Column.OnBad.REJECT);
    }

    private Declared column() {
        List<String> headers = headers();
        String cell = form ? cell() : null;
        String label = form ? null : fields.text("label");
        ColumnType type = type();
        Map<String, BigDecimal> scale = scale(type);
        Map<String, List<String>> choices = type == ColumnType.SCALE ? words(scale) : choices(type);
        type = doubtful ? null : type;
        String shown = label != null ? label : headers.isEmpty() ? name : headers.get(0);
        boolean personal = fields.flag("personal", false);
        Columns.Known known = new Columns.Known(name, shown, type, List.copyOf(choices.keySet()), personal);
        Column column = new Column(
                name,
                shown,
                type == null ? ColumnType.TEXT : type,
                cell == null && headers.isEmpty() ? List.of(name) : headers,
                form ? fields.text("sheet") : null,
                cell,
                fields.flag("required", false),
                bound("min", known),
                bound("max", known),
                choices,
                defaultValue(known, scale),
                unit(type),
                onBad(),
                fields.texts("blank").stream().map(Folded::text).toList(),
                personal,
                scale);
        bounds(column);
        fields.done();
        return new Declared(known, column);
    }

    private List<String> headers() {
        List<String> headers = new ArrayList<>();
        Map<String, Mark> known = new HashMap<>();
        for (Node item : fields.items(form ? "label" : "header")) {
            Node.Scalar scalar = Fields.scalar(item, diagnostics);
            if (scalar == null) {
                continue;
            }
            Mark first = known.putIfAbsent(Folded.tight(scalar.text()), scalar.mark());
            if (scalar.text().isBlank()) {
                diagnostics.error(
                        "R018", scalar.mark(), Message.of("rules.blank-header"), Message.of("rules.fix.blank-header"));
            } else if (first != null) {
                diagnostics.error(
                        "R010",
                        scalar.mark(),
                        Message.of("rules.header-twice", scalar.text()),
                        Message.of("rules.fix.header-twice"),
                        first);
            } else {
                headers.add(scalar.text().strip());
            }
        }
        return List.copyOf(headers);
    }

    private @Nullable String cell() {
        Node.Scalar scalar = fields.scalar("cell");
        if (scalar == null) {
            return null;
        }
        if (!CELL.matcher(scalar.text()).matches()) {
            diagnostics.error(
                    "R018", scalar.mark(), Message.of("rules.not-a-cell", scalar.text()), Message.of("rules.fix.cell"));
        } else if (fields.has("label")) {
            diagnostics.error(
                    "R021",
                    fields.keyMark("label"),
                    Message.of("rules.cell-and-label"),
                    Message.of("rules.fix.one-of-two"));
        }
        return scalar.text();
    }

    private @Nullable ColumnType type() {
        Node.Scalar scalar = fields.required("type") == null ? null : fields.scalar("type");
        if (scalar == null) {
            fields.allow("values");
            return null;
        }
        ColumnType type = TYPES.get(scalar.text());
        if (type == null) {
            fields.allow("values");
            diagnostics.unknown("R023", scalar.mark(), Message.of("rules.kind.type"), scalar.text(), TYPES.keySet());
        }
        return type;
    }

    /** Returns the words of a scale with their numbers, in file order. */
    private Map<String, BigDecimal> scale(@Nullable ColumnType type) {
        if (type == ColumnType.SCALE && fields.required("values") == null) {
            return Map.of();
        }
        Node node = fields.node("values");
        if (node == null || type == null) {
            return Map.of();
        }
        if (type != ColumnType.SCALE) {
            diagnostics.error(
                    "R021",
                    fields.keyMark("values"),
                    Message.of("rules.no-values", name),
                    Message.of("rules.fix.no-values"));
            return Map.of();
        }
        if (!(node instanceof Node.Mapping)) {
            diagnostics.error(
                    "R006", node.mark(), Message.of("rules.values-no-mapping"), Message.of("rules.fix.values"));
            return Map.of();
        }
        Map<String, BigDecimal> scale = new LinkedHashMap<>();
        Map<String, Mark> known = new HashMap<>();
        for (Node.Entry entry : ((Node.Mapping) node).entries()) {
            boolean sound = choice(entry.key(), known);
            BigFraction number = null;
            if (Fields.saysNothing(entry.value())) {
                String word = entry.key().text();
                diagnostics.error(
                        "R005",
                        entry.key().mark(),
                        Message.of("rules.blank-key", word),
                        Message.of("rules.fix.values"));
            } else {
                number = Fields.number(entry.value(), diagnostics);
            }
            if (sound && number != null) {
                scale.put(entry.key().text().strip(), Exact.decimal(number));
            }
        }
        return Collections.unmodifiableMap(scale);
    }

    private static Map<String, List<String>> words(Map<String, BigDecimal> scale) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        scale.keySet().forEach(word -> words.put(word, List.of()));
        return Collections.unmodifiableMap(words);
    }

    private @Nullable Object defaultValue(Columns.Known known, Map<String, BigDecimal> scale) {
        Object value = value("default", known);
        if (!(value instanceof String)) {
            return value;
        }
        BigDecimal number = scale.get((String) value);
        return number == null ? value : new ScaleWord((String) value, number);
    }

    private Map<String, List<String>> choices(@Nullable ColumnType type) {
        if (type == ColumnType.CHOICE && fields.required("choices") == null) {
            return Map.of();
        }
        Node node = fields.node("choices");
        if (node == null || type == null) {
            return Map.of();
        }
        if (type != ColumnType.CHOICE) {
            diagnostics.error(
                    "R021",
                    fields.keyMark("choices"),
                    Message.of("rules.no-choices", name),
                    Message.of("rules.fix.no-choices"));
            return Map.of();
        }
        Map<String, List<String>> choices = new LinkedHashMap<>();
        Map<String, Mark> known = new HashMap<>();
        if (node instanceof Node.Mapping) {
            for (Node.Entry entry : ((Node.Mapping) node).entries()) {
                List<String> synonyms = new ArrayList<>();
                choice(entry.key(), known);
                Node value = entry.value();
                List<Node> items = value instanceof Node.Items ? ((Node.Items) value).items() : List.of(value);
                for (Node item : Fields.saysNothing(value) ? List.<Node>of() : items) {
                    Node.Scalar synonym = Fields.scalar(item, diagnostics);
                    if (synonym != null && choice(synonym, known)) {
                        synonyms.add(synonym.text().strip());
                    }
                }
                choices.put(entry.key().text().strip(), List.copyOf(synonyms));
            }
        } else {
            for (Node item : fields.items("choices")) {
                Node.Scalar choice = Fields.scalar(item, diagnostics);
                if (choice != null && choice(choice, known)) {
                    choices.put(choice.text().strip(), List.of());
                }
            }
        }
        return Collections.unmodifiableMap(choices);
    }

    /** Reads a word of a choice or scale. One that stands twice is most likely another, so nothing is checked against them. */
    private boolean choice(Node.Scalar scalar, Map<String, Mark> known) {
        Mark first = known.putIfAbsent(Folded.text(scalar.text()), scalar.mark());
        if (scalar.text().isBlank()) {
            diagnostics.error(
                    "R018", scalar.mark(), Message.of("rules.blank-choice"), Message.of("rules.fix.blank-choice"));
            return false;
        }
        if (first != null) {
            doubtful = true;
            diagnostics.error(
                    "R010",
                    scalar.mark(),
                    Message.of("rules.choice-twice", scalar.text()),
                    Message.of("rules.fix.choice-twice"),
                    first);
        }
        return first == null;
    }

    private @Nullable Object bound(String key, Columns.Known known) {
        ColumnType type = known.type();
        boolean ordered = type == null || type == ColumnType.DATE || type.numeric() && type != ColumnType.BOOLEAN;
        if (fields.has(key) && !ordered) {
            diagnostics.error(
                    "R014",
                    fields.keyMark(key),
                    Message.of("rules.no-bounds", key, name),
                    Message.of("rules.fix.no-bounds"));
            return null;
        }
        return value(key, known);
    }

    private @Nullable Object value(String key, Columns.Known known) {
        Node.Scalar scalar = fields.scalar(key);
        return scalar == null ? null : ValueReading.read(scalar, known, diagnostics);
    }

    private void bounds(Column column) {
        if (compare(column.min(), column.max()) > 0) {
            diagnostics.error(
                    "R019",
                    fields.valueMark("min"),
                    Message.of("rules.min-over-max", name),
                    Message.of("rules.fix.min-over-max"));
        } else if (compare(column.defaultValue(), column.min()) < 0) {
            refuseDefault("R018", "default-below-min");
        } else if (compare(column.defaultValue(), column.max()) > 0) {
            refuseDefault("R018", "default-above-max");
        } else if (column.type() == ColumnType.INTEGER
                && column.defaultValue() instanceof BigDecimal number
                && Exact.of(number).getDenominator().bitLength() > 1) {
            refuseDefault("R014", "default-not-whole");
        }
    }

    /** Compares two numbers or two days; what is not there, or has no order, is as much as anything. */
    private static int compare(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal number && other instanceof BigDecimal bound) {
            return number.compareTo(bound);
        }
        return one instanceof LocalDate day && other instanceof LocalDate bound ? day.compareTo(bound) : 0;
    }

    private void refuseDefault(String code, String fault) {
        diagnostics.error(
                code,
                fields.valueMark("default"),
                Message.of("rules." + fault, name, fields.text("default") + ""),
                Message.of("rules.fix." + fault));
    }

    private @Nullable String unit(@Nullable ColumnType type) {
        if (fields.has("unit") && type != null && type != ColumnType.MONEY) {
            diagnostics.error(
                    "R021", fields.keyMark("unit"), Message.of("rules.no-unit", name), Message.of("rules.fix.no-unit"));
            return null;
        }
        return fields.word("unit", UNITS);
    }

    private Column.OnBad onBad() {
        String word = fields.word("on_bad", List.of("reject", "warn", "stop"));
        return word == null ? Column.OnBad.REJECT : Column.OnBad.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
