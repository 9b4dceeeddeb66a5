package org.platscore.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.platscore.grading.Standing;
import org.platscore.measure.MeasureValue;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Page;
import org.platscore.report.sheet.Table;
import org.platscore.report.sheet.Tone;
import org.platscore.rules.Measure;

/**
 * 指标数据: the value of every measure of every subject. A measure that no correction touched has one column; one that was
 * corrected shows measured, corrected and used side by side.
 */
final class MeasuresPage {

    private final Run run;
    private final List<Column> columns = new ArrayList<>();
    private final List<Function<Standing, Cell>> cells = new ArrayList<>();

    private MeasuresPage(Run run) {
        this.run = run;
    }

    static Page of(Run run) {
        return new MeasuresPage(run).page();
    }

    private Page page() {
        columns.add(Column.of(run.say("head.id")));
        columns.add(Column.of(run.say("head.name", run.rules().subject())).wide(20));
        run.rules().measures().forEach(this::measure);
        List<List<Cell>> body = new ArrayList<>();
        for (Standing standing : run.standings()) {
            List<Cell> row = new ArrayList<>();
            row.add(run.id(standing).to(run.say("sheet.results"), body.size()));
            row.add(run.name(standing));
            cells.forEach(cell -> row.add(cell.apply(standing)));
            body.add(row);
        }
        return new Page(
                run.say("sheet.measures"),
                "2E75B6",
                run.say("title.measures", run.subjectMatter()),
                run.period(),
                run.say("unit.in-head"),
                "",
                List.of(Table.of(columns, body).filtered()),
                List.of(Page.Line.note(run.say("note.measures"))),
                run.paper(false, 2));
    }

    private void measure(Measure measure) {
        Figure figure = run.figure(measure.name());
        String unit = figure.unit().isEmpty() ? "" : run.say("in-brackets", figure.unit());
        boolean corrected = run.standings().stream()
                .anyMatch(standing -> value(standing, measure).corrected() != null);
        if (!corrected) {
            columns.add(Column.of(measure.label(), unit).lines(3));
            cells.add(standing -> used(standing, measure, figure));
            return;
        }
        columns.add(Column.of(run.say("head.measured"), unit).under(measure.label()));
        columns.add(Column.of(run.say("head.corrected"), unit).under(measure.label()));
        columns.add(Column.of(run.say("head.used"), unit).under(measure.label()));
        cells.add(standing -> figure.cell(value(standing, measure).measured(), run.say("no-value")));
        cells.add(standing -> {
            Object value = value(standing, measure).corrected();
            return value == null ? Cell.missing("") : figure.cell(value, "").on(Tone.MARKED);
        });
        cells.add(standing -> used(standing, measure, figure));
    }

    private Cell used(Standing standing, Measure measure, Figure figure) {
        MeasureValue value = value(standing, measure);
        if (value.used() == null && value.standIn() != null) {
            return figure.cell(value.standIn(), "").on(Tone.MARKED).noting(run.say("stand-in"));
        }
        return figure.cell(value.used(), run.say("no-value"));
    }

    private MeasureValue value(Standing standing, Measure measure) {
        return run.scores().measures().get(standing.subject(), measure.name());
    }
}
