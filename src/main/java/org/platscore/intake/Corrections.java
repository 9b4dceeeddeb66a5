package org.platscore.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Nearest;
import org.platscore.finding.NumberText;
import org.platscore.finding.Severity;
import org.platscore.intake.cell.CellReader;
import org.platscore.intake.cell.Fault;
import org.platscore.intake.cell.Masking;
import org.platscore.intake.cell.Reading;
import org.platscore.intake.cell.Spelling;
import org.platscore.intake.cell.Units;
import org.platscore.intake.sheet.RawCell;
import org.platscore.rules.Column;
import org.platscore.rules.ColumnType;
import org.platscore.rules.Input;
import org.platscore.rules.Measure;
import org.platscore.rules.Rulebook;
import org.platscore.rules.condition.ScaleWord;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.source.Mark;

/** The corrections that an office decided: the rows of adjustments.csv or adjustments.xlsx. Whatever is wrong with one stops the run. */
final class Corrections {

    private static final String ADD = "核增";
    private static final String SUBTRACT = "核减";
    private static final String SET = "核定";

    static final String NAME = "adjustments";
    static final TableSpec SPEC = spec();

    private static final int SUBJECT = 0;
    private static final int MEASURE = 1;
    private static final int OPERATION = 2;
    private static final int VALUE = 3;
    private static final int REASON = 4;
    private static final int DECIDED_BY = 5;
    private static final int DATE = 6;

    private Corrections() {}

    /**
     * Returns the corrections in file order.
     *
     * @param all whether the subjects are all that there are; else unknown ones are not told
     */
    static List<Correction> of(Rulebook rules, Subjects subjects, boolean all, List<DataRow> rows, Findings findings) {
        List<Correction> corrections = new ArrayList<>();
        for (DataRow row : rows) {
            Subject subject = subjects.find(text(row, SUBJECT));
            Measure measure = measures(rules).find(text(row, MEASURE));
            if (subject == null && all) {
                unused(row, SUBJECT, Owner.unknown(text(row, SUBJECT), subjects), findings);
            }
            if (measure == null) {
                unused(row, MEASURE, unknownMeasure(rules, text(row, MEASURE)), findings);
            } else if (measure.definition() instanceof Measure.Computed) {
                unused(row, MEASURE, Message.of("intake.corrected-formula", measure.label()), findings);
                measure = null;
            }
            if (subject != null && measure != null) {
                Object value = value(row, rules, measure, findings);
                if (value != null) {
                    corrections.add(new Correction(
                            subject.index(),
                            measure.name(),
                            operation(row),
                            value,
                            text(row, REASON),
                            text(row, DECIDED_BY),
                            (LocalDate) row.values[DATE],
                            row.place(VALUE)));
                }
            }
        }
        return corrections;
    }

    private static NameOrLabel<Measure> measures(Rulebook rules) {
        return new NameOrLabel<>(rules.measures(), Measure::name, Measure::label);
    }

    private static Message unknownMeasure(Rulebook rules, String name) {
        if (!measures(rules).labelled(name).isEmpty()) {
            return Message.of("intake.measure-twice", name);
        }
        List<String> known = new ArrayList<>();
        rules.measures().forEach(each -> known.add(each.name()));
        rules.measures().forEach(each -> known.add(each.label()));
        return Fault.unknown("unknown-measure", name, Nearest.to(name, known));
    }

    /** Returns the value as a number, or as the category that a {@code set} names; null if it is neither, which is told. */
    private static @Nullable Object value(DataRow row, Rulebook rules, Measure measure, Findings findings) {
        String text = text(row, VALUE);
        if (measure.type() == ValueType.CATEGORY) {
            boolean set = operation(row) == Correction.Operation.SET;
            if (set && (measure.choices().isEmpty() || measure.choices().contains(Spelling.fold(text)))) {
                return Masking.shown(rules, measure.definition(), Spelling.fold(text));
            }
            bad(
                    row,
                    set
                            ? Message.of("intake.no-choice", Fault.brief(text), measure.choices())
                            : Message.of("intake.category-arithmetic", measure.label()),
                    findings);
            return null;
        }
        return number(row, rules, measure, findings);
    }

    /** Returns the number that a row's value is, read as a cell of the measure's column would be; null if it is told. */
    private static @Nullable BigFraction number(DataRow row, Rulebook rules, Measure measure, Findings findings) {
        RawCell cell = Objects.requireNonNull(row.raw[VALUE]);
        ColumnType type = type(rules, measure);
        String own = unit(cell);
        String head = row.locator.unit(VALUE);
        boolean headed = headSuits(head, type, measure);
        if (own.isEmpty() && !headed) {
            add(
                    row,
                    VALUE,
                    "correction-unused",
                    Message.of("intake.correction-head", text(row, VALUE), head, measure.label()),
                    Message.of("intake.correction-head-do"),
                    findings);
            return null;
        }
        CellReader reader = reader(row, type, measure, headed ? head : "");
        Reading reading = reader.read(cell);
        boolean foreign = reading.fault() != null && type != ColumnType.MONEY && Units.known(own);
        if (foreign || !suits(own, type)) {
            add(
                    row,
                    VALUE,
                    "correction-unused",
                    Message.of("intake.correction-unit", shown(cell, own), measure.label()),
                    Message.of("intake.correction-unit-do"),
                    findings);
            return null;
        }
        if (reading.value() instanceof BigDecimal number) {
            if (reading.unitless()) {
                unclear(row, rules, measure, reader.unclearUnits(), findings);
            }
            return Exact.of(number);
        }
        BigFraction word = operation(row) == Correction.Operation.SET ? word(cell, rules, measure) : null;
        if (word != null) {
            return word;
        }
        Fault fault = reading.fault();
        bad(
                row,
                fault == null ? Message.of("intake.no-number", Fault.brief(text(row, VALUE))) : fault.message(),
                findings);
        return null;
    }

    /** Returns what a word means in the cell that a measure's value comes from, 是 or one of a scale; null where it means no number. */
    private static @Nullable BigFraction word(RawCell cell, Rulebook rules, Measure measure) {
        Column column = measure.definition() instanceof Measure.Field field
                ? rules.input(field.input()).column(field.column())
                : measure.definition() instanceof Measure.RosterValue value
                        ? rules.roster().column(value.column())
                        : null;
        if (column == null || column.type() != ColumnType.BOOLEAN && column.type() != ColumnType.SCALE) {
            return null;
        }
        Object meant = new CellReader(column, "", "", List.of(), false, true, text -> null, true)
                .read(cell)
                .value();
        if (meant instanceof Boolean) {
            return meant.equals(Boolean.TRUE) ? BigFraction.ONE : BigFraction.ZERO;
        }
        return meant instanceof ScaleWord scale ? Exact.of(scale.number()) : null;
    }

    /** Tells a share above 1 that may be meant as a percentage, and an amount below two units. */
    private static void unclear(DataRow row, Rulebook rules, Measure measure, String units, Findings findings) {
        boolean share = columnType(rules, measure) == ColumnType.PERCENT;
        if (share || !units.isEmpty()) {
            String key = share ? "intake.no-percent" : "intake.two-units";
            String unit = measure.unit().isEmpty() ? "元" : measure.unit();
            add(
                    Severity.WARN,
                    row,
                    VALUE,
                    "unit-unclear",
                    Message.of(key, units, unit),
                    Message.of(key + "-do", units, unit),
                    findings);
        }
    }

    private static CellReader reader(DataRow row, ColumnType type, Measure measure, String head) {
        boolean own = type == ColumnType.MONEY || type == ColumnType.PERCENT;
        Column column = Column.plain(
                measure.name(),
                measure.label(),
                own ? type : ColumnType.NUMBER,
                measure.label(),
                own || measure.unit().isEmpty() ? null : measure.unit(),
                Column.OnBad.STOP);
        return new CellReader(
                column,
                head,
                row.locator.sheetUnit(),
                List.of(),
                row.locator.datesFrom1904(),
                true,
                text -> null,
                true);
    }

    /** Returns the unit that a cell itself gives its number. */
    private static String unit(RawCell cell) {
        if (cell.number() == null) {
            return NumberText.read(cell.text()).map(NumberText::suffix).orElse("");
        }
        return cell.format() == RawCell.Format.PERCENT
                ? "%"
                : Units.alone(Spelling.dense(cell.format().behind()));
    }

    /** Returns whether a number's own unit is one of the measure's values: 元 of money, % of shares and plain numbers. */
    private static boolean suits(String unit, ColumnType type) {
        if (unit.equals("%") || unit.equals("‰")) {
            return type == ColumnType.PERCENT || type == ColumnType.NUMBER;
        }
        return Units.money(unit).isEmpty() || type == ColumnType.MONEY;
    }

    /** Returns whether the unit in the head may be that of a bare number of the measure. */
    private static boolean headSuits(String head, ColumnType type, Measure measure) {
        if (head.isEmpty()) {
            return true;
        }
        if (type == ColumnType.MONEY) {
            return Units.amounts(head).size() == 1;
        }
        String own = Spelling.dense(measure.unit());
        return Units.each(head).stream()
                .filter(each -> Units.amounts(each).isEmpty() && suits(each, type))
                .anyMatch(each -> own.isEmpty() || Units.alike(each, own));
    }

    /** Returns the type of a measure's values: by its unit, else by the column that they come from. */
    private static ColumnType type(Rulebook rules, Measure measure) {
        String unit = Spelling.dense(measure.unit());
        if (Units.money(unit).isPresent()) {
            return ColumnType.MONEY;
        }
        if (Units.known(unit)) {
            return unit.equals("%") || unit.equals("‰") ? ColumnType.PERCENT : ColumnType.INTEGER;
        }
        return columnType(rules, measure);
    }

    /** Returns the type of the column that a measure's values come from. */
    private static ColumnType columnType(Rulebook rules, Measure measure) {
        Measure.Definition definition = measure.definition();
        if (definition instanceof Measure.Over over && over.aggregate() != Measure.Aggregate.DISTINCT) {
            return type(rules, over.input(), over.column());
        }
        if (definition instanceof Measure.Field field) {
            return type(rules, field.input(), field.column());
        }
        return definition instanceof Measure.RosterValue value
                ? type(rules, rules.roster().name(), value.column())
                : ColumnType.INTEGER;
    }

    /** Returns the type of a column; a derived one holds numbers. */
    private static ColumnType type(Rulebook rules, String input, String column) {
        return Objects.requireNonNullElse(rules.input(input).type(column), ColumnType.NUMBER);
    }

    private static String shown(RawCell cell, String unit) {
        if (cell.number() == null) {
            return NumberText.read(cell.text())
                            .filter(each -> each.suffix().isEmpty())
                            .isPresent()
                    ? cell.text() + unit
                    : cell.text();
        }
        return cell.format() == RawCell.Format.PERCENT
                ? cell.number().movePointRight(2).stripTrailingZeros().toPlainString() + unit
                : cell.text() + unit;
    }

    private static void bad(DataRow row, Message message, Findings findings) {
        add(row, VALUE, "bad-value", message, Message.of("intake.correction-value-do"), findings);
    }

    private static void unused(DataRow row, int column, Message message, Findings findings) {
        add(row, column, "correction-unused", message, Message.of("intake.correction-unused-do"), findings);
    }

    private static void add(DataRow row, int column, String code, Message message, Message action, Findings findings) {
        add(Severity.STOP, row, column, code, message, action, findings);
    }

    private static void add(
            Severity severity,
            DataRow row,
            int column,
            String code,
            Message message,
            Message action,
            Findings findings) {
        findings.add(new Finding(
                severity, code, SPEC.name(), row.place(column), Fault.brief(row.shown(column)), "", message, action));
    }

    private static Correction.Operation operation(DataRow row) {
        return switch (text(row, OPERATION)) {
            case ADD -> Correction.Operation.ADD;
            case SUBTRACT -> Correction.Operation.SUBTRACT;
            default -> Correction.Operation.SET;
        };
    }

    private static String text(DataRow row, int column) {
        Object value = row.values[column];
        return value == null ? "" : value.toString();
    }

    private static TableSpec spec() {
        Map<String, List<String>> operations = new LinkedHashMap<>();
        operations.put(ADD, List.of("add", "Add", "ADD"));
        operations.put(SUBTRACT, List.of("subtract", "Subtract", "SUBTRACT"));
        operations.put(SET, List.of("set", "Set", "SET"));
        List<Column> columns = List.of(
                column("subject", ColumnType.TEXT, true, Map.of(), "编号", "subject", "平台编号"),
                column("measure", ColumnType.TEXT, true, Map.of(), "度量", "measure"),
                column("operation", ColumnType.CHOICE, true, operations, "操作", "operation"),
                column("value", ColumnType.TEXT, true, Map.of(), "数值", "value"),
                column("reason", ColumnType.TEXT, true, Map.of(), "理由", "reason"),
                column("decided_by", ColumnType.TEXT, true, Map.of(), "核定人", "decided_by"),
                column("date", ColumnType.DATE, false, Map.of(), "日期", "date"));
        Input input = new Input(
                "adjustments",
                "adjustments",
                false,
                List.of(),
                null,
                List.of(),
                null,
                columns,
                null,
                List.of(),
                List.of(),
                List.of(),
                new Mark(1, 1, 1));
        return new TableSpec(input, VALUE);
    }

    static Column column(
            String name, ColumnType type, boolean required, Map<String, List<String>> choices, String... headers) {
        return new Column(
                name,
                headers[0],
                type,
                List.of(headers),
                null,
                null,
                required,
                null,
                null,
                choices,
                null,
                null,
                Column.OnBad.STOP,
                List.of(),
                false,
                Map.of());
    }
}
