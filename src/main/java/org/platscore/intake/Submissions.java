package org.platscore.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.intake.cell.Head;
import org.platscore.intake.sheet.FileOptions;
import org.platscore.rules.BelongsTo;
import org.platscore.rules.Column;
import org.platscore.rules.Derived;
import org.platscore.rules.Input;
import org.platscore.rules.Rulebook;

/** Reads submitted workbooks, each by itself. May be used by several threads at once. */
public final class Submissions {

    private final Rulebook rules;
    private final @Nullable Subjects roster;
    private final FileOptions options;
    private final List<Input> inputs;
    private final Set<String> openColumns;
    private final List<Input> checked;

    private Submissions(Rulebook rules, @Nullable Roster roster, FileOptions options) {
        this.rules = rules;
        this.roster = roster == null ? null : new Subjects(roster.subjects());
        this.options = options;
        this.inputs = inputs(rules);
        this.openColumns = openColumns(rules, inputs, roster);
        Set<String> read = names(inputs);
        this.checked = rules.inputs().stream()
                .map(input -> input.known(read, input.unknown(openColumns)))
                .toList();
    }

    /**
     * Returns a reader.
     *
     * @param roster who may hand in a workbook; null: anybody, as the workbook itself says
     * @param options how files are opened
     */
    public static Submissions of(Rulebook rules, @Nullable Roster roster, FileOptions options) {
        return new Submissions(rules, roster, options);
    }

    /**
     * Returns the inputs that a submitted workbook holds, forms first: all forms; tables that belong to a labelled cell of their
     * workbook; and tables that belong to their file's name, if they lie in the same files as one of these, or if the rules have
     * no other.
     */
    public static List<Input> inputs(Rulebook rules) {
        List<Input> certain = rules.inputs().stream()
                .filter(input -> input.form() || input.belongsTo() instanceof BelongsTo.ByLabel)
                .toList();
        List<Input> all = new ArrayList<>();
        for (Input input : rules.inputs()) {
            boolean byFile = !input.form()
                    && input.belongsTo() instanceof BelongsTo.ByFile
                    && (certain.isEmpty()
                            || certain.stream().anyMatch(each -> each.globs().equals(input.globs())));
            if (certain.contains(input) || byFile) {
                all.add(input);
            }
        }
        List<Input> sorted = new ArrayList<>(all.stream().filter(Input::form).toList());
        all.stream().filter(input -> !input.form()).forEach(sorted::add);
        return List.copyOf(sorted);
    }

    /**
     * Returns the names of the inputs of which a submitted workbook tells for certain which rows count: it holds them, and no check
     * that may reject a row looks into an input that it does not hold, or asks for a fact of the roster that nobody tells. Such
     * checks are not made.
     */
    public Set<String> certain() {
        Set<String> read = names(inputs);
        return names(inputs.stream()
                .filter(input -> input.checks().stream()
                        .filter(check -> check.severity() == Severity.REJECT)
                        .allMatch(check -> check.known(read, input.unknown(openColumns))))
                .toList());
    }

    private static Set<String> names(List<Input> inputs) {
        return inputs.stream().map(Input::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns whether a field of a form tells what a column of the roster does: by its name or a label, and in the same type. */
    public static boolean tells(Column field, Column column) {
        boolean same = field.name().equals(column.name())
                || field.headers().stream()
                        .anyMatch(label -> column.headers().stream()
                                .anyMatch(head -> Head.of(head)
                                        .bare()
                                        .equals(Head.of(label).bare())));
        return same && field.type() == column.type();
    }

    /** Returns the roster columns of which neither a roster nor the workbooks' own forms can tell. */
    public Set<String> openColumns() {
        return openColumns;
    }

    private static Set<String> openColumns(Rulebook rules, List<Input> inputs, @Nullable Roster roster) {
        Set<String> open = new HashSet<>();
        Input.Roster key = rules.roster().roster();
        for (Column column : rules.roster().columns()) {
            boolean named = key != null
                    && (column.name().equals(key.id()) || column.name().equals(key.name()));
            boolean told = inputs.stream().anyMatch(input -> input.form() && LoneSubject.field(input, column) >= 0);
            if (roster == null && !named && !told) {
                open.add(column.name());
            }
        }
        for (Derived column : rules.roster().derived()) {
            if (column.formula().names().stream().anyMatch(open::contains)) {
                open.add(column.name());
            }
        }
        return Set.copyOf(open);
    }

    /**
     * Reads one workbook.
     *
     * @param path how it is called in findings
     * @param consumer takes the rows of its tables, whose subject has the index 0
     */
    public Submission read(Path file, String path, RowConsumer consumer) {
        LoneSubject subject = new LoneSubject(rules.roster(), roster);
        InputRows rows = new InputRows(rules, checked, subject, consumer);
        List<TableSpec> specs = new ArrayList<>();
        for (Set<String> group : rows.readingOrder()) {
            inputs.stream()
                    .filter(input -> group.contains(input.name()))
                    .map(rows::spec)
                    .forEach(specs::add);
        }
        FileTask task = new FileTask(
                new Folder.Entry(file, path), specs, subject, options, new FileTask.Opened(specs), null, row -> {
                    subject.describe(row);
                    rows.accept(row);
                });
        task.run();
        rows.end(task);
        Findings findings = new Findings();
        task.reports().forEach(report -> findings.addAll(report.findings()));
        rows.end(findings);
        List<String> named = subject.named();
        if (named.size() > 1) {
            findings.add(new Finding(
                    Severity.REJECT,
                    "unknown-subject",
                    "",
                    Place.file(path),
                    "",
                    "",
                    Message.of("intake.two-owners", named),
                    Message.of("intake.two-owners-do")));
        }
        IntakeResult intake = new IntakeResult(
                named.size() > 1 ? List.of() : subject.all(),
                rows.forms(),
                rows.formPlaces(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                findings);
        return new Submission(intake, rows.places());
    }
}
