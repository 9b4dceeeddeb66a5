package org.platscore.rules.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.rules.Input;
import org.platscore.rules.Measure;
import org.platscore.rules.Missing;
import org.platscore.rules.Rulebook;
import org.platscore.rules.condition.Condition;

/** Each measure as a sentence. */
final class MeasureWords {

    private final Rulebook rules;
    private final RulesWording wording;

    private MeasureWords(Rulebook rules, RulesWording wording) {
        this.rules = rules;
        this.wording = wording;
    }

    static List<Paragraph> of(Rulebook rules, RulesWording wording) {
        MeasureWords words = new MeasureWords(rules, wording);
        List<Paragraph> told = new ArrayList<>();
        rules.measures().forEach(measure -> told.add(new Paragraph(1, words.measure(measure))));
        told.add(new Paragraph(1, Message.of("words.adjustments")));
        return told;
    }

    private Message measure(Measure measure) {
        Message name = measure.unit().isEmpty()
                ? Message.verbatim(measure.label())
                : Message.of("words.with-unit", measure.label(), measure.unit());
        Message told = Message.of("words.measure", name, definition(measure.definition()));
        Measure.Claim claim = measure.claimed();
        if (claim != null) {
            told = Message.of(
                    "words.claimed",
                    told,
                    definition(claim.value()),
                    Exact.brief(claim.tolerance().multiply(100)) + "%");
        }
        BigFraction spread =
                measure.definition() instanceof Measure.Over ? ((Measure.Over) measure.definition()).spread() : null;
        if (spread != null) {
            told = Message.of("words.spread", told, measure.quantity(spread));
        }
        Missing missing = measure.missing();
        if (missing instanceof Missing.Exclude) {
            return Message.of("words.missing-exclude", told);
        }
        if (missing instanceof Missing.Number) {
            Message instead = ((Missing.Number) missing).benchmark().sentence(wording, measure.name());
            return Message.of("words.missing-instead", told, instead);
        }
        return missing instanceof Missing.Category
                ? Message.of("words.missing-instead", told, ((Missing.Category) missing).category())
                : told;
    }

    private Message definition(Measure.Definition definition) {
        if (definition instanceof Measure.Count) {
            Measure.Count count = (Measure.Count) definition;
            return where(Message.of("words.count", rules.input(count.input()).label()), count.where());
        }
        if (definition instanceof Measure.Over) {
            return over((Measure.Over) definition);
        }
        if (definition instanceof Measure.Field) {
            Input input = rules.input(((Measure.Field) definition).input());
            String column = ((Measure.Field) definition).column();
            return Message.of("words.field", input.label(), InputWords.label(input, column));
        }
        if (definition instanceof Measure.RosterValue) {
            String column = ((Measure.RosterValue) definition).column();
            return Message.of("words.field", rules.roster().label(), InputWords.label(rules.roster(), column));
        }
        return wording.formula(((Measure.Computed) definition).formula(), null);
    }

    private Message over(Measure.Over over) {
        Input input = rules.input(over.input());
        Message told = where(
                Message.of(
                        "words.over." + over.aggregate().name().toLowerCase(Locale.ROOT),
                        input.label(),
                        InputWords.label(input, over.column())),
                over.where());
        if (over.trim() > 0) {
            told = Message.of(
                    over.trimFrom() > 0 ? "words.trim-from" : "words.trim", told, over.trim(), over.trimFrom());
        }
        return over.atLeast() > over.aggregate().leastValues()
                ? Message.of("words.at-least", told, over.atLeast())
                : told;
    }

    private static Message where(Message told, @Nullable Condition where) {
        return where == null ? told : Message.of("words.of-those", told, where.sentence());
    }
}
