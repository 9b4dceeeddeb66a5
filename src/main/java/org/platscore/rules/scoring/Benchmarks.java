package org.platscore.rules.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.finding.Nearest;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.names.Vocabulary;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;
import org.platscore.rules.source.RuleNumber;

/** Reads benchmarks. */
public final class Benchmarks {

    private static final Pattern PERCENTILE = Pattern.compile("p([1-9][0-9]?)");
    private static final Pattern NUMBER_LIKE = Pattern.compile("[-+.¥￥$(（]*[0-9０-９].*", Pattern.DOTALL);

    private Benchmarks() {}

    /**
     * Returns the benchmark that {@code node} says; null, with an error, if it says none.
     *
     * @param statistics whether {@code stat} is allowed here
     */
    public static @Nullable Benchmark read(
            Node node, Vocabulary vocabulary, boolean statistics, Diagnostics diagnostics) {
        if (node instanceof Node.Scalar) {
            return scalar((Node.Scalar) node, vocabulary, diagnostics);
        }
        if (!(node instanceof Node.Mapping)) {
            diagnostics.error(
                    "R006",
                    node.mark(),
                    Message.of("scoring.not-a-benchmark"),
                    Message.of("scoring.fix.not-a-benchmark"));
            return null;
        }
        Fields fields = Fields.of(node, diagnostics);
        if (fields == null) {
            return null;
        }
        if (fields.has("stat")) {
            return statistic(fields, vocabulary, statistics, diagnostics);
        }
        if (!fields.has("of")) {
            fields.allow("stat", "cases", "bands", "else");
            fields.done();
            diagnostics.error(
                    "R005",
                    node.mark(),
                    Message.of("scoring.not-a-benchmark"),
                    Message.of("scoring.fix.not-a-benchmark"));
            return null;
        }
        Choice<Benchmark> choice = new ChoiceReading<Benchmark>(
                        vocabulary, diagnostics, each -> read(each, vocabulary, statistics, diagnostics))
                .read(fields);
        return choice == null ? null : chosen(choice);
    }

    private static Benchmark chosen(Choice<Benchmark> choice) {
        if (choice.bands().isEmpty()) {
            return new Benchmark.ByCategory(choice.of(), choice.cases(), choice.otherwise(), choice.label());
        }
        List<Benchmark.Band> bands = new ArrayList<>();
        choice.bands().forEach(band -> bands.add(new Benchmark.Band(band.under(), band.use())));
        if (choice.otherwise() != null) {
            bands.add(new Benchmark.Band(null, choice.otherwise()));
        }
        return new Benchmark.ByBands(choice.of(), List.copyOf(bands), choice.label());
    }

    private static @Nullable Benchmark scalar(Node.Scalar scalar, Vocabulary vocabulary, Diagnostics diagnostics) {
        Optional<BigFraction> number = RuleNumber.read(scalar.text());
        if (number.isPresent()) {
            return new Benchmark.Constant(number.get());
        }
        if (NUMBER_LIKE.matcher(scalar.text()).matches()) {
            Fields.number(scalar, diagnostics);
            return null;
        }
        Term measure = vocabulary.measures().get(scalar.text());
        if (measure == null
                && Nearest.among(vocabulary.measures().keySet())
                        .all(scalar.text())
                        .isEmpty()
                && vocabulary.measures().values().stream()
                        .noneMatch(each -> each.label().equals(scalar.text().strip()))) {
            diagnostics.error(
                    "R012",
                    scalar.mark(),
                    Message.of("scoring.no-number", scalar.text()),
                    Message.of("scoring.fix.no-number"));
            return null;
        }
        if (measure == null) {
            diagnostics.unknown(
                    "R012",
                    scalar.mark(),
                    Message.of("scoring.kind.measure"),
                    scalar.text(),
                    Term.labels(vocabulary.measures()));
            return null;
        }
        if (measure.type() != ValueType.NUMBER) {
            diagnostics.error(
                    "R014",
                    scalar.mark(),
                    Message.of("scoring.category-benchmark", scalar.text()),
                    Message.of("scoring.fix.category-benchmark"));
            return null;
        }
        return new Benchmark.OfMeasure(measure.name(), measure.label());
    }

    private static @Nullable Benchmark statistic(
            Fields fields, Vocabulary vocabulary, boolean allowed, Diagnostics diagnostics) {
        Node.Scalar word = fields.scalar("stat");
        Term within = MethodReading.rosterColumn(fields, "within", vocabulary, diagnostics);
        Integer atLeast = fields.whole("at_least", 1);
        fields.done();
        if (!allowed) {
            diagnostics.error(
                    "R021",
                    fields.keyMark("stat"),
                    Message.of("scoring.no-statistics"),
                    Message.of("scoring.fix.no-statistics"));
            return null;
        }
        if (word == null || (within == null && fields.has("within"))) {
            return null;
        }
        Matcher percentile = PERCENTILE.matcher(word.text());
        Benchmark.Kind kind = percentile.matches()
                ? Benchmark.Kind.PERCENTILE
                : List.of(Benchmark.Kind.values()).stream()
                        .filter(each ->
                                each != Benchmark.Kind.PERCENTILE && each.key().equals(word.text()))
                        .findFirst()
                        .orElse(null);
        if (kind == null) {
            diagnostics.unknown(
                    "R023",
                    word.mark(),
                    Message.of("scoring.kind.statistic"),
                    word.text(),
                    List.of("mean", "median", "min", "max", "p1", "p25", "p75", "p99"));
            return null;
        }
        return new Benchmark.Statistic(
                kind,
                kind == Benchmark.Kind.PERCENTILE ? Integer.parseInt(percentile.group(1)) : 0,
                within == null ? null : within.name(),
                atLeast == null ? 1 : atLeast,
                within == null ? "" : within.label());
    }
}
