package org.platscore.report.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.WholeCharacters;
import org.platscore.intake.Subject;
import org.platscore.intake.Submissions;
import org.platscore.intake.cell.Head;
import org.platscore.intake.cell.Spelling;
import org.platscore.rules.BelongsTo;
import org.platscore.rules.Column;
import org.platscore.rules.ColumnType;
import org.platscore.rules.Input;
import org.platscore.rules.Rulebook;

/** Which sheets a submitted workbook has, and what stands in each: forms and tables in the order of the rules. */
final class Plan {

    /** One sheet: fields of forms, then the columns of a table; either may be empty. */
    record Sheet(String name, List<Entry> fields, List<Entry> columns) {}

    private static final int LONGEST_NAME = 31;

    private final Rulebook rules;
    private final @Nullable Subject subject;
    private final Uses uses;
    private final Map<String, Sheet> sheets = new LinkedHashMap<>();

    private Plan(Rulebook rules, @Nullable Subject subject) {
        this.rules = rules;
        this.subject = subject;
        this.uses = new Uses(rules);
    }

    /**
     * Returns the sheets.
     *
     * @param subject whose facts are filled in; null for nobody
     */
    static List<Sheet> of(Rulebook rules, @Nullable Subject subject) {
        Plan plan = new Plan(rules, subject);
        List<Input> inputs = Submissions.inputs(rules);
        for (Input input : rules.inputs()) {
            if (inputs.contains(input)) {
                plan.add(input);
            }
        }
        return List.copyOf(plan.sheets.values());
    }

    private void add(Input input) {
        String own =
                input.sheets().isEmpty() ? name(input.label()) : input.sheets().get(0);
        if (input.belongsTo() instanceof BelongsTo.ByLabel by) {
            String where = by.sheet() != null ? by.sheet() : firstForm(own);
            Sheet sheet = sheet(where);
            if (sheet.fields.stream().noneMatch(entry -> same(entry.label(), by.label()))) {
                owner(by, sheet);
            }
        }
        if (input.form()) {
            for (Column column : input.columns()) {
                if (column.sheet() != null) {
                    field(input, column, sheet(column.sheet()));
                } else if (!stands(column)) {
                    field(input, column, sheet(own));
                }
            }
        } else {
            Sheet sheet = sheet(own);
            for (Column column : input.columns()) {
                if (sheet.columns.stream().noneMatch(entry -> same(entry.column(), column))) {
                    sheet.columns.add(Entry.of(input, column, uses, column.required(), null));
                }
            }
        }
    }

    /** A label without a sheet may stand in any: it goes where the first form is. */
    private String firstForm(String own) {
        return sheets.values().stream()
                .filter(sheet -> !sheet.fields.isEmpty())
                .map(Sheet::name)
                .findFirst()
                .orElse(own);
    }

    /** Returns whether a label that may stand in any sheet stands in one already: a second one would be one too many. */
    private boolean stands(Column column) {
        return column.cell() == null
                && sheets.values().stream()
                        .flatMap(sheet -> sheet.fields.stream())
                        .anyMatch(entry -> entry.column().cell() == null && same(entry.column(), column));
    }

    private void owner(BelongsTo.ByLabel by, Sheet sheet) {
        String label = by.label();
        for (Input input : Submissions.inputs(rules)) {
            for (Column column : input.form() ? input.columns() : List.<Column>of()) {
                if (column.headers().stream().anyMatch(each -> same(each, label))
                        && (column.sheet() == null || column.sheet().equals(sheet.name))) {
                    if (column.sheet() == null && by.sheet() != null) {
                        field(input, column, sheet);
                    }
                    return; // A field of the form says it.
                }
            }
        }
        Column column = new Column(
                label,
                label,
                ColumnType.TEXT,
                List.of(label),
                sheet.name,
                null,
                true,
                null,
                null,
                Map.of(),
                null,
                null,
                Column.OnBad.REJECT,
                List.of());
        sheet.fields.add(0, Entry.owner(column, subject == null ? null : named(label, subject)));
    }

    /** Returns the roster's fact that a label asks for, the id where it asks for none. */
    private Object named(String label, Subject whose) {
        Input roster = rules.roster();
        for (Column column : roster.columns()) {
            Object cell = shown(column, whose);
            if (cell != null && column.headers().stream().anyMatch(head -> same(head, label))) {
                return cell;
            }
        }
        return whose.id();
    }

    private void field(Input input, Column column, Sheet sheet) {
        boolean names = input.belongsTo() instanceof BelongsTo.ByColumn by
                && by.column().equals(column.name());
        boolean says = input.belongsTo() instanceof BelongsTo.ByLabel by
                && column.headers().stream().anyMatch(each -> same(each, by.label()));
        Object value = subject == null ? null : names ? subject.id() : fact(column, subject);
        Entry entry = Entry.of(input, column, uses, column.required() || names || says, value);
        if (sheet.fields.stream().noneMatch(other -> other.text().equals(entry.text()))) {
            sheet.fields.add(entry);
        }
    }

    private @Nullable Object fact(Column field, Subject whose) {
        for (Column column : rules.roster().columns()) {
            if (Submissions.tells(field, column)) {
                return shown(column, whose);
            }
        }
        return null;
    }

    /** Returns a roster cell; null also where it may not be shown as it stands, as id and name always may. */
    private @Nullable Object shown(Column column, Subject whose) {
        Object cell = whose.cell(column.name());
        return cell == null
                        || List.of(whose.id(), whose.name()).contains(cell)
                        || Objects.equals(cell, whose.shown(rules.roster(), column.name()))
                ? cell
                : null;
    }

    /** Returns whether two columns ask for the same. 培训（人） and 培训（次） do not; amounts and shares may be asked for in any unit. */
    private static boolean same(Column a, Column b) {
        String one = Head.of(a.label()).unit();
        String other = Head.of(b.label()).unit();
        boolean anyUnit = one.isEmpty()
                || other.isEmpty()
                || a.type().hasUnit() && b.type().hasUnit();
        return same(a.label(), b.label()) && (anyUnit || one.equals(other));
    }

    private static boolean same(String a, String b) {
        return Head.of(a).bare().equals(Head.of(b).bare());
    }

    private Sheet sheet(String name) {
        for (Sheet sheet : sheets.values()) {
            if (Spelling.dense(sheet.name).equals(Spelling.dense(name))) {
                return sheet;
            }
        }
        Sheet sheet = new Sheet(name, new ArrayList<>(), new ArrayList<>());
        sheets.put(name, sheet);
        return sheet;
    }

    /** Returns a name for the sheet of an input that names none: one that is read, and that a workbook may have. */
    private static String name(String label) {
        String clean = label.replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
        for (String unread : List.of("示例", "样例", "说明")) {
            clean = clean.replace(unread, "");
        }
        String name = clean.isBlank() ? "数据" : clean;
        return WholeCharacters.cut(name, LONGEST_NAME);
    }
}
