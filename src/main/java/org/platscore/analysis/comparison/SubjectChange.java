package org.platscore.analysis.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.results.ResultSubject;

/**
 * One subject then and now.
 *
 * @param before null for a new one
 * @param after null for one that is gone
 * @param shifts what moved its total; only those that are not 0, and none where it has no total on either side
 * @param figures the figures of measures that are others than before, by name
 * @param facts the facts in the roster that are others than before, in file order; they alone are no change of its result
 * @param causes where its changes come from; empty where nothing changed, or it is new or gone
 */
public record SubjectChange(
        @Nullable ResultSubject before,
        @Nullable ResultSubject after,
        List<Shift> shifts,
        List<FigureChange> figures,
        List<FactChange> facts,
        Set<Cause> causes) {

    /** How a subject stands in two results. */
    public enum Status {
        SAME,
        CHANGED,
        NEW,
        GONE;

        /** Returns the word used in files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A measure whose figures changed.
     *
     * @param causes where the change comes from; of several any may have moved it
     */
    public record FigureChange(
            String measure,
            @Nullable Object before,
            @Nullable Object after,
            Set<Cause> causes) {}

    /** A roster column of which a subject has another value. */
    public record FactChange(
            String column,
            @Nullable Object before,
            @Nullable Object after) {}

    /** Returns how it stands. A new name or id is a change too; parts of a reward that do not change its amount are none. */
    public Status status() {
        ResultSubject then = before;
        ResultSubject now = after;
        if (then == null) {
            return Status.NEW;
        }
        if (now == null) {
            return Status.GONE;
        }
        boolean same = !renamed()
                && shifts.isEmpty()
                && figures.isEmpty()
                && Objects.equals(then.total(), now.total())
                && Objects.equals(then.rank(), now.rank())
                && Objects.equals(then.grade(), now.grade())
                && Objects.equals(then.veto(), now.veto())
                && Objects.equals(then.decision(), now.decision())
                && then.reward().amount().equals(now.reward().amount());
        return same ? Status.SAME : Status.CHANGED;
    }

    /** Returns whether its name or id is another than before. */
    public boolean renamed() {
        ResultSubject then = before;
        ResultSubject now = after;
        return then != null
                && now != null
                && !(then.name().equals(now.name()) && then.id().equals(now.id()));
    }

    /** Returns the subject as it is now; as it was, where it is gone. */
    public ResultSubject shown() {
        return after != null ? after : Objects.requireNonNull(before);
    }

    /** Returns by how much the total changed; null where there is none then or now. */
    public @Nullable BigFraction totalChange() {
        return before == null || after == null || before.total() == null || after.total() == null
                ? null
                : after.total().subtract(before.total());
    }

    /** Returns by how much the reward changed, in 元; one that is new had none before, one that is gone has none now. */
    public BigFraction rewardChange() {
        BigFraction then = before == null ? BigFraction.ZERO : before.reward().amount();
        return (after == null ? BigFraction.ZERO : after.reward().amount()).subtract(then);
    }
}
