package org.platscore.report;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.grading.Standing;
import org.platscore.intake.Subject;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Form;
import org.platscore.report.sheet.Spot;
import org.platscore.report.sheet.Table;
import org.platscore.rules.Rounding;
import org.platscore.rules.RubricNode;

/**
 * A table of 计算底稿 with what a subject's weights are spread by: points of the written weights, the written weights of what is
 * left in each group, and the factor that they are multiplied by. Only groups in which something may be excluded, or whose
 * weights are relative, have columns.
 */
final class Spreading {

    private static final Form SHOWN = Form.points(4);

    private final Model model;
    private final Run run;
    private final String page;
    private final int firstRow;
    private final GroupFormulas formulas;
    private final List<Column> columns = new ArrayList<>();
    private final List<Figures> cells = new ArrayList<>();
    private final Map<RubricNode, Spot> raw = new IdentityHashMap<>();
    private final Map<RubricNode.Group, Spot> left = new IdentityHashMap<>();
    private final Map<RubricNode.Group, Spot> factor = new IdentityHashMap<>();

    /** Makes a cell of a column, with or without its formula. */
    private interface Figures {
        Cell of(Standing standing, Subject subject, boolean live);
    }

    Spreading(Model model, String page, int top) {
        this.model = model;
        this.run = model.run();
        this.page = page;
        this.firstRow = top + 2;
        this.formulas = new GroupFormulas(model, this);
        columns.add(Column.of(run.say("head.rank")));
        cells.add((standing, subject, live) -> run.rank(standing));
        columns.add(Column.of(run.say("head.id")));
        cells.add((standing, subject, live) -> run.id(standing));
        plan(run.rules().rubric(), null);
    }

    private void plan(RubricNode.Group group, @Nullable Spot above) {
        String label = group.id().isEmpty() ? run.say("head.total") : group.id() + " " + group.label();
        boolean spreads = spreads(group);
        Spot own = above;
        if (spreads) {
            left.put(group, add(run.say("workings.left", label), subject -> formulas.left(group, subject)));
            own = add(run.say("workings.factor", label), subject -> formulas.factor(group, subject));
            factor.put(group, own);
        } else if (above != null) {
            factor.put(group, above);
        }
        boolean wanted = own != null || finer(group);
        for (RubricNode child : group.of()) {
            if (wanted) {
                raw.put(
                        child,
                        add(
                                run.say("workings.raw", child.id(), child.label(), child.weight()),
                                subject -> formulas.raw(child, group, subject)));
            }
            if (child instanceof RubricNode.Group) {
                plan((RubricNode.Group) child, own);
            }
        }
    }

    private Spot add(String head, Function<Subject, GroupFormulas.Figure> figure) {
        Spot spot = new Spot(page, firstRow, columns.size());
        columns.add(Column.of(head).lines(3).wide(9));
        cells.add((standing, subject, live) -> cell(figure.apply(subject), live));
        return spot;
    }

    private static Cell cell(GroupFormulas.Figure figure, boolean live) {
        BigFraction number = figure.number();
        Cell cell = number == null ? Cell.missing("") : Cell.number(Exact.decimal(number), SHOWN);
        return live ? cell.live(CellFormula.sayable(figure.formula().get())) : cell;
    }

    /** Returns whether a group's weights may have to be shared out anew. */
    private boolean spreads(RubricNode.Group group) {
        BigFraction sum = group.of().stream().map(RubricNode::weight).reduce(BigFraction.ZERO, BigFraction::add);
        return sum.compareTo(group.weight()) != 0
                || group.of().stream().anyMatch(child -> child.appliesTo() != null || formulas.fallible(child));
    }

    /** Returns whether a child's full marks have more decimals than points are rounded to. */
    private boolean finer(RubricNode.Group group) {
        int decimals = run.rules().rounding().indicator();
        return group.combine() == RubricNode.Combine.SUM
                && decimals != Rounding.NONE
                && group.of().stream().anyMatch(child -> Model.decimals(child.weight()) > decimals);
    }

    /** Returns whether a group's sum must be watched for full marks, which its children's rounded points may miss. */
    boolean watched(RubricNode.Group group) {
        return group.combine() == RubricNode.Combine.SUM
                && run.rules().rounding().indicator() != Rounding.NONE
                && (factor.containsKey(group) || finer(group));
    }

    /** Returns a subject's cell with a node's points of the written weight; null where the node needs none. */
    @Nullable
    Spot raw(RubricNode node, Subject subject) {
        return inRow(raw.get(node), subject);
    }

    /** Returns a subject's cell with the written weights that are left in a group; null where all always are. */
    @Nullable
    Spot left(RubricNode.Group group, Subject subject) {
        return inRow(left.get(group), subject);
    }

    /** Returns a subject's cell with what the weights below a group are multiplied by; null where it is always 1. */
    @Nullable
    Spot factor(RubricNode.Group group, Subject subject) {
        return inRow(factor.get(group), subject);
    }

    /** Returns a subject's cell with what a node's points of its written weight are multiplied by; null where by nothing. */
    @Nullable
    Spot factorAt(RubricNode node, Subject subject) {
        RubricNode.Group above = formulas.above(node);
        return above == null ? null : factor(above, subject);
    }

    private @Nullable Spot inRow(@Nullable Spot first, Subject subject) {
        return first == null ? null : first.inRow(firstRow + model.row(subject));
    }

    GroupFormulas formulas() {
        return formulas;
    }

    /** Returns whether there is a table. */
    boolean needed() {
        return columns.size() > 2;
    }

    Optional<Table> table() {
        if (!needed()) {
            return Optional.empty();
        }
        Rows<Standing> body = new Rows<>(
                run.standings(),
                (standing, at, live) -> cells.stream()
                        .map(cell -> cell.of(standing, run.subject(standing), live))
                        .toList());
        return Optional.of(Table.of(columns, body).captioned(run.say("workings.weights")));
    }
}
