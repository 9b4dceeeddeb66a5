package org.platscore.report.explanation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.analysis.Explanation;
import org.platscore.analysis.IndicatorReason;
import org.platscore.analysis.RankReason;
import org.platscore.analysis.Shown;
import org.platscore.finding.Exact;
import org.platscore.finding.Lang;
import org.platscore.finding.Message;
import org.platscore.finding.Quantity;
import org.platscore.finding.Sha256;
import org.platscore.grading.Standing;
import org.platscore.intake.Decision;
import org.platscore.intake.Subject;
import org.platscore.report.data.Figures;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;
import org.platscore.rules.Veto;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.Choice;
import org.platscore.rules.words.Paragraph;
import org.platscore.rules.words.RulesWording;
import org.platscore.scoring.Basis;
import org.platscore.scoring.NodeScore;
import org.platscore.scoring.SubjectScore;

/** An explanation for people. */
public final class ExplanationText {

    private static final int MOST_PEERS = 8;
    private static final int PRECISE = 8;

    private final Explanation explanation;
    private final Rulebook rules;
    private final RulesWording wording;
    private final Lang lang;
    private final Lines lines;
    private final boolean whole;
    private final boolean rows;

    private ExplanationText(Explanation explanation, boolean whole, boolean rows, Lang lang) {
        this.explanation = explanation;
        this.rules = explanation.result().rules();
        this.wording = new RulesWording(rules);
        this.lang = lang;
        this.lines = new Lines(lang);
        this.whole = whole;
        this.rows = rows;
    }

    /**
     * Returns the lines of an explanation.
     *
     * @param whole whether all indicators are meant: each is told in short
     * @param rows whether every row is listed, else only how many there are for each reason
     */
    public static List<String> of(Explanation explanation, boolean whole, boolean rows, Lang lang) {
        ExplanationText text = new ExplanationText(explanation, whole, rows, lang);
        text.all();
        return text.lines.all();
    }

    private void all() {
        head();
        lines.gap();
        lines.add(0, whole ? "part.indicators" : "part.indicator");
        if (whole) {
            explanation.score().rubric().of().forEach(node -> node(node, 1));
        }
        explanation.indicators().forEach(this::indicator);
        total();
        lines.gap();
        ExplanationTextData data = new ExplanationTextData(explanation, rows, lines);
        if (whole && !rows) {
            data.brief();
        } else {
            data.full(whole);
        }
        lines.gap();
        rank();
        lines.gap();
        grade();
        lines.gap();
        new ExplanationTextReward(explanation, lines, lang).all();
    }

    private void head() {
        Subject subject = explanation.subject();
        Standing standing = explanation.standing();
        lines.add(0, "head", subject.id(), subject.name());
        String fingerprint = Sha256.brief(rules.file().sha256());
        lines.add(0, rules.edition().isEmpty() ? "run-no-edition" : "run", rules.title(), rules.edition(), fingerprint);
        Message result = result(standing);
        if (explanation.award() == null) {
            lines.add(0, "list", result);
        } else {
            lines.add(0, "facts", result, Quantity.yuan(explanation.award().amount()));
        }
    }

    private Message result(Standing standing) {
        BigFraction total = explanation.score().total();
        if (total == null || standing.rank() == null) {
            return Lines.say("result-unassessed");
        }
        return standing.grade() == null
                ? Lines.say("result-no-grade", total(total), standing.rank())
                : Lines.say(
                        "result",
                        total(total),
                        standing.rank(),
                        standing.grade().label());
    }

    private BigDecimal total(BigFraction total) {
        return Figures.total(rules.rounding(), total);
    }

    private String points(BigFraction points) {
        return Figures.points(rules.rounding(), points).toPlainString();
    }

    /** Tells groups and indicators of the whole sheet, each in one line and its reason. */
    private void node(NodeScore node, int level) {
        boolean group = !node.of().isEmpty();
        if (node.points() == null) {
            lines.add(level, "out", node.node().id(), node.node().label(), node.reason());
        } else if (group) {
            lines.add(level, "group", node.node().id(), node.node().label(), points(node.points()), node.weight());
            if (!node.addsUp()) {
                lines.add(level + 1, "reason", node.reason());
            }
        } else {
            lines.add(level, "indicator", node.node().id(), node.node().label(), points(node.points()), node.weight());
            lines.add(level + 1, "reason", node.reason());
        }
        node.of().forEach(child -> node(child, level + 1));
    }

    private void indicator(IndicatorReason reason) {
        boolean extra = reason.kind() != IndicatorReason.Kind.INDICATOR;
        if (whole && !extra) {
            return;
        }
        NodeScore score = reason.score();
        String id = reason.leaf().id();
        if (score.points() == null) {
            lines.add(1, "out", id, reason.leaf().label(), score.reason());
            return;
        }
        String key = extra ? (reason.kind() == IndicatorReason.Kind.BONUS ? "bonus" : "deduction") : "indicator";
        lines.add(1, key, id, reason.leaf().label(), points(score.points()), score.weight());
        if (whole) {
            lines.add(2, "reason", score.reason());
            return;
        }
        Message method = wording.method(reason.leaf());
        lines.add(2, "method", Paragraph.say(method, lang));
        reason.basis().benchmarks().stream()
                .filter(used -> !(used.benchmark() instanceof Benchmark.Constant))
                .forEach(this::benchmark);
        if (reason.basis().peers() != null) {
            Basis.Peers peers = reason.basis().peers();
            lines.add(2, "peers", peers.values().size(), values(peers));
        }
        lines.add(2, "why", score.reason());
        weight(reason.leaf(), score);
        BigFraction exact = score.exact();
        if (exact != null && exact.compareTo(score.points()) != 0) {
            lines.add(2, "rounding", precise(exact), points(score.points()));
        }
        for (int i = reason.groups().size() - 1; i >= 0; i--) {
            NodeScore group = reason.groups().get(i);
            if (group.points() != null) {
                lines.add(
                        2,
                        "in-group",
                        group.node().id(),
                        group.node().label(),
                        points(group.points()),
                        group.weight(),
                        group.reason());
            }
        }
    }

    /** Tells what became of a written weight: its part where weights only stand in proportion, and what was spread on it. */
    private void weight(RubricNode.Leaf leaf, NodeScore score) {
        BigFraction marks = rules.fullMarks(leaf);
        boolean relative = marks.compareTo(leaf.weight()) != 0;
        if (score.weight().compareTo(marks) != 0) {
            lines.add(2, relative ? "relative-spread" : "spread", leaf.weight(), score.weight(), marks);
        } else if (relative) {
            lines.add(2, "relative", leaf.weight(), marks);
        }
    }

    /** Returns points before rounding with the decimals that show why they round as they do. */
    private static String precise(BigFraction exact) {
        BigDecimal number = Exact.decimal(exact);
        return number.scale() <= PRECISE
                ? number.toPlainString()
                : "≈" + number.setScale(PRECISE, RoundingMode.HALF_UP).toPlainString();
    }

    private void benchmark(Basis.Used used) {
        Message words = used.benchmark().sentence(wording, used.measure());
        Object number =
                used.number() == null ? Message.of("analysis.no-value") : quantity(used.measure(), used.number());
        if (used.benchmark() instanceof Benchmark.Chosen && used.by() != null) {
            Choice<Benchmark> choice = ((Benchmark.Chosen) used.benchmark()).choice();
            if (used.by() instanceof BigFraction) {
                Object by = rules.told(choice.of(), (BigFraction) used.by());
                lines.add(2, "benchmark-banded", words, choice.label(), by, number);
            } else {
                lines.add(2, "benchmark-chosen", words, choice.label(), used.by(), number);
            }
        } else {
            lines.add(2, "benchmark", words, number);
        }
        if (used.peers() != null) {
            lines.add(3, "benchmark-peers", used.peers().values().size(), values(used.peers()));
        }
    }

    private Object quantity(@Nullable String measure, BigFraction number) {
        return measure == null ? number : rules.measure(measure).quantity(number);
    }

    private Object values(Basis.Peers peers) {
        List<Object> named = new ArrayList<>();
        for (Basis.Value value : peers.values()) {
            if (rows || named.size() < MOST_PEERS) {
                named.add(Lines.say(
                        "peer",
                        explanation.result().subject(value.subject()).id(),
                        quantity(peers.measure(), value.number())));
            }
        }
        return named.size() < peers.values().size() ? Lines.say("more", named) : named;
    }

    private void total() {
        SubjectScore score = explanation.score();
        BigFraction total = score.total();
        BigFraction groups = score.rubric().points();
        if (total == null || groups == null) {
            return;
        }
        if (!score.rubric().addsUp()) {
            lines.add(1, "combined", score.rubric().reason());
        }
        bounded("bonus-bounded", score.bonuses(), score.bonus());
        bounded("deduction-bounded", score.deductions(), score.deduction());
        boolean plain = groups.add(score.bonus()).subtract(score.deduction()).compareTo(total) == 0;
        lines.add(1, plain ? "total" : "total-cut", groups, score.bonus(), score.deduction(), total(total));
    }

    /** Tells where a limit on their sum leaves less than bonuses or deductions add up to. */
    private void bounded(String key, List<NodeScore> extras, BigFraction counted) {
        BigFraction sum = Exact.sum(extras.stream().map(NodeScore::counted).toList());
        if (sum.compareTo(counted) > 0) {
            lines.add(1, key, sum, counted);
        }
    }

    private void rank() {
        lines.add(0, "part.rank");
        RankReason rank = explanation.rank();
        Integer own = explanation.standing().rank();
        if (rank == null || own == null) {
            lines.add(
                    1, "unassessed", Objects.requireNonNull(explanation.score().unassessed()));
            return;
        }
        lines.add(1, "rank", own, rank.assessed());
        for (RankReason.Neighbour each : rank.neighbours()) {
            Subject other = explanation.result().subject(each.standing().subject());
            lines.add(
                    1,
                    each.before() ? "before" : "after",
                    Objects.requireNonNull(each.standing().rank()),
                    other.id(),
                    other.name(),
                    each.total() == null ? "" : total(each.total()),
                    decided(each));
        }
    }

    private Object decided(RankReason.Neighbour each) {
        if (each.sameRank()) {
            return Lines.say("same-rank");
        }
        if (each.byVeto()) {
            return Lines.say("by-veto");
        }
        RankReason.Tie tie = each.tie();
        if (tie == null) {
            boolean equal = Objects.equals(each.total(), explanation.score().total());
            return equal ? Lines.say("tie-none") : "";
        }
        return Lines.say(
                "tie",
                tie.label(),
                Shown.named(rules, tie.name(), tie.own()),
                Shown.named(rules, tie.name(), tie.other()),
                tie.lowerFirst() ? Lines.say("tie-lower") : "");
    }

    private void grade() {
        lines.add(0, "part.grade");
        Message unassessed = explanation.score().unassessed();
        Veto veto = explanation.score().veto();
        if (rules.grades().isEmpty()) {
            lines.add(1, "no-grades");
        } else if (unassessed != null && (veto == null || !veto.out())) {
            lines.add(1, "unassessed", unassessed);
        }
        if (veto != null) {
            lines.add(1, "veto", veto.label());
        }
        Standing.Decided decided = explanation.standing().decided();
        if (decided != null) {
            Decision decision = decided.decision();
            lines.add(
                    1,
                    "decided",
                    decided.computed().label(),
                    explanation.standing().grade() == null
                            ? ""
                            : explanation.standing().grade().label(),
                    decision.reason(),
                    decision.decided());
        }
        for (Standing.Step step : explanation.standing().path()) {
            lines.add(1, step.taken() ? "taken" : "not-taken", step.grade().label(), step.reason());
            List<Explanation.Named> figures =
                    explanation.grades().getOrDefault(step.grade().id(), List.of());
            if (!figures.isEmpty() && step.grade().requires() != null) {
                lines.add(2, "figures", step.grade().requires().source(), named(rules, figures));
            }
        }
    }

    /** Returns figures with their values and units. */
    static List<Object> named(Rulebook rules, List<Explanation.Named> figures) {
        List<Object> named = new ArrayList<>();
        for (Explanation.Named each : figures) {
            Message value = Shown.named(rules, each.name(), each.value());
            named.add(
                    each.label().equals(each.name())
                            ? Lines.say("figure", each.name(), value)
                            : Lines.say("formula-figure", each.name(), each.label(), value));
        }
        return named;
    }
}
