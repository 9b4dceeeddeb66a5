package org.platscore.scoring;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.Subject;
import org.platscore.rules.RubricNode;

/**
 * What the nodes of one tree came to for each subject in trials before: only what a trial changes is judged again. Threads may
 * share it.
 */
final class TrialMemory {

    private final Map<RubricNode, Integer> numbers = new IdentityHashMap<>();
    private final int subjects;
    private final AtomicReferenceArray<@Nullable Leaf> leaves;
    private final AtomicReferenceArray<@Nullable Judged> groups;
    /** Nodes as they are without a trial. */
    private final AtomicReferenceArray<@Nullable Judged> untouched;

    private final AtomicReferenceArray<@Nullable Settled> settled;

    /**
     * A leaf's points, and all that they depend on.
     *
     * @param reads the subject's values that were asked for
     * @param peers by what it was held against others
     */
    private record Leaf(Judged judged, Map<String, @Nullable Object> reads, Set<Field.Peers> peers) {}

    private record Settled(Judged judged, BigFraction weight, NodeScore score) {}

    TrialMemory(RubricNode root, int subjects) {
        this.subjects = subjects;
        number(root);
        int size = numbers.size() * subjects;
        this.leaves = new AtomicReferenceArray<>(size);
        this.groups = new AtomicReferenceArray<>(size);
        this.untouched = new AtomicReferenceArray<>(size);
        this.settled = new AtomicReferenceArray<>(size);
    }

    private void number(RubricNode node) {
        numbers.put(node, numbers.size());
        if (node instanceof RubricNode.Group) {
            ((RubricNode.Group) node).of().forEach(this::number);
        }
    }

    private int place(RubricNode node, int subject) {
        return Objects.requireNonNull(numbers.get(node)) * subjects + subject;
    }

    /** Returns what a node came to that a trial does not touch; null where that is not known. */
    @Nullable
    Judged untouched(RubricNode node, Subject subject) {
        return untouched.get(place(node, subject.index()));
    }

    /** Takes note of what a node came to that the trial did not touch. */
    void untouched(Subject subject, Judged judged) {
        untouched.set(place(judged.node(), subject.index()), judged);
    }

    /** Returns what a leaf came to with the values that a trial has; null where that is not known. */
    @Nullable
    Judged leaf(RubricNode leaf, Subject subject, Field field) {
        Leaf known = leaves.get(place(leaf, subject.index()));
        if (known == null || touched(known.peers, subject, field)) {
            return null;
        }
        for (Map.Entry<String, @Nullable Object> read : known.reads.entrySet()) {
            if (!Objects.equals(field.table.effective(subject.index(), read.getKey()), read.getValue())) {
                return null;
            }
        }
        return known.judged;
    }

    /** Takes note of what a leaf came to, if the peers it was held against have the values that they have without a trial. */
    void leaf(Subject subject, Judged judged, Field field, Field.Reads reads) {
        if (!touched(reads.peers(), subject, field)) {
            leaves.set(place(judged.node(), subject.index()), new Leaf(judged, reads.values(), reads.peers()));
        }
    }

    private static boolean touched(Set<Field.Peers> peers, Subject subject, Field field) {
        Field.Touched touched = field.touched;
        if (touched != null) {
            for (Field.Peers each : peers) {
                if (touched.touches(subject, each)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns a group of these children; the one known where it has the same. */
    Judged group(int subject, Judged made) {
        int place = place(made.node(), subject);
        Judged known = groups.get(place);
        if (known != null && known.status() == made.status() && same(known.of(), made.of())) {
            return known;
        }
        groups.set(place, made);
        return made;
    }

    private static boolean same(List<Judged> a, List<Judged> b) {
        for (int i = 0; i < a.size(); i++) {
            if (a.get(i) != b.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the points of a node with this weight; null where they are not known. */
    @Nullable
    NodeScore settled(int subject, Judged judged, BigFraction weight) {
        Settled known = settled.get(place(judged.node(), subject));
        return known != null && known.judged == judged && known.weight.equals(weight) ? known.score : null;
    }

    void settled(int subject, Judged judged, BigFraction weight, NodeScore score) {
        settled.set(place(judged.node(), subject), new Settled(judged, weight, score));
    }
}
