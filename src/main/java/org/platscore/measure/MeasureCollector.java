package org.platscore.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Findings;
import org.platscore.intake.PlacedRow;
import org.platscore.intake.Question;
import org.platscore.intake.RowConsumer;
import org.platscore.intake.RowCounter;
import org.platscore.intake.Subject;
import org.platscore.rules.ColumnType;
import org.platscore.rules.Input;
import org.platscore.rules.Measure;
import org.platscore.rules.Rulebook;
import org.platscore.rules.condition.Condition;
import org.platscore.rules.condition.Row;

/** Adds rows to the figures of the measures as they come in, and forgets them. */
public final class MeasureCollector implements RowConsumer, RowCounter {

    private final Rulebook rules;
    private final List<Tally> tallies = new ArrayList<>();
    private final Map<String, List<Tally>> byInput = new HashMap<>();
    private final Map<String, Tally> byMeasure = new LinkedHashMap<>();
    private RejectedAmounts rejectedAmounts;

    MeasureCollector(Rulebook rules) {
        this.rules = rules;
        rejectedAmounts = new RejectedAmounts(rules);
        start();
    }

    private void start() {
        for (Measure measure : rules.measures()) {
            Tally tally = tally(measure, rules.inputs());
            if (tally != null) {
                byInput.computeIfAbsent(tally.input, input -> new ArrayList<>()).add(tally);
                byMeasure.put(measure.name(), tally);
                tallies.add(tally);
            }
        }
    }

    @Override
    public void accepted(Input input, Subject subject, PlacedRow row) {
        for (Tally tally : byInput.getOrDefault(input.name(), List.of())) {
            tally.add(subject, row);
        }
    }

    @Override
    public void rejected(Input input, Subject subject, String code, PlacedRow row) {
        rejected(input, subject, code, 1, row);
    }

    @Override
    public RowCounter counter() {
        return this;
    }

    @Override
    public List<Question> questions() {
        return tallies.stream()
                .map(each -> new Question(each.input, each.column, each.where, each.cells != null))
                .toList();
    }

    @Override
    public boolean counts(String input) {
        return tallies.stream().noneMatch(each -> each.input.equals(input) && each.spread != null);
    }

    @Override
    public void rows(int question, int[] owners, int count) {
        Tally tally = tallies.get(question);
        for (int i = 0; i < count; i++) {
            tally.figure(owners[i]).add(Boolean.TRUE);
        }
    }

    @Override
    public void numbers(int question, int[] owners, long[] parts, int count) {
        Tally tally = tallies.get(question);
        for (int i = 0; i < count; i++) {
            tally.figure(owners[i]).add(parts[i]);
        }
    }

    @Override
    public int key(int question, byte[] cell, int from, int length, int hash) {
        return Objects.requireNonNull(tallies.get(question).cells).number(cell, from, length, hash);
    }

    @Override
    public long near(int question, int hash) {
        return Objects.requireNonNull(tallies.get(question).cells).near(hash);
    }

    @Override
    public void cells(int question, int[] owners, int[] keys, int count) {
        Tally tally = tallies.get(question);
        for (int i = 0; i < count; i++) {
            tally.figure(owners[i]).addKey(keys[i]);
        }
    }

    @Override
    public void rejected(Input input, Subject subject, String code, long rows, Row sums) {
        if (!input.form()) {
            rejectedAmounts.add(input, subject, code, rows, sums);
        }
    }

    /** Returns what the rejected rows hold in the columns that are summed. */
    public RejectedAmounts rejectedAmounts() {
        return rejectedAmounts;
    }

    @Override
    public void forget() {
        tallies.clear();
        byInput.clear();
        byMeasure.clear();
        rejectedAmounts = new RejectedAmounts(rules);
        start();
    }

    /**
     * Returns what the rows say of a subject's measure; null where the measure does not come from rows. Threads may ask for
     * different subjects at a time.
     */
    @Nullable
    MeasureValue measured(Subject subject, String measure) {
        Tally tally = byMeasure.get(measure);
        if (tally == null) {
            return null;
        }
        Figure figure = tally.known(subject.index());
        long out = rejectedAmounts.rows(tally.input, subject);
        return MeasureValue.measured(figure.value(), figure.rows(), out);
    }

    /** Tells the values that are too far off their subject's median. */
    void tellSpread(List<Subject> subjects, Findings findings) {
        for (Subject subject : subjects) {
            for (Tally tally : byMeasure.values()) {
                if (tally.spread != null) {
                    tally.spread.tell(subject, findings);
                }
            }
        }
    }

    private static @Nullable Tally tally(Measure measure, List<Input> inputs) {
        Measure.Definition definition = measure.definition();
        if (definition instanceof Measure.Count) {
            Measure.Count count = (Measure.Count) definition;
            return new Tally(count.input(), null, count.where(), Figure.Count::new, null, null);
        }
        if (definition instanceof Measure.Over) {
            Measure.Over over = (Measure.Over) definition;
            Input input = input(inputs, over);
            ColumnType type = Objects.requireNonNull(input.type(over.column()));
            BigFraction most = over.spread();
            Spread spread = most == null ? null : new Spread(measure, over, most, input.personal(over.column()));
            DifferentCells cells = new DifferentCells();
            return new Tally(
                    over.input(),
                    over.column(),
                    over.where(),
                    () -> Figure.of(over, type, cells),
                    spread,
                    over.aggregate() == Measure.Aggregate.DISTINCT ? cells : null);
        }
        return null;
    }

    private static Input input(List<Input> inputs, Measure.Over over) {
        return inputs.stream()
                .filter(input -> input.name().equals(over.input()) && input.type(over.column()) != null)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + over.input() + "." + over.column()));
    }

    /** The figures of one measure, by subject. */
    private static final class Tally {
        private final String input;
        private final @Nullable String column;
        private final @Nullable Condition where;
        private final Supplier<Figure> start;
        private final @Nullable Spread spread;
        private final @Nullable DifferentCells cells;
        private @Nullable Figure[] figures = new @Nullable Figure[16];

        Tally(
                String input,
                @Nullable String column,
                @Nullable Condition where,
                Supplier<Figure> start,
                @Nullable Spread spread,
                @Nullable DifferentCells cells) {
            this.input = input;
            this.column = column;
            this.where = where;
            this.start = start;
            this.spread = spread;
            this.cells = cells;
        }

        void add(Subject subject, PlacedRow row) {
            Object cell = column == null ? Boolean.TRUE : row.cell(column);
            if (cell != null && (where == null || where.holds(row))) {
                figure(subject.index()).add(cell);
                if (spread != null) {
                    spread.add(subject, row);
                }
            }
        }

        /** Returns a figure that is not added to any more. */
        Figure known(int index) {
            Figure figure = index < figures.length ? figures[index] : null;
            return figure == null ? start.get() : figure;
        }

        Figure figure(int index) {
            if (index >= figures.length) {
                figures = Arrays.copyOf(figures, Math.max(index + 1, 2 * figures.length));
            }
            Figure figure = figures[index];
            if (figure == null) {
                figure = start.get();
                figures[index] = figure;
            }
            return figure;
        }
    }
}
