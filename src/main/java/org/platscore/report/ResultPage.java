package org.platscore.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.grading.Standing;
import org.platscore.intake.Subject;
import org.platscore.report.data.Attributes;
import org.platscore.report.data.Grades;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Page;
import org.platscore.report.sheet.Spot;
import org.platscore.report.sheet.Table;
import org.platscore.report.sheet.Tone;
import org.platscore.reward.Allocation;
import org.platscore.reward.Award;
import org.platscore.rules.Grade;
import org.platscore.rules.Rounding;
import org.platscore.rules.RubricNode;
import org.platscore.scoring.NodeScore;
import org.platscore.scoring.SubjectScore;

/** 考核结果: who stands where, on one page. */
final class ResultPage {

    /** Up to this many subjects the table goes on a single sheet of paper. */
    private static final int ONE_PAGE = 60;

    /** The points of so many groups, or indicators in a rubric without groups, can still be read on a single sheet of paper. */
    private static final int MOST_GROUPS = 20;

    private final Model model;
    private final Run run;
    private final List<RubricNode> groups;
    private final boolean bonuses;
    private final boolean deductions;
    private final @Nullable String groupColumn;
    private final @Nullable Allocation allocation;

    private ResultPage(Model model) {
        this.model = model;
        this.run = model.run();
        List<RubricNode> top = run.rules().rubric().of();
        groups = top.size() <= MOST_GROUPS ? top : List.of();
        bonuses = !run.rules().bonuses().isEmpty();
        deductions = !run.rules().deductions().isEmpty();
        groupColumn = run.rules().groupColumn();
        allocation = run.result().allocation();
    }

    static Page of(Model model) {
        return new ResultPage(model).page();
    }

    private Page page() {
        Rows<Standing> body = new Rows<>(run.standings(), this::row);
        Table table = Table.of(columns(), body)
                .summed(allocation == null ? List.of(means()) : List.of(means(), sums()))
                .filtered();
        return new Page(
                run.say("sheet.results"),
                "1F4E79",
                run.say("title.results", run.subjectMatter()),
                run.period(),
                run.say(allocation == null ? "unit.points" : "unit.points-wan"),
                lead(),
                List.of(table),
                lines(),
                run.paper(body.size() <= ONE_PAGE, 3));
    }

    private List<Page.Line> lines() {
        List<Page.Line> lines = new ArrayList<>();
        lines.add(Page.Line.note(run.say("note.dash")));
        if (groups.isEmpty()) {
            lines.add(Page.Line.note(run.say("note.points-elsewhere", run.say("sheet.points"))));
        }
        for (Standing standing : run.standings()) {
            if (standing.decided() != null) {
                lines.add(Page.Line.note(run.say(
                        "note.decided-of",
                        run.subject(standing).id(),
                        run.subject(standing).name(),
                        standing.decided().computed().label(),
                        run.decision(standing))));
            }
        }
        if (!run.skipped().isEmpty()) {
            lines.add(Page.Line.note(run.skipped()));
        }
        lines.add(Page.Line.signature(run.say("sign.panel")));
        lines.add(Page.Line.signature(run.say("sign.office")));
        return lines;
    }

    /** Returns the result in one sentence. */
    private String lead() {
        List<Object> grades = new ArrayList<>();
        for (Grade grade : run.rules().grades()) {
            grades.add(run.say("lead.grade", grade.label(), Grades.count(run.result(), grade)));
        }
        int out = (int) run.standings().stream()
                .filter(standing -> standing.rank() == null)
                .count();
        if (out > 0) {
            grades.add(run.say("lead.out", out));
        }
        String all = run.say("lead.all", run.standings().size(), run.rules().subject());
        String sentence = grades.isEmpty() ? all : run.say("lead.grades", all, grades);
        return allocation == null
                ? run.say("lead.end", sentence)
                : run.say("lead.rewards", sentence, Run.wanText(allocation.allocated()));
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.of(run.say("head.rank")),
                Column.of(run.say("head.id")),
                Column.of(run.say("head.name", run.rules().subject())).wide(20)));
        if (groupColumn != null) {
            columns.add(Column.of(Attributes.label(run.rules(), groupColumn)));
        }
        for (RubricNode group : groups) {
            columns.add(Column.of(group.label(), run.marks(group)).under(run.say("head.points")));
        }
        if (bonuses) {
            columns.add(Column.of(run.say("head.bonus")).under(run.say("head.points")));
        }
        if (deductions) {
            columns.add(Column.of(run.say("head.deduction")).under(run.say("head.points")));
        }
        columns.add(Column.of(run.say("head.total"), run.marks(run.rules().fullMarks()))
                .wide(8));
        columns.add(Column.of(run.say("head.grade")).wide(8));
        if (allocation != null) {
            columns.add(Column.of(run.say("head.reward"), run.say("unit.wan")).wide(12));
        }
        return columns;
    }

    private List<Cell> row(Standing standing, int index, boolean live) {
        String detail = run.say("sheet.points");
        SubjectScore score = run.score(standing);
        Map<String, NodeScore> nodes = model.nodes(standing);
        List<Cell> row = new ArrayList<>();
        row.add(run.rank(standing));
        row.add(run.id(standing).to(detail, index)); // not the name: LibreOffice does not wrap a text with a link
        row.add(run.name(standing));
        if (groupColumn != null) {
            row.add(run.attribute(standing, groupColumn));
        }
        Subject subject = run.subject(standing);
        groups.forEach(group -> row.add(run.points(nodes.get(group.id()))
                .live(model.points(group.id(), subject).loose())));
        if (bonuses) {
            row.add(run.bounded(score.bonus())
                    .live(model.points(PointsPage.BONUS, subject).loose()));
        }
        if (deductions) {
            row.add(run.bounded(score.deduction())
                    .live(model.points(PointsPage.DEDUCTION, subject).loose()));
        }
        row.add(run.total(score.total())
                .live(model.points(PointsPage.TOTAL, subject).loose()));
        Cell grade = run.grade(standing);
        String veto =
                score.veto() == null ? "" : run.say("note.veto", score.veto().label());
        String note = standing.decided() == null
                ? veto
                : run.say("note.decided", standing.decided().computed().label(), run.decision(standing))
                        + (veto.isEmpty() ? "" : "\n" + veto);
        row.add(note.isEmpty() ? grade : grade.noting(note));
        Award award = run.award(standing);
        if (award != null) {
            RewardsPage rewards = model.rewardsPage();
            Spot paid = rewards == null ? null : rewards.amount(standing);
            Cell amount = Run.wan(award.amount()).live(paid == null ? null : paid.loose() + "/10000");
            boolean passedOver = rewards != null && rewards.passesOver(standing);
            row.add(passedOver ? amount.on(Tone.GIVEN).noting(run.say("given-unlisted")) : amount);
        }
        return row;
    }

    /** Returns the means over those assessed. */
    private List<Cell> means() {
        List<Standing> assessed = run.standings().stream()
                .filter(standing -> run.score(standing).assessed())
                .toList();
        List<Cell> row = lead(run.say("sum.mean"));
        for (RubricNode group : groups) {
            List<BigFraction> points = assessed.stream()
                    .map(standing -> model.nodes(standing).get(group.id()))
                    .filter(node -> node != null && node.points() != null)
                    .map(NodeScore::counted)
                    .toList();
            row.add(mean(points, false, group.id()));
        }
        if (bonuses) {
            row.add(mean(assessed.stream().map(each -> run.score(each).bonus()).toList(), false, PointsPage.BONUS));
        }
        if (deductions) {
            row.add(mean(
                    assessed.stream().map(each -> run.score(each).deduction()).toList(), false, PointsPage.DEDUCTION));
        }
        List<BigFraction> totals = new ArrayList<>();
        for (Standing standing : assessed) {
            BigFraction total = run.score(standing).total();
            if (total != null) {
                totals.add(total);
            }
        }
        row.add(mean(totals, true, PointsPage.TOTAL));
        row.add(Cell.empty());
        if (allocation != null) {
            row.add(Cell.empty());
        }
        return row.stream().map(Cell::onSum).toList();
    }

    private Cell mean(List<BigFraction> points, boolean total, String id) {
        int assessed = (int) run.standings().stream()
                .filter(standing -> run.score(standing).assessed())
                .count();
        if (assessed == 0) {
            return Cell.missing("");
        }
        Cell mean = points.isEmpty() ? Cell.missing("") : mean(Exact.sum(points).divide(points.size()), total);
        Spot first = model.points(id, run.subject(run.standings().get(0)));
        Rounding rounding = run.rules().rounding();
        String range = first.down(first.row() + assessed - 1);
        String formula = CellFormula.rounded(
                "AVERAGE(" + range + ")", total ? rounding.total() : rounding.indicator(), rounding);
        return run.given(mean, CellFormula.ofAny(range, formula));
    }

    private Cell mean(BigFraction mean, boolean total) {
        return total ? run.total(mean) : run.points(mean);
    }

    private List<Cell> sums() {
        List<Cell> row = lead(run.say("sum.all"));
        int numbers = groups.size() + (bonuses ? 1 : 0) + (deductions ? 1 : 0) + 2;
        for (int i = 0; i < numbers; i++) {
            row.add(Cell.empty());
        }
        if (allocation != null) {
            RewardsPage rewards = model.rewardsPage();
            row.add(Run.wan(allocation.allocated())
                    .live(rewards == null ? null : rewards.allocated().loose() + "/10000"));
        }
        return row.stream().map(cell -> cell.on(Tone.SUM)).toList();
    }

    private List<Cell> lead(String label) {
        List<Cell> row = new ArrayList<>(List.of(Cell.empty(), Cell.empty(), Cell.centred(label)));
        if (groupColumn != null) {
            row.add(Cell.empty());
        }
        return row;
    }
}
