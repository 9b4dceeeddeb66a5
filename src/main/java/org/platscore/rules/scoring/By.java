package org.platscore.rules.scoring;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/**
 * {@code by: {of: roster.class, cases: {A: {…}, B: {…}}, else: {…}}}, or by number with {@code bands}: a method by category or
 * by the size of a number.
 */
public record By(Choice<ScoringMethod> choice) implements ScoringMethod {

    static final String NAME = "by";

    static @Nullable By read(Node spec, MethodReading reading) {
        Fields fields = Fields.of(
                spec, reading.diagnostics(), "{of: roster.class, cases: {A: {linear: {zero: 0, full: 100}}}}");
        if (fields == null) {
            return null;
        }
        Choice<ScoringMethod> choice = new ChoiceReading<ScoringMethod>(
                        reading.vocabulary(),
                        reading.diagnostics(),
                        score -> ScoringMethods.read(score, reading.among()))
                .read(fields);
        return choice == null ? null : new By(choice);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Message sentence(Wording wording, @Nullable String measure) {
        return choice.sentence(wording, method -> method.sentence(wording, measure));
    }

    @Override
    public Outcome score(ScoringContext context) {
        Found<Object> value = context.ask(choice.of());
        Outcome instead = Outcome.instead(List.of(value));
        if (instead != null) {
            return instead;
        }
        ScoringMethod method = choice.pick(value.get());
        if (method == null) {
            return Outcome.noCase(
                    Message.of("scoring.by.none", choice.label(), context.told(choice.of(), value.get())));
        }
        Outcome outcome = context.outcome(null, method);
        return outcome.scored()
                ? outcome.because(Message.of(
                        "scoring.by.chosen", choice.label(), context.told(choice.of(), value.get()), outcome.reason()))
                : outcome;
    }

    @Override
    public @Nullable String spreadsheet(CellNames cells) {
        return cells.choice(choice, method -> method.spreadsheet(cells));
    }

    @Override
    public boolean fallible() {
        return !choice.of().roster()
                || Stream.concat(
                                choice.cases().values().stream(),
                                choice.bands().stream().map(Choice.Band::use))
                        .anyMatch(ScoringMethod::fallible)
                || (choice.otherwise() != null && choice.otherwise().fallible());
    }
}
