package org.platscore.report;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.platscore.finding.Finding;
import org.platscore.grading.Standing;
import org.platscore.intake.Subject;
import org.platscore.measure.MeasureValue;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Page;
import org.platscore.report.sheet.Table;
import org.platscore.report.sheet.Tone;
import org.platscore.reward.Award;
import org.platscore.rules.Measure;
import org.platscore.rules.RubricNode;
import org.platscore.scoring.NodeScore;
import org.platscore.scoring.SubjectScore;

/** One subject's score sheet, to be sent to its operator: the result and its reasons, the data, the rows left out. */
final class ScoreSheet {

    private final Run run;
    private final Standing standing;
    private final Subject subject;
    private final SubjectScore score;
    private final List<Finding> rejected;

    private ScoreSheet(Run run, Standing standing, List<Finding> rejected) {
        this.run = run;
        this.standing = standing;
        this.subject = run.subject(standing);
        this.score = run.score(standing);
        this.rejected = rejected;
    }

    /** Returns the sheet, and a second one with the rejected rows where there are any. */
    static List<Page> of(Run run, Standing standing, List<Finding> rejected) {
        ScoreSheet sheet = new ScoreSheet(run, standing, rejected);
        List<Page> pages = new ArrayList<>();
        pages.add(sheet.front());
        if (!rejected.isEmpty()) {
            pages.add(RejectedRows.page(run, sheet.subject, rejected));
        }
        return pages;
    }

    private Page front() {
        List<Table> tables = new ArrayList<>(List.of(facts(), indicators(), measures()));
        if (!rejected.isEmpty()) {
            tables.add(RejectedRows.reasons(run, rejected));
        }
        Page.Paper paper = run.paper(true, -1);
        return new Page(
                run.say("sheet.score"),
                "1F4E79",
                run.say("title.score", run.subjectMatter()),
                run.period(),
                run.say("unit.points"),
                subject.name(),
                tables,
                List.of(Page.Line.note(run.say("note.score")), Page.Line.signature(run.say("sign.score"))),
                new Page.Paper(false, true, -1, paper.footerLeft(), subject.id(), paper.pageOf()));
    }

    private Table facts() {
        Award award = run.award(standing);
        int assessed = (int)
                run.standings().stream().filter(each -> each.rank() != null).count();
        Cell rank = standing.rank() == null
                ? Cell.missing(run.say("not-assessed"))
                : Cell.centred(run.say("rank-of", standing.rank(), assessed));
        List<List<Cell>> body = new ArrayList<>();
        body.add(List.of(
                label(run.say("head.id")),
                Cell.text(subject.id()),
                Cell.text(run.say("fact.path", reason())),
                label(run.say("head.rank")),
                rank,
                label(run.say("head.total")),
                run.total(score.total())));
        body.add(List.of(
                label(run.say("head.short-name")),
                Cell.text(subject.name()),
                Cell.text(next()),
                label(run.say("head.grade")),
                run.grade(standing),
                label(run.say("head.reward-wan")),
                award == null ? Cell.missing(run.say("no-rewards")) : Run.wan(award.amount())));
        String group = run.rules().groupColumn();
        if (group != null) {
            body.add(List.of(
                    label(Attributes.label(run.rules(), group)),
                    run.attribute(standing, group),
                    Cell.text(
                            score.veto() == null
                                    ? ""
                                    : run.say("note.veto", score.veto().label())),
                    label(run.say("head.bonus")),
                    run.points(score.bonus()),
                    label(run.say("head.deduction")),
                    run.points(score.deduction())));
        }
        List<Column> columns = new ArrayList<>();
        for (int width : new int[] {8, 24, 76, 11, 11, 11, 11}) {
            columns.add(Column.of("").wide(width));
        }
        return Table.headless(columns, body);
    }

    private static Cell label(String text) {
        return Cell.centred(text).on(Tone.HEAD);
    }

    private String reason() {
        return standing.path().stream()
                .filter(Standing.Step::taken)
                .map(step -> step.reason().in(run.lang()))
                .findFirst()
                .orElse(run.say(standing.rank() == null ? "not-assessed" : "no-grades"));
    }

    /** Returns how far it is to the next better grade. */
    private String next() {
        Standing.Step better = null;
        for (Standing.Step step : standing.path()) {
            if (step.taken()) {
                break;
            }
            better = step;
        }
        BigFraction total = score.total();
        if (better == null || total == null) {
            return "";
        }
        BigFraction least = better.grade().min();
        if (least != null && total.compareTo(least) < 0) {
            return run.say("next.gap", better.grade().label(), least.subtract(total));
        }
        return run.say("next.other", better.grade().label(), better.reason().in(run.lang()));
    }

    private Table indicators() {
        List<Column> columns = List.of(
                Column.of(run.say("head.id")),
                Column.of(run.say("head.indicator")),
                Column.of(run.say("head.why")),
                Column.of(run.say("head.value")),
                Column.of(run.say("head.unit")),
                Column.of(run.say("head.full-marks")),
                Column.of(run.say("head.scored")));
        List<List<Cell>> body = new ArrayList<>();
        score.rubric().of().forEach(node -> node(node, body));
        score.bonuses().forEach(node -> node(node, body));
        score.deductions().forEach(node -> node(node, body));
        List<Cell> sum = List.of(
                Cell.empty(),
                Cell.centred(run.say("head.total")),
                Cell.empty(),
                Cell.empty(),
                Cell.empty(),
                run.points(run.rules().fullMarks()),
                run.total(score.total()));
        return Table.of(columns, body)
                .captioned(run.say("caption.indicators"))
                .summed(List.of(sum.stream().map(cell -> cell.on(Tone.SUM)).toList()));
    }

    private void node(NodeScore node, List<List<Cell>> body) {
        List<Cell> row = new ArrayList<>(
                List.of(Cell.centred(node.node().id()), Cell.text(node.node().label())));
        boolean group = node.node() instanceof RubricNode.Group;
        row.add(Cell.text(group ? "" : node.reason().in(run.lang())));
        if (group) {
            row.add(Cell.empty());
            row.add(Cell.empty());
        } else {
            value(node, row);
        }
        row.add(run.points(node.weight()));
        row.add(node.points() == null ? Cell.missing("") : run.points(node.points()));
        body.add(group ? row.stream().map(cell -> cell.on(Tone.SUM)).toList() : row);
        node.of().forEach(child -> node(child, body));
    }

    private void value(NodeScore node, List<Cell> row) {
        String name = ((RubricNode.Leaf) node.node()).measure();
        if (name == null) {
            row.add(Cell.missing(""));
            row.add(Cell.missing(""));
            return;
        }
        Figure figure = run.figure(name);
        row.add(figure.cell(node.value(), ""));
        row.add(figure.unit().isEmpty() ? Cell.missing("") : Cell.centred(figure.unit()));
    }

    private Table measures() {
        List<Column> columns = List.of(
                Column.of(run.say("head.number")),
                Column.of(run.say("head.measure")),
                Column.of(run.say("head.data")),
                Column.of(run.say("head.unit")),
                Column.of(run.say("head.measured")),
                Column.of(run.say("head.corrected")),
                Column.of(run.say("head.used")));
        List<List<Cell>> body = new ArrayList<>();
        for (Measure measure : run.rules().measures()) {
            MeasureValue value = run.scores().measures().get(standing.subject(), measure.name());
            Figure figure = run.figure(measure.name());
            boolean stood = value.used() == null && value.standIn() != null;
            Cell corrected = value.corrected() == null
                    ? Cell.missing("")
                    : figure.cell(value.corrected(), "").on(Tone.MARKED);
            body.add(List.of(
                    Cell.order(body.size() + 1),
                    Cell.text(measure.label()),
                    Cell.text(
                            stood
                                    ? run.say("stand-in")
                                    : value.rows() < 0
                                            ? ""
                                            : run.say("rows-behind", value.rows(), value.rejectedRows())),
                    figure.unit().isEmpty() ? Cell.missing("") : Cell.centred(figure.unit()),
                    figure.cell(value.measured(), ""),
                    corrected,
                    figure.cell(value.effective(), "")));
        }
        return Table.of(columns, body).captioned(run.say("caption.measures"));
    }
}
