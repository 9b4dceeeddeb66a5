package org.platscore.rules.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;
import org.platscore.rules.names.Ref;

/** A number that a method measures against. */
public sealed interface Benchmark {

    /** Returns the number for one subject; null where it has none. */
    default @Nullable BigFraction number(BenchmarkValues values) {
        Benchmark chosen = chosen(values);
        return chosen == null || chosen == this ? null : chosen.number(values);
    }

    /**
     * Returns what is left of this benchmark for one subject once categories and bands have chosen: a constant, a measure or a
     * statistic; null where nothing fits.
     */
    default @Nullable Benchmark chosen(BenchmarkValues values) {
        return this;
    }

    /** Returns the measures and roster columns whose values it needs for one subject, in the order it looks at them. */
    default List<Ref> asks(BenchmarkValues values) {
        return List.of();
    }

    /** Returns the measures of which one may be the number. */
    default List<String> measures() {
        return List.of();
    }

    /** Returns the measures and roster columns that it may look at, whoever is looked at. */
    default List<Ref> mentions() {
        return measures().stream().map(measure -> new Ref(false, measure)).toList();
    }

    /** Returns the benchmark in words, numbers as they are written. */
    default Message sentence() {
        return sentence(Wording.PLAIN, null);
    }

    /**
     * Returns the benchmark in words.
     *
     * @param measure what is held against it; null: no measure
     */
    Message sentence(Wording wording, @Nullable String measure);

    /** A number of the rules. */
    record Constant(BigFraction number) implements Benchmark {

        // As Java makes it for a record, but Java makes its first at the cost of a hundredth of a second in every
        // start.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Constant && number.equals(((Constant) other).number);
        }

        @Override
        public int hashCode() {
            return number.hashCode();
        }

        @Override
        public BigFraction number(BenchmarkValues values) {
            return number;
        }

        @Override
        public Message sentence(Wording wording, @Nullable String measure) {
            return Message.of("scoring.benchmark.number", wording.figure(number, measure));
        }
    }

    /**
     * The subject's own value of a measure.
     *
     * @param label the measure's display text
     */
    record OfMeasure(String measure, String label) implements Benchmark {

        /** Makes one whose sentence calls the measure by its name. */
        public OfMeasure(String measure) {
            this(measure, measure);
        }

        @Override
        public @Nullable BigFraction number(BenchmarkValues values) {
            Object value = values.value(new Ref(false, measure));
            return value instanceof BigFraction ? (BigFraction) value : null;
        }

        @Override
        public List<Ref> asks(BenchmarkValues values) {
            return List.of(new Ref(false, measure));
        }

        @Override
        public List<String> measures() {
            return List.of(measure);
        }

        @Override
        public Message sentence(Wording wording, @Nullable String scored) {
            return Message.of("scoring.benchmark.measure", label);
        }
    }

    /** A number that a category or the size of a number chooses among others. */
    sealed interface Chosen extends Benchmark {

        /** Returns what is chosen from. */
        Choice<Benchmark> choice();

        @Override
        default @Nullable Benchmark chosen(BenchmarkValues values) {
            Benchmark found = choice().pick(values.value(choice().of()));
            return found == null ? null : found.chosen(values);
        }

        @Override
        default List<Ref> asks(BenchmarkValues values) {
            List<Ref> asked = new ArrayList<>(List.of(choice().of()));
            Benchmark found = choice().pick(values.value(choice().of()));
            if (found != null) {
                asked.addAll(found.asks(values));
            }
            return asked;
        }

        @Override
        default List<String> measures() {
            return choice().parts().stream()
                    .flatMap(each -> each.measures().stream())
                    .toList();
        }

        @Override
        default List<Ref> mentions() {
            List<Ref> mentioned = new ArrayList<>(List.of(choice().of()));
            choice().parts().forEach(each -> mentioned.addAll(each.mentions()));
            return mentioned;
        }

        @Override
        default Message sentence(Wording wording, @Nullable String measure) {
            return choice().sentence(wording, each -> each.sentence(wording, measure));
        }
    }

    /**
     * A number by category.
     *
     * @param cases by category, in file order
     * @param otherwise for categories that are not listed; null: none
     * @param label display text of what chooses
     */
    record ByCategory(
            Ref of, Map<String, Benchmark> cases, @Nullable Benchmark otherwise, String label) implements Chosen {

        /** Makes one whose sentence calls what chooses by its name. */
        public ByCategory(Ref of, Map<String, Benchmark> cases, @Nullable Benchmark otherwise) {
            this(of, cases, otherwise, of.written());
        }

        @Override
        public Choice<Benchmark> choice() {
            return new Choice<>(of, label, cases, List.of(), otherwise);
        }
    }

    /**
     * A number by the band that a number falls into: the first whose {@code under} it stays below.
     *
     * @param bands by rising bound; the one without a bound is the last
     * @param label display text of what chooses
     */
    record ByBands(Ref of, List<Band> bands, String label) implements Chosen {

        /** Makes one whose sentence calls what chooses by its name. */
        public ByBands(Ref of, List<Band> bands) {
            this(of, bands, of.written());
        }

        @Override
        public Choice<Benchmark> choice() {
            List<Choice.Band<Benchmark>> bounded = new ArrayList<>();
            Benchmark rest = null;
            for (Band band : bands) {
                if (band.under == null) {
                    rest = band.use;
                } else {
                    bounded.add(new Choice.Band<>(band.under, band.use));
                }
            }
            return new Choice<>(of, label, Map.of(), bounded, rest);
        }
    }

    /** A band; {@code under} null: all that is left. */
    record Band(@Nullable BigFraction under, Benchmark use) {}

    /**
     * A statistic of the peers.
     *
     * @param kind what is computed
     * @param percentile 1 to 99 for PERCENTILE, else 0
     * @param within roster column; null: all peers
     * @param atLeast with fewer peers within, it is taken over all
     * @param withinLabel the column's display text; empty where all peers are meant
     */
    record Statistic(Kind kind, int percentile, @Nullable String within, int atLeast, String withinLabel)
            implements Benchmark {

        /** Makes one whose sentence calls the column by its name. */
        public Statistic(Kind kind, int percentile, @Nullable String within, int atLeast) {
            this(kind, percentile, within, atLeast, within == null ? "" : within);
        }

        // Written out for the start, see Constant.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Statistic
                    && kind == ((Statistic) other).kind
                    && percentile == ((Statistic) other).percentile
                    && atLeast == ((Statistic) other).atLeast
                    && Objects.equals(within, ((Statistic) other).within)
                    && withinLabel.equals(((Statistic) other).withinLabel);
        }

        @Override
        public int hashCode() {
            return Objects.hash(kind, percentile, within, atLeast, withinLabel);
        }

        @Override
        public @Nullable BigFraction number(BenchmarkValues values) {
            return values.statistic(this);
        }

        @Override
        public Message sentence(Wording wording, @Nullable String measure) {
            Message told = Message.of(
                    kind == Kind.PERCENTILE ? "scoring.benchmark.percentile" : "scoring.benchmark." + kind.key(),
                    Peers.group(within == null ? null : withinLabel),
                    percentile);
            return within == null || atLeast <= 1 ? told : Message.of("scoring.benchmark.of-few", told, atLeast);
        }
    }

    /** The statistics. */
    enum Kind {
        MEAN,
        MEDIAN,
        MIN,
        MAX,
        PERCENTILE;

        /** Returns the word in the rules; a percentile's is {@code p} and its number. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
