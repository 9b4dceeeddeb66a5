package org.platscore.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Finding;
import org.platscore.finding.Place;
import org.platscore.intake.PlacedRow;
import org.platscore.intake.RowConsumer;
import org.platscore.intake.Subject;
import org.platscore.rules.Input;
import org.platscore.rules.Measure;
import org.platscore.rules.Rulebook;
import org.platscore.rules.condition.Condition;

/** Looks on while a folder is read and keeps what stands behind the measures of some subjects: each row with its place. */
public final class Trail implements RowConsumer {

    private final Predicate<Subject> wanted;
    private final Map<Integer, Boolean> watched = new HashMap<>();
    private final Map<String, List<Source>> sources = new HashMap<>();
    private final Map<Key, List<Step>> steps = new HashMap<>();
    private final Map<Key, Cell> cells = new HashMap<>();

    private Trail(Rulebook rules, Predicate<Subject> wanted) {
        this.wanted = wanted;
        for (Measure measure : rules.measures()) {
            Source source = source(rules, measure);
            if (source != null) {
                sources.computeIfAbsent(source.input, input -> new ArrayList<>())
                        .add(source);
            }
        }
    }

    /** Returns a trail of the subjects that are wanted. */
    public static Trail of(Rulebook rules, Predicate<Subject> wanted) {
        return new Trail(rules, wanted);
    }

    /** Where a measure comes from. */
    private record Source(
            String measure,
            String input,
            @Nullable String column,
            @Nullable Condition where) {}

    private record Key(int subject, String name) {}

    /**
     * A cell of a form or the roster.
     *
     * @param shown its text as it stands there
     */
    record Cell(Place place, String shown) {}

    /** What became of a row on its way to a measure. */
    enum Fate {
        /** It passed all checks and fulfils the measure's condition, and its cell is not blank. */
        IN,
        BLANK,
        /** It does not fulfil the measure's condition. */
        OTHER,
        REJECTED,
        /** It does not fulfil the input's {@code where}. */
        PASSED_OVER
    }

    /**
     * A row on its way to a measure.
     *
     * @param cell place of the cell that counts; of the row where rows are counted
     * @param shown the cell's text as it stands in the file
     * @param value the cell; null where it is blank
     * @param faults what was found wrong with the row, in that order
     */
    record Step(
            Fate fate, Place cell, String shown, @Nullable Object value, List<Finding> faults) {}

    @Override
    public void accepted(Input input, Subject subject, PlacedRow row) {
        for (Source source : of(input, subject)) {
            Object value = source.column == null ? Boolean.TRUE : row.cell(source.column);
            boolean fits = source.where == null || source.where.holds(row);
            add(subject, source, row, !fits ? Fate.OTHER : value == null ? Fate.BLANK : Fate.IN);
        }
    }

    @Override
    public void rejected(Input input, Subject subject, String code, PlacedRow row) {
        for (Source source : of(input, subject)) {
            add(subject, source, row, Fate.REJECTED);
        }
    }

    @Override
    public boolean watches(Subject subject) {
        return watched.computeIfAbsent(subject.index(), index -> wanted.test(subject));
    }

    @Override
    public void forget() {
        steps.clear();
        cells.clear();
    }

    @Override
    public void passedOver(Input input, Subject subject, PlacedRow row) {
        for (Source source : of(input, subject)) {
            add(subject, source, row, Fate.PASSED_OVER);
        }
    }

    @Override
    public void only(Input input, Subject subject, PlacedRow row) {
        for (Source source : of(input, subject)) {
            if (source.column != null) {
                cells.put(
                        new Key(subject.index(), source.measure),
                        new Cell(row.place(source.column), row.shown(source.column)));
            }
        }
    }

    /** Returns the rows of a subject on their way to a measure, in file order. */
    List<Step> steps(Subject subject, String measure) {
        return steps.getOrDefault(new Key(subject.index(), measure), List.of());
    }

    /** Returns the cell of a form or the roster that a measure takes its value from; null where there is none. */
    @Nullable
    Cell cell(Subject subject, String measure) {
        return cells.get(new Key(subject.index(), measure));
    }

    private List<Source> of(Input input, Subject subject) {
        return watches(subject) ? sources.getOrDefault(input.name(), List.of()) : List.of();
    }

    private void add(Subject subject, Source source, PlacedRow row, Fate fate) {
        Object value = source.column == null ? Boolean.TRUE : row.cell(source.column);
        Place place = source.column == null ? row.place() : row.place(source.column);
        String shown = source.column == null ? "" : row.shown(source.column);
        steps.computeIfAbsent(new Key(subject.index(), source.measure), key -> new ArrayList<>())
                .add(new Step(fate, place, shown, value, List.copyOf(row.faults())));
    }

    private static @Nullable Source source(Rulebook rules, Measure measure) {
        Measure.Definition definition = measure.definition();
        if (definition instanceof Measure.Count) {
            Measure.Count count = (Measure.Count) definition;
            return new Source(measure.name(), count.input(), null, count.where());
        }
        if (definition instanceof Measure.Over) {
            Measure.Over over = (Measure.Over) definition;
            return new Source(measure.name(), over.input(), over.column(), over.where());
        }
        if (definition instanceof Measure.Field) {
            Measure.Field field = (Measure.Field) definition;
            return new Source(measure.name(), field.input(), field.column(), null);
        }
        return definition instanceof Measure.RosterValue
                ? new Source(measure.name(), rules.roster().name(), ((Measure.RosterValue) definition).column(), null)
                : null;
    }
}
