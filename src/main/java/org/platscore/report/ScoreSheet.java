package org.platscore.report;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Finding;
import org.platscore.grading.Standing;
import org.platscore.intake.Correction;
import org.platscore.intake.Subject;
import org.platscore.measure.MeasureValue;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Chart;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Form;
import org.platscore.report.sheet.Page;
import org.platscore.report.sheet.Palette;
import org.platscore.report.sheet.Table;
import org.platscore.report.sheet.Tone;
import org.platscore.rules.Measure;
import org.platscore.rules.RubricNode;
import org.platscore.scoring.NodeScore;
import org.platscore.scoring.SubjectScore;

/**
 * One subject's score sheet, to be sent to its operator: on the first page the result, where it stands in its domain, each
 * indicator with its reason, corrections, and why rows do not count; then all its data, and the rows left out.
 */
final class ScoreSheet {

    /** Least widths of the first page's columns: the tables share them. */
    static final int[] GRID = {13, 20, 12, 9, 16, 9, 9, 58};

    private static final int REASON = 7;
    /** Beyond this many rows the first page goes on on further sheets of paper: on one its type would be too small. */
    private static final int MOST_ON_ONE_PAPER = 64;

    private final Run run;
    private final Standing standing;
    private final Subject subject;
    private final SubjectScore score;
    private final List<Finding> rejected;
    private final @Nullable Field field;
    private final @Nullable Provisional provisional;
    private final ScoreFacts facts;

    private ScoreSheet(
            Run run,
            Standing standing,
            List<Finding> rejected,
            @Nullable Field field,
            @Nullable Provisional provisional) {
        this.run = run;
        this.field = field;
        this.provisional = provisional;
        this.standing = standing;
        this.subject = run.subject(standing);
        this.score = run.score(standing);
        this.rejected = rejected;
        this.facts = new ScoreFacts(run, standing, rejected, field, provisional);
    }

    /** Returns the sheet, and a second one with the rejected rows where there are any. */
    static List<Page> of(Run run, Standing standing, List<Finding> rejected, Field field) {
        return new ScoreSheet(run, standing, rejected, field, null).pages();
    }

    /**
     * Returns the sheets of one submitted workbook, without the others beside it.
     *
     * @param provisional null where the result is final
     */
    static List<Page> alone(Run run, Standing standing, List<Finding> rejected, @Nullable Provisional provisional) {
        return new ScoreSheet(run, standing, rejected, null, provisional).pages();
    }

    private List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        pages.add(front());
        pages.add(SubjectMeasures.page(run, standing, provisional == null ? Set.of() : provisional.open()));
        if (!rejected.isEmpty()) {
            pages.add(RejectedRows.page(run, subject, rejected));
        }
        return pages;
    }

    private Page front() {
        List<Table> tables = new ArrayList<>(List.of(facts.table(), groups(), indicators()));
        List<List<Cell>> changes = changes();
        if (!changes.isEmpty()) {
            tables.add(Table.of(changeColumns(), changes).captioned(run.say("caption.changes")));
        }
        if (!rejected.isEmpty()) {
            tables.add(RejectedRows.reasons(run, subject, rejected));
        }
        int size = tables.stream().mapToInt(table -> table.rows() + 1).sum();
        Page.Paper paper = run.paper(true, -1);
        Page page = new Page(
                run.say("sheet.score"),
                "1F4E79",
                run.say(provisional == null ? "title.score" : "title.provisional", run.subjectMatter()),
                run.period(),
                run.say("unit.points"),
                "",
                tables,
                lines(),
                new Page.Paper(false, size <= MOST_ON_ONE_PAPER, -1, paper.footerLeft(), subject.id(), paper.pageOf()));
        return drawn() ? page.beside(new Chart.Beside(radar(), 0, 1, REASON)) : page;
    }

    /** Returns whether there is anything for the chart to show. */
    private boolean drawn() {
        return score.rubric().of().stream()
                .anyMatch(node -> Domains.share(node) != null
                        || field != null
                                && field.domainMean(run, standing, node.node().id()) != null);
    }

    private List<Page.Line> lines() {
        List<Page.Line> lines = new ArrayList<>(
                List.of(Page.Line.note(run.say(provisional == null ? "note.score" : "note.provisional"))));
        if (!run.skipped().isEmpty()) {
            lines.add(Page.Line.note(run.skipped()));
        }
        if (provisional == null) {
            lines.add(Page.Line.signature(run.say("sign.score")));
        }
        return lines;
    }

    private Table groups() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.of(run.say("head.id")),
                Column.of(run.say("head.group-label")),
                Column.of(run.say("head.own-share")),
                Column.of(run.say("head.full-marks")),
                Column.of(run.say("head.scored"))));
        if (field != null) {
            columns.add(3, Column.of(mean()));
            columns.add(4, field.domains() == null ? Column.joined() : Column.of(run.say("head.mean-all")));
        }
        List<List<Cell>> body = new ArrayList<>();
        for (NodeScore node : score.rubric().of()) {
            String id = node.node().id();
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.centred(id),
                    Cell.text(node.node().label()),
                    share(Domains.share(node)),
                    run.fullMarks(node.weight()),
                    run.points(node)));
            if (field != null) {
                row.add(3, share(field.domainMean(run, standing, id)));
                row.add(4, field.domains() == null ? Cell.joined() : share(field.mean(id)));
            }
            body.add(row);
        }
        return Table.of(columns, body).captioned(run.say(field == null ? "caption.groups" : "caption.compared"));
    }

    /** Returns what the radar compares the subject's own shares with. */
    private String mean() {
        return field == null || field.domains() == null
                ? run.say("head.mean-all")
                : run.say("head.mean-domain", field.domains().word());
    }

    private static Cell share(@Nullable BigFraction share) {
        return share == null
                ? Cell.missing("")
                : Cell.number(Exact.decimal(share, 6, RoundingMode.HALF_UP), Form.PERCENT);
    }

    private Chart radar() {
        int groups = score.rubric().of().size();
        Chart.Range names = new Chart.Range(run.say("sheet.score"), 1, 1, 0, groups - 1);
        boolean round = groups > 2 && field != null;
        List<Chart.Series> series = new ArrayList<>(
                List.of(Chart.Series.of(run.say("head.own-share"), Palette.ofSeries(0), names.inColumn(2))));
        if (field != null) {
            series.add(Chart.Series.of(mean(), Palette.ofSeries(3), names.inColumn(3)));
        }
        return new Chart(
                round ? Chart.Kind.RADAR : Chart.Kind.COLUMNS,
                field == null
                        ? run.say("caption.groups")
                        : run.say("chart.own.title", run.rules().subject(), mean()),
                chartText(groups),
                round ? "" : run.say("head.group-label"),
                round ? "" : run.say("axis.share"),
                "0%",
                names,
                series,
                Chart.Scale.upTo(1d),
                false);
    }

    private String chartText(int groups) {
        return field == null
                ? run.say("chart.own.text-alone", subject.name(), groups)
                : run.say("chart.own.text", subject.name(), groups, mean());
    }

    private Table indicators() {
        List<Column> columns = List.of(
                Column.of(run.say("head.id")),
                Column.of(run.say("head.indicator")),
                Column.of(run.say("head.value")),
                Column.of(run.say("head.unit")),
                Column.of(run.say("head.full-standard")),
                Column.of(run.say("head.full-marks")),
                Column.of(run.say("head.scored")),
                Column.of(run.say("head.why")).wide(GRID[REASON]));
        List<List<Cell>> body = new ArrayList<>();
        score.rubric().of().forEach(node -> node(node, body));
        score.bonuses().forEach(node -> node(node, body));
        score.deductions().forEach(node -> node(node, body));
        List<Cell> sum = List.of(
                Cell.empty(),
                Cell.centred(run.say(provisional == null ? "head.total" : "head.so-far")),
                Cell.empty(),
                Cell.empty(),
                Cell.empty(),
                run.fullMarks(run.rules().fullMarks()),
                facts.total(),
                score.total() == null ? Cell.empty() : why(score.rubric()));
        return Table.of(columns, body)
                .captioned(run.say("caption.indicators"))
                .summed(List.of(sum.stream().map(cell -> cell.on(Tone.SUM)).toList()));
    }

    private void node(NodeScore node, List<List<Cell>> body) {
        boolean group = node.node() instanceof RubricNode.Group;
        List<Cell> row = new ArrayList<>(
                List.of(Cell.centred(node.node().id()), Cell.text(node.node().label())));
        if (group) {
            row.addAll(List.of(Cell.empty(), Cell.empty(), Cell.empty()));
        } else {
            value(node, row);
            RubricNode.Leaf leaf = (RubricNode.Leaf) node.node();
            String full = run.rules().deductions().contains(leaf) ? "" : FullMarks.of(run, standing, leaf);
            row.add(full.isEmpty() ? Cell.missing("") : Cell.centred(full));
        }
        row.add(run.fullMarks(node.weight()));
        row.add(node.points() == null ? Cell.missing("") : run.points(node.points()));
        row.add(why(node));
        body.add(group ? row.stream().map(cell -> cell.on(Tone.SUM)).toList() : row);
        node.of().forEach(child -> node(child, body));
    }

    /** Returns why these points; blank for a group that is the sum of what stands below it, or still open. */
    private Cell why(NodeScore node) {
        boolean plain = node.node() instanceof RubricNode.Group && (node.addsUp() || node.pending());
        return plain ? Cell.empty() : Cell.text(node.reason().in(run.lang()));
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

    private List<Column> changeColumns() {
        return List.of(
                Column.of(run.say("head.number")),
                Column.of(run.say("head.measure")),
                Column.of(run.say("head.measured")),
                Column.of(run.say("head.unit")),
                Column.of(run.say("head.corrected")),
                Column.of(run.say("head.operation")),
                Column.of(run.say("head.change")),
                Column.of(run.say("head.reason-decider")));
    }

    /** Returns the corrections of this subject's figures, with who decided them and why. */
    private List<List<Cell>> changes() {
        List<List<Cell>> body = new ArrayList<>();
        List<Correction> corrections =
                field == null ? List.of() : field.corrections().getOrDefault(standing.subject(), List.of());
        for (Correction correction : corrections) {
            Measure measure = run.rules().measure(correction.measure());
            MeasureValue value = run.scores().measures().get(standing.subject(), measure.name());
            Figure figure = run.figure(measure.name());
            body.add(List.of(
                    Cell.order(body.size() + 1),
                    Cell.text(measure.label()),
                    figure.cell(value.measured(), run.say("no-value")),
                    figure.unit().isEmpty() ? Cell.missing("") : Cell.centred(figure.unit()),
                    figure.cell(value.corrected(), run.say("no-value")).on(Tone.MARKED),
                    Cell.centred(
                            run.say("operation." + correction.operation().name().toLowerCase(Locale.ROOT))),
                    figure.cell(correction.value(), ""),
                    Cell.text(run.say("reason-decider", correction.reason(), correction.decidedBy()))));
        }
        return body;
    }
}
