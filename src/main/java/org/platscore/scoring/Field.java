package org.platscore.scoring;

import java.math.BigDecimal;
import java.util.HashMap;
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
    private final Map<String, Measure> measures = new HashMap<>();

    Field(Rulebook rules, List<Subject> subjects, MeasureTable table, OpenValues open, Set<Integer> barred) {
        this.rules = rules;
        this.subjects = subjects;
        this.table = table;
        this.open = open;
        this.barred = barred;
        rules.measures().forEach(measure -> measures.put(measure.name(), measure));
    }

    /** Returns this field with other values. */
    Field with(MeasureTable other) {
        return new Field(rules, subjects, other, open, barred);
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
