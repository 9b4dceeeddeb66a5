package org.platscore.scoring;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Severity;
import org.platscore.intake.Subject;
import org.platscore.rules.RubricNode;
import org.platscore.rules.condition.Condition;
import org.platscore.rules.scoring.Outcome;

/**
 * Scores one tree of nodes for subject after subject: first each indicator in points of its written weight and what is excluded,
 * from the leaves up; then the weights, from the top down; then the points.
 */
final class RubricScoring {

    private final RubricNode root;
    private final Field field;
    private final Findings findings;
    private final Map<RubricNode.Leaf, LeafPeers> peers;
    /** What nodes came to in trials before; null where this is none. */
    private final @Nullable TrialMemory memory;
    /** The nodes that a trial touches, by identity: with a memory, the others are not judged again. */
    private final Set<RubricNode> touched;

    /** The root is the head of the rubric, or a bonus or deduction. */
    RubricScoring(RubricNode root, Field field, Findings findings) {
        this(root, field, findings, LeafPeers.below(root, field), null, Set.of());
    }

    private RubricScoring(
            RubricNode root,
            Field field,
            Findings findings,
            Map<RubricNode.Leaf, LeafPeers> peers,
            @Nullable TrialMemory memory,
            Set<RubricNode> touched) {
        this.root = root;
        this.field = field;
        this.findings = findings;
        this.peers = peers;
        this.memory = memory;
        this.touched = touched;
    }

    /** Returns the same with a memory for trials. */
    RubricScoring forTrials() {
        return new RubricScoring(root, field, findings, peers, new TrialMemory(root, field.subjects.size()), touched);
    }

    /** Scores with other values of one subject, none of which it or anybody is compared by: the peers stay what they are. */
    RubricScoring with(Field other, Set<RubricNode> nodes, Findings told) {
        return new RubricScoring(root, other, told, peers, memory, nodes);
    }

    /** Scores with other values of one subject, by which others may be compared. */
    RubricScoring among(Field other, Set<RubricNode> nodes, Findings told) {
        return new RubricScoring(root, other, told, LeafPeers.below(root, other), memory, nodes);
    }

    NodeScore score(Subject subject) {
        Judged judged = judge(root, subject, null, null);
        if (judged.excluded() && !judged.left().isEmpty()) {
            return tooFew(judged, subject);
        }
        return settle(judged, root.weight(), subject);
    }

    /** Too few parts of the head: the subject is not assessed, but what there is still explains itself. */
    private NodeScore tooFew(Judged head, Subject subject) {
        return new NodeScore(
                root,
                BigFraction.ZERO,
                null,
                null,
                null,
                NodeScore.Status.EXCLUDED,
                head.reason(),
                children(head, root.weight(), subject));
    }

    /** Judges a node in a trial, unless what it looks at is as it was. */
    private Judged judge(RubricNode node, Subject subject, @Nullable Message out, @Nullable Message unsure) {
        if (memory == null || out != null || unsure != null || touched.contains(node)) {
            return judged(node, subject, out, unsure);
        }
        Judged known = memory.untouched(node, subject);
        if (known == null) {
            known = judged(node, subject, null, null);
            memory.untouched(subject, known);
        }
        return known;
    }

    /**
     * Judges a node.
     *
     * @param out why a group above is out; null where none is
     * @param unsure why it is not known yet whether a group above applies; null where it is
     */
    private Judged judged(RubricNode node, Subject subject, @Nullable Message out, @Nullable Message unsure) {
        Condition condition = node.appliesTo();
        Message reason = out;
        Message open = unsure;
        if (reason == null && condition != null) {
            if (open == null && asksOpenColumns(condition, subject)) {
                open = Message.of("scoring.pending", condition.sentence());
            } else if (!condition.holds(subject)) {
                reason = Message.of("scoring.not-for", condition.sentence());
            }
        }
        return node instanceof RubricNode.Leaf
                ? judgeLeaf((RubricNode.Leaf) node, subject, reason, open)
                : judgeGroup((RubricNode.Group) node, subject, reason, open);
    }

    private boolean asksOpenColumns(Condition condition, Subject subject) {
        boolean[] asked = {false};
        condition.holds(column -> {
            asked[0] |= field.open.columns().contains(column);
            return subject.cell(column);
        });
        return asked[0];
    }

    private Judged judgeLeaf(RubricNode.Leaf leaf, Subject subject, @Nullable Message out, @Nullable Message unsure) {
        if (memory == null || out != null || unsure != null) {
            return judgeLeaf(leaf, subject, out, unsure, new LinkedHashSet<>());
        }
        Judged before = memory.leaf(leaf, subject, field);
        if (before != null) {
            return before;
        }
        field.noteReads();
        Set<Outcome> troubles = new LinkedHashSet<>();
        Judged judged = judgeLeaf(leaf, subject, null, null, troubles);
        Field.Reads reads = field.noted();
        if (troubles.isEmpty() && judged.status() != NodeScore.Status.MISSING) {
            memory.leaf(subject, judged, field, reads);
        }
        return judged;
    }

    /** @param troubles takes what there is to be told of the leaf */
    private Judged judgeLeaf(
            RubricNode.Leaf leaf,
            Subject subject,
            @Nullable Message out,
            @Nullable Message unsure,
            Set<Outcome> troubles) {
        Object value = leaf.measure() == null ? null : field.value(subject, leaf.measure());
        if (out != null) {
            return new Judged(leaf, NodeScore.Status.EXCLUDED, BigFraction.ZERO, value, out, List.of());
        }
        if (unsure != null) {
            return new Judged(leaf, NodeScore.Status.PENDING, BigFraction.ZERO, null, unsure, List.of());
        }
        LeafContext context = new LeafContext(
                field, Objects.requireNonNull(peers.get(leaf)), leaf, subject, leaf.measure(), troubles, null);
        Outcome outcome = context.outcome(leaf.method());
        for (Outcome trouble : troubles) {
            tell(trouble, leaf, subject);
        }
        for (String asked : outcome.asked()) {
            tellMissing(asked, leaf, subject);
        }
        NodeScore.Status status = switch (outcome.kind()) {
            case SCORED -> NodeScore.Status.SCORED;
            case MISSING -> NodeScore.Status.MISSING;
            case PENDING -> NodeScore.Status.PENDING;
            case EXCLUDED, BAD_BENCHMARK, NO_CASE -> NodeScore.Status.EXCLUDED;
        };
        boolean open = status == NodeScore.Status.PENDING
                && leaf.measure() != null
                && field.open.measure(subject.index(), leaf.measure());
        return new Judged(leaf, status, outcome.points(), open ? null : value, outcome.reason(), List.of());
    }

    /** Returns what a leaf's points of a subject were measured against; null where the leaf is none of this rubric's. */
    @Nullable
    Basis basis(RubricNode.Leaf leaf, Subject subject) {
        LeafPeers own = peers.get(leaf);
        if (own == null) {
            return null;
        }
        BasisLog log = new BasisLog();
        new LeafContext(field, own, leaf, subject, leaf.measure(), new LinkedHashSet<>(), log).outcome(leaf.method());
        return log.basis();
    }

    private Judged judgeGroup(
            RubricNode.Group group, Subject subject, @Nullable Message out, @Nullable Message unsure) {
        Message below = out == null ? null : Message.of("scoring.group.out", group.label());
        List<Judged> children = new ArrayList<>();
        int left = 0;
        for (RubricNode node : group.of()) {
            Judged child = judge(node, subject, below, unsure);
            children.add(child);
            left += child.excluded() ? 0 : 1;
        }
        Message reason = out;
        if (reason == null && left == 0) {
            reason = Message.of("scoring.group.none");
        } else if (reason == null && left < group.atLeast()) {
            reason = Message.of("scoring.group.too-few", left, group.atLeast());
        }
        NodeScore.Status status = reason == null ? NodeScore.Status.SCORED : NodeScore.Status.EXCLUDED;
        Judged judged = new Judged(
                group,
                status,
                BigFraction.ZERO,
                null,
                reason == null ? Message.of("scoring.group.none") : reason,
                children);
        return memory == null || out != null || unsure != null ? judged : memory.group(subject.index(), judged);
    }

    private NodeScore settle(Judged judged, BigFraction weight, Subject subject) {
        NodeScore known = memory == null ? null : memory.settled(subject.index(), judged, weight);
        if (known != null) {
            return known;
        }
        NodeScore score = settled(judged, weight, subject);
        if (memory != null) {
            memory.settled(subject.index(), judged, weight, score);
        }
        return score;
    }

    private NodeScore settled(Judged judged, BigFraction weight, Subject subject) {
        if (judged.excluded()) {
            return judged.out(judged.reason());
        }
        RubricNode node = judged.node();
        if (node instanceof RubricNode.Group) {
            List<NodeScore> children = children(judged, weight, subject);
            List<NodeScore> left = new ArrayList<>();
            boolean pending = false;
            for (NodeScore child : children) {
                if (child.status() != NodeScore.Status.EXCLUDED) {
                    left.add(child);
                    pending |= child.pending();
                }
            }
            if (pending) {
                return soFar(judged, weight, left, children);
            }
            Combination combination = Combination.of(((RubricNode.Group) node).combine(), weight, left);
            return scored(judged, weight, combination.points(), combination.reason(), children);
        }
        if (judged.pending()) {
            return new NodeScore(node, weight, null, null, judged.value(), judged.status(), judged.reason(), List.of());
        }
        boolean asWritten = Exact.compare(weight, node.weight()) == 0;
        BigFraction exact =
                asWritten ? judged.points() : judged.points().multiply(weight).divide(node.weight());
        Message reason = asWritten || judged.status() == NodeScore.Status.MISSING
                ? judged.reason()
                : Message.of("scoring.spread", judged.reason(), node.weight(), weight, exact);
        return scored(judged, weight, exact, reason, List.of());
    }

    /** A group of which something is pending: the points of a sum are those of its other parts, others have none yet. */
    private NodeScore soFar(Judged group, BigFraction weight, List<NodeScore> left, List<NodeScore> children) {
        boolean sum = ((RubricNode.Group) group.node()).combine() == RubricNode.Combine.SUM;
        BigFraction points = Combination.counted(left);
        boolean none = !sum || left.stream().allMatch(child -> child.points() == null);
        return new NodeScore(
                group.node(),
                weight,
                none ? null : points,
                none ? null : points,
                null,
                NodeScore.Status.PENDING,
                Message.of("scoring.group.pending", points),
                children);
    }

    private NodeScore scored(
            Judged judged, BigFraction weight, BigFraction exact, Message reason, List<NodeScore> children) {
        boolean head = judged.node().id().isEmpty();
        BigFraction points = head ? exact : field.rules.rounding().points(exact);
        return new NodeScore(judged.node(), weight, exact, points, judged.value(), judged.status(), reason, children);
    }

    /** The weight is shared out among the children left, in proportion to their written weights. */
    private List<NodeScore> children(Judged group, BigFraction weight, Subject subject) {
        List<BigFraction> weights = new ArrayList<>();
        for (Judged child : group.left()) {
            weights.add(child.node().weight());
        }
        BigFraction written = Exact.sum(weights);
        boolean asWritten = Exact.compare(written, weight) == 0;
        List<NodeScore> scores = new ArrayList<>();
        for (Judged child : group.of()) {
            BigFraction own = child.node().weight();
            scores.add(
                    child.excluded()
                            ? child.out(child.reason())
                            : settle(
                                    child,
                                    asWritten ? own : weight.multiply(own).divide(written),
                                    subject));
        }
        return List.copyOf(scores);
    }

    private void tellMissing(String asked, RubricNode.Leaf leaf, Subject subject) {
        findings.add(new Finding(
                Severity.STOP,
                "missing-value",
                "",
                null,
                "",
                subject.id(),
                Message.of("scoring.finding.missing-value", named(leaf), asked, field.rules.subject()),
                Message.of("scoring.finding.fix.missing-value")));
    }

    private void tell(Outcome trouble, RubricNode.Leaf leaf, Subject subject) {
        boolean benchmark = trouble.kind() == Outcome.Kind.BAD_BENCHMARK;
        String text = benchmark ? "bad-benchmark" : "no-case";
        findings.add(new Finding(
                Severity.WARN,
                benchmark ? "bad-benchmark" : "no-value",
                "",
                null,
                "",
                subject.id(),
                Message.of("scoring.finding." + text, named(leaf), trouble.reason()),
                Message.of("scoring.finding.fix." + text)));
    }

    private static String named(RubricNode.Leaf leaf) {
        return leaf.label().equals(leaf.id()) ? leaf.id() : leaf.id() + " " + leaf.label();
    }
}
