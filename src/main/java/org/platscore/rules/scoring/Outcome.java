package org.platscore.rules.scoring;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Message;

/**
 * What a method says for one subject.
 *
 * @param kind how it ended
 * @param points in points of the written weight; 0 unless scored
 * @param reason why, in a sentence
 * @param asked labels of the needed measures or roster columns without a value; empty unless missing
 */
public record Outcome(Kind kind, BigFraction points, Message reason, List<String> asked) {

    /** How a method can end. */
    public enum Kind {
        SCORED,
        /** Taken out, as the rules foresee. */
        EXCLUDED,
        /** Taken out because a benchmark cannot be computed: to be told. */
        BAD_BENCHMARK,
        /** Taken out because neither a case nor a band fits: to be told. */
        NO_CASE,
        /** A needed value is missing: the run stops. */
        MISSING,
        /** What it needs is not known yet, because a workbook is scored by itself. */
        PENDING
    }

    /** Returns points with the reason for them. */
    public static Outcome scored(BigFraction points, Message reason) {
        return new Outcome(Kind.SCORED, points, reason, List.of());
    }

    /** Returns that the rules take the indicator out. */
    public static Outcome excluded(Message reason) {
        return new Outcome(Kind.EXCLUDED, BigFraction.ZERO, reason, List.of());
    }

    /** Returns that a benchmark cannot be computed. */
    public static Outcome badBenchmark(Message reason) {
        return new Outcome(Kind.BAD_BENCHMARK, BigFraction.ZERO, reason, List.of());
    }

    /** Returns that neither a case nor a band fits. */
    public static Outcome noCase(Message reason) {
        return new Outcome(Kind.NO_CASE, BigFraction.ZERO, reason, List.of());
    }

    /** Returns that needed values are missing. */
    public static Outcome missing(List<String> asked) {
        return new Outcome(Kind.MISSING, BigFraction.ZERO, Message.of("scoring.missing", asked), asked);
    }

    /** Returns that something needed is not known yet. */
    public static Outcome pending(Message what) {
        return new Outcome(Kind.PENDING, BigFraction.ZERO, Message.of("scoring.pending", what), List.of());
    }

    /** Returns whether there are points. */
    public boolean scored() {
        return kind == Kind.SCORED;
    }

    /** Returns this outcome with another reason. */
    Outcome because(Message other) {
        return new Outcome(kind, points, other, asked);
    }

    /** Returns what stands in the way of the values that were looked for; null if all were found. */
    public static @Nullable Outcome instead(List<? extends Found<?>> looked) {
        List<Outcome> all = List.of();
        for (Found<?> each : looked) {
            Outcome instead = each.instead();
            if (instead != null) {
                all = all.isEmpty() ? new ArrayList<>() : all;
                all.add(instead);
            }
        }
        return all.isEmpty() ? null : worst(all);
    }

    /** Returns all missing values in one outcome, else the first outcome that is pending, else the first that is to be told, else the first; null of none. */
    static @Nullable Outcome worst(List<Outcome> outcomes) {
        Set<String> asked = new LinkedHashSet<>();
        outcomes.forEach(outcome -> asked.addAll(outcome.asked));
        if (!asked.isEmpty()) {
            return missing(List.copyOf(asked));
        }
        for (Outcome outcome : outcomes) {
            if (outcome.kind == Kind.PENDING) {
                return outcome;
            }
        }
        return outcomes.stream()
                .filter(outcome -> outcome.kind != Kind.EXCLUDED)
                .findFirst()
                .orElse(outcomes.isEmpty() ? null : outcomes.get(0));
    }
}
