package org.platscore.rules.words;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.rules.Measure;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;
import org.platscore.rules.formula.Formula;
import org.platscore.rules.formula.FormulaWords;
import org.platscore.rules.names.Ref;
import org.platscore.rules.scoring.Deducted;
import org.platscore.rules.scoring.Wording;

/** Tells numbers with their measure's unit, and formulas with labels. */
public final class RulesWording implements Wording {

    private static final int MOST_DECIMALS_OF_A_PERCENTAGE = 2;

    private final Map<String, Measure> measures = new HashMap<>();
    private final Map<String, Message> labels = new HashMap<>();
    private final Rulebook rules;

    /** Learns the labels and units of some rules. */
    public RulesWording(Rulebook rules) {
        this.rules = rules;
        labels.put("total", Message.of("words.total"));
        labels.put("weight", Message.of("words.weight"));
        node(rules.rubric());
        rules.bonuses().forEach(this::node);
        rules.deductions().forEach(this::node);
        for (Measure measure : rules.measures()) {
            measures.put(measure.name(), measure);
            labels.put(measure.name(), Message.verbatim(measure.label()));
        }
    }

    private void node(RubricNode node) {
        labels.put(node.id(), Message.verbatim(node.label()));
        if (node instanceof RubricNode.Group) {
            ((RubricNode.Group) node).of().forEach(this::node);
        }
    }

    /** A number without a unit that is a short fraction below 1 is most likely a share, and told in percent. */
    @Override
    public Object figure(BigFraction number, @Nullable String measure) {
        Measure of = measure == null ? null : measures.get(measure);
        if (of == null) {
            return number;
        }
        if (!of.unit().isEmpty()) {
            return of.quantity(number);
        }
        boolean whole = number.getDenominator().bitLength() == 1;
        BigFraction percent = number.multiply(100);
        boolean share = !whole
                && number.abs().compareTo(BigFraction.ONE) < 0
                && Exact.decimal(percent).scale() <= MOST_DECIMALS_OF_A_PERCENTAGE;
        return share ? Exact.brief(percent) + "%" : number;
    }

    @Override
    public Object cell(BigFraction number, String column) {
        return rules.told(new Ref(true, column), number);
    }

    /** Returns how an indicator, bonus or deduction is scored. */
    public Message method(RubricNode.Leaf leaf) {
        Message method = leaf.method().sentence(this, leaf.measure());
        return rules.deductions().contains(leaf) ? Deducted.of(method) : method;
    }

    @Override
    public Message formula(Formula formula, @Nullable String measure) {
        Map<String, Message> names = labels;
        if (measure != null) {
            names = new HashMap<>(labels);
            names.put("value", label(measure));
        }
        return FormulaWords.of(formula.source(), names);
    }

    /** Returns a formula's text in words. */
    Message told(String source) {
        return FormulaWords.of(source, labels);
    }

    /** Returns the display text of a measure or of a rubric's node, bonus or deduction. */
    Message label(String name) {
        Message label = labels.get(name);
        return label == null ? Message.verbatim(name) : label;
    }
}
