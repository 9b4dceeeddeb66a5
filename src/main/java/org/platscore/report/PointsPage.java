package org.platscore.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.platscore.grading.Standing;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Page;
import org.platscore.report.sheet.Table;
import org.platscore.rules.RubricNode;
import org.platscore.scoring.NodeScore;
import org.platscore.scoring.SubjectScore;

/** 评分明细: the points of every subject at every indicator, with the groups' sums. */
final class PointsPage {

    private final Run run;
    private final List<Column> columns = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();

    private PointsPage(Run run) {
        this.run = run;
    }

    static Page of(Run run) {
        return new PointsPage(run).page();
    }

    private Page page() {
        columns.add(Column.of(run.say("head.rank")));
        columns.add(Column.of(run.say("head.id")));
        columns.add(Column.of(run.say("head.name", run.rules().subject())).wide(20));
        for (RubricNode node : run.rules().rubric().of()) {
            node(node, "");
        }
        extras(run.rules().bonuses(), "head.bonus");
        extras(run.rules().deductions(), "head.deduction");
        columns.add(Column.of(run.say("head.total"), run.marks(run.rules().fullMarks()))
                .wide(8)
                .bars(run.rules().fullMarks().doubleValue()));
        columns.add(Column.of(run.say("head.grade")));
        List<List<Cell>> body = new ArrayList<>();
        for (Standing standing : run.standings()) {
            body.add(row(standing, body.size()));
        }
        return new Page(
                run.say("sheet.points"),
                "2E75B6",
                run.say("title.points", run.subjectMatter()),
                run.period(),
                run.say("unit.points"),
                "",
                List.of(Table.of(columns, body).filtered()),
                List.of(Page.Line.note(run.say("note.points")), Page.Line.signature(run.say("sign.panel"))),
                run.paper(false, 3));
    }

    /** Adds the columns of an indicator, or of a group: its children's, then its own sum. */
    private void node(RubricNode node, String upper) {
        String marks = run.marks(node.weight());
        if (node instanceof RubricNode.Group) {
            String own = upper.isEmpty() ? run.say("head.group", node.label(), marks) : upper;
            ((RubricNode.Group) node).of().forEach(child -> node(child, own));
            String label = upper.isEmpty() ? run.say("head.subtotal") : node.label();
            columns.add(Column.of(label, marks)
                    .under(own)
                    .lines(3)
                    .bars(node.weight().doubleValue()));
        } else {
            columns.add(Column.of(node.label(), marks).under(upper).lines(3));
        }
        ids.add(node.id());
    }

    private void extras(List<RubricNode.Leaf> leaves, String key) {
        for (RubricNode.Leaf leaf : leaves) {
            columns.add(Column.of(leaf.label(), run.say("marks-limit", leaf.weight()))
                    .under(run.say(key))
                    .lines(3));
            ids.add(leaf.id());
        }
        if (!leaves.isEmpty()) {
            columns.add(Column.of(run.say("head.sum")).under(run.say(key)));
        }
    }

    private List<Cell> row(Standing standing, int index) {
        SubjectScore score = run.score(standing);
        Map<String, NodeScore> nodes = run.nodes(standing);
        int bonuses = run.rules().bonuses().size();
        int deductions = run.rules().deductions().size();
        int inRubric = ids.size() - bonuses - deductions;
        List<Cell> row = new ArrayList<>();
        row.add(run.rank(standing));
        row.add(run.id(standing).to(run.say("sheet.results"), index));
        row.add(run.name(standing));
        for (int i = 0; i < ids.size(); i++) {
            row.add(run.points(nodes.get(ids.get(i))));
            if (bonuses > 0 && i == inRubric + bonuses - 1) {
                row.add(run.points(score.bonus()));
            }
            if (deductions > 0 && i == ids.size() - 1) {
                row.add(run.points(score.deduction()));
            }
        }
        row.add(run.total(score.total()));
        row.add(run.grade(standing));
        return row;
    }
}
