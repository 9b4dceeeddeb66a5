package org.platscore.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.intake.Correction;
import org.platscore.intake.IntakeResult;
import org.platscore.intake.PlacedRow;
import org.platscore.intake.Subject;
import org.platscore.rules.BelongsTo;
import org.platscore.rules.Column;
import org.platscore.rules.ColumnType;
import org.platscore.rules.Input;
import org.platscore.rules.Measure;
import org.platscore.rules.Missing;
import org.platscore.rules.Period;
import org.platscore.rules.Rounding;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;
import org.platscore.rules.RulesBytes;
import org.platscore.rules.condition.Condition;
import org.platscore.rules.condition.Row;
import org.platscore.rules.condition.Shape;
import org.platscore.rules.formula.Formula;
import org.platscore.rules.formula.Formulas;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.names.Vocabulary;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Mark;
import org.platscore.rules.source.Node;

/** A small assessment: subjects with a domain, a log of services, a form, and the measures that a test declares. */
final class Case {

    private static final Mark MARK = new Mark(1, 1, 1);
    private static final List<String> ROSTER = List.of("id", "name", "domain", "target");

    private final List<Measure> measures = new ArrayList<>();
    private final Map<String, Term> terms = new LinkedHashMap<>();
    private final List<Subject> subjects = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> forms = new ArrayList<>();
    private final List<Correction> corrections = new ArrayList<>();
    private final List<String[]> rows = new ArrayList<>();
    private final List<Integer> rejections = new ArrayList<>();
    final Findings findings = new Findings();

    /** Adds a subject; {@code field} is the form's number, empty for a blank one. */
    Case subject(String domain, String field) {
        int index = subjects.size();
        Object[] cells = {"P" + index, "平台" + index, domain.isEmpty() ? null : domain, null};
        subjects.add(new Subject(index, "P" + index, "平台" + index, ROSTER, Arrays.asList(cells)));
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("figure", field.isEmpty() ? null : new BigDecimal(field));
        forms.add(form);
        return this;
    }

    Case measure(String name, Measure.Definition definition, ValueType type, Missing missing, String... choices) {
        measures.add(new Measure(name, name, "", false, definition, type, List.of(choices), missing, null, MARK));
        terms.put(name, new Term(name, name, type, List.of(choices)));
        return this;
    }

    /** Adds a measure of the form's figure. */
    Case figure(String name, Missing missing) {
        return measure(name, new Measure.Field("form", "figure"), ValueType.NUMBER, missing);
    }

    /** Adds a formula; it may name any measure of {@code known}, also later ones. */
    Case formula(String name, String text, Missing missing, String... known) {
        Map<String, Term> names = new LinkedHashMap<>(terms);
        for (String each : known) {
            names.put(each, new Term(each, each, ValueType.NUMBER, List.of()));
        }
        Diagnostics diagnostics = new Diagnostics();
        Formula formula = Formulas.read(new Node.Scalar(text, false, MARK), names, null, diagnostics);
        if (formula == null) {
            throw new AssertionError(diagnostics.sorted());
        }
        return measure(name, new Measure.Computed(formula), formula.type(), missing);
    }

    Case correction(int subject, String measure, Correction.Operation operation, String value) {
        Object parsed = value.matches("-?[0-9.]+") ? Exact.of(value) : value;
        Place place = new Place("adjustments.csv", null, corrections.size() + 2, 0, "");
        corrections.add(new Correction(subject, measure, operation, parsed, "核定", "财务处", null, place));
        return this;
    }

    /** Adds a row of the log; empty cells are blank. */
    Case row(int subject, String amount, String code, String urgent) {
        rows.add(new String[] {Integer.toString(subject), amount, code, urgent});
        return this;
    }

    Case rejected(int subject) {
        rejections.add(subject);
        return this;
    }

    List<String[]> rows() {
        return rows;
    }

    List<Subject> subjects() {
        return subjects;
    }

    MeasureTable table() {
        Rulebook rules = rules();
        MeasureCollector collector = Measures.collector(rules);
        Input services = rules.inputs().get(1);
        for (String[] row : rows) {
            collector.accepted(services, subjects.get(Integer.parseInt(row[0])), placed(column -> cell(row, column)));
        }
        rejections.forEach(subject -> collector.rejected(services, subjects.get(subject), "", placed(column -> null)));
        IntakeResult intake = new IntakeResult(
                subjects,
                Map.of("form", forms),
                Map.of(),
                corrections,
                List.of(),
                null,
                List.of(),
                List.of(),
                findings);
        return Measures.of(rules, intake, collector, findings);
    }

    MeasureTable tableWithStatistics(Integer... barred) {
        return Measures.withStatistics(rules(), subjects, table(), new TreeSet<>(List.of(barred)));
    }

    static Condition when(String column, Object value) {
        return new Condition() {
            @Override
            public boolean holds(Row row) {
                return value.equals(row.cell(column));
            }

            @Override
            public Message sentence() {
                return Message.verbatim(column);
            }

            @Override
            public Shape shape() {
                return new Shape(Shape.Join.TEST, List.of(), List.of(column), true);
            }
        };
    }

    private static @Nullable Object cell(String[] row, String column) {
        String text = switch (column) {
            case "amount" -> row[1];
            case "code" -> row[2];
            case "urgent" -> row[3];
            default -> throw new AssertionError("no column " + column);
        };
        if (text.isEmpty()) {
            return null;
        }
        return switch (column) {
            case "amount" -> new BigDecimal(text);
            case "code" -> text;
            default -> Boolean.valueOf(text);
        };
    }

    private Rulebook rules() {
        RubricNode.Group rubric =
                new RubricNode.Group("", "", BigFraction.of(100), null, RubricNode.Combine.SUM, false, 1, List.of());
        return new Rulebook(
                new RulesBytes(new byte[0]),
                "考核",
                "",
                new Period(LocalDate.of(2021, 1, 1), LocalDate.of(2022, 12, 31)),
                "平台",
                new Rounding(2, 2, RoundingMode.HALF_UP),
                new Missing.Error(),
                null,
                null,
                null,
                List.of(
                        input("platforms", false, new Input.Roster("id", "name"), column("domain", ColumnType.TEXT)),
                        input(
                                "services",
                                false,
                                null,
                                column("amount", ColumnType.MONEY),
                                column("code", ColumnType.CREDIT_CODE),
                                column("urgent", ColumnType.BOOLEAN),
                                column("people", ColumnType.INTEGER)),
                        input(
                                "form",
                                true,
                                null,
                                column("figure", ColumnType.NUMBER),
                                column("staff", ColumnType.INTEGER))),
                measures,
                rubric,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                new Vocabulary(terms, Map.of(), Set.of()));
    }

    private static Input input(String name, boolean form, Input.@Nullable Roster roster, Column... columns) {
        BelongsTo belongsTo = roster == null ? new BelongsTo.ByFile() : null;
        return new Input(
                name,
                name,
                form,
                List.of(),
                roster,
                List.of(),
                belongsTo,
                List.of(columns),
                null,
                List.of(),
                List.of(),
                List.of(),
                MARK);
    }

    private static Column column(String name, ColumnType type) {
        return Column.plain(name, name, type, name, null, Column.OnBad.REJECT);
    }

    private static PlacedRow placed(Row cells) {
        return new PlacedRow() {
            @Override
            public @Nullable Object cell(String column) {
                return cells.cell(column);
            }

            @Override
            public Place place() {
                return Place.file("services.csv");
            }

            @Override
            public Place place(String column) {
                return place();
            }

            @Override
            public List<Finding> faults() {
                return List.of();
            }

            @Override
            public String shown(String column) {
                return "";
            }
        };
    }
}
