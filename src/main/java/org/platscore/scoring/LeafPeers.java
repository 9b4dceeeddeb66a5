package org.platscore.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.Subject;
import org.platscore.measure.MeasureValue;
import org.platscore.measure.Statistics;
import org.platscore.rules.RubricNode;
import org.platscore.rules.condition.Condition;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.PeerField;

/**
 * The peers of one indicator: subjects to whom it and all groups above it apply, that have a value which is no statistic, and no
 * veto that bars them. What they come to is computed once per measure and group, not per subject. Threads may share it.
 */
final class LeafPeers {

    private final Field field;
    private final List<Condition> conditions;
    private final Map<Key, Map<Object, PeerField>> fields = new HashMap<>();
    private final Map<StatisticKey, BigFraction> statistics = new HashMap<>();

    /** The conditions are those of the leaf and all groups above it. */
    LeafPeers(Field field, List<Condition> conditions) {
        this.field = field;
        this.conditions = conditions;
    }

    /** Returns the peers of each leaf from a node down, by identity. */
    static Map<RubricNode.Leaf, LeafPeers> below(RubricNode root, Field field) {
        Map<RubricNode.Leaf, LeafPeers> peers = new IdentityHashMap<>();
        gather(root, List.of(), field, peers);
        return peers;
    }

    private static void gather(
            RubricNode node, List<Condition> above, Field field, Map<RubricNode.Leaf, LeafPeers> peers) {
        List<Condition> conditions = new ArrayList<>(above);
        if (node.appliesTo() != null) {
            conditions.add(node.appliesTo());
        }
        if (node instanceof RubricNode.Leaf) {
            peers.put((RubricNode.Leaf) node, new LeafPeers(field, List.copyOf(conditions)));
        } else {
            ((RubricNode.Group) node).of().forEach(child -> gather(child, conditions, field, peers));
        }
    }

    private record Key(String measure, @Nullable String within) {}

    private record StatisticKey(String measure, Benchmark.Statistic statistic, Object group) {}

    /** Returns whether the subject is a peer of a measure. */
    boolean peer(Subject subject, String measure) {
        return value(subject, measure) != null;
    }

    /** Returns the peers' values of a measure; of those only that share the subject's cell of {@code within}. */
    synchronized PeerField of(Subject subject, String measure, @Nullable String within) {
        PeerField found = fields(measure, within).get(subject.group(within));
        return found == null ? new PeerField(List.of()) : found;
    }

    /** Returns a statistic of the peers' values of a measure, as the subject sees it; null where there are no peers. */
    @Nullable
    synchronized BigFraction statistic(Subject subject, String measure, Benchmark.Statistic statistic) {
        StatisticKey key = new StatisticKey(measure, statistic, subject.group(statistic.within()));
        BigFraction known = statistics.get(key);
        if (known != null) {
            return known;
        }
        boolean all = tooFew(subject, measure, statistic);
        PeerField taken = of(subject, measure, all ? null : statistic.within());
        if (taken.size() == 0) {
            return null;
        }
        BigFraction number = Statistics.of(statistic, taken.values());
        statistics.put(key, number);
        return number;
    }

    /** Returns whether a statistic is taken over all peers, there being too few near ones. */
    boolean tooFew(Subject subject, String measure, Benchmark.Statistic statistic) {
        return of(subject, measure, statistic.within()).size() < statistic.atLeast();
    }

    /** Returns who the peers are over whom a statistic is taken, as the subject sees it. */
    Basis.Peers over(Subject subject, String measure, Benchmark.Statistic statistic) {
        Basis.Peers near = members(subject, measure, statistic.within());
        return near.values().size() < statistic.atLeast() ? members(subject, measure, null) : near;
    }

    /** Returns who the peers are. */
    Basis.Peers members(Subject subject, String measure, @Nullable String within) {
        Object group = subject.group(within);
        List<Basis.Value> values = new ArrayList<>();
        for (Subject other : field.subjects) {
            BigFraction value = other.group(within).equals(group) ? value(other, measure) : null;
            if (value != null) {
                values.add(new Basis.Value(other.index(), value));
            }
        }
        return new Basis.Peers(measure, within, values);
    }

    private Map<Object, PeerField> fields(String measure, @Nullable String within) {
        return fields.computeIfAbsent(new Key(measure, within), key -> gather(measure, within));
    }

    private Map<Object, PeerField> gather(String measure, @Nullable String within) {
        Map<Object, List<BigFraction>> groups = new HashMap<>();
        for (Subject subject : field.subjects) {
            BigFraction value = value(subject, measure);
            if (value != null) {
                groups.computeIfAbsent(subject.group(within), group -> new ArrayList<>())
                        .add(value);
            }
        }
        Map<Object, PeerField> gathered = new HashMap<>();
        groups.forEach((group, values) -> gathered.put(group, new PeerField(values)));
        return gathered;
    }

    private @Nullable BigFraction value(Subject subject, String measure) {
        MeasureValue value = field.table.get(subject.index(), measure);
        return value.effective() instanceof BigFraction number && peerOnceThere(subject, value) ? number : null;
    }

    /** Returns whether the subject is a peer of a measure if it has a value of it. */
    boolean peerOnceThere(Subject subject, String measure) {
        return peerOnceThere(subject, field.table.get(subject.index(), measure));
    }

    private boolean peerOnceThere(Subject subject, MeasureValue value) {
        boolean standsInByStatistic = value.used() == null && value.statistic();
        if (standsInByStatistic || field.barred(subject)) {
            return false;
        }
        for (Condition condition : conditions) {
            if (!condition.holds(subject)) {
                return false;
            }
        }
        return true;
    }
}
