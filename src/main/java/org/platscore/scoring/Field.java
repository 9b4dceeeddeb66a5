package org.platscore.scoring;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.Subject;
import org.platscore.measure.MeasureTable;
import org.platscore.measure.OpenValues;
import org.platscore.rules.Measure;
import org.platscore.rules.Rulebook;

/** All that is scored together: the rules, the subjects, their values, and who is no peer because of a veto. */
final class Field {

    final Rulebook rules;
    final List<Subject> subjects;
    final MeasureTable table;
    final OpenValues open;
    private final Set<Integer> barred;
    private final Map<String, Measure> measures;
    /** What a trial changes that others may be compared by; null where that is nothing. */
    final @Nullable Touched touched;

    private @Nullable Reads reads;

    /**
     * What was asked for.
     *
     * @param values values of the subject's own
     * @param peers by what it was held against others
     */
    record Reads(Map<String, @Nullable Object> values, Set<Peers> peers) {}

    /**
     * Others against whom a subject was held.
     *
     * @param measure by what
     * @param within the column of whose value they share its cell; null: all
     */
    record Peers(String measure, @Nullable String within) {}

    /**
     * What a trial changes.
     *
     * @param subject whose values differ
     * @param measures which ones
     * @param spread those of them that differ for others too
     */
    record Touched(Subject subject, Set<String> measures, Set<String> spread) {

        /** Returns whether a subject would meet other values among its peers. */
        boolean touches(Subject other, Peers peers) {
            return measures.contains(peers.measure)
                    && (spread.contains(peers.measure)
                            || other.group(peers.within).equals(subject.group(peers.within)));
        }
    }

    Field(Rulebook rules, List<Subject> subjects, MeasureTable table, OpenValues open, Set<Integer> barred) {
        this.rules = rules;
        this.subjects = subjects;
        this.table = table;
        this.open = open;
        this.barred = barred;
        this.measures = new HashMap<>();
        rules.measures().forEach(measure -> measures.put(measure.name(), measure));
        this.touched = null;
    }

    private Field(Field of, MeasureTable table, @Nullable Touched touched) {
        this.rules = of.rules;
        this.subjects = of.subjects;
        this.table = table;
        this.open = of.open;
        this.barred = of.barred;
        this.measures = of.measures;
        this.touched = touched;
    }

    /**
     * Returns this field with other values.
     *
     * @param touched what differs of what others may be compared by; null: nothing
     */
    Field with(MeasureTable other, @Nullable Touched touched) {
        return new Field(this, other, touched);
    }

    /** Returns a subject's value of a measure, with its stand-in; null where there is none. */
    @Nullable
    Object value(Subject subject, String measure) {
        Object value = table.effective(subject.index(), measure);
        if (reads != null) {
            reads.values.put(measure, value);
        }
        return value;
    }

    /** Takes note that a subject is held against others by a measure. */
    void compares(String measure, @Nullable String within) {
        if (reads != null) {
            reads.peers.add(new Peers(measure, within));
        }
    }

    /** Has noted what is asked for from now on, by one thread. */
    void noteReads() {
        reads = new Reads(new HashMap<>(), new HashSet<>());
    }

    /** Returns what was asked for since then; nothing more is added to it, so that threads may share it. */
    Reads noted() {
        Reads noted = Objects.requireNonNull(reads);
        reads = null;
        return noted;
    }

    /** Returns who is no peer because of a veto. */
    Set<Integer> barred() {
        return barred;
    }

    Measure measure(String name) {
        Measure measure = measures.get(name);
        if (measure == null) {
            throw new IllegalArgumentException("no measure " + name);
        }
        return measure;
    }

    /** Returns whether a veto keeps a subject from being a peer. */
    boolean barred(Subject subject) {
        return barred.contains(subject.index());
    }
}
