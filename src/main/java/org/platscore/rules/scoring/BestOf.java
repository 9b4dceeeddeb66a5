package org.platscore.rules.scoring;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.names.Term;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/**
 * {@code best_of: [{measure: m, score: {…}}, …]}: the best of those that have a value.
 *
 * @param alternatives in file order
 */
public record BestOf(List<Alternative> alternatives) implements ScoringMethod {

    static final String NAME = "best_of";

    /**
     * One way to the points.
     *
     * @param measure what it scores; null where its method names its own
     * @param label the measure's display text; empty where there is none
     */
    public record Alternative(@Nullable String measure, String label, ScoringMethod method) {

        private Message sentence(Wording wording, @Nullable String own) {
            String scored = measure == null ? own : measure;
            return label.isEmpty()
                    ? method.sentence(wording, scored)
                    : Message.of("scoring.best_of.words.alternative", label, method.sentence(wording, scored));
        }
    }

    static @Nullable BestOf read(Node spec, MethodReading reading) {
        List<Node> items = spec instanceof Node.Items ? ((Node.Items) spec).items() : List.of();
        if (items.isEmpty()) {
            reading.diagnostics()
                    .error(
                            "R006",
                            spec.mark(),
                            Message.of("scoring.best_of.shape"),
                            Message.of("scoring.fix.best_of.shape"));
            return null;
        }
        List<Alternative> alternatives = new ArrayList<>();
        for (Node item : items) {
            Fields fields =
                    Fields.of(item, reading.diagnostics(), "{measure: visits, score: {linear: {zero: 0, full: 100}}}");
            if (fields == null) {
                continue;
            }
            Term measure = measure(fields, reading);
            Node score = fields.required("score");
            fields.done();
            ScoringMethod method = score == null ? null : ScoringMethods.read(score, reading.on(measure));
            if (method != null) {
                alternatives.add(new Alternative(
                        measure == null ? null : measure.name(), measure == null ? "" : measure.label(), method));
            }
        }
        return alternatives.isEmpty() ? null : new BestOf(List.copyOf(alternatives));
    }

    private static @Nullable Term measure(Fields fields, MethodReading reading) {
        Node.Scalar scalar = fields.scalar("measure");
        if (scalar == null) {
            return null;
        }
        Term term = reading.vocabulary().measures().get(scalar.text());
        if (term == null) {
            reading.diagnostics()
                    .unknown(
                            "R012",
                            scalar.mark(),
                            Message.of("scoring.kind.measure"),
                            scalar.text(),
                            Term.labels(reading.vocabulary().measures()));
            return MethodReading.UNKNOWN;
        }
        return term;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Message sentence(Wording wording, @Nullable String measure) {
        return Message.of(
                "scoring.best_of.words",
                Choice.joined(alternatives.stream()
                        .map(each -> each.sentence(wording, measure))
                        .toList()));
    }

    @Override
    public Outcome score(ScoringContext context) {
        List<Outcome> outcomes = alternatives.stream()
                .map(each -> context.outcome(each.measure, each.method))
                .toList();
        Outcome worst =
                Outcome.worst(outcomes.stream().filter(each -> !each.scored()).toList());
        if (worst != null && (worst.kind() == Outcome.Kind.MISSING || worst.kind() == Outcome.Kind.PENDING)) {
            return worst;
        }
        Outcome best = null;
        for (Outcome outcome : outcomes) {
            if (outcome.scored() && (best == null || outcome.points().compareTo(best.points()) > 0)) {
                best = outcome;
            }
        }
        return best == null
                ? Outcome.excluded(Message.of("scoring.best_of.none"))
                : best.because(Message.of("scoring.best_of.best", best.reason()));
    }

    @Override
    public @Nullable String spreadsheet(CellNames cells) {
        List<String> each = new ArrayList<>();
        for (Alternative alternative : alternatives) {
            String points = alternative.method.spreadsheet(cells.on(alternative.measure));
            if (points == null) {
                return null;
            }
            each.add("IFERROR(" + points + ",-1)");
        }
        String best = "MAX(" + String.join(",", each) + ")";
        return "IF(" + best + "<0,NA()," + best + ")";
    }

    @Override
    public boolean fallible() {
        return true;
    }
}
