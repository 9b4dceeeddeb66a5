package org.platscore.rules.reward;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.finding.Quantity;
import org.platscore.rules.names.Term;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.Wording;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/** A bound on what one subject gets in all. */
public sealed interface RewardLimit {

    /** Returns the bound in 元, not below 0; null where it does not bind this subject. */
    @Nullable
    BigFraction amount(RewardContext subject);

    /** Returns the bound in a spreadsheet's words, in 元; null where it does not bind this subject. */
    @Nullable
    String spreadsheet(RewardCells cells);

    /** Returns the measures that it needs. */
    List<String> measures();

    /** Returns the benchmarks that bind a subject of this grade. */
    default List<Benchmark> benchmarks(@Nullable String grade) {
        return List.of();
    }

    /** Returns the benchmarks that bind a subject of some grade. */
    default List<Benchmark> benchmarks() {
        return benchmarks(null);
    }

    /** Returns the bound in words. */
    Message sentence(Wording wording);

    /** An amount for everybody. */
    record Amount(Benchmark benchmark) implements RewardLimit {

        @Override
        public @Nullable BigFraction amount(RewardContext subject) {
            BigFraction amount = subject.benchmark(benchmark);
            return amount == null ? null : Exact.max(BigFraction.ZERO, amount);
        }

        @Override
        public @Nullable String spreadsheet(RewardCells cells) {
            return cells.benchmark(benchmark);
        }

        @Override
        public List<String> measures() {
            return List.of();
        }

        @Override
        public List<Benchmark> benchmarks(@Nullable String grade) {
            return List.of(benchmark);
        }

        @Override
        public Message sentence(Wording wording) {
            return benchmark instanceof Benchmark.Constant
                    ? Message.of("reward.words.limit", Quantity.yuan(((Benchmark.Constant) benchmark).number()))
                    : Message.of("reward.words.limit-own", benchmark.sentence(wording.money(), null));
        }
    }

    /** An amount by grade id; a grade that is not listed has none. */
    record ByGrade(Map<String, Benchmark> amounts, RewardPart.Grades grades) implements RewardLimit {

        @Override
        public @Nullable BigFraction amount(RewardContext subject) {
            String grade = subject.grade();
            Benchmark benchmark = grade == null ? null : amounts.get(grade);
            return benchmark == null ? null : new Amount(benchmark).amount(subject);
        }

        @Override
        public @Nullable String spreadsheet(RewardCells cells) {
            String grade = cells.grade();
            Benchmark benchmark = grade == null ? null : amounts.get(grade);
            return benchmark == null ? null : cells.benchmark(benchmark);
        }

        @Override
        public List<String> measures() {
            return List.of();
        }

        @Override
        public List<Benchmark> benchmarks(@Nullable String grade) {
            Benchmark benchmark = grade == null ? null : amounts.get(grade);
            return benchmark == null ? List.of() : List.of(benchmark);
        }

        @Override
        public List<Benchmark> benchmarks() {
            return List.copyOf(amounts.values());
        }

        @Override
        public Message sentence(Wording wording) {
            List<Object> each = new ArrayList<>();
            amounts.forEach((grade, benchmark) -> each.add(Message.of(
                    "reward.words.grade-limit", grades.label(grade), new Amount(benchmark).sentence(wording))));
            return Message.of("reward.words.limit-by-grade", each);
        }
    }

    /** A share of a measure. */
    record Share(BigFraction share, Term of) implements RewardLimit {

        @Override
        public @Nullable BigFraction amount(RewardContext subject) {
            BigFraction measure = subject.benchmark(new Benchmark.OfMeasure(of.name()));
            return measure == null ? null : Exact.max(BigFraction.ZERO, measure).multiply(share);
        }

        @Override
        public @Nullable String spreadsheet(RewardCells cells) {
            String measure = cells.benchmark(new Benchmark.OfMeasure(of.name()));
            return measure == null ? null : measure + "*" + cells.plain(this, "share");
        }

        @Override
        public List<String> measures() {
            return List.of(of.name());
        }

        @Override
        public Message sentence(Wording wording) {
            return Message.of("reward.words.limit-share", of.label(), PartReading.percent(share));
        }
    }

    /** Reads one limit or a list of them. */
    static List<RewardLimit> read(@Nullable Node node, PartReading reading) {
        if (node == null) {
            return List.of();
        }
        List<RewardLimit> limits = new ArrayList<>();
        for (Node each : node instanceof Node.Items ? ((Node.Items) node).items() : List.of(node)) {
            RewardLimit limit = one(each, reading);
            if (limit != null) {
                limits.add(limit);
            }
        }
        return List.copyOf(limits);
    }

    private static @Nullable RewardLimit one(Node node, PartReading reading) {
        if (node instanceof Node.Mapping && ((Node.Mapping) node).get("percent") != null) {
            Fields fields = Fields.of(node, reading.diagnostics());
            Node percent = fields == null ? null : fields.required("percent");
            if (fields == null || percent == null) {
                return null;
            }
            BigFraction share = reading.share(percent);
            Term of = reading.measure(fields, "of");
            fields.done();
            if (of != null) {
                reading.isMoney(of, fields.valueMark("of"));
            }
            return share == null || of == null ? null : new Share(share, of);
        }
        if (node instanceof Node.Mapping && ((Node.Mapping) node).get("of") == null) {
            PartReading.ByGrade<Benchmark> amounts = reading.byGrade((Node.Mapping) node, reading::benchmark);
            return amounts.values().isEmpty() ? null : new ByGrade(amounts.values(), amounts.grades());
        }
        Benchmark benchmark = reading.benchmark(node);
        return benchmark == null ? null : new Amount(benchmark);
    }
}
