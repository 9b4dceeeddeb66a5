package org.platscore.analysis;

import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.intake.Subject;
import org.platscore.measure.MeasureTable;
import org.platscore.rules.Measure;
import org.platscore.rules.Rulebook;

/**
 * Measures that count part of the rows of another: what holds for all small firms is part of what holds for all. A part cannot
 * pass the whole, nor the whole fall below a part.
 */
final class Parts {

    private Parts() {}

    /** Returns how far a measure may rise or fall before a part would pass its whole; null where nothing bounds it. */
    static @Nullable BigFraction bound(Rulebook rules, MeasureTable table, Subject subject, Measure measure, int sign) {
        BigFraction own = number(table, subject, measure);
        BigFraction bound = null;
        for (Measure other : rules.measures()) {
            BigFraction value = number(table, subject, other);
            boolean related = sign > 0 ? part(measure, other) : part(other, measure);
            if (related && own != null && value != null && value.subtract(own).signum() * sign >= 0) {
                bound = bound == null ? value : sign > 0 ? Exact.min(bound, value) : Exact.max(bound, value);
            }
        }
        return bound;
    }

    private static @Nullable BigFraction number(MeasureTable table, Subject subject, Measure measure) {
        Object used = table.get(subject.index(), measure.name()).used();
        return used instanceof BigFraction ? (BigFraction) used : null;
    }

    /** Returns whether a measure counts, sums or tells apart the rows of another under a further condition. */
    private static boolean part(Measure part, Measure whole) {
        if (part.definition() instanceof Measure.Count && whole.definition() instanceof Measure.Count) {
            Measure.Count own = (Measure.Count) part.definition();
            Measure.Count all = (Measure.Count) whole.definition();
            return own.where() != null && all.where() == null && own.input().equals(all.input());
        }
        if (part.definition() instanceof Measure.Over && whole.definition() instanceof Measure.Over) {
            Measure.Over own = (Measure.Over) part.definition();
            Measure.Over all = (Measure.Over) whole.definition();
            boolean adds = own.aggregate() == Measure.Aggregate.SUM || own.aggregate() == Measure.Aggregate.DISTINCT;
            return adds
                    && own.aggregate() == all.aggregate()
                    && own.where() != null
                    && all.where() == null
                    && own.input().equals(all.input())
                    && Objects.equals(own.column(), all.column());
        }
        return false;
    }
}
