package org.platscore.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.platscore.finding.Finding;
import org.platscore.finding.Place;
import org.platscore.intake.Subject;
import org.platscore.measure.RejectedAmounts;
import org.platscore.measure.RejectedAmounts.Rejected;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Page;
import org.platscore.report.sheet.Table;
import org.platscore.report.sheet.Tone;

/** The rows of one subject that do not count, by reason and one by one. */
final class RejectedRows {

    private RejectedRows() {}

    /** What is left out for one reason: rows of tables, and what else findings tell of. */
    private record Reason(Finding example, List<Rejected> rows, List<Finding> others) {

        static Reason of(Finding example) {
            return new Reason(example, new ArrayList<>(), new ArrayList<>());
        }

        long count() {
            return others.size() + rows.stream().mapToLong(Rejected::rows).sum();
        }
    }

    /** What rows are rejected for: two inputs may have checks of one id that say different things. */
    private record Kind(String code, String because) {}

    /** Returns how many rows were rejected. */
    static long rows(Run run, Subject subject, List<Finding> rejected) {
        return rejected(run, subject, rejected).values().stream()
                .mapToLong(Reason::count)
                .sum();
    }

    /** Returns how many rows each check rejected, and what they would have added to sums; a row counts for its first reason. */
    static Table reasons(Run run, Subject subject, List<Finding> rejected) {
        List<List<Cell>> body = new ArrayList<>();
        Reason all = Reason.of(rejected.get(0));
        rejected(run, subject, rejected).forEach((kind, reason) -> {
            all.rows.addAll(reason.rows);
            all.others.addAll(reason.others);
            body.add(row(
                    Cell.order(body.size() + 1),
                    Cell.text(kind.code),
                    Cell.count(reason.count()),
                    sums(run, reason),
                    reason.example.bare().in(run.lang())));
        });
        List<Column> columns = List.of(
                Column.of(run.say("head.number")),
                Column.of(run.say("head.code")),
                Column.of(run.say("head.rows-out")),
                Column.of(run.say("head.sums-out")),
                Column.joined(),
                Column.of(run.say("head.example")),
                Column.joined(),
                Column.joined());
        List<Cell> sum = row(
                Cell.empty(),
                Cell.centred(run.say("sum.all")),
                Cell.count(all.count()),
                sums(run, all),
                run.say("rejected.where"));
        return Table.of(columns, body)
                .captioned(run.say("caption.reasons"))
                .summed(List.of(sum.stream().map(cell -> cell.on(Tone.SUM)).toList()));
    }

    private static Map<Kind, Reason> rejected(Run run, Subject subject, List<Finding> rejected) {
        RejectedAmounts amounts = run.result().rejected();
        Map<RejectedAmounts.Reason, Rejected> rows = amounts == null ? Map.of() : amounts.of(subject);
        Map<Kind, Reason> reasons =
                new TreeMap<>(Comparator.comparing(Kind::code).thenComparing(Kind::because));
        rows.forEach((reason, each) -> reasons.computeIfAbsent(
                        kind(run, reason), kind -> Reason.of(example(reason, rejected)))
                .rows
                .add(each));
        Set<String> tables =
                rows.keySet().stream().map(RejectedAmounts.Reason::input).collect(Collectors.toSet());
        for (Finding finding : first(rejected)) {
            if (row(finding).row() == 0 || !tables.contains(finding.input())) {
                reasons.computeIfAbsent(kind(run, reason(finding)), kind -> Reason.of(finding))
                        .others
                        .add(finding);
            }
        }
        return reasons;
    }

    private static RejectedAmounts.Reason reason(Finding finding) {
        return new RejectedAmounts.Reason(finding.input(), finding.code());
    }

    /** Returns the first finding of a reason: of very many alike, one at least of a subject is listed. */
    private static Finding example(RejectedAmounts.Reason reason, List<Finding> rejected) {
        return rejected.stream()
                .filter(each -> reason(each).equals(reason))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the first finding of each row, and all that are of no row. */
    private static List<Finding> first(List<Finding> rejected) {
        Set<List<Object>> seen = new HashSet<>();
        return rejected.stream()
                .filter(finding -> row(finding).row() == 0 || seen.add(List.of(finding.input(), row(finding))))
                .toList();
    }

    private static Place row(Finding finding) {
        return finding.place() == null ? Place.file("") : finding.place().wholeRow();
    }

    /** Returns a reason with what the check behind it says; nothing where it says nothing, or the code is a built-in one. */
    private static Kind kind(Run run, RejectedAmounts.Reason reason) {
        return run.rules().inputs().stream()
                .filter(input -> input.name().equals(reason.input()))
                .flatMap(input -> input.checks().stream())
                .filter(check -> check.id().equals(reason.code()))
                .map(check -> new Kind(check.id(), check.because()))
                .findFirst()
                .orElse(new Kind(reason.code(), ""));
    }

    private static List<Cell> row(Cell number, Cell code, Cell count, Cell sums, String words) {
        return List.of(number, code, count, sums, Cell.joined(), Cell.text(words), Cell.joined(), Cell.joined());
    }

    /** Returns what rows hold in the columns that measures sum. */
    private static Cell sums(Run run, Reason reason) {
        List<String> words = RejectedAmounts.sums(reason.rows).stream()
                .map(sum -> run.say("sum-out", sum.label(), sum.told()))
                .toList();
        return words.isEmpty()
                ? Cell.missing(run.say("no-sums-out"))
                : Cell.text(String.join(run.say("joiner"), words));
    }

    /** Returns the page that lists them. */
    static Page page(Run run, Subject subject, List<Finding> rejected) {
        List<Column> columns = List.of(
                Column.of(run.say("head.number")),
                Column.of(run.say("head.code")),
                Column.of(run.say("head.file")),
                Column.of(run.say("head.sheet")),
                Column.of(run.say("head.row")),
                Column.of(run.say("head.column")),
                Column.of(run.say("head.value")),
                Column.of(run.say("head.message")).wide(40),
                Column.of(run.say("head.action")).wide(30));
        List<List<Cell>> body = new ArrayList<>();
        for (Finding finding : rejected) {
            int row = finding.place() == null ? 0 : finding.place().row();
            body.add(List.of(
                    Cell.order(body.size() + 1),
                    Cell.text(finding.code()),
                    Cell.text(finding.file()),
                    FindingsPage.dash(finding.sheet()),
                    row == 0 ? Cell.missing("") : Cell.order(row),
                    FindingsPage.dash(finding.header()),
                    FindingsPage.dash(finding.value()),
                    Cell.text(finding.message().in(run.lang())),
                    Cell.text(finding.action().in(run.lang()))));
        }
        return new Page(
                run.say("sheet.rejected"),
                "7F7F7F",
                run.say("title.rejected", subject.name()),
                run.period(),
                "",
                "",
                List.of(Table.of(columns, body).filtered()),
                List.of(),
                run.paper(false, 2));
    }
}
