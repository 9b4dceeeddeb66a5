package org.platscore.report;

import java.util.ArrayList;
import java.util.List;
import org.platscore.finding.Exact;
import org.platscore.intake.FileRead;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Page;
import org.platscore.report.sheet.Table;
import org.platscore.report.sheet.Tone;

/** 运行信息: by which program and rules, from which files, the figures came. */
final class RunPage {

    /** What stands beside the inputs that the rules name. */
    private static final List<String> ASIDE = List.of("adjustments", "decisions", "previous");

    private RunPage() {}

    static Page of(Run run) {
        return new Page(
                run.say("sheet.run"),
                "A6A6A6",
                run.say("title.run", run.subjectMatter()),
                run.period(),
                "",
                "",
                List.of(facts(run), files(run)),
                List.of(Page.Line.note(run.say("note.run"))),
                run.paper(false, -1));
    }

    private static Table facts(Run run) {
        List<List<Cell>> body = new ArrayList<>();
        fact(run, body, "fact.program", "platscore " + run.version());
        fact(run, body, "fact.rules", run.rules().title());
        fact(run, body, "fact.sha256", run.rules().file().sha256());
        fact(run, body, "fact.full-marks", Exact.plain(run.rules().fullMarks()));
        fact(
                run,
                body,
                "fact.rounding",
                run.say(
                        "rounding",
                        run.rules().rounding().indicator(),
                        run.rules().rounding().total(),
                        run.say("mode." + run.rules().rounding().mode().name())));
        fact(
                run,
                body,
                "fact.subjects",
                Integer.toString(run.result().intake().subjects().size()));
        if (!run.skipped().isEmpty()) {
            fact(run, body, "fact.skipped", run.skipped());
        }
        List<Column> columns = List.of(Column.of(run.say("head.fact")).wide(18), Column.of(run.say("head.content")));
        return Table.of(columns, body);
    }

    private static void fact(Run run, List<List<Cell>> body, String key, String value) {
        body.add(List.of(Cell.text(run.say(key)), Cell.text(value)));
    }

    private static Table files(Run run) {
        List<Column> columns = List.of(
                Column.of(run.say("head.input")).wide(18),
                Column.of(run.say("head.file")).wide(30),
                Column.of(run.say("head.size")),
                Column.of(run.say("head.rows")),
                Column.of(run.say("head.accepted")),
                Column.of(run.say("head.rejected")),
                Column.of(run.say("head.passed-over")),
                Column.of(run.say("head.sha256")).exactly(67));
        List<List<Cell>> body = new ArrayList<>();
        long[] sums = new long[5];
        for (FileRead file : run.result().intake().files()) {
            long[] counts = {file.size(), file.rows(), file.accepted(), file.rejected(), file.passedOver()};
            List<Cell> row = new ArrayList<>(List.of(Cell.text(label(run, file.input())), Cell.text(file.path())));
            for (int i = 0; i < counts.length; i++) {
                row.add(Cell.count(counts[i]));
                sums[i] += counts[i];
            }
            row.add(file.sha256() == null ? Cell.missing(run.say("unreadable")) : Cell.text(file.sha256()));
            body.add(row);
        }
        List<Cell> sum =
                new ArrayList<>(List.of(Cell.centred(run.say("sum.all")), Cell.centred(run.say("files", body.size()))));
        for (long each : sums) {
            sum.add(Cell.count(each));
        }
        sum.add(Cell.empty());
        return Table.of(columns, body)
                .captioned(run.say("caption.files"))
                .summed(List.of(sum.stream().map(cell -> cell.on(Tone.SUM)).toList()))
                .filtered();
    }

    private static String label(Run run, String input) {
        return run.rules().inputs().stream()
                .filter(each -> each.name().equals(input))
                .map(each -> each.label().equals(each.name())
                        ? each.name()
                        : run.say("label-name", each.label(), each.name()))
                .findFirst()
                .orElse(ASIDE.contains(input) ? run.say("label-name", run.say("input." + input), input) : input);
    }
}
