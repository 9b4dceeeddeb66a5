package org.platscore.rules.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.formula.Formula;
import org.platscore.rules.formula.FormulaWords;
import org.platscore.rules.formula.Formulas;
import org.platscore.rules.formula.Values;
import org.platscore.rules.names.Ref;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/**
 * {@code formula: "MIN(weight, 3 * value)"}: points outright.
 *
 * @param labels what its names are called in sentences
 * @param words the formula in words, with these labels
 */
public record FormulaMethod(Formula formula, Map<String, Message> labels, Message words) implements ScoringMethod {

    static final String NAME = "formula";

    static @Nullable FormulaMethod read(Node spec, MethodReading reading) {
        Node.Scalar text = Fields.scalar(spec, reading.diagnostics());
        if (text == null) {
            return null;
        }
        Map<String, Term> names = new LinkedHashMap<>();
        if (reading.measure() != null) {
            names.put("value", reading.measure());
        }
        names.put("weight", new Term("weight", "weight", ValueType.NUMBER, List.of()));
        names.putAll(reading.vocabulary().measures());
        Formula formula = Formulas.read(text, names, ValueType.NUMBER, reading.diagnostics());
        if (formula == null) {
            return null;
        }
        Map<String, Message> labels = new LinkedHashMap<>();
        names.forEach((name, term) ->
                labels.put(name, name.equals("weight") ? Message.of("words.weight") : Message.verbatim(term.label())));
        labels.keySet().retainAll(formula.names());
        return of(formula, labels);
    }

    /** Returns a method whose names are called so. */
    public static FormulaMethod of(Formula formula, Map<String, Message> labels) {
        return new FormulaMethod(formula, labels, FormulaWords.of(formula.source(), labels));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Message sentence(Wording wording, @Nullable String measure) {
        return Message.of("scoring.formula.words", wording.formula(formula, measure));
    }

    @Override
    public Outcome score(ScoringContext context) {
        for (String name : formula.names()) {
            if (context.open(new Ref(false, name))) {
                return Outcome.pending(label(name));
            }
        }
        Values names = context.names();
        BigFraction points = (BigFraction) formula.value(names);
        List<Object> figures = new ArrayList<>();
        for (String name : formula.names()) {
            Object value = names.value(name);
            figures.add(
                    value == null
                            ? Message.of("scoring.formula.no-figure", label(name))
                            : Message.of("scoring.formula.figure", label(name), told(name, value, context)));
        }
        if (points == null) {
            return Outcome.excluded(Message.of("scoring.formula.none", words, figures));
        }
        return Outcome.scored(
                points,
                figures.isEmpty()
                        ? Message.of("scoring.formula.constant", words, points)
                        : Message.of("scoring.formula.points", words, figures, points));
    }

    private static Object told(String name, Object value, ScoringContext context) {
        if (name.equals("value") && value instanceof BigFraction number) {
            return context.quantity(number);
        }
        return name.equals("value") || name.equals("weight") ? value : context.told(new Ref(false, name), value);
    }

    private Message label(String name) {
        return labels.getOrDefault(name, Message.verbatim(name));
    }

    @Override
    public String spreadsheet(CellNames cells) {
        String points = cells.cut(formula.spreadsheet(cells::name) + "+0");
        return formula.names().contains("value") ? points : cells.ifThere(points);
    }

    @Override
    public boolean fallible() {
        return !formula.names().stream().allMatch("weight"::equals);
    }
}
