package org.platscore.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.platscore.grading.Standing;
import org.platscore.intake.Correction;
import org.platscore.intake.Subject;
import org.platscore.measure.MeasureValue;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Page;
import org.platscore.report.sheet.Spot;
import org.platscore.report.sheet.Table;
import org.platscore.rules.Measure;

/** 核减记录: who corrected which figure, by how much, and why. */
final class CorrectionsPage {

    private static final int VALUE = 6;

    private final Model model;
    private final Run run;
    private final List<Correction> corrections;
    private final List<Column> columns;
    private final Spot first;

    CorrectionsPage(Model model) {
        this.model = model;
        this.run = model.run();
        this.corrections = run.result().intake().corrections();
        columns = List.of(
                Column.of(run.say("head.number")),
                Column.of(run.say("head.id")),
                Column.of(run.say("head.name", run.rules().subject())).wide(20),
                Column.of(run.say("head.measure")),
                Column.of(run.say("head.unit")),
                Column.of(run.say("head.operation")),
                Column.of(run.say("head.value")),
                Column.of(run.say("head.measured")),
                Column.of(run.say("head.corrected")),
                Column.of(run.say("head.reason")).wide(24),
                Column.of(run.say("head.decided-by")).wide(12),
                Column.of(run.say("head.date")).wide(12),
                Column.of(run.say("head.source")));
        first = new Spot(run.say("sheet.corrections"), Page.firstBodyRow(true, Table.of(columns, List.of())), VALUE);
    }

    /**
     * Returns what a subject's corrections make of a measure, in file order, as a formula; null where no correction applies.
     *
     * @param measured the cell of the measured value
     */
    @Nullable
    String made(Subject subject, String measure, String measured) {
        String made = null;
        for (int i = 0; i < corrections.size(); i++) {
            Correction each = corrections.get(i);
            if (each.subject() == subject.index() && each.measure().equals(measure)) {
                String cell = first.below(i).loose();
                made = switch (each.operation()) {
                    case SET -> cell;
                    case ADD -> (made == null ? measured : made) + "+" + cell;
                    case SUBTRACT -> (made == null ? measured : made) + "-" + cell;
                };
            }
        }
        return made;
    }

    Page page() {
        List<List<Cell>> body = new ArrayList<>();
        for (Correction correction : corrections) {
            body.add(row(correction, body.size() + 1));
        }
        return new Page(
                run.say("sheet.corrections"),
                "7F7F7F",
                run.say("title.corrections", run.subjectMatter()),
                run.period(),
                "",
                body.isEmpty() ? run.say("corrections.none") : run.say("corrections.lead", body.size()),
                tables(run, Table.of(columns, body).filtered()),
                List.of(Page.Line.signature(run.say("sign.panel"))),
                run.paper(false, 3));
    }

    /** Returns the corrections, and the decisions on grades where there are any. */
    private static List<Table> tables(Run run, Table corrections) {
        List<List<Cell>> body = new ArrayList<>();
        for (Standing standing : run.standings()) {
            Standing.Decided decided = standing.decided();
            if (decided != null) {
                body.add(List.of(
                        Cell.order(body.size() + 1),
                        run.id(standing),
                        run.name(standing),
                        Cell.centred(decided.computed().label()),
                        run.grade(standing),
                        Cell.text(decided.decision().reason()),
                        Cell.centred(decided.decision().decidedBy()),
                        decided.decision().date() == null
                                ? Cell.missing(run.say("no-date"))
                                : Cell.centred(decided.decision().date().toString()),
                        Cell.text(decided.decision().place().shown())));
            }
        }
        if (body.isEmpty()) {
            return List.of(corrections);
        }
        List<Column> columns = List.of(
                Column.of(run.say("head.number")),
                Column.of(run.say("head.id")),
                Column.of(run.say("head.name", run.rules().subject())).wide(20),
                Column.of(run.say("head.computed-grade")),
                Column.of(run.say("head.decided-grade")),
                Column.of(run.say("head.reason")),
                Column.of(run.say("head.grade-decided-by")),
                Column.of(run.say("head.date")),
                Column.of(run.say("head.source")));
        return List.of(corrections, Table.of(columns, body).captioned(run.say("caption.decisions")));
    }

    private List<Cell> row(Correction correction, int number) {
        Subject subject = run.result().subject(correction.subject());
        Measure measure = run.rules().measure(correction.measure());
        MeasureValue value = run.scores().measures().get(correction.subject(), correction.measure());
        Figure figure = run.figure(measure.name());
        return List.of(
                Cell.order(number),
                Cell.centred(subject.id()),
                Cell.text(subject.name()),
                Cell.text(measure.label()),
                figure.unit().isEmpty() ? Cell.missing("") : Cell.centred(figure.unit()),
                Cell.centred(
                        run.say("operation." + correction.operation().name().toLowerCase(Locale.ROOT))),
                figure.cell(correction.value(), ""),
                figure.cell(value.measured(), run.say("no-value"))
                        .live(model.measures().measured(measure.name(), subject).loose()),
                figure.cell(value.corrected(), run.say("no-value"))
                        .live(model.measures()
                                .corrected(measure.name(), subject)
                                .loose()),
                Cell.text(correction.reason()),
                Cell.centred(correction.decidedBy()),
                correction.date() == null
                        ? Cell.missing(run.say("no-date"))
                        : Cell.centred(correction.date().toString()),
                Cell.text(correction.place().shown()));
    }
}
