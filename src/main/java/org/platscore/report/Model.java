package org.platscore.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.grading.Standing;
import org.platscore.intake.Subject;
import org.platscore.measure.KeyedValues;
import org.platscore.report.data.NodePoints;
import org.platscore.report.sheet.Spot;
import org.platscore.reward.Allocation;
import org.platscore.rules.Measure;
import org.platscore.rules.Missing;
import org.platscore.rules.RubricNode;
import org.platscore.rules.condition.Condition;
import org.platscore.rules.reward.Rewards;
import org.platscore.scoring.NodeScore;
import org.platscore.scoring.ScoringView;
import org.platscore.scoring.SubjectScore;

/** The workbook as a model: where every figure stands that formulas refer to. */
final class Model {

    private final Run run;
    private final ScoringView view;
    private final int[] rows;
    private final RulesPage rulesPage;
    private final MeasuresPage measuresPage;
    private final CorrectionsPage correctionsPage;
    private final PointsPage pointsPage;
    private final Workings workings;
    private final @Nullable RewardsPage rewardsPage;
    private final List<Map<String, NodeScore>> nodes = new ArrayList<>();
    private final Set<String> everOut = new HashSet<>();
    /** What is the same for all subjects. */
    private final Map<RubricNode.Leaf, String> formulas = new IdentityHashMap<>();

    private final Map<RubricNode.Leaf, Boolean> fallible = new IdentityHashMap<>();
    private final Map<RubricNode.Leaf, Map<String, List<Boolean>>> peers = new IdentityHashMap<>();

    Model(Run run) {
        this.run = run;
        view = ScoringView.of(run.rules(), run.result().intake().subjects(), run.scores());
        rows = new int[run.standings().size()];
        for (int i = 0; i < rows.length; i++) {
            rows[run.standings().get(i).subject()] = i;
        }
        List<SubjectScore> scores = run.scores().subjects();
        KeyedValues.Keys ids = new KeyedValues.Keys(
                scores.isEmpty()
                        ? List.of()
                        : List.copyOf(NodePoints.all(scores.get(0)).keySet()));
        scores.forEach(
                score -> nodes.add(new KeyedValues<>(ids, NodePoints.all(score).values())));
        for (Subject subject : run.result().intake().subjects()) {
            nodes.get(subject.index()).forEach((id, node) -> {
                Condition applies = node.node().appliesTo();
                if (node.status() == NodeScore.Status.EXCLUDED && (applies == null || applies.holds(subject))) {
                    everOut.add(id);
                }
            });
        }
        rulesPage = new RulesPage(run);
        correctionsPage = new CorrectionsPage(this);
        measuresPage = new MeasuresPage(this);
        pointsPage = new PointsPage(this);
        workings = new Workings(this);
        Rewards rewards = run.rules().rewards();
        Allocation allocation = run.result().allocation();
        rewardsPage = rewards == null || allocation == null ? null : new RewardsPage(this, rewards, allocation);
    }

    Run run() {
        return run;
    }

    ScoringView view() {
        return view;
    }

    /** Returns the index of a subject's row in tables by rank. */
    int row(Subject subject) {
        return rows[subject.index()];
    }

    int[] rows() {
        return rows;
    }

    RulesPage rulesPage() {
        return rulesPage;
    }

    RuleCells rules() {
        return rulesPage.cells();
    }

    MeasuresPage measuresPage() {
        return measuresPage;
    }

    MeasureCells measures() {
        return measuresPage.cells();
    }

    CorrectionsPage correctionsPage() {
        return correctionsPage;
    }

    PointsPage pointsPage() {
        return pointsPage;
    }

    @Nullable
    RewardsPage rewardsPage() {
        return rewardsPage;
    }

    Workings workings() {
        return workings;
    }

    /** Returns all nodes of a subject by id. */
    Map<String, NodeScore> nodes(Standing standing) {
        return nodes.get(standing.subject());
    }

    @Nullable
    NodeScore node(Subject subject, RubricNode node) {
        return node.id().isEmpty()
                ? run.scores().subjects().get(subject.index()).rubric()
                : nodes.get(subject.index()).get(node.id());
    }

    /** Returns all indicators, bonuses and deductions. */
    List<RubricNode.Leaf> leaves() {
        List<RubricNode.Leaf> leaves = new ArrayList<>();
        leaves(run.rules().rubric(), leaves);
        leaves.addAll(run.rules().bonuses());
        leaves.addAll(run.rules().deductions());
        return leaves;
    }

    private static void leaves(RubricNode node, List<RubricNode.Leaf> into) {
        if (node instanceof RubricNode.Leaf) {
            into.add((RubricNode.Leaf) node);
        } else {
            ((RubricNode.Group) node).of().forEach(child -> leaves(child, into));
        }
    }

    /** Returns the reference to a weight as written, or a limit of a bonus or deduction; full marks for the head. */
    String weight(RubricNode node) {
        String cell = node.id().isEmpty() ? rules().named("full-marks") : rules().of(node, "weight");
        return cell == null ? Exact.plain(node.weight()) : cell;
    }

    /** Returns the cell of a node's points, {@code bonus}, {@code deduction} or {@code total} of a subject. */
    Spot points(String id, Subject subject) {
        return Objects.requireNonNull(pointsPage.spots().get(id), id).inRow(pointsPage.firstRow() + row(subject));
    }

    /** Returns the formula of an indicator's points of its written weight; null where a worksheet cannot say it. */
    @Nullable
    String formula(RubricNode.Leaf leaf, Subject subject) {
        String open = formulas.get(leaf);
        if (open == null) {
            LeafCells cells = new LeafCells(this, leaf, subject, leaf.measure());
            open = cells.open();
            if (open == null) {
                return null;
            }
            if (cells.alike()) {
                formulas.put(leaf, open);
            }
        }
        return LeafCells.inRow(measures().row(subject), open);
    }

    /** Returns whether an indicator may come to be excluded while its weight and condition stay. */
    boolean fallible(RubricNode.Leaf leaf) {
        return fallible.computeIfAbsent(leaf, this::mayBeExcluded);
    }

    private boolean mayBeExcluded(RubricNode.Leaf leaf) {
        return leaf.method().fallible()
                || (leaf.measure() != null && excluding(run.rules().measure(leaf.measure())))
                || everOut.contains(leaf.id());
    }

    private static boolean excluding(Measure measure) {
        return measure.missing() instanceof Missing.Exclude;
    }

    /** Returns by subject index whether a subject is a peer of a measure at an indicator if it has a value of it. */
    List<Boolean> peers(RubricNode.Leaf leaf, String measure) {
        return peers.computeIfAbsent(leaf, each -> new HashMap<>()).computeIfAbsent(measure, each -> {
            List<Boolean> all = new ArrayList<>();
            for (Subject subject : run.result().intake().subjects()) {
                all.add(view.peerOnceThere(leaf, subject, measure));
            }
            return List.copyOf(all);
        });
    }

    /** Returns the decimals of a number as written. */
    static int decimals(BigFraction number) {
        return Exact.decimal(number).scale();
    }
}
