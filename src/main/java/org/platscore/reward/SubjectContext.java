package org.platscore.reward;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Place;
import org.platscore.rules.Rulebook;
import org.platscore.rules.names.Ref;
import org.platscore.rules.reward.RewardContext;
import org.platscore.rules.reward.RewardPart;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.BenchmarkValues;

/** A claimant as the parts and limits of a reward see it. */
record SubjectContext(Rulebook rules, Claimant claimant) implements RewardContext, BenchmarkValues {

    @Override
    public @Nullable String grade() {
        return claimant.grade();
    }

    @Override
    public BigFraction total() {
        BigFraction total = claimant.total().get();
        return total == null ? BigFraction.ZERO : total;
    }

    @Override
    public BigFraction measure(String name) {
        return named(name) instanceof BigFraction number ? number : BigFraction.ZERO;
    }

    /** Returns what a formula means by a name; null where it has no value. */
    @Nullable
    Object named(String name) {
        return claimant.named().value(name);
    }

    boolean lacks(Ref ref) {
        return value(ref) == null;
    }

    @Nullable
    Place place(Ref ref) {
        return claimant.places().apply(ref);
    }

    boolean takesPart(RewardPart part) {
        return part.grades().include(grade());
    }

    @Override
    public @Nullable BigFraction benchmark(Benchmark benchmark) {
        return benchmark.number(this);
    }

    @Override
    public @Nullable Object value(Ref ref) {
        return ref.roster() ? rules.choosing(ref.name(), claimant.roster().cell(ref.name())) : named(ref.name());
    }

    @Override
    public @Nullable BigFraction statistic(Benchmark.Statistic statistic) {
        throw new IllegalStateException("no statistics in rewards");
    }
}
