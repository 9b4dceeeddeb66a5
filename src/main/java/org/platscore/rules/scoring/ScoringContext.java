package org.platscore.rules.scoring;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.finding.Quantity;
import org.platscore.rules.formula.Values;
import org.platscore.rules.names.Ref;

/** One subject's values, as a method of one indicator sees them. */
public interface ScoringContext extends BenchmarkValues {

    /** Returns the indicator's weight as written. */
    BigFraction weight();

    /**
     * Returns the value that is scored: a {@code BigFraction} or a {@code String}.
     *
     * @throws IllegalStateException if the indicator names no measure
     */
    Object scored();

    /** Returns the value that is scored in words: its measure's label, the figure, the unit. */
    Message shown();

    /** Returns a number with the unit of the measure that is scored, to stand in a sentence. */
    Quantity quantity(BigFraction number);

    /** Returns a value of a measure or roster column to stand in a sentence: a measure's number with its unit. */
    default Object told(Ref ref, Object value) {
        return value;
    }

    /** Returns a benchmark to stand in a sentence: its numbers with the unit of the measure that is scored. */
    default Message words(Benchmark benchmark) {
        return benchmark.sentence();
    }

    /** Returns a value that the method needs, or what its lack leads to. */
    Found<Object> ask(Ref ref);

    /**
     * Returns the values of the measure that is scored, over the peers.
     *
     * @param within roster column whose value they share with the subject; null: all peers
     */
    PeerField peers(@Nullable String within);

    /** Returns whether a value that the method needs is not known yet, because a workbook is scored by itself. */
    default boolean open(Ref ref) {
        return false;
    }

    /**
     * Returns whether the peers are not known yet, because a workbook is scored by itself.
     *
     * @param within roster column whose value they share with the subject; null: all peers
     */
    default boolean peersOpen(@Nullable String within) {
        return false;
    }

    /** Returns whether the subject is itself one of the peers of the measure that is scored. */
    boolean peer();

    /** Returns the names of formulas: {@code value}, {@code weight} and all measures. */
    Values names();

    /**
     * Returns what another method says for the same indicator and subject, its points cut to between 0 and the weight.
     *
     * @param measure the measure that it scores; null: the same as here
     */
    Outcome outcome(@Nullable String measure, ScoringMethod method);

    /** Returns the number that is scored. */
    default BigFraction number() {
        return (BigFraction) scored();
    }

    /** Returns a benchmark's number for the subject, or what its lack leads to. */
    default Found<BigFraction> benchmark(Benchmark benchmark) {
        List<Ref> asks = benchmark.asks(this);
        Outcome instead = asks.isEmpty()
                ? null
                : Outcome.instead(asks.stream().map(this::ask).toList());
        if (instead != null) {
            return Found.not(instead);
        }
        if (benchmark.chosen(this) instanceof Benchmark.Statistic statistic && peersOpen(statistic.within())) {
            return Found.not(Outcome.pending(words(benchmark)));
        }
        BigFraction number = benchmark.number(this);
        return number == null
                ? Found.not(Outcome.badBenchmark(Message.of("scoring.no-benchmark", words(benchmark))))
                : Found.of(number);
    }
}
