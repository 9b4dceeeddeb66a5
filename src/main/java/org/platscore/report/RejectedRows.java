package org.platscore.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.platscore.finding.Finding;
import org.platscore.intake.Subject;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Page;
import org.platscore.report.sheet.Table;
import org.platscore.report.sheet.Tone;

/** The rows of one subject that do not count, by reason and one by one. */
final class RejectedRows {

    private RejectedRows() {}

    /** Returns how many rows each check rejected. */
    static Table reasons(Run run, List<Finding> rejected) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, Finding> first = new LinkedHashMap<>();
        rejected.stream().sorted(Comparator.comparing(Finding::code)).forEach(finding -> {
            counts.merge(finding.code(), 1, Integer::sum);
            first.putIfAbsent(finding.code(), finding);
        });
        List<List<Cell>> body = new ArrayList<>();
        first.forEach((code, finding) -> body.add(List.of(
                Cell.order(body.size() + 1),
                Cell.text(code),
                Cell.count(counts.getOrDefault(code, 0)),
                Cell.text(finding.message().in(run.lang())),
                Cell.joined(),
                Cell.joined(),
                Cell.joined(),
                Cell.joined())));
        List<Column> columns = List.of(
                Column.of(run.say("head.number")),
                Column.of(run.say("head.code")),
                Column.of(run.say("head.rows-out")),
                Column.of(run.say("head.example")),
                Column.joined(),
                Column.joined(),
                Column.joined(),
                Column.joined());
        List<Cell> sum = List.of(
                Cell.empty(),
                Cell.centred(run.say("sum.all")),
                Cell.count(rejected.size()),
                Cell.text(run.say("rejected.where")),
                Cell.joined(),
                Cell.joined(),
                Cell.joined(),
                Cell.joined());
        return Table.of(columns, body)
                .captioned(run.say("caption.reasons"))
                .summed(List.of(sum.stream().map(cell -> cell.on(Tone.SUM)).toList()));
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
