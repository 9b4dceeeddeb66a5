package org.platscore.rules.scoring;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.rules.condition.Folded;
import org.platscore.rules.names.PercentSigns;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.UnitKind;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.names.Vocabulary;
import org.platscore.rules.source.Diagnostic;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Mark;
import org.platscore.rules.source.Node;
import org.platscore.rules.source.RuleNumber;

/**
 * What a method's reader knows of its surroundings.
 *
 * @param measure the leaf's measure; null where the leaf names none; {@link #UNKNOWN} where it names one that there is not
 * @param weight the leaf's weight as written (a bonus's or deduction's limit)
 * @param alone whether the method is the leaf's only one: one of several need not reach the weight
 */
public record MethodReading(
        Vocabulary vocabulary, @Nullable Term measure, BigFraction weight, boolean alone, Diagnostics diagnostics) {

    /** Stands for a measure whose name was refused already: nothing more is said about it. */
    public static final Term UNKNOWN = new Term("", "", ValueType.NUMBER, List.of());

    /** Makes one for a leaf's only method. */
    public MethodReading(Vocabulary vocabulary, @Nullable Term measure, BigFraction weight, Diagnostics diagnostics) {
        this(vocabulary, measure, weight, true, diagnostics);
    }

    /** Returns the same surroundings for one method of several. */
    MethodReading among() {
        return new MethodReading(vocabulary, measure, weight, false, diagnostics);
    }

    /** Returns the same surroundings with another measure, as an alternative of {@code best_of} has one of its own. */
    MethodReading on(@Nullable Term other) {
        return new MethodReading(vocabulary, other, weight, false, diagnostics);
    }

    /** Tells, at the method, if it has no measure or one of the wrong type. */
    void needs(ValueType type, Mark mark, String method) {
        if (measure == null) {
            diagnostics.error(
                    "R005", mark, Message.of("scoring.needs-measure", method), Message.of("scoring.fix.needs-measure"));
        } else if (measure != UNKNOWN && measure.type() != type) {
            boolean number = type == ValueType.NUMBER;
            diagnostics.error(
                    "R014",
                    mark,
                    Message.of(number ? "scoring.needs-number" : "scoring.needs-category", method, measure.name()),
                    Message.of(number ? "scoring.fix.needs-number" : "scoring.fix.needs-category"));
        }
    }

    /** Returns whether the measure is a number. */
    boolean isNumber() {
        return measure != null && measure != UNKNOWN && measure.type() == ValueType.NUMBER;
    }

    /** Reads a benchmark that may be a statistic of the peers. */
    @Nullable
    Benchmark benchmark(@Nullable Node node) {
        if (node instanceof Node.Scalar && measure != null) {
            unit((Node.Scalar) node, measure);
        }
        return node == null ? null : Benchmarks.read(node, vocabulary, true, diagnostics);
    }

    /** Warns of a number whose written unit is of another kind than the measure's: 元, or 万 of countable things, or %. */
    private void unit(Node.Scalar scalar, Term scored) {
        UnitKind kind = UnitKind.of(scored.unit());
        if (kind == UnitKind.UNKNOWN || RuleNumber.read(scalar.text()).isEmpty()) {
            return;
        }
        String text = Folded.text(scalar.text());
        boolean money = text.endsWith("元");
        boolean share = RuleNumber.share(text);
        boolean large = text.endsWith("万") || text.endsWith("亿");
        boolean odd = kind == UnitKind.MONEY ? share : money || share && kind != UnitKind.SHARE || large;
        if (odd) {
            diagnostics.warning(
                    "R014",
                    scalar.mark(),
                    Message.of("scoring.odd-unit", scalar.text(), scored.name(), scored.unit()),
                    Message.of("scoring.fix.odd-unit", scored.unit()));
        }
    }

    /** Warns of numbers held against the measure that most likely lack a percent sign, or have one too many. */
    void percentSigns(List<Node> numbers) {
        PercentSigns.check(numbers, measure, diagnostics);
    }

    /** Warns likewise of the numbers under some keys. */
    void percentSigns(Fields fields, String... keys) {
        List<Node> numbers = new ArrayList<>();
        for (String key : keys) {
            Node node = fields.node(key);
            if (node != null) {
                numbers.add(node);
            }
        }
        percentSigns(numbers);
    }

    /** Warns that a method cannot give full marks, or gives everybody the same. */
    void reach(List<BigFraction> all, Mark mark) {
        BigFraction most = all.stream().reduce(BigFraction.ZERO, Exact::max);
        boolean same = all.size() > 1 && all.stream().allMatch(each -> each.compareTo(all.get(0)) == 0);
        if (!alone || measure == UNKNOWN || diagnostics.hasErrors()) {
            return;
        }
        if (same) {
            diagnostics.warning(
                    "R021", mark, Message.of("scoring.same-points", all.get(0)), Message.of("scoring.fix.same-points"));
        } else if (most.compareTo(weight) < 0) {
            diagnostics.warning(
                    "R021", mark, Message.of("scoring.never-full", most, weight), Message.of("scoring.fix.never-full"));
        }
    }

    /** Reads points that lie between 0 and the weight; null, with an error, if they do not. */
    @Nullable
    BigFraction points(@Nullable Node node) {
        BigFraction points = pointsUpToWeight(node);
        if (node != null && points != null && points.signum() < 0) {
            diagnostics.error(
                    "R018",
                    node.mark(),
                    Message.of("scoring.negative-points", points),
                    Message.of("scoring.fix.negative-points"));
            return null;
        }
        return points;
    }

    /** Reads points that are not above the weight; null, with an error, if they are. */
    @Nullable
    BigFraction pointsUpToWeight(@Nullable Node node) {
        BigFraction points = node == null ? null : Fields.number(node, diagnostics);
        if (node != null && points != null && points.compareTo(weight) > 0) {
            diagnostics.error(
                    "R018",
                    node.mark(),
                    Message.of("scoring.above-weight", points, weight),
                    Message.of("scoring.fix.above-weight", weight));
            return null;
        }
        return points;
    }

    /** Returns whether a fault says that points are above the weight, though they are not above {@code most}. */
    public static boolean upTo(BigFraction most, Diagnostic fault) {
        Object points =
                fault.message().args().isEmpty() ? null : fault.message().args().get(0);
        return fault.message().key().equals("scoring.above-weight")
                && points instanceof BigFraction
                && ((BigFraction) points).compareTo(most) <= 0;
    }

    /** Returns the roster column that {@code key} names; null if absent or, with an error, not there. */
    @Nullable
    Term rosterColumn(Fields fields, String key) {
        return rosterColumn(fields, key, vocabulary, diagnostics);
    }

    static @Nullable Term rosterColumn(Fields fields, String key, Vocabulary vocabulary, Diagnostics diagnostics) {
        Node.Scalar scalar = fields.scalar(key);
        if (scalar == null) {
            return null;
        }
        String name = scalar.text();
        Term term = vocabulary.roster().get(name);
        String bare = name.startsWith("roster.") ? name.substring("roster.".length()) : name;
        if (term == null && vocabulary.roster().containsKey(bare)) {
            diagnostics.error(
                    "R011",
                    scalar.mark(),
                    Message.of("scoring.bare-column", name),
                    Message.of("scoring.fix.bare-column", bare));
        } else if (vocabulary.personal().contains(bare)) {
            diagnostics.personal(scalar.mark(), name);
        } else if (term == null) {
            diagnostics.unknown(
                    "R011",
                    scalar.mark(),
                    Message.of("scoring.kind.roster-column"),
                    name,
                    Term.labels(vocabulary.roster()));
        }
        return term;
    }
}
