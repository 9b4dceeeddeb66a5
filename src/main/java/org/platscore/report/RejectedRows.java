package org.platscore.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.platscore.finding.Finding;
import org.platscore.finding.Place;
import org.platscore.intake.Subject;
import org.platscore.measure.RejectedAmounts;
import org.platscore.measure.RejectedAmounts.Unlisted;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Page;
import org.platscore.report.sheet.Table;
import org.platscore.report.sheet.Tone;
import org.platscore.rules.Check;

/** The rows of one subject that do not count, by reason and one by one. */
final class RejectedRows {

    private RejectedRows() {}

    /** Rows rejected for one reason: where they stand, by input, and those that are not listed. */
    private record Reason(Finding first, Map<String, List<Place>> places, List<Unlisted> unlisted) {

        static Reason of(Finding first) {
            return new Reason(first, new LinkedHashMap<>(), new ArrayList<>());
        }

        long rows() {
            return places.values().stream().mapToLong(List::size).sum()
                    + unlisted.stream().mapToLong(Unlisted::rows).sum();
        }
    }

    /** What rows are rejected for: two inputs may have checks of one id that say different things. */
    private record Kind(String code, String because) {}

    /** Returns how many rows were rejected. */
    static long rows(Run run, Subject subject, List<Finding> rejected) {
        return first(rejected).size()
                + unlisted(run, subject).values().stream()
                        .mapToLong(Unlisted::rows)
                        .sum();
    }

    private static Map<RejectedAmounts.Reason, Unlisted> unlisted(Run run, Subject subject) {
        RejectedAmounts amounts = run.result().rejected();
        return amounts == null ? Map.of() : amounts.unlisted(subject);
    }

    /** Returns how many rows each check rejected, and what they would have added to sums; a row counts for its first reason. */
    static Table reasons(Run run, Subject subject, List<Finding> rejected) {
        Map<Kind, Reason> reasons = rejected(run, subject, rejected);
        List<List<Cell>> body = new ArrayList<>();
        Reason all = Reason.of(rejected.get(0));
        reasons.forEach((kind, reason) -> {
            reason.places.forEach((input, places) ->
                    all.places.computeIfAbsent(input, each -> new ArrayList<>()).addAll(places));
            all.unlisted.addAll(reason.unlisted);
            body.add(row(
                    Cell.order(body.size() + 1),
                    Cell.text(kind.code),
                    Cell.count(reason.rows()),
                    sums(run, reason),
                    reason.first.bare().in(run.lang())));
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
                Cell.count(all.rows()),
                sums(run, all),
                run.say("rejected.where"));
        return Table.of(columns, body)
                .captioned(run.say("caption.reasons"))
                .summed(List.of(sum.stream().map(cell -> cell.on(Tone.SUM)).toList()));
    }

    private static Map<Kind, Reason> rejected(Run run, Subject subject, List<Finding> rejected) {
        Map<Kind, Reason> reasons =
                new TreeMap<>(Comparator.comparing(Kind::code).thenComparing(Kind::because));
        Map<List<String>, Kind> kinds = new HashMap<>();
        for (Finding finding : first(rejected)) {
            Kind kind = kinds.computeIfAbsent(
                    List.of(finding.input(), finding.code()),
                    each -> new Kind(finding.code(), because(run, finding.input(), finding.code())));
            reasons.computeIfAbsent(kind, each -> Reason.of(finding))
                    .places
                    .computeIfAbsent(finding.input(), input -> new ArrayList<>())
                    .add(row(finding));
        }
        unlisted(run, subject).forEach((reason, rows) -> {
            Kind kind = new Kind(reason.code(), because(run, reason.input(), reason.code()));
            reasons.computeIfAbsent(kind, each -> Reason.of(example(reason, rejected)))
                    .unlisted
                    .add(rows);
        });
        return reasons;
    }

    /** Returns a finding like those that are not listed: of each kind, one at least of a subject is. */
    private static Finding example(RejectedAmounts.Reason reason, List<Finding> rejected) {
        return rejected.stream()
                .filter(each ->
                        each.input().equals(reason.input()) && each.code().equals(reason.code()))
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

    /** Returns what the check behind a finding says; empty where it says nothing, or the code is a built-in one. */
    private static String because(Run run, String name, String code) {
        return run.rules().inputs().stream()
                .filter(input -> input.name().equals(name))
                .flatMap(input -> input.checks().stream())
                .filter(check -> check.id().equals(code))
                .map(Check::because)
                .findFirst()
                .orElse("");
    }

    private static List<Cell> row(Cell number, Cell code, Cell count, Cell sums, String words) {
        return List.of(number, code, count, sums, Cell.joined(), Cell.text(words), Cell.joined(), Cell.joined());
    }

    /** Returns what rows hold in the columns that measures sum. */
    private static Cell sums(Run run, Reason reason) {
        RejectedAmounts amounts = run.result().rejected();
        List<String> words = new ArrayList<>();
        if (amounts != null) {
            amounts.sums(reason.places, reason.unlisted)
                    .forEach(sum -> words.add(run.say("sum-out", sum.label(), sum.amount())));
        }
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
