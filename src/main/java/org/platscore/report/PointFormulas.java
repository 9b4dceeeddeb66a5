package org.platscore.report;

import java.math.RoundingMode;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.intake.Subject;
import org.platscore.report.sheet.Spot;
import org.platscore.rules.Rounding;
import org.platscore.rules.RubricNode;
import org.platscore.scoring.NodeScore;

/** The formulas of one subject's row on 评分明细. */
final class PointFormulas {

    private final Model model;
    private final String page;
    private final Subject subject;
    private final Rounding rounding;
    private final Spreading spreading;
    private final GroupFormulas groups;

    PointFormulas(Model model, String page, Subject subject) {
        this.model = model;
        this.page = page;
        this.subject = subject;
        this.rounding = model.run().rules().rounding();
        this.spreading = model.workings().spreading();
        this.groups = spreading.formulas();
    }

    /** Returns whether the roster alone keeps a node from the subject. */
    boolean out(RubricNode node) {
        return groups.outAnywhere(node, subject);
    }

    /** Returns the formula of a node's points; null where a worksheet cannot say it. */
    @Nullable
    String points(RubricNode node) {
        Spot raw = spreading.raw(node, subject);
        if (raw != null) {
            Spot factor = spreading.factorAt(node, subject);
            String spread = raw.from(page) + (factor == null ? "" : "*" + factor.from(page));
            return CellFormula.orMissing(rounded(spread));
        }
        if (node instanceof RubricNode.Leaf) {
            RubricNode.Leaf leaf = (RubricNode.Leaf) node;
            String points = rounded(model.formula(leaf, subject));
            return model.fallible(leaf) ? CellFormula.orMissing(points) : points;
        }
        RubricNode.Group group = (RubricNode.Group) node;
        String whole = groups.ofWritten(group, subject, null, page);
        boolean plain = group.combine() == RubricNode.Combine.SUM && !spreading.watched(group);
        String points = plain ? CellFormula.sum(whole, rounding.indicator()) : rounded(whole);
        return groups.fallible(group) ? CellFormula.orMissing(points) : points;
    }

    /** Returns whether points rounded by way of the decimals that a worksheet keeps are the same. */
    boolean steady(NodeScore score) {
        BigFraction exact = score.exact();
        if (exact == null || rounding.indicator() == Rounding.NONE) {
            return true;
        }
        BigFraction kept = Exact.round(exact, Math.max(CellFormula.STEADY, rounding.indicator()), RoundingMode.HALF_UP);
        return kept == exact || rounding.points(kept).compareTo(rounding.points(exact)) == 0;
    }

    private @Nullable String rounded(@Nullable String formula) {
        return CellFormula.rounded(formula, rounding.indicator(), rounding);
    }

    /** Returns the formula of the bounded sum of bonuses or deductions. */
    String sum(String kind) {
        List<RubricNode.Leaf> leaves = kind.equals(PointsPage.BONUS)
                ? model.run().rules().bonuses()
                : model.run().rules().deductions();
        String sum = "SUM("
                + Spot.joined(
                        leaves.stream()
                                .map(leaf -> model.points(leaf.id(), subject))
                                .toList(),
                        page) + ")";
        String limit = model.rules().named(kind + "-limit");
        return "ROUND(" + (limit == null ? sum : "MIN(" + limit + "," + sum + ")") + ",9)";
    }

    /** Returns the formula of the total; null where a worksheet cannot say it. */
    @Nullable
    String total() {
        RubricNode.Group head = model.run().rules().rubric();
        String points = groups.ofWritten(head, subject, null, page);
        if (!model.run().rules().bonuses().isEmpty()) {
            points += "+" + model.points(PointsPage.BONUS, subject).from(page);
        }
        if (!model.run().rules().deductions().isEmpty()) {
            points += "-" + model.points(PointsPage.DEDUCTION, subject).from(page);
        }
        String limit = model.rules().named("total-limit");
        String bounded = "MAX(0," + points + ")";
        String whole = limit == null ? bounded : "MIN(" + limit + "," + bounded + ")";
        boolean exact = rounding.mode() == RoundingMode.HALF_EVEN
                && head.combine() == RubricNode.Combine.SUM
                && rounding.indicator() != Rounding.NONE
                && rounding.indicator() <= rounding.total()
                && !spreading.watched(head);
        String total = exact
                ? CellFormula.sum(whole, rounding.total())
                : CellFormula.rounded(whole, rounding.total(), rounding);
        return groups.fallible(head) ? CellFormula.orMissing(total) : total;
    }
}
