package org.platscore.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.platscore.grading.Standing;
import org.platscore.intake.Subject;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Page;
import org.platscore.report.sheet.Spot;
import org.platscore.report.sheet.Table;
import org.platscore.report.sheet.Tone;
import org.platscore.rules.RubricNode;
import org.platscore.scoring.NodeScore;
import org.platscore.scoring.SubjectScore;

/** 评分明细: the points of every subject at every indicator, with the groups' sums, as formulas on data and rules. */
final class PointsPage {

    static final String BONUS = "bonus";
    static final String DEDUCTION = "deduction";
    static final String TOTAL = "total";

    private final Model model;
    private final Run run;
    private final String name;
    private final List<Column> columns = new ArrayList<>();
    private final Map<String, RubricNode> nodes = new LinkedHashMap<>();
    private final Map<String, Spot> spots = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final int firstRow;

    PointsPage(Model model) {
        this.model = model;
        this.run = model.run();
        this.name = run.say("sheet.points");
        columns();
        firstRow = Page.firstBodyRow(false, Table.of(columns, List.of()));
    }

    private void columns() {
        columns.add(Column.of(run.say("head.rank")));
        columns.add(Column.of(run.say("head.id")));
        columns.add(Column.of(run.say("head.name", run.rules().subject())).wide(20));
        for (RubricNode node : run.rules().rubric().of()) {
            node(node, "");
        }
        extras(run.rules().bonuses(), BONUS);
        extras(run.rules().deductions(), DEDUCTION);
        add(
                TOTAL,
                Column.of(run.say("head.total"), run.marks(run.rules().fullMarks()))
                        .wide(8)
                        .bars(run.rules().fullMarks().doubleValue()));
        columns.add(Column.of(run.say("head.grade")));
    }

    private void add(String id, Column column) {
        spots.put(id, new Spot(name, 0, columns.size()));
        ids.add(id);
        columns.add(column);
    }

    /** Adds the columns of an indicator, or of a group: its children's, then its own sum. */
    private void node(RubricNode node, String upper) {
        String marks = run.marks(node);
        nodes.put(node.id(), node);
        if (node instanceof RubricNode.Group) {
            String own = upper.isEmpty() ? run.say("head.group", node.label(), marks) : upper;
            ((RubricNode.Group) node).of().forEach(child -> node(child, own));
            String label = upper.isEmpty() ? run.say("head.subtotal") : node.label();
            add(
                    node.id(),
                    Column.of(label, marks)
                            .under(own)
                            .lines(3)
                            .bars(run.rules().fullMarks(node).doubleValue()));
        } else {
            add(node.id(), Column.of(node.label(), marks).under(upper).lines(3));
        }
    }

    private void extras(List<RubricNode.Leaf> leaves, String kind) {
        String upper = run.say("head." + kind);
        for (RubricNode.Leaf leaf : leaves) {
            nodes.put(leaf.id(), leaf);
            add(
                    leaf.id(),
                    Column.of(leaf.label(), run.say("marks-limit", leaf.weight()))
                            .under(upper)
                            .lines(3));
        }
        if (!leaves.isEmpty()) {
            add(kind, Column.of(run.say("head.sum")).under(upper));
        }
    }

    /** Returns the columns of points by id, and of {@code bonus}, {@code deduction} and {@code total}. */
    Map<String, Spot> spots() {
        return spots;
    }

    /** Returns the index of the first subject's row. */
    int firstRow() {
        return firstRow;
    }

    Page page() {
        return new Page(
                name,
                "2E75B6",
                run.say("title.points", run.subjectMatter()),
                run.period(),
                run.say("unit.points"),
                "",
                List.of(Table.of(columns, new Rows<>(run.standings(), this::row))
                        .filtered()),
                List.of(
                        Page.Line.note(run.say("note.points")),
                        Page.Line.note(run.say("note.live")),
                        Page.Line.signature(run.say("sign.panel"))),
                run.paper(false, 3));
    }

    private List<Cell> row(Standing standing, int index, boolean live) {
        Subject subject = run.subject(standing);
        SubjectScore score = run.score(standing);
        Map<String, NodeScore> scores = model.nodes(standing);
        PointFormulas formulas = new PointFormulas(model, name, subject);
        boolean judged = score.rubric().status() != NodeScore.Status.EXCLUDED;
        List<Cell> row = new ArrayList<>();
        row.add(run.rank(standing));
        row.add(run.id(standing).to(run.say("sheet.results"), index));
        row.add(run.name(standing));
        for (String id : ids) {
            RubricNode node = nodes.get(id);
            if (node != null) {
                row.add(live ? points(scores.get(id), node, formulas, judged) : run.points(scores.get(id)));
            } else if (id.equals(TOTAL)) {
                boolean vetoed = score.veto() != null && score.veto().out();
                row.add(
                        vetoed || !live
                                ? run.total(score.total())
                                : run.given(run.total(score.total()), formulas.total()));
            } else {
                row.add(run.given(run.bounded(id.equals(BONUS) ? score.bonus() : score.deduction()), formulas.sum(id)));
            }
        }
        row.add(run.grade(standing));
        return row;
    }

    /** @param judged whether enough indicators are left to assess the subject; if not, its points stand without weights */
    private Cell points(@Nullable NodeScore score, RubricNode node, PointFormulas formulas, boolean judged) {
        Cell cell = run.points(score);
        if (!judged || formulas.out(node)) {
            return cell.value() instanceof String ? cell : cell.on(Tone.GIVEN).noting(run.say("given-unassessed"));
        }
        return run.given(cell, score == null || formulas.steady(score) ? formulas.points(node) : null);
    }
}
