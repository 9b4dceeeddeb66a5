package org.platscore.assessment;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.platscore.measure.OpenValues;
import org.platscore.rules.Grade;
import org.platscore.rules.Rulebook;
import org.platscore.rules.TieKey;
import org.platscore.rules.formula.Formula;
import org.platscore.rules.names.Ref;
import org.platscore.rules.reward.Pool;
import org.platscore.rules.reward.RewardLimit;
import org.platscore.rules.reward.RewardPart;
import org.platscore.rules.reward.Rewards;
import org.platscore.rules.scoring.Benchmark;

/** The names that vetoes, order, grades and rewards look up beside points: measures, roster columns, and ids, which are never open. */
final class BesidePoints {

    private final Set<Ref> asked = new LinkedHashSet<>();

    private BesidePoints() {}

    /**
     * Returns the labels of those that are open for one subject at least, in the order in which they are asked for.
     *
     * @param subjects how many subjects there are
     */
    static Set<String> open(Rulebook rules, OpenValues open, int subjects) {
        BesidePoints beside = new BesidePoints();
        rules.vetoes().forEach(veto -> beside.formula(veto.when()));
        rules.ties().stream().filter(TieKey::measure).forEach(key -> beside.measure(key.name()));
        rules.grades().forEach(beside::grade);
        Rewards rewards = rules.rewards();
        if (rewards != null) {
            rewards.parts().forEach(beside::part);
            rewards.minus().forEach(beside::measure);
            rewards.limits().forEach(beside::limit);
        }
        return beside.asked.stream()
                .filter(ref -> IntStream.range(0, subjects).anyMatch(subject -> open.of(subject, ref)))
                .map(rules::label)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void grade(Grade grade) {
        formula(grade.requires());
        if (grade.atMost() != null && grade.atMost().within() != null) {
            column(grade.atMost().within());
        }
    }

    private void part(RewardPart part) {
        part.measures().forEach(this::measure);
        part.benchmarks().forEach(this::benchmark);
        if (part instanceof Pool pool) {
            formula(pool.by());
            if (pool.where() != null) {
                pool.where().columns().forEach(this::column);
            }
        }
    }

    private void limit(RewardLimit limit) {
        limit.measures().forEach(this::measure);
        limit.benchmarks().forEach(this::benchmark);
    }

    private void benchmark(Benchmark benchmark) {
        asked.addAll(benchmark.mentions());
    }

    private void formula(@Nullable Formula formula) {
        if (formula != null) {
            formula.names().forEach(this::measure);
        }
    }

    private void measure(String name) {
        asked.add(new Ref(false, name));
    }

    private void column(String name) {
        asked.add(new Ref(true, name));
    }
}
