package org.platscore.report;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.report.data.Attributes;
import org.platscore.report.data.Grades;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Page;
import org.platscore.report.sheet.Spot;
import org.platscore.report.sheet.Table;
import org.platscore.report.sheet.Tone;
import org.platscore.rules.Grade;
import org.platscore.rules.Measure;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Veto;
import org.platscore.rules.formula.Formula;
import org.platscore.rules.reward.Rewards;
import org.platscore.rules.words.Paragraph;
import org.platscore.rules.words.RulesWording;

/** 评分细则: the rules as tables: the rubric, standards, vetoes, grades, rewards. Formulas of other pages refer to its numbers. */
final class RulesPage {

    private static final int WEIGHT = 2;
    /** After more rows of the rubric, the standards begin on a sheet of paper of their own. */
    private static final int MOST_BEFORE = 15;

    private final Run run;
    private final RulesWording wording;
    private final String name;
    private final RuleCells cells = new RuleCells();
    private final List<Table> tables = new ArrayList<>();
    private final List<Set<Integer>> cuts;
    private Spot first = new Spot("", 0, 0);

    RulesPage(Run run) {
        this(run, new RulesPage(run, List.of()).page().cuts());
    }

    /** @param cuts by table, the rows above which the head is written again; empty where they are not known yet */
    private RulesPage(Run run, List<Set<Integer>> cuts) {
        this.run = run;
        this.wording = new RulesWording(run.rules());
        this.cuts = cuts;
        this.name = run.say("sheet.rules");
        tables.add(rubric());
        tables.add(standards());
        if (!run.rules().vetoes().isEmpty()) {
            tables.add(vetoes());
        }
        if (!run.rules().grades().isEmpty()) {
            tables.add(grades());
        }
        Rewards rewards = run.rules().rewards();
        if (rewards != null) {
            tables.add(RewardRulesTable.of(run, rewards, cells, this::firstRow));
        }
    }

    /** Returns where the numbers stand. */
    RuleCells cells() {
        return cells;
    }

    /** Returns the first cell of the body of the table that comes next. */
    private Spot firstRow(Table next) {
        return new Spot(name, Page.firstBodyRow(false, tables, next), 0);
    }

    /** Returns the rows of the table that comes next. */
    private List<List<Cell>> body() {
        return new HeadedRows(tables.size() < cuts.size() ? cuts.get(tables.size()) : Set.of());
    }

    private Spot spot(Spot first, List<List<Cell>> above, int column) {
        return new Spot(name, first.row() + above.size(), column);
    }

    Page page() {
        return new Page(
                name,
                "9DC3E6",
                run.say("title.rules", run.subjectMatter()),
                run.period(),
                run.say("unit.points"),
                "",
                tables,
                List.of(),
                run.paper(false, 2));
    }

    private Table rubric() {
        List<Column> columns = List.of(
                Column.of(run.say("head.id")).wide(8),
                Column.of(run.say("head.indicator")).exactly(24),
                Column.of(run.say("head.weight")).wide(10),
                Column.of(run.say("head.measure")).exactly(24),
                Column.of(run.say("head.method")).exactly(40),
                Column.of(run.say("head.for")).exactly(20));
        List<List<Cell>> body = body();
        first = firstRow(Table.of(columns, body));
        run.rules().rubric().of().forEach(node -> node(node, body));
        extras(run.rules().bonuses(), PointsPage.BONUS, run.rules().bonusLimit(), body);
        extras(run.rules().deductions(), PointsPage.DEDUCTION, run.rules().deductionLimit(), body);
        cells.put("full-marks", spot(first, body, WEIGHT));
        List<List<Cell>> sums = new ArrayList<>();
        sums.add(sum(
                "head.full-marks", run.rules().fullMarks(), combined(run.rules().rubric(), "head")));
        if (run.rules().totalLimit() != null) {
            cells.put("total-limit", spot(first, body, WEIGHT).below(1));
            sums.add(sum("head.total-limit", run.rules().totalLimit(), ""));
        }
        return Table.of(columns, body).summed(sums);
    }

    private List<Cell> sum(String key, BigFraction number, String method) {
        List<Cell> sum = List.of(
                Cell.empty(),
                Cell.centred(run.say(key)),
                weight(number),
                Cell.empty(),
                Cell.text(method),
                Cell.empty());
        return sum.stream().map(cell -> cell.on(Tone.SUM)).toList();
    }

    private void node(RubricNode node, List<List<Cell>> body) {
        if (node instanceof RubricNode.Leaf) {
            leaf((RubricNode.Leaf) node, body);
            return;
        }
        RubricNode.Group group = (RubricNode.Group) node;
        cells.put(group, "weight", spot(first, body, WEIGHT));
        List<Cell> row = List.of(
                Cell.centred(group.id()),
                Cell.text(group.label()),
                weight(group.weight()),
                Cell.empty(),
                Cell.text(combined(group, "group")),
                applies(group));
        body.add(row.stream().map(cell -> cell.on(Tone.SUM)).toList());
        group.of().forEach(child -> node(child, body));
    }

    /** Returns how a group's points come of its children's. */
    private String combined(RubricNode.Group group, String kind) {
        String text = run.say("rules.combine." + group.combine().name().toLowerCase(Locale.ROOT));
        if (group.relative()) {
            text = run.say("rules.relative." + kind, text);
        }
        return group.atLeast() > 1 ? run.say("rules.at-least." + kind, text, group.atLeast()) : text;
    }

    private void extras(List<RubricNode.Leaf> leaves, String kind, @Nullable BigFraction limit, List<List<Cell>> body) {
        if (leaves.isEmpty()) {
            return;
        }
        if (limit != null) {
            cells.put(kind + "-limit", spot(first, body, WEIGHT));
        }
        List<Cell> row = List.of(
                Cell.empty(),
                Cell.text(run.say("head." + kind)),
                limit == null ? Cell.missing(run.say("rules.no-limit")) : weight(limit),
                Cell.empty(),
                Cell.text(limit == null ? "" : run.say("rules.extras-limit", limit)),
                Cell.empty());
        body.add(row.stream().map(cell -> cell.on(Tone.SUM)).toList());
        leaves.forEach(leaf -> leaf(leaf, body));
    }

    private void leaf(RubricNode.Leaf leaf, List<List<Cell>> body) {
        cells.put(leaf, "weight", spot(first, body, WEIGHT));
        body.add(List.of(
                Cell.centred(leaf.id()),
                Cell.text(leaf.label()),
                weight(leaf.weight()),
                leaf.measure() == null ? Cell.missing(run.say("rules.own-measures")) : measure(leaf.measure()),
                Cell.text(Paragraph.say(wording.method(leaf), run.lang())),
                applies(leaf)));
    }

    private Cell measure(String name) {
        Measure measure = run.rules().measure(name);
        return Cell.text(run.withUnit(measure.label(), measure.unit()));
    }

    private Cell applies(RubricNode node) {
        return Cell.text(
                node.appliesTo() == null
                        ? run.say("rules.all")
                        : node.appliesTo().sentence().in(run.lang()));
    }

    private static Cell weight(BigFraction weight) {
        return Standards.number(weight, Standards.DECIMALS);
    }

    private Table standards() {
        List<Column> columns = List.of(
                Column.of(run.say("head.id")),
                Column.of(run.say("head.indicator")),
                Column.of(run.say("head.scored")),
                Column.of(run.say("head.standard")),
                Column.of(run.say("head.when")),
                Column.of(run.say("head.value")),
                Column.of(run.say("head.unit")));
        Table empty = Table.of(columns, List.of()).captioned(run.say("caption.standards"));
        List<List<Cell>> body = body();
        Standards standards = new Standards(run, cells, firstRow(empty), body);
        leaves(run.rules().rubric(), standards);
        run.rules().bonuses().forEach(standards::add);
        run.rules().deductions().forEach(standards::add);
        Table table = Table.of(columns, body).captioned(run.say("caption.standards"));
        return tables.get(0).rows() > MOST_BEFORE ? table.onNewPaper() : table;
    }

    private static void leaves(RubricNode node, Standards standards) {
        if (node instanceof RubricNode.Leaf) {
            standards.add((RubricNode.Leaf) node);
        } else {
            ((RubricNode.Group) node).of().forEach(child -> leaves(child, standards));
        }
    }

    private Table vetoes() {
        List<Column> columns = List.of(
                Column.of(run.say("head.id")),
                Column.of(run.say("head.veto")),
                Column.of(run.say("head.grade")),
                Column.of(run.say("head.effect")),
                Column.of(run.say("head.condition")));
        List<List<Cell>> body = body();
        for (Veto veto : run.rules().vetoes()) {
            String effect = veto.out()
                    ? run.say("rules.veto-out")
                    : run.say(veto.grade() != null ? "rules.veto-grade" : "rules.veto-best");
            String grade = label(veto.grade() != null ? veto.grade() : veto.atBest());
            body.add(List.of(
                    Cell.centred(veto.id()),
                    Cell.text(veto.label()),
                    grade.isEmpty() ? Cell.missing("") : Cell.centred(grade),
                    Cell.text(effect),
                    Cell.text(words(veto.when()))));
        }
        return Table.of(columns, body).captioned(run.say("caption.vetoes"));
    }

    private String label(@Nullable String grade) {
        return run.rules().grades().stream()
                .filter(each -> each.id().equals(grade))
                .map(Grade::label)
                .findFirst()
                .orElse("");
    }

    private Table grades() {
        List<Column> columns = List.of(
                Column.of(run.say("head.id")),
                Column.of(run.say("head.grade")),
                Column.of(run.say("head.min")),
                Column.of(run.say("head.quota")),
                Column.of(run.say("head.requires")),
                Column.of(run.say("head.count")));
        List<List<Cell>> body = body();
        int place = 0;
        for (Grade grade : run.rules().grades()) {
            body.add(List.of(
                    Cell.centred(grade.id()),
                    Cell.centred(grade.label())
                            .on(Tone.ofGrade(place++, run.rules().grades().size())),
                    grade.min() == null ? Cell.missing(run.say("rules.no-min")) : weight(grade.min()),
                    quota(grade),
                    grade.requires() == null
                            ? Cell.missing(run.say("rules.no-condition"))
                            : Cell.text(words(grade.requires())),
                    Cell.order(Grades.count(run.result(), grade))));
        }
        return Table.of(columns, body).captioned(run.say("caption.grades"));
    }

    private Cell quota(Grade grade) {
        List<String> words = new ArrayList<>();
        Grade.Quota quota = grade.atMost();
        if (quota != null) {
            String limit = run.say("rules.at-most", limit(quota.limit()));
            if (quota.limit().share()) {
                String rounding = quota.rounding() == RoundingMode.DOWN
                        ? "down"
                        : quota.rounding() == RoundingMode.UP ? "up" : "nearest";
                limit += run.say("rules.round." + rounding);
            }
            words.add(limit);
            if (quota.atLeast() > 0) {
                words.add(run.say("rules.at-least", quota.atLeast()));
            }
            if (quota.within() != null) {
                words.add(run.say("rules.within", Attributes.label(run.rules(), quota.within())));
            }
        }
        if (grade.top() != null) {
            words.add(run.say("rules.top", limit(grade.top())));
        }
        return words.isEmpty()
                ? Cell.missing(run.say("rules.no-quota"))
                : Cell.text(String.join(run.say("joiner"), words));
    }

    private static String limit(Grade.Limit limit) {
        return limit.share() ? Exact.plain(limit.number().multiply(100)) + "%" : Exact.plain(limit.number());
    }

    private String words(Formula formula) {
        return Paragraph.say(wording.formula(formula, null), run.lang());
    }
}
