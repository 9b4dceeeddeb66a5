package org.platscore.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.analysis.Advice;
import org.platscore.analysis.WaysUp;
import org.platscore.finding.Exact;
import org.platscore.finding.Finding;
import org.platscore.finding.Message;
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
import org.platscore.reward.Award;
import org.platscore.rules.Grade;
import org.platscore.rules.Measure;
import org.platscore.rules.RubricNode;
import org.platscore.rules.words.Paragraph;
import org.platscore.scoring.NodeScore;
import org.platscore.scoring.SubjectScore;

/**
 * One subject's score sheet, to be sent to its operator: on the first page the result, where it stands in its domain, each
 * indicator with its reason, corrections, and why rows do not count; then all its data, and the rows left out.
 */
final class ScoreSheet {

    /** Least widths of the first page's columns: the tables share them. */
    private static final int[] GRID = {13, 20, 12, 9, 16, 9, 9, 58};

    private static final int REASON = 7;
    /** Beyond this many rows the first page goes on on further sheets of paper: on one its type would be too small. */
    private static final int MOST_ON_ONE_PAPER = 64;

    private static final int MOST_WAYS = 2;
    private static final int MOST_ROOM = 4;

    private final Run run;
    private final Standing standing;
    private final Subject subject;
    private final SubjectScore score;
    private final List<Finding> rejected;
    private final @Nullable Field field;
    private final @Nullable Provisional provisional;

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
        List<Table> tables = new ArrayList<>(List.of(facts(), groups(), indicators()));
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

    private Table facts() {
        Award award = run.award(standing);
        List<List<Cell>> body = new ArrayList<>();
        String group = run.rules().groupColumn();
        body.add(fact(
                run.say("head.id"),
                Cell.text(subject.id()),
                run.say(provisional == null ? "head.rank" : "head.open-marks"),
                provisional == null ? rank() : marks(provisional.prospect().pending()),
                run.say(provisional == null ? "head.total" : "head.so-far"),
                total()));
        body.add(sentence(run.say("head.short-name"), subject.name()));
        body.add(fact(
                group == null ? run.say("head.full-marks") : Attributes.label(run.rules(), group),
                group == null ? marks(run.rules().fullMarks()) : leftward(run.attribute(standing, group)),
                run.say(provisional == null ? "head.grade" : "head.possible-grade"),
                provisional == null ? run.grade(standing) : provisional.grades(run),
                run.say("head.bonus"),
                run.bounded(score.bonus())));
        body.add(fact(
                run.say("head.reward-wan"),
                award == null
                        ? Cell.missing(run.say(provisional == null ? "no-rewards" : "not-known"))
                        : Run.wan(award.amount()),
                run.say("head.rows-out"),
                Cell.count(RejectedRows.rows(run, subject, rejected)),
                run.say("head.deduction"),
                run.bounded(score.deduction())));
        if (score.veto() != null) {
            body.add(sentence(run.say("head.veto"), score.veto().label()));
        }
        if (provisional == null) {
            body.add(sentence(run.say("head.path"), reason()));
            body.add(sentence(run.say("head.next"), next()));
            String ways = ways();
            if (!ways.isEmpty()) {
                body.add(sentence(run.say("head.ways"), ways));
            }
        } else {
            body.add(sentence(run.say("head.state"), run.say("provisional.state")));
        }
        String room = room();
        if (!room.isEmpty()) {
            body.add(sentence(run.say("head.room"), room));
        }
        List<Column> columns = new ArrayList<>();
        for (int width : GRID) {
            columns.add(Column.of("").exactly(width));
        }
        return Table.headless(columns, body);
    }

    private Cell rank() {
        if (standing.rank() == null) {
            return Cell.missing(run.unassessed(standing));
        }
        return field == null
                ? Cell.order(standing.rank())
                : Cell.centred(run.say("rank-of", standing.rank(), field.assessed()));
    }

    private Cell total() {
        return run.total(
                provisional == null ? score.total() : provisional.prospect().soFar());
    }

    private static Cell leftward(Cell cell) {
        return cell.value() instanceof String ? Cell.text((String) cell.value()) : cell;
    }

    private static List<Cell> fact(String one, Cell first, String two, Cell second, String three, Cell third) {
        return List.of(label(one), first, label(two), second, Cell.joined(), label(three), third);
    }

    private static List<Cell> sentence(String label, String text) {
        return List.of(
                label(label),
                Cell.text(text),
                Cell.joined(),
                Cell.joined(),
                Cell.joined(),
                Cell.joined(),
                Cell.joined());
    }

    private static Cell label(String text) {
        return Cell.centred(text).on(Tone.HEAD);
    }

    private String reason() {
        List<String> taken = standing.path().stream()
                .filter(Standing.Step::taken)
                .map(step -> step.reason().in(run.lang()))
                .toList();
        return taken.stream()
                .reduce((computed, decided) -> run.say("computed-decided", computed, decided))
                .orElse(standing.rank() == null ? run.unassessed(standing) : run.say("no-grades"));
    }

    /** Returns how far it is to the grade above its own, or what else keeps it from there: a veto, a decision, a condition. */
    private String next() {
        Grade better = null;
        for (Grade grade : run.rules().grades()) {
            if (standing.grade() != null && grade.id().equals(standing.grade().id())) {
                break;
            }
            better = grade;
        }
        BigFraction total = score.total();
        if (standing.grade() == null || total == null) {
            return run.say("next.none");
        }
        if (better == null) {
            return run.say("next.top");
        }
        Standing.Step step = passed(better);
        BigFraction least = better.min();
        if (!step.taken() && least != null && total.compareTo(least) < 0) {
            return run.say("next.gap", better.label(), least.subtract(total));
        }
        return run.say("next.other", better.label(), step.reason().in(run.lang()));
    }

    /** Returns the step that says why a better grade was not taken; where none was tried, the veto or the decision, which stands last. */
    private Standing.Step passed(Grade better) {
        List<Standing.Step> path = standing.path();
        return path.stream()
                .filter(step -> !step.taken() && step.grade().id().equals(better.id()))
                .findFirst()
                .orElse(path.get(path.size() - 1));
    }

    /** Returns the smallest changes of one measure that would reach the next grade, each tried on the engine. */
    private String ways() {
        WaysUp ways = field == null ? null : field.ways();
        if (ways == null || score.total() == null) {
            return "";
        }
        Advice advice = ways.of(subject);
        List<Object> words = new ArrayList<>();
        for (Advice.Change change : advice.changes()) {
            if (!change.formulaOnly() && words.size() < MOST_WAYS) {
                Message way = Message.of(
                        change.to() instanceof BigFraction ? "report.way" : "report.way-category",
                        change.measure().label(),
                        figure(change.measure(), change.from()),
                        figure(change.measure(), change.to()),
                        change.total(),
                        change.grade().label());
                words.add(Paragraph.say(way, run.lang()));
            }
        }
        if (!advice.searched() && advice.next() != null) {
            advice.obstacles().forEach(each -> words.add(each.in(run.lang())));
        }
        return words.isEmpty() && advice.next() != null
                ? run.say("ways.none", advice.next().label())
                : String.join(
                        run.say("joiner"), words.stream().map(Object::toString).toList());
    }

    private static Object figure(Measure measure, Object value) {
        return value instanceof BigFraction ? measure.quantity((BigFraction) value) : value;
    }

    /** Returns the indicators with the most points still to be had. */
    private String room() {
        List<NodeScore> leaves = new ArrayList<>();
        score.rubric().of().forEach(node -> leaves(node, leaves));
        leaves.sort(Comparator.comparing(ScoreSheet::lost).reversed());
        List<Object> words = new ArrayList<>();
        for (NodeScore leaf : leaves.subList(0, Math.min(MOST_ROOM, leaves.size()))) {
            if (lost(leaf).signum() > 0) {
                words.add(run.say("room.one", leaf.node().label(), lost(leaf)));
            }
        }
        return words.isEmpty() ? "" : run.say("list", words);
    }

    private static void leaves(NodeScore node, List<NodeScore> leaves) {
        if (node.of().isEmpty() && node.points() != null) {
            leaves.add(node);
        }
        node.of().forEach(child -> leaves(child, leaves));
    }

    private static BigFraction lost(NodeScore leaf) {
        return leaf.weight().subtract(leaf.counted());
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
                    marks(node.weight()),
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

    /** Returns full marks with the decimals that they are written with; where these are too many, rounded like points. */
    private Cell marks(BigFraction weight) {
        Cell rounded = run.points(weight);
        BigDecimal exact = Exact.decimal(weight);
        return exact.scale() > Standards.DECIMALS
                        || exact.scale() <= rounded.form().decimals()
                ? rounded
                : Cell.number(exact, Form.points(exact.scale()));
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
                marks(run.rules().fullMarks()),
                total(),
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
        row.add(marks(node.weight()));
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
