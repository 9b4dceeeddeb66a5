package org.platscore.rules.reward;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.finding.Quantity;
import org.platscore.rules.condition.Condition;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.UnitKind;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.Benchmarks;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Mark;
import org.platscore.rules.source.Node;
import org.platscore.rules.source.RuleNumber;

/**
 * Reads what the parts and limits of a reward have in common.
 *
 * @param unit of which amounts paid are multiples, in 元; 0 where amounts are not held against it
 */
record PartReading(RewardReading reading, boolean hasBudget, BigFraction unit) {

    /** Returns the same for amounts that are paid in multiples of this. */
    PartReading in(BigFraction multiple) {
        return new PartReading(reading, hasBudget, multiple);
    }

    Diagnostics diagnostics() {
        return reading.diagnostics();
    }

    Map<String, Term> names() {
        return reading.names();
    }

    /** Reads {@code for: [grades]}; null, with an error, where it is needed and not there. */
    RewardPart.@Nullable Grades grades(Fields fields) {
        if (reading.grades().isEmpty() && !fields.has("for")) {
            return new RewardPart.Grades(null);
        }
        if (fields.required("for") == null) {
            return null;
        }
        Map<String, String> labels = new LinkedHashMap<>();
        for (Node item : fields.items("for")) {
            Node.Scalar scalar = Fields.scalar(item, diagnostics());
            String label = scalar == null ? null : label(scalar);
            if (scalar != null && label != null && labels.put(scalar.text(), label) != null) {
                diagnostics()
                        .error(
                                "R010",
                                scalar.mark(),
                                Message.of("rules.listed-twice", scalar.text()),
                                Message.of("rules.fix.listed-twice"));
            }
        }
        return new RewardPart.Grades(labels);
    }

    /** Returns the label of the grade that the scalar names; null, with an error, if there is none. */
    private @Nullable String label(Node.Scalar scalar) {
        String label = reading.grades().get(scalar.text());
        if (label == null) {
            diagnostics()
                    .unknown("R020", scalar.mark(), Message.of("reward.kind.grade"), scalar.text(), reading.grades());
        }
        return label;
    }

    /** Reads a value for each grade of a mapping; faulty ones are left out, with an error. */
    <T> ByGrade<T> byGrade(Node.Mapping mapping, Function<Node, @Nullable T> reader) {
        Map<String, T> values = new LinkedHashMap<>();
        Map<String, String> labels = new LinkedHashMap<>();
        for (Node.Entry entry : mapping.entries()) {
            String label = label(entry.key());
            T value = reader.apply(entry.value());
            if (label != null && value != null) {
                values.put(entry.key().text(), value);
                labels.put(entry.key().text(), label);
            }
        }
        return new ByGrade<>(values, new RewardPart.Grades(labels));
    }

    /** A value for each of some grades. */
    record ByGrade<T>(Map<String, T> values, RewardPart.Grades grades) {}

    /** Reads the name of a number measure; null, with an error, if it is none. */
    @Nullable
    Term measure(Fields fields, String key) {
        Node node = fields.required(key);
        Node.Scalar scalar = node == null ? null : Fields.scalar(node, diagnostics());
        return scalar == null ? null : measure(scalar);
    }

    @Nullable
    Term measure(Node.Scalar scalar) {
        Map<String, Term> measures = reading.vocabulary().measures();
        Term term = measures.get(scalar.text());
        if (term == null) {
            diagnostics()
                    .unknown(
                            "R012",
                            scalar.mark(),
                            Message.of("reward.kind.measure"),
                            scalar.text(),
                            Term.labels(measures));
            return null;
        }
        if (term.type() != ValueType.NUMBER) {
            diagnostics()
                    .error(
                            "R014",
                            scalar.mark(),
                            Message.of("reward.not-a-number-measure", scalar.text()),
                            Message.of("reward.fix.number-measure"));
            return null;
        }
        return term;
    }

    /** Warns of a measure in a unit that is none of money, where an amount is meant. */
    void isMoney(Term measure, Mark mark) {
        if (!mayBeMoney(measure)) {
            diagnostics()
                    .warning(
                            "R014",
                            mark,
                            Message.of("reward.no-money", measure.name(), measure.unit()),
                            Message.of("reward.fix.no-money"));
        }
    }

    /** Reads an amount of money that is not below 0; null, with an error, if it is none. */
    @Nullable
    BigFraction amount(Node node) {
        return refusesShare(node) ? null : notNegative(node);
    }

    /** Reads where a bracket of a measure begins, not below 0, which is a share where the measure's unit is %; null, with an error. */
    @Nullable
    BigFraction edge(Node node, @Nullable Term measure) {
        if (measure == null || mayBeMoney(measure)) {
            return amount(node);
        }
        return UnitKind.of(measure.unit()) == UnitKind.SHARE
                ? notNegative(node)
                : in(BigFraction.ZERO).amount(node);
    }

    private static boolean mayBeMoney(Term measure) {
        UnitKind kind = UnitKind.of(measure.unit());
        return kind == UnitKind.MONEY || kind == UnitKind.UNKNOWN;
    }

    /**
     * Tells a share that is written where an amount of money is meant, in a benchmark's cases and bands too, and warns of an
     * amount below the unit; returns whether there is such a share.
     */
    boolean refusesShare(Node node) {
        if (node instanceof Node.Mapping mapping) {
            List<Node> amounts = new ArrayList<>();
            if (mapping.get("cases") instanceof Node.Mapping cases) {
                cases.entries().forEach(each -> amounts.add(each.value()));
            }
            if (mapping.get("bands") instanceof Node.Items bands) {
                bands.items().forEach(band -> amounts.add(band instanceof Node.Mapping each ? each.get("use") : null));
            }
            amounts.add(mapping.get("else"));
            return amounts.stream()
                            .filter(each -> each != null && refusesShare(each))
                            .count()
                    > 0;
        }
        boolean share = node instanceof Node.Scalar scalar && RuleNumber.share(scalar.text());
        if (share) {
            diagnostics()
                    .error(
                            "R014",
                            node.mark(),
                            Message.of("reward.share-for-amount", ((Node.Scalar) node).text()),
                            Message.of("reward.fix.share-for-amount"));
        } else if (node instanceof Node.Scalar scalar) {
            RuleNumber.read(scalar.text())
                    .filter(amount -> amount.signum() > 0 && amount.compareTo(unit) < 0)
                    .ifPresent(amount -> diagnostics()
                            .warning(
                                    "R021",
                                    node.mark(),
                                    Message.of("reward.below-unit", Quantity.yuan(amount), Quantity.yuan(unit)),
                                    Message.of("reward.fix.below-unit")));
        }
        return share;
    }

    private @Nullable BigFraction notNegative(Node node) {
        BigFraction number = Fields.number(node, diagnostics());
        if (number != null && number.signum() < 0) {
            diagnostics()
                    .error(
                            "R018",
                            node.mark(),
                            Message.of("reward.negative", number),
                            Message.of("reward.fix.not-negative"));
            return null;
        }
        return number;
    }

    /** Reads a share that is not below 0, with a warning above 100 %; null, with an error, if it is none. */
    @Nullable
    BigFraction share(Node node) {
        BigFraction share = notNegative(node);
        if (share != null && share.compareTo(BigFraction.ONE) > 0) {
            diagnostics()
                    .warning(
                            "R018",
                            node.mark(),
                            Message.of("reward.high-share", percent(share)),
                            Message.of("reward.fix.high-share"));
        }
        return share;
    }

    /** Reads a limit or floor; null where there is none or, with an error, a faulty one. */
    @Nullable
    Benchmark benchmark(@Nullable Node node) {
        if (node == null || refusesShare(node)) {
            return null;
        }
        Benchmark benchmark = Benchmarks.read(node, reading.vocabulary(), false, diagnostics());
        if (benchmark instanceof Benchmark.Constant
                && ((Benchmark.Constant) benchmark).number().signum() < 0) {
            diagnostics()
                    .error(
                            "R018",
                            node.mark(),
                            Message.of("reward.negative", ((Benchmark.Constant) benchmark).number()),
                            Message.of("reward.fix.not-negative"));
        }
        return benchmark;
    }

    @Nullable
    Condition condition(Node node) {
        return reading.rosterCondition().apply(node);
    }

    /** Returns a share as a percentage for a sentence. */
    static String percent(BigFraction share) {
        return Exact.brief(share.multiply(100)) + "%";
    }
}
