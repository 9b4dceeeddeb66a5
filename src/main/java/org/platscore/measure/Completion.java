package org.platscore.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.PreviousResults;
import org.platscore.intake.Subject;
import org.platscore.rules.Measure;
import org.platscore.rules.Missing;
import org.platscore.rules.Rulebook;
import org.platscore.rules.names.Ref;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.BenchmarkValues;

/** Works out formulas and stand-ins, each measure after those it needs. */
final class Completion {

    private static final String PREVIOUS = "previous.";

    private final Rulebook rules;
    private final List<Subject> subjects;
    private final @Nullable PreviousResults previous;
    private final List<Map<String, MeasureValue>> values;
    private final @Nullable Set<Integer> barred;
    private final boolean kept;

    /**
     * @param previous the earlier results; null where there are none
     * @param values measured and corrected; completed in place
     * @param barred subjects that enter no statistic; null: stand-ins that are statistics are left out
     */
    Completion(
            Rulebook rules,
            List<Subject> subjects,
            @Nullable PreviousResults previous,
            List<Map<String, MeasureValue>> values,
            @Nullable Set<Integer> barred) {
        this(rules, subjects, previous, values, barred, false);
    }

    private Completion(
            Rulebook rules,
            List<Subject> subjects,
            @Nullable PreviousResults previous,
            List<Map<String, MeasureValue>> values,
            @Nullable Set<Integer> barred,
            boolean kept) {
        this.rules = rules;
        this.subjects = subjects;
        this.previous = previous;
        this.values = values;
        this.barred = barred;
        this.kept = kept;
    }

    /** Completes one subject's values; statistics that stand in for its own stay what they are. */
    static Completion ofOne(
            Rulebook rules,
            Subject subject,
            @Nullable PreviousResults previous,
            List<Map<String, MeasureValue>> values) {
        return new Completion(rules, List.of(subject), previous, values, null, true);
    }

    /** Returns the completed values. */
    MeasureTable table() {
        return table(DependencyOrder.of(rules.measures()));
    }

    /** Returns the values with these measures completed, the others being so already. */
    MeasureTable table(List<Measure> order) {
        for (Measure measure : order) {
            if (measure.definition() instanceof Measure.Computed) {
                compute(measure, (Measure.Computed) measure.definition());
            }
            standIn(measure);
        }
        return new MeasureTable(List.copyOf(values), previous);
    }

    private void compute(Measure measure, Measure.Computed computed) {
        for (Subject subject : subjects) {
            Map<String, MeasureValue> own = values.get(subject.index());
            Object value = computed.formula()
                    .value(name -> name.startsWith(PREVIOUS)
                            ? earlier(subject, name.substring(PREVIOUS.length()))
                            : effective(own, name));
            Object claimed = value(own, measure.name()).claimed();
            own.put(measure.name(), MeasureValue.measured(value, -1, -1).claimed(claimed));
        }
    }

    private @Nullable Object earlier(Subject subject, String name) {
        return previous == null ? null : previous.value(subject, name);
    }

    private void standIn(Measure measure) {
        Map<Object, @Nullable BigFraction> statistics = new HashMap<>();
        for (Subject subject : subjects) {
            Map<String, MeasureValue> own = values.get(subject.index());
            MeasureValue value = value(own, measure.name());
            if (value.used() != null) {
                continue;
            }
            Missing missing = measure.missing();
            if (missing instanceof Missing.Category) {
                own.put(measure.name(), value.standIn(((Missing.Category) missing).category(), false));
            } else if (missing instanceof Missing.Number) {
                Own found = new Own(subject, own, measure.name(), statistics);
                Benchmark chosen = ((Missing.Number) missing).benchmark().chosen(found);
                BigFraction number = chosen == null ? null : chosen.number(found);
                own.put(measure.name(), value.standIn(number, number != null && statistic(chosen, own)));
            }
        }
    }

    /** Returns whether a benchmark's number is a statistic, also one that stands in for the measure that it names. */
    private static boolean statistic(@Nullable Benchmark chosen, Map<String, MeasureValue> own) {
        return chosen instanceof Benchmark.Statistic
                || chosen instanceof Benchmark.OfMeasure named
                        && value(own, named.measure()).statistic();
    }

    private static @Nullable Object effective(Map<String, MeasureValue> own, String measure) {
        return value(own, measure).effective();
    }

    private static MeasureValue value(Map<String, MeasureValue> own, String measure) {
        MeasureValue value = own.get(measure);
        if (value == null) {
            throw new IllegalArgumentException("no measure " + measure);
        }
        return value;
    }

    /** What a stand-in of one subject's measure is made of. */
    private final class Own implements BenchmarkValues {
        private final Subject subject;
        private final Map<String, MeasureValue> own;
        private final String measure;
        private final Map<Object, @Nullable BigFraction> known;

        Own(Subject subject, Map<String, MeasureValue> own, String measure, Map<Object, @Nullable BigFraction> known) {
            this.subject = subject;
            this.own = own;
            this.measure = measure;
            this.known = known;
        }

        @Override
        public @Nullable Object value(Ref ref) {
            return ref.roster() ? rules.choosing(ref.name(), subject.cell(ref.name())) : effective(own, ref.name());
        }

        @Override
        public @Nullable BigFraction statistic(Benchmark.Statistic statistic) {
            if (kept) {
                return (BigFraction) Completion.value(own, measure).standIn();
            }
            if (barred == null) {
                return null;
            }
            Object group = subject.group(statistic.within());
            return known.computeIfAbsent(List.of(statistic, group), key -> over(statistic, group, barred));
        }

        private @Nullable BigFraction over(Benchmark.Statistic statistic, Object group, Set<Integer> left) {
            List<BigFraction> all = new ArrayList<>();
            List<BigFraction> within = new ArrayList<>();
            for (Subject other : subjects) {
                Object used =
                        Completion.value(values.get(other.index()), measure).used();
                if (used instanceof BigFraction && !left.contains(other.index())) {
                    all.add((BigFraction) used);
                    if (statistic.within() != null && group.equals(other.group(statistic.within()))) {
                        within.add((BigFraction) used);
                    }
                }
            }
            boolean enough = !within.isEmpty() && within.size() >= statistic.atLeast();
            List<BigFraction> taken = enough ? within : all;
            return taken.isEmpty() ? null : Statistics.of(statistic, taken);
        }
    }
}
