package org.platscore.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.Subject;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Spot;
import org.platscore.rules.RubricNode;
import org.platscore.rules.scoring.Outcome;
import org.platscore.scoring.NodeScore;

/** The formulas of groups: which weights are left, by what they are multiplied, and what the children's points come to. */
final class GroupFormulas {

    private final Model model;
    private final Spreading spreading;
    private final Map<RubricNode, RubricNode.Group> above = new IdentityHashMap<>();
    /** Groups of which the roster keeps no part from anybody. */
    private final Set<RubricNode> unconditional = Collections.newSetFromMap(new IdentityHashMap<>());

    /** A figure, null for a dash, with its formula, null where it has none. */
    record Figure(@Nullable BigFraction number, Supplier<@Nullable String> formula) {
        static final Figure NONE = new Figure(null, () -> null);
    }

    GroupFormulas(Model model, Spreading spreading) {
        this.model = model;
        this.spreading = spreading;
        gather(model.run().rules().rubric());
    }

    /** Returns whether a node may come to be excluded by figures that change; by a condition on the roster does not count. */
    boolean fallible(RubricNode node) {
        if (node instanceof RubricNode.Leaf) {
            return model.fallible((RubricNode.Leaf) node);
        }
        RubricNode.Group group = (RubricNode.Group) node;
        long sure = group.of().stream()
                .filter(child -> child.appliesTo() == null && !fallible(child))
                .count();
        return sure < Math.max(1, group.atLeast());
    }

    /** Returns whether the roster alone keeps a node from a subject. */
    boolean out(RubricNode node, Subject subject) {
        if (node.appliesTo() != null && !node.appliesTo().holds(subject)) {
            return true;
        }
        return node instanceof RubricNode.Group
                && !unconditional.contains(node)
                && kept((RubricNode.Group) node, subject).size() < Math.max(1, ((RubricNode.Group) node).atLeast());
    }

    /** Returns whether the roster alone keeps a node, or a group above it, from a subject. */
    boolean outAnywhere(RubricNode node, Subject subject) {
        RubricNode.Group upper = above(node);
        return out(node, subject) || (upper != null && outAnywhere(upper, subject));
    }

    private List<RubricNode> kept(RubricNode.Group group, Subject subject) {
        return unconditional.contains(group)
                ? group.of()
                : group.of().stream().filter(child -> !out(child, subject)).toList();
    }

    private boolean excluded(RubricNode node, Subject subject) {
        NodeScore score = model.node(subject, node);
        return score == null || score.status() == NodeScore.Status.EXCLUDED;
    }

    /** Returns whether a node is out by itself, whatever becomes of the groups above it. */
    private boolean outItself(RubricNode node, Subject subject) {
        if (!excluded(node, subject)) {
            return false;
        }
        if (out(node, subject)) {
            return true;
        }
        return node instanceof RubricNode.Leaf
                ? written((RubricNode.Leaf) node, subject) == null
                : there((RubricNode.Group) node, subject).size() < Math.max(1, ((RubricNode.Group) node).atLeast());
    }

    private List<RubricNode> there(RubricNode.Group group, Subject subject) {
        return group.of().stream().filter(child -> !outItself(child, subject)).toList();
    }

    /** Returns an indicator's points of its written weight, also where only a group above it is excluded; else null. */
    private @Nullable BigFraction written(RubricNode.Leaf leaf, Subject subject) {
        BigFraction left = unspread(leaf, subject);
        if (left != null || !excludedAbove(leaf, subject)) {
            return left;
        }
        Outcome outcome = model.view().context(leaf, subject, leaf.measure()).outcome(leaf.measure(), leaf.method());
        return outcome.kind() == Outcome.Kind.SCORED ? outcome.points() : null;
    }

    /** Returns a node's points of its written weight; null where it is excluded. */
    private @Nullable BigFraction unspread(RubricNode node, Subject subject) {
        NodeScore score = model.node(subject, node);
        return score == null || score.exact() == null || score.weight().signum() == 0
                ? null
                : score.exact().multiply(node.weight()).divide(score.weight());
    }

    /** Returns whether a group has no cells: the roster keeps it from the subject, or the subject is not assessed. */
    private boolean blank(RubricNode.Group group, Subject subject) {
        return outAnywhere(group, subject)
                || (above(group) != null && excluded(model.run().rules().rubric(), subject));
    }

    /** Returns the written weights that are left in a group, whatever becomes of the groups above it. */
    Figure left(RubricNode.Group group, Subject subject) {
        if (blank(group, subject)) {
            return Figure.NONE;
        }
        BigFraction number = outItself(group, subject)
                ? null
                : there(group, subject).stream().map(RubricNode::weight).reduce(BigFraction.ZERO, BigFraction::add);
        return new Figure(number, () -> left(group, kept(group, subject), subject));
    }

    private String left(RubricNode.Group group, List<RubricNode> children, Subject subject) {
        List<String> weights = new ArrayList<>();
        List<String> counted = new ArrayList<>();
        int sure = 0;
        for (RubricNode child : children) {
            String weight = model.weight(child);
            if (fallible(child)) {
                String there = "ISNUMBER(" + judged(child, subject) + ")";
                weights.add("IF(" + there + "," + weight + ",0)");
                counted.add(there);
            } else {
                weights.add(weight);
                sure++;
            }
        }
        String sum = String.join("+", weights);
        int least = Math.max(1, group.atLeast());
        return sure >= least
                ? sum
                : "IF(" + (sure == 0 ? "0+" : sure + "+") + String.join("+", counted) + "<" + least + ",\"" + Cell.NONE
                        + "\"," + sum + ")";
    }

    /** What shows whether a child is there: an indicator's points, a group's weights left. */
    private String judged(RubricNode child, Subject subject) {
        Spot spot = child instanceof RubricNode.Group
                ? spreading.left((RubricNode.Group) child, subject)
                : spreading.raw(child, subject);
        return Objects.requireNonNull(spot).here();
    }

    private boolean excludedAbove(RubricNode node, Subject subject) {
        RubricNode.Group above = above(node);
        return above != null && (excluded(above, subject) || excludedAbove(above, subject));
    }

    /** Returns the group that a node stands in; null for the head, bonuses and deductions. */
    RubricNode.@Nullable Group above(RubricNode node) {
        return above.get(node);
    }

    private void gather(RubricNode.Group group) {
        boolean all = group.of().size() >= Math.max(1, group.atLeast());
        for (RubricNode child : group.of()) {
            above.put(child, group);
            if (child instanceof RubricNode.Group) {
                gather((RubricNode.Group) child);
            }
            all &= child.appliesTo() == null && (child instanceof RubricNode.Leaf || unconditional.contains(child));
        }
        if (all) {
            unconditional.add(group);
        }
    }

    /** Returns what the weights below a group are multiplied by. */
    Figure factor(RubricNode.Group group, Subject subject) {
        if (blank(group, subject)) {
            return Figure.NONE;
        }
        NodeScore score = model.node(subject, group);
        BigFraction number = null;
        BigFraction left = left(group, subject).number();
        if (score != null && !excluded(group, subject) && left != null) {
            number = score.weight().divide(left);
        }
        return new Figure(number, () -> {
            RubricNode.Group above = above(group);
            Spot upper = above == null ? null : spreading.factor(above, subject);
            String formula = (upper == null ? "" : upper.here() + "*") + model.weight(group) + "/"
                    + Objects.requireNonNull(spreading.left(group, subject)).here();
            return fallible(group) || upper != null ? CellFormula.orMissing(formula) : formula;
        });
    }

    /** Returns a child's points of its written weight; of a group only where it is left. */
    Figure raw(RubricNode child, RubricNode.Group group, Subject subject) {
        if (out(child, subject)
                || outAnywhere(group, subject)
                || excluded(model.run().rules().rubric(), subject)) {
            return Figure.NONE;
        }
        if (child instanceof RubricNode.Leaf) {
            RubricNode.Leaf leaf = (RubricNode.Leaf) child;
            return new Figure(written(leaf, subject), () -> leaf(leaf, subject));
        }
        return new Figure(
                unspread(child, subject),
                () -> ofWritten((RubricNode.Group) child, subject, spreading.factor(group, subject), page()));
    }

    private String page() {
        return model.run().say("sheet.workings");
    }

    /** Returns an indicator's points of its written weight; a dash where its method ends without any. */
    @Nullable
    String leaf(RubricNode.Leaf leaf, Subject subject) {
        String text = model.formula(leaf, subject);
        return model.fallible(leaf) ? CellFormula.orMissing(text) : text;
    }

    /**
     * Returns a group's points before rounding, of its written weight.
     *
     * @param upper what its weight is multiplied by; null where by nothing
     * @param page the sheet that the formula stands on
     */
    String ofWritten(RubricNode.Group group, Subject subject, @Nullable Spot upper, String page) {
        List<RubricNode> children = kept(group, subject);
        if (children.isEmpty()) {
            return CellFormula.UNSAYABLE;
        }
        String weight = model.weight(group);
        Spot own = spreading.left(group, subject);
        String left = own == null ? weight : own.from(page);
        String text;
        if (group.combine() == RubricNode.Combine.SUM) {
            String sum = sum(children, child -> model.points(child.id(), subject), page);
            String points = upper == null ? sum : sum + "/" + upper.from(page);
            text = spreading.watched(group)
                    ? "IF(ROUND(" + left + "-"
                            + sum(children, child -> Objects.requireNonNull(spreading.raw(child, subject)), page)
                            + ",9)<=0," + weight + "," + points + ")"
                    : points;
        } else {
            Spot factor = spreading.factor(group, subject);
            text = weight + "*" + share(group, children, subject, left, page)
                    + (factor == null ? "" : "/" + factor.from(page));
        }
        Spot asked = fallibleAbove(group) ? spreading.factor(group, subject) : fallible(group) ? own : null;
        return asked == null ? text : "IF(ISNUMBER(" + asked.from(page) + ")," + text + ",\"" + Cell.NONE + "\")";
    }

    /** Returns whether a group above a node may come to be excluded by figures that change. */
    private boolean fallibleAbove(RubricNode node) {
        RubricNode.Group upper = above(node);
        return upper != null && (fallible(upper) || fallibleAbove(upper));
    }

    /** Returns what the children's points make of the written weights; the group's factor is still to be divided out. */
    private String share(RubricNode.Group group, List<RubricNode> children, Subject subject, String left, String page) {
        List<String> parts = new ArrayList<>();
        for (RubricNode child : children) {
            String points = model.points(child.id(), subject).from(page);
            String weight = model.weight(child);
            String each = switch (group.combine()) {
                case GEOMETRIC -> "(" + points + "/" + weight + ")^(" + weight + "/" + left + ")";
                case HARMONIC -> weight + "^2/" + points;
                default -> points + "/" + weight;
            };
            String none = switch (group.combine()) {
                case GEOMETRIC -> "1";
                case MINIMUM -> "1E+99"; // a share of the written weight may be large where weights are relative
                default -> "0";
            };
            parts.add(fallible(child) ? "IF(ISNUMBER(" + points + ")," + each + "," + none + ")" : each);
        }
        return switch (group.combine()) {
            case GEOMETRIC -> String.join("*", parts);
            case HARMONIC -> "IFERROR(" + left + "/(" + String.join("+", parts) + "),0)";
            case MINIMUM -> "MIN(" + String.join(",", parts) + ")";
            default -> "MAX(" + String.join(",", parts) + ")";
        };
    }

    private static String sum(List<RubricNode> children, Function<RubricNode, Spot> cell, String page) {
        return "SUM(" + Spot.joined(children.stream().map(cell).toList(), page) + ")";
    }
}
