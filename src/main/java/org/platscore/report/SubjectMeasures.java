package org.platscore.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.platscore.grading.Standing;
import org.platscore.measure.MeasureValue;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Page;
import org.platscore.report.sheet.Table;
import org.platscore.report.sheet.Tone;
import org.platscore.rules.Measure;

/** All data of one subject: claimed, measured, corrected and used side by side, and from how many rows. */
final class SubjectMeasures {

    private SubjectMeasures() {}

    /** @param open names of the measures that are not known yet */
    static Page page(Run run, Standing standing, Set<String> open) {
        boolean claims = run.rules().measures().stream().anyMatch(measure -> measure.claimed() != null);
        List<Column> columns = new ArrayList<>(List.of(
                Column.of(run.say("head.number")),
                Column.of(run.say("head.measure")).wide(26),
                Column.of(run.say("head.measured")).wide(16),
                Column.of(run.say("head.corrected")).wide(16),
                Column.of(run.say("head.used")).wide(16),
                Column.of(run.say("head.unit")).wide(8),
                Column.of(run.say("head.data")).wide(30)));
        if (claims) {
            columns.add(2, Column.of(run.say("head.claimed")).wide(16));
        }
        List<List<Cell>> body = new ArrayList<>();
        for (Measure measure : run.rules().measures()) {
            List<Cell> row = open.contains(measure.name())
                    ? open(run, measure, body.size() + 1)
                    : row(run, standing, measure, body.size() + 1);
            if (claims) {
                row.add(2, run.claimed(standing, measure));
            }
            body.add(row);
        }
        Page.Paper paper = run.paper(false, 2);
        return new Page(
                run.say("sheet.subject-measures"),
                "2E75B6",
                run.say("title.subject-measures", run.subject(standing).name()),
                run.period(),
                run.say("unit.in-column"),
                "",
                List.of(Table.of(columns, body)),
                List.of(Page.Line.note(run.say("note.subject-measures"))),
                new Page.Paper(
                        false,
                        false,
                        2,
                        paper.footerLeft(),
                        run.subject(standing).id(),
                        paper.pageOf()));
    }

    private static List<Cell> open(Run run, Measure measure, int number) {
        Cell dash = Cell.missing(run.say("not-known"));
        String unit = run.figure(measure.name()).unit();
        return new ArrayList<>(List.of(
                Cell.order(number),
                Cell.text(measure.label()),
                dash,
                dash,
                dash,
                unit.isEmpty() ? Cell.missing("") : Cell.centred(unit),
                Cell.text(run.say("not-in-workbook"))));
    }

    private static List<Cell> row(Run run, Standing standing, Measure measure, int number) {
        MeasureValue value = run.scores().measures().get(standing.subject(), measure.name());
        Figure figure = run.figure(measure.name());
        boolean stood = value.stoodIn();
        Cell corrected = value.corrected() == null
                ? Cell.missing("")
                : figure.cell(value.corrected(), "").on(Tone.MARKED);
        String source = stood
                ? run.say("stand-in")
                : value.rows() < 0 ? "" : run.say("rows-behind", value.rows(), value.rejectedRows());
        return new ArrayList<>(List.of(
                Cell.order(number),
                Cell.text(measure.label()),
                figure.cell(value.measured(), ""),
                corrected,
                figure.cell(value.effective(), ""),
                figure.unit().isEmpty() ? Cell.missing("") : Cell.centred(figure.unit()),
                Cell.text(source)));
    }
}
