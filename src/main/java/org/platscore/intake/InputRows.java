package org.platscore.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.intake.cell.Masking;
import org.platscore.rules.Column;
import org.platscore.rules.Input;
import org.platscore.rules.Rulebook;

/** Takes the rows of all inputs but the roster, in file order: what looks at several rows, and what counts them, stands here. */
final class InputRows implements RowSink {

    private final Rulebook rules;
    private final Subjects subjects;
    private final RowConsumer consumer;
    private final Gathered gathered;
    private final boolean[] watched;
    private final Map<String, TableSpec> specs = new LinkedHashMap<>();
    private final Map<String, RowChecks> checks = new HashMap<>();
    private final Map<String, boolean[]> seen = new HashMap<>();
    private final Map<String, List<@Nullable DataRow>> formRows = new LinkedHashMap<>();
    private final Set<String> stopped = new HashSet<>();
    private final Set<String> leftOut = new HashSet<>();
    private final Map<String, HeadUnits> headUnits = new HashMap<>();
    private final Map<String, MixedPercents> percents = new HashMap<>();
    private final Map<String, FileReport> late = new HashMap<>();
    private final Map<BulkTable, BatchRows> batches = new IdentityHashMap<>();

    InputRows(Rulebook rules, Subjects subjects, RowConsumer consumer) {
        this(rules, rules.inputs(), subjects, consumer);
    }

    /** @param inputs the rules' inputs, with the checks that are to be made */
    InputRows(Rulebook rules, List<Input> inputs, Subjects subjects, RowConsumer consumer) {
        this.rules = rules;
        this.subjects = subjects;
        this.consumer = consumer;
        this.gathered = Gathered.of(rules);
        this.watched = new boolean[subjects.size()];
        subjects.all().forEach(each -> watched[each.index()] = consumer.watches(each));
        boolean watching = subjects.all().stream().anyMatch(each -> watched[each.index()]);
        for (Input input : inputs) {
            TableSpec spec = new TableSpec(input, false, watching, gathered);
            specs.put(input.name(), spec);
            checks.put(input.name(), new RowChecks(spec));
            seen.put(input.name(), new boolean[subjects.size()]);
            headUnits.put(input.name(), new HeadUnits(input));
            percents.put(input.name(), new MixedPercents(input));
            if (input.form()) {
                List<@Nullable DataRow> none = new ArrayList<>();
                for (int i = 0; i < subjects.size(); i++) {
                    none.add(null);
                }
                formRows.put(input.name(), none);
            }
        }
    }

    /** Returns by the index of a subject whether the consumer wants every row of it. */
    boolean[] watched() {
        return watched;
    }

    TableSpec spec(Input input) {
        return Objects.requireNonNull(specs.get(input.name()));
    }

    /** Takes the next row of the file that is being taken. */
    @Override
    public void accept(DataRow row) {
        Input input = row.spec.input();
        Subject subject = row.subject;
        if (subject == null) {
            return;
        }
        if (row.passedOver) {
            consumer.passedOver(input, subject, row);
            return;
        }
        get(seen, input)[subject.index()] = true;
        FileReport report = late.computeIfAbsent(input.name(), k -> new FileReport(input.name(), ""));
        if (row.rejected) {
            consumer.rejected(input, subject, row.reason(), row);
        } else if (!get(checks, input).among(row, report)) {
            report.rejected++;
            consumer.rejected(input, subject, row.reason(), row);
        } else if (input.form()) {
            report.accepted += form(row, subject, report) ? 1 : 0;
        } else {
            report.accepted++;
            gathered.add(row);
            consumer.accepted(input, subject, row);
        }
    }

    /** Takes the rows of the next piece of the file that is being taken. */
    @Override
    public void accept(RowBatch piece, BulkTable table) {
        Input input = table.plan().spec().input();
        RowCounter counter = Objects.requireNonNull(consumer.counter());
        BatchRows plain = batches.computeIfAbsent(
                table, k -> new BatchRows(table, counter, subjects.all(), get(checks, input), get(seen, input)));
        FileReport report = late.computeIfAbsent(input.name(), k -> new FileReport(input.name(), ""));
        int alone = table.plan().firstAmong();
        int odd = 0;
        plain.start();
        for (int at = 0; at < piece.rows; at++) {
            int next = plain.count(piece, at);
            report.accepted += next - at;
            at = next;
            if (at == piece.rows) {
                break;
            }
            if (piece.state[at] == RowBatch.ODD) {
                piece.odd.get(odd++).forEach(this);
                continue;
            }
            get(seen, input)[piece.subject[at]] = true;
            if (piece.state[at] < alone) {
                plain.unlisted().add(piece, at);
            } else {
                among(piece, at, table, plain, report);
            }
        }
        plain.answer(piece);
        table.release(piece);
    }

    /** Takes a row that is out, or may be, by a check that looks at several rows or one behind it. */
    private void among(RowBatch piece, int at, BulkTable table, BatchRows plain, FileReport report) {
        Input input = table.plan().spec().input();
        RowChecks among = get(checks, input);
        FirstRows.Seen before = plain.before();
        DataRow out = before == null
                ? among.rejected(piece, at, table, report)
                : among.repeated(table.row(piece, at), plain.check(), before, report);
        report.rejected++;
        consumer.rejected(input, subjects.all().get(piece.subject[at]), out.reason(), out);
    }

    private boolean form(DataRow row, Subject subject, FileReport report) {
        List<@Nullable DataRow> forms = get(formRows, row.spec.input());
        DataRow before = forms.get(subject.index());
        if (before == null) {
            forms.set(subject.index(), row);
            gathered.add(row);
            consumer.only(row.spec.input(), subject, row);
            return true;
        }
        report.rejected++;
        String first = before.place(-1).file();
        Place place = row.place(-1);
        report.add(
                Severity.STOP,
                "duplicate-subject",
                place,
                subject.name(),
                subject.id(),
                Message.of("intake.second-form", subject.id(), subject.name(), first, place.file()),
                Message.of("intake.second-form-do"));
        return false;
    }

    /** Adds to a file's reports what was found while its rows were taken. */
    void end(FileTask task) {
        for (FileReport report : task.reports()) {
            HeadUnits units = Objects.requireNonNull(headUnits.get(report.input()));
            report.units().forEach(units::add);
            MixedPercents mixed = Objects.requireNonNull(percents.get(report.input()));
            report.percents().forEach(mixed::add);
            FileReport more = late.remove(report.input());
            if (more != null) {
                report.take(more);
            }
        }
        batches.values().forEach(each -> each.unlisted().tell());
        batches.clear();
        boolean broken = task.reports().stream()
                .flatMap(report -> report.findings().stream())
                .anyMatch(finding -> finding.severity() == Severity.STOP);
        if (broken) {
            task.specs().forEach(spec -> stopped.add(spec.name()));
        }
    }

    /** Takes note of an input of which a file was left out: whoever has no rows then must be told. */
    void leftOut(String input) {
        leftOut.add(input);
    }

    /** Takes note of a file that is not read again because it could not be read before. */
    void passOver(List<TableSpec> broken) {
        broken.forEach(spec -> stopped.add(spec.name()));
    }

    /** Returns the inputs in groups that can be read one after the other. */
    List<Set<String>> readingOrder() {
        return gathered.readingOrder(rules.inputs());
    }

    /** Tells what can only be told when all files have been read. */
    void end(Findings findings) {
        for (Input input : rules.inputs()) {
            if (input.roster() != null) {
                continue;
            }
            get(checks, input).end(findings);
            get(headUnits, input).tell(findings);
            get(percents, input).tell(findings::add);
            if (!stopped.contains(input.name())) {
                absent(input, findings);
            }
            if (input.form()) {
                farOff(input, findings);
            }
        }
    }

    private void absent(Input input, Findings findings) {
        boolean[] has = get(seen, input);
        boolean any = false;
        for (boolean each : has) {
            any |= each;
        }
        any |= leftOut.contains(input.name());
        for (Subject subject : any ? subjects.all() : List.<Subject>of()) {
            if (!has[subject.index()]) {
                findings.add(new Finding(
                        Severity.WARN,
                        "no-rows",
                        input.name(),
                        null,
                        "",
                        subject.id(),
                        Message.of(
                                input.form() ? "intake.no-form" : "intake.no-rows",
                                input.label(),
                                subject.id(),
                                subject.name()),
                        Message.of(input.form() ? "intake.no-form-do" : "intake.no-rows-do")));
            }
        }
    }

    /** Looks at each field over all forms, as over a column. */
    private void farOff(Input input, Findings findings) {
        List<@Nullable DataRow> forms = get(formRows, input);
        for (int i = 0; i < input.columns().size(); i++) {
            Column column = input.columns().get(i);
            MedianWatch watch = MedianWatch.keeping();
            for (int at = 0; at < forms.size(); at++) {
                DataRow form = forms.get(at);
                if (form != null && RowReading.watched(column.type()) && form.values[i] instanceof BigDecimal number) {
                    watch.add(number, at);
                }
            }
            for (MedianWatch.Outlier outlier : watch.outliers()) {
                DataRow form = Objects.requireNonNull(forms.get(outlier.key()));
                findings.add(new Finding(
                        Severity.WARN,
                        "unit-unclear",
                        input.name(),
                        form.place(i),
                        column.personal() ? Masking.HIDDEN : Exact.plain(outlier.value()),
                        form.subjectId(),
                        Message.of("intake.far-off", column.personal() ? Masking.HIDDEN : outlier.median()),
                        Message.of("intake.far-off-do")));
            }
        }
    }

    /** Returns per form input, by subject, the values by field. */
    Map<String, List<Map<String, @Nullable Object>>> forms() {
        Map<String, List<Map<String, @Nullable Object>>> all = new LinkedHashMap<>();
        formRows.forEach((name, forms) -> {
            List<Map<String, @Nullable Object>> values = new ArrayList<>();
            for (DataRow form : forms) {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                for (int i = 0; form != null && i < form.values.length; i++) {
                    fields.put(form.spec.name(i), form.values[i]);
                }
                values.add(fields);
            }
            all.put(name, values);
        });
        return all;
    }

    /** Returns where the fields of the only subject's forms stand, by input and field: {@code form.staff}. */
    Map<String, Place> places() {
        Map<String, Place> places = new LinkedHashMap<>();
        formRows.forEach((name, forms) -> {
            DataRow form = forms.get(0);
            for (int i = 0; form != null && i < form.values.length; i++) {
                places.put(name + "." + form.spec.name(i), form.place(i));
            }
        });
        return places;
    }

    /** Returns per form input, by subject, where the values stand. */
    Map<String, List<Map<String, Place>>> formPlaces() {
        Map<String, List<Map<String, Place>>> all = new LinkedHashMap<>();
        formRows.forEach((name, forms) -> {
            List<Map<String, Place>> places = new ArrayList<>();
            for (DataRow form : forms) {
                Map<String, Place> fields = new LinkedHashMap<>();
                for (int i = 0; form != null && i < form.values.length; i++) {
                    fields.put(form.spec.name(i), form.place(i));
                }
                places.add(fields);
            }
            all.put(name, places);
        });
        return all;
    }

    private static <T> T get(Map<String, T> map, Input input) {
        return Objects.requireNonNull(map.get(input.name()));
    }
}
