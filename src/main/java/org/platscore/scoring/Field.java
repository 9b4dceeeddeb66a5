package org.platscore.scoring;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.intake.Subject;
import org.platscore.measure.MeasureTable;
import org.platscore.measure.OpenValues;
import org.platscore.rules.Column;
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
    /** Measures whose values a trial changes for others than its subject, or may. */
    final Set<String> touched;

    private @Nullable Reads reads;

    /**
     * What was asked for.
     *
     * @param values values of the subject's own
     * @param peers measures by which it was held against others
     */
    record Reads(Map<String, @Nullable Object> values, Set<String> peers) {}

    Field(Rulebook rules, List<Subject> subjects, MeasureTable table, OpenValues open, Set<Integer> barred) {
        this.rules = rules;
        this.subjects = subjects;
        this.table = table;
        this.open = open;
        this.barred = barred;
        this.measures = new HashMap<>();
        rules.measures().forEach(measure -> measures.put(measure.name(), measure));
        this.touched = Set.of();
    }

    private Field(Field of, MeasureTable table, Set<String> touched) {
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
     * @param touched measures whose values may differ for more than one subject, or by which others are compared with it
     */
    Field with(MeasureTable other, Set<String> touched) {
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
    void compares(String measure) {
        if (reads != null) {
            reads.peers.add(measure);
        }
    }

    /** Has noted what is asked for from now on, by one thread. */
    Reads noteReads() {
        reads = new Reads(new HashMap<>(), new HashSet<>());
        return reads;
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

    /** Returns the display text of a roster column. */
    String columnLabel(String name) {
        return rules.roster().columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .map(Column::label)
                .orElse(name);
    }

    /** Returns a roster cell as a rubric sees it: a {@code BigFraction}, a {@code String}, or null. */
    static @Nullable Object cell(Subject subject, String column) {
        Object cell = subject.cell(column);
        if (cell instanceof Boolean) {
            return Exact.of((Boolean) cell ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        if (cell instanceof BigDecimal) {
            return Exact.of((BigDecimal) cell);
        }
        return cell == null ? null : cell.toString();
    }
}
