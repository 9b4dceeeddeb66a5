package org.platscore.rules.scoring;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.finding.Quantity;
import org.platscore.rules.formula.Values;
import org.platscore.rules.names.Ref;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.names.Vocabulary;
import org.platscore.rules.source.Diagnostics;
import org.platscore.rules.source.Node;
import org.platscore.rules.source.RuleNumber;
import org.platscore.rules.source.SourceText;
import org.platscore.rules.source.Yaml;

/**
 * One subject of a case table. Every measure scores without a value as {@code missing: exclude} says.
 *
 * @param values by the name of a measure or {@code roster.COLUMN}
 * @param others values of the other peers
 * @param peer whether the subject is a peer too
 */
record OneSubject(
        BigFraction weight, Map<String, Object> values, String measure, List<BigFraction> others, boolean peer)
        implements ScoringContext {

    /** What the tables may name. Measures: x, y, target, last_income and more are numbers; level and word categories. */
    static Vocabulary vocabulary() {
        Map<String, Term> measures = new LinkedHashMap<>();
        for (String name : List.of("x", "y", "z", "target", "last_income", "equipment")) {
            measures.put(name, new Term(name, "度量" + name, ValueType.NUMBER, List.of()));
        }
        measures.put("level", new Term("level", "制度", ValueType.CATEGORY, List.of("健全", "基本健全", "无")));
        measures.put("word", new Term("word", "评语", ValueType.CATEGORY, List.of()));
        Map<String, Term> roster = new LinkedHashMap<>();
        roster.put("class", new Term("class", "类别", ValueType.CATEGORY, List.of("A", "B", "C")));
        roster.put("domain", new Term("domain", "领域", ValueType.CATEGORY, List.of()));
        roster.put("staff", new Term("staff", "人数", ValueType.NUMBER, List.of()));
        return new Vocabulary(measures, roster, Set.of());
    }

    static @Nullable ScoringMethod method(
            String yaml, @Nullable String measure, BigFraction weight, Diagnostics diagnostics) {
        Vocabulary vocabulary = vocabulary();
        Term term = measure == null ? null : vocabulary.measures().get(measure);
        return ScoringMethods.read(parsed(yaml), new MethodReading(vocabulary, term, weight, diagnostics));
    }

    static Node parsed(String yaml) {
        SourceText source = SourceText.of(yaml.getBytes(StandardCharsets.UTF_8));
        return Objects.requireNonNull(Yaml.read(source, new Diagnostics()), yaml);
    }

    /** Reads {@code "x=35 target=300 roster.class=A"}. */
    static Map<String, Object> values(@Nullable String text) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String each : text == null ? new String[0] : text.split(" +")) {
            String[] pair = each.split("=", 2);
            values.put(pair[0], number(pair[1]));
        }
        return values;
    }

    private static Object number(String text) {
        if (text.contains("/")) {
            String[] parts = text.split("/", 2);
            return Exact.of(new BigDecimal(parts[0])).divide(Exact.of(new BigDecimal(parts[1])));
        }
        return RuleNumber.read(text).<Object>map(number -> number).orElse(text);
    }

    static BigFraction figure(String text) {
        return (BigFraction) number(text);
    }

    @Override
    public Object scored() {
        Object value = values.get(measure);
        if (value == null) {
            throw new IllegalStateException(measure);
        }
        return value;
    }

    @Override
    public Quantity quantity(BigFraction number) {
        return new Quantity(number, "");
    }

    @Override
    public Message shown() {
        return Message.of(
                scored() instanceof String ? "scoring.value-category" : "scoring.value", "度量" + measure, scored());
    }

    @Override
    public @Nullable Object value(Ref ref) {
        return values.get(ref.written());
    }

    @Override
    public @Nullable BigFraction statistic(Benchmark.Statistic statistic) {
        PeerField field = peers(statistic.within());
        if (field.size() == 0) {
            return null;
        }
        return statistic.kind() == Benchmark.Kind.MEAN ? field.mean() : field.greatest();
    }

    @Override
    public Found<Object> ask(Ref ref) {
        Object value = value(ref);
        return value == null
                ? Found.not(Outcome.excluded(Message.of("scoring.no-value", ref.written())))
                : Found.of(value);
    }

    @Override
    public PeerField peers(@Nullable String within) {
        List<BigFraction> all = new ArrayList<>(others);
        if (peer) {
            all.add(number());
        }
        return new PeerField(all);
    }

    @Override
    public Values names() {
        return name -> name.equals("weight") ? weight : values.get(name.equals("value") ? measure : name);
    }

    @Override
    public Outcome outcome(@Nullable String other, ScoringMethod method) {
        OneSubject subject = new OneSubject(weight, values, other == null ? measure : other, others, peer);
        return other != null && values.get(other) == null
                ? Outcome.excluded(Message.of("scoring.no-value", other))
                : cut(method.score(subject), weight);
    }

    static Outcome cut(Outcome outcome, BigFraction weight) {
        return outcome.scored()
                ? Outcome.scored(Exact.clamp(outcome.points(), BigFraction.ZERO, weight), outcome.reason())
                : outcome;
    }
}
