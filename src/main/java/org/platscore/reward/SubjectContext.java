package org.platscore.reward;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.Subject;
import org.platscore.measure.MeasureTable;
import org.platscore.measure.MeasureValue;
import org.platscore.rules.names.Ref;
import org.platscore.rules.reward.RewardContext;
import org.platscore.rules.reward.RewardPart;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.BenchmarkValues;

/** One subject that takes part in the rewards. */
record SubjectContext(Subject subject, @Nullable String grade, BigFraction total, MeasureTable measures)
        implements RewardContext, BenchmarkValues {

    @Override
    public BigFraction measure(String name) {
        Object value = measures.effective(subject.index(), name);
        return value instanceof BigFraction ? (BigFraction) value : BigFraction.ZERO;
    }

    boolean lacks(String measure) {
        return measures.effective(subject.index(), measure) == null;
    }

    boolean takesPart(RewardPart part) {
        return part.grades().include(grade);
    }

    @Override
    public @Nullable BigFraction benchmark(Benchmark benchmark) {
        return benchmark.number(this);
    }

    @Override
    public @Nullable Object value(Ref ref) {
        if (!ref.roster()) {
            return measures.effective(subject.index(), ref.name());
        }
        return MeasureValue.ofCell(subject.cell(ref.name()));
    }

    @Override
    public @Nullable BigFraction statistic(Benchmark.Statistic statistic) {
        throw new IllegalStateException("no statistics in rewards");
    }
}
