package org.platscore.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.rules.condition.Condition;
import org.platscore.rules.condition.Conditions;
import org.platscore.rules.names.Namespace;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.scoring.MethodReading;
import org.platscore.rules.scoring.ScoringMethod;
import org.platscore.rules.scoring.ScoringMethods;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Mark;
import org.platscore.rules.source.Node;
import org.platscore.rules.source.RuleNumber;

/** Section 4: groups and indicators, bonuses and deductions. */
final class RubricSection {

    private static final List<String> COMBINE = List.of("sum", "geometric", "harmonic", "minimum", "maximum");

    /** What an indicator, bonus or deduction says. */
    private static final Set<String> LEAF = Set.of("id", "label", "weight", "limit", "for", "measure", "score");

    /** Stands for a weight that is faulty, so that no constant of a method is above it. */
    private static final BigFraction UNKNOWN_WEIGHT = BigFraction.of(Long.MAX_VALUE);

    private final InputsSection inputs;
    private final MeasuresSection measures;
    private final Head head;
    private final Namespace names;
    private final Diagnostics diagnostics;
    private final Map<String, Term> ids = new LinkedHashMap<>();
    private final Map<String, BigFraction> most = new LinkedHashMap<>();

    RubricSection(InputsSection inputs, MeasuresSection measures, Head head, Namespace names, Diagnostics diagnostics) {
        this.inputs = inputs;
        this.measures = measures;
        this.head = head;
        this.names = names;
        this.diagnostics = diagnostics;
    }

    /** Returns all ids that were read, sound or not, as the numbers they stand for. */
    Map<String, Term> ids() {
        return ids;
    }

    /** Returns the most points that each id can stand for while no weight is spread; nothing of ids whose weight or limit is faulty. */
    Map<String, BigFraction> most() {
        return most;
    }

    /** Reads the head: the top level's keys and the list {@code rubric}. */
    RubricNode.Group head(Fields top) {
        Node node = top.required("rubric");
        BigFraction full = head.fullMarks();
        Children children =
                node == null ? new Children(List.of(), List.of(), List.of()) : children(top, "rubric", full);
        return group("", "", full, null, top, children, "full_marks", "rubric");
    }

    /** Reads {@code bonuses} or {@code deductions}. */
    List<RubricNode.Leaf> leaves(Fields top, String key) {
        List<RubricNode.Leaf> leaves = new ArrayList<>();
        Labels labels = new Labels(diagnostics);
        for (Node item : top.items(key)) {
            Fields fields = Fields.of(
                    item, diagnostics, "{id: A, weight: 10, measure: visits, score: {linear: {zero: 0, full: 100}}}");
            if (fields == null) {
                continue;
            }
            Start start = start(fields, "limit");
            labels.take(fields);
            RubricNode.Leaf leaf = leaf(start, fields, item, BigFraction.ZERO);
            fields.done();
            if (leaf != null) {
                leaves.add(leaf);
            }
        }
        return List.copyOf(leaves);
    }

    /** What groups and indicators have in common; faulty parts stand as null or empty. */
    private record Start(
            String id,
            String label,
            @Nullable BigFraction weight,
            @Nullable Condition appliesTo) {}

    /** A group's children; a null weight is faulty. */
    private record Children(
            List<RubricNode> sound, List<@Nullable BigFraction> weights, List<@Nullable BigFraction> sums) {}

    private Start start(Fields fields, String weightKey) {
        Node.Scalar id = fields.required("id") == null ? null : fields.scalar("id");
        String name = id == null ? "" : id.text().strip();
        String text = fields.text("label");
        String label = text == null ? name : text;
        if (id != null) {
            names.give(id, diagnostics);
            ids.putIfAbsent(name, new Term(name, label, ValueType.NUMBER, List.of()));
        }
        fields.required(weightKey);
        BigFraction weight = Head.positive(fields, weightKey, diagnostics);
        if (weight != null) {
            most.putIfAbsent(name, weight);
        }
        Node to = fields.node("for");
        Condition appliesTo = to == null ? null : Conditions.read(to, inputs.rosterColumns(head.period()), diagnostics);
        return new Start(name, label, weight, appliesTo);
    }

    private Children children(Fields fields, String key, @Nullable BigFraction parent) {
        List<RubricNode> sound = new ArrayList<>();
        BigFraction short0 = shortBy(fields, key, parent);
        Labels labels = new Labels(diagnostics);
        List<@Nullable BigFraction> weights = new ArrayList<>();
        List<@Nullable BigFraction> sums = new ArrayList<>();
        for (Node item : fields.items(key)) {
            Fields child = Fields.of(item, diagnostics);
            if (child == null) {
                weights.add(null);
                sums.add(null);
                continue;
            }
            Start start = start(child, "weight");
            weights.add(start.weight);
            sums.add(sum(item, start.weight));
            labels.take(child);
            RubricNode node = child.has("of") ? group(start, child) : leaf(start, child, item, short0);
            child.done();
            if (node != null) {
                sound.add(node);
            }
        }
        return new Children(
                List.copyOf(sound), Collections.unmodifiableList(weights), Collections.unmodifiableList(sums));
    }

    /** Returns what a node's children add up to; its own weight where it has none, or where they do not count as they are. */
    private static @Nullable BigFraction sum(Node item, @Nullable BigFraction weight) {
        Node.Mapping node = (Node.Mapping) item;
        Node of = node.get("of");
        if (!(of instanceof Node.Items) || node.get("weights") != null) {
            return weight;
        }
        BigFraction sum = BigFraction.ZERO;
        for (Node child : ((Node.Items) of).items()) {
            Node written = child instanceof Node.Mapping ? ((Node.Mapping) child).get("weight") : null;
            BigFraction number = written instanceof Node.Scalar
                    ? RuleNumber.read(((Node.Scalar) written).text()).orElse(null)
                    : null;
            if (number == null) {
                return weight;
            }
            sum = sum.add(number);
        }
        return sum;
    }

    /** Returns whether children would add up if the weight of each were what its own children add up to: those are told. */
    private static boolean faultBelow(BigFraction weight, List<@Nullable BigFraction> sums) {
        BigFraction sum = BigFraction.ZERO;
        for (BigFraction each : sums) {
            sum = each == null ? sum : sum.add(each);
        }
        return sum.compareTo(weight) == 0;
    }

    /** Returns by how much the children's weights fall short of their group's; 0 where that cannot be told. */
    private static BigFraction shortBy(Fields fields, String key, @Nullable BigFraction parent) {
        BigFraction sum = BigFraction.ZERO;
        for (Node item : fields.items(key)) {
            Node weight = item instanceof Node.Mapping ? ((Node.Mapping) item).get("weight") : null;
            BigFraction number = weight instanceof Node.Scalar
                    ? RuleNumber.read(((Node.Scalar) weight).text()).orElse(null)
                    : null;
            if (number == null) {
                return BigFraction.ZERO;
            }
            sum = sum.add(number);
        }
        return parent != null && !fields.has("weights") && sum.compareTo(parent) < 0
                ? parent.subtract(sum)
                : BigFraction.ZERO;
    }

    private RubricNode group(Start start, Fields fields) {
        if (fields.has("score") || fields.has("measure")) {
            String key = fields.has("score") ? "score" : "measure";
            diagnostics.error(
                    "R021",
                    fields.keyMark(key),
                    Message.of("rules.group-and-leaf", key),
                    Message.of("rules.fix.group-and-leaf"));
            fields.allow("score", "measure");
        }
        Children children = children(fields, "of", start.weight);
        return group(start.id, start.label, start.weight, start.appliesTo, fields, children, "weight", "of");
    }

    private RubricNode.Group group(
            String id,
            String label,
            @Nullable BigFraction weight,
            @Nullable Condition appliesTo,
            Fields fields,
            Children children,
            String weightKey,
            String listKey) {
        String word = fields.word("combine", COMBINE);
        boolean relative = fields.word("weights", List.of("relative")) != null;
        Integer atLeast = fields.whole("at_least", 1);
        int count = children.weights.size();
        if (atLeast != null && atLeast > count && count > 0) {
            diagnostics.warning(
                    "R021",
                    fields.valueMark("at_least"),
                    Message.of("rules.at-least-children", atLeast, count),
                    Message.of("rules.fix.at-least-children", count));
        }
        boolean known = count > 0 && !children.weights.contains(null);
        if (weight != null && known && relative) {
            List<BigFraction> written =
                    children.weights.stream().filter(Objects::nonNull).toList();
            reach(children.sound, weight.divide(Exact.sum(written)));
        } else if (weight != null && known) {
            Mark mark = fields.has(weightKey) ? fields.valueMark(weightKey) : fields.keyMark(listKey);
            weights(id, weight, children, mark);
        }
        return new RubricNode.Group(
                id,
                label,
                weight == null ? UNKNOWN_WEIGHT : weight,
                appliesTo,
                word == null ? RubricNode.Combine.SUM : RubricNode.Combine.valueOf(word.toUpperCase(Locale.ROOT)),
                relative,
                atLeast == null ? 1 : atLeast,
                children.sound);
    }

    /** Makes points of weights that only stand in proportion, down to the last indicator. */
    private void reach(List<RubricNode> nodes, BigFraction factor) {
        for (RubricNode node : nodes) {
            most.computeIfPresent(node.id(), (id, points) -> points.multiply(factor));
            if (node instanceof RubricNode.Group) {
                reach(((RubricNode.Group) node).of(), factor);
            }
        }
    }

    /** Says by how much the children's weights miss their group's. */
    private void weights(String id, BigFraction weight, Children children, Mark mark) {
        BigFraction sum = BigFraction.ZERO;
        List<Object> each = new ArrayList<>();
        for (BigFraction child : children.weights) {
            if (child != null) {
                sum = sum.add(child);
                each.add(child);
            }
        }
        int order = sum.compareTo(weight);
        if (order != 0 && !faultBelow(weight, children.sums)) {
            BigFraction off = sum.subtract(weight).abs();
            Message message = id.isEmpty()
                    ? Message.of("rules.weights-top", sum, weight)
                    : Message.of("rules.weights", sum, weight, id);
            String fix = order < 0 ? "rules.fix.weights-short" : "rules.fix.weights-over";
            diagnostics.error("R013", mark, message, Message.of(fix, off, each));
        }
    }

    /**
     * Reads an indicator.
     *
     * @param spare what the weights of its group fall short: points that its weight would reach with it are no second fault
     */
    private RubricNode.@Nullable Leaf leaf(Start start, Fields fields, Node node, BigFraction spare) {
        Term measure = measure(start, fields);
        Node score = score(fields);
        if (score == null) {
            return null;
        }
        Diagnostics found = new Diagnostics();
        BigFraction weight = start.weight == null ? UNKNOWN_WEIGHT : start.weight;
        boolean faulty = measure == null
                ? fields.has("measure") || fields.hasOther(LEAF)
                : measures.doubt().about(measure.name());
        Term known = faulty ? MethodReading.UNKNOWN : measure;
        ScoringMethod method = ScoringMethods.read(
                score, new MethodReading(measures.vocabulary(), known, weight, start.weight != null, found));
        Diagnostics kept = new Diagnostics();
        found.passOn(each -> spare.signum() == 0 || !MethodReading.upTo(weight.add(spare), each), kept);
        measures.doubt().settle(kept, node, diagnostics);
        return method == null
                ? null
                : new RubricNode.Leaf(
                        start.id,
                        start.label,
                        weight,
                        start.appliesTo,
                        measure == null ? null : measure.name(),
                        method);
    }

    private @Nullable Node score(Fields fields) {
        Node score = fields.node("score");
        if (score == null) {
            diagnostics.error(
                    "R005",
                    fields.mark(),
                    Message.of("rules.no-score", List.of("score", "of")),
                    Message.of("rules.fix.no-score"));
        }
        return score;
    }

    private @Nullable Term measure(Start start, Fields fields) {
        Node.Scalar scalar = fields.scalar("measure");
        Term term = scalar == null ? null : measures.vocabulary().measures().get(scalar.text());
        if (scalar != null && term == null && !measures.doubt().noMeasures()) {
            Message kind = start.id.isEmpty()
                    ? Message.of("rules.kind.measure")
                    : Message.of("rules.kind.measure-of", start.id);
            diagnostics.unknown(
                    "R012",
                    scalar.mark(),
                    kind,
                    scalar.text(),
                    Term.labels(measures.vocabulary().measures()));
        }
        return term;
    }
}
