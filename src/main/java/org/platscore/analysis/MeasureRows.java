package org.platscore.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.assessment.AssessmentResult;
import org.platscore.finding.Finding;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.intake.Subject;
import org.platscore.intake.cell.Masking;
import org.platscore.rules.ColumnType;
import org.platscore.rules.Input;
import org.platscore.rules.Measure;
import org.platscore.rules.Rulebook;
import org.platscore.rules.condition.Cells;
import org.platscore.rules.condition.Condition;
import org.platscore.rules.condition.Folded;

/** Turns the rows on a trail into rows that count and rows that do not, each with its reason. */
final class MeasureRows {

    private final Rulebook rules;
    private final Trail trail;
    private final Map<Row, List<Finding>> findings = new HashMap<>();

    private record Row(String file, @Nullable String sheet, int number) {}

    MeasureRows(AssessmentResult result, Trail trail) {
        this.rules = result.rules();
        this.trail = trail;
        for (Finding finding : result.findings().met()) {
            Place place = finding.place();
            if (place != null && place.row() > 0 && !finding.input().isEmpty()) {
                findings.computeIfAbsent(row(place), key -> new ArrayList<>()).add(finding);
            }
        }
    }

    /** Returns the rows behind a subject's measure, in file order; empty where it does not come from rows. */
    List<MeasureRow> of(Subject subject, Measure measure) {
        List<Trail.Step> steps = trail.steps(subject, measure.name());
        Set<Integer> trimmed = measure.definition() instanceof Measure.Over
                ? trimmed((Measure.Over) measure.definition(), steps)
                : Set.of();
        Set<Object> seen = new HashSet<>();
        List<MeasureRow> rows = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            rows.add(row(measure, steps.get(i), trimmed.contains(i), seen));
        }
        return rows;
    }

    private MeasureRow row(Measure measure, Trail.Step step, boolean trimmed, Set<Object> seen) {
        switch (step.fate()) {
            case IN:
                return in(measure, step, trimmed, seen);
            case BLANK:
                return out(MeasureRow.Standing.BLANK, measure, step, blank(step));
            case OTHER:
                Condition where = where(measure);
                return out(
                        MeasureRow.Standing.OTHER,
                        measure,
                        step,
                        where == null
                                ? Message.of("analysis.row.other-bare")
                                : Message.of("analysis.row.other", where.sentence()));
            case PASSED_OVER:
                Condition wanted = input(measure).where();
                return out(
                        MeasureRow.Standing.PASSED_OVER,
                        measure,
                        step,
                        wanted == null
                                ? Message.of("analysis.row.other-bare")
                                : Message.of("analysis.row.passed-over", wanted.sentence()));
            default:
                return rejected(measure, step);
        }
    }

    private MeasureRow in(Measure measure, Trail.Step step, boolean trimmed, Set<Object> seen) {
        Object value = value(measure, step);
        if (value != null && distinct(measure) && !seen.add(value)) {
            return out(MeasureRow.Standing.REPEATED, measure, step, Message.of("analysis.row.repeated"));
        }
        return trimmed
                ? out(MeasureRow.Standing.TRIMMED, measure, step, Message.of("analysis.row.trimmed"))
                : new MeasureRow(
                        MeasureRow.Standing.COUNTED,
                        "",
                        step.cell(),
                        step.shown(),
                        value,
                        told(measure, value),
                        null,
                        null);
    }

    private MeasureRow out(MeasureRow.Standing standing, Measure measure, Trail.Step step, Message reason) {
        Object value = value(measure, step);
        return new MeasureRow(standing, "", step.cell(), step.shown(), value, told(measure, value), reason, reason);
    }

    /** Returns what a row contributes if it counts: 1 where rows are counted, what is told apart, or the number. */
    private @Nullable Object value(Measure measure, Trail.Step step) {
        Object value = step.value();
        if (measure.definition() instanceof Measure.Count) {
            return BigFraction.ONE;
        }
        if (value != null && distinct(measure)) {
            return Folded.cell(type(measure, (Measure.Over) measure.definition()), value);
        }
        return Cells.value(value);
    }

    /** Returns a value as it may be shown: nothing of a personal cell, and no resident's number among credit codes. */
    private @Nullable Object told(Measure measure, @Nullable Object value) {
        return value != null && measure.definition() instanceof Measure.Over over
                ? Masking.value(input(measure), over.column(), value)
                : value;
    }

    private static boolean distinct(Measure measure) {
        return measure.definition() instanceof Measure.Over
                && ((Measure.Over) measure.definition()).aggregate() == Measure.Aggregate.DISTINCT;
    }

    /** A blank cell may have become so by a fault that was only warned of. */
    private Message blank(Trail.Step step) {
        return of(step).stream()
                .filter(each -> each.place() != null
                        && each.place().column() == step.cell().column())
                .filter(each -> each.severity() == Severity.WARN)
                .findFirst()
                .map(each -> Message.of("analysis.row.blanked", each.bare()))
                .orElse(Message.of("analysis.row.blank"));
    }

    private MeasureRow rejected(Measure measure, Trail.Step step) {
        Finding first =
                step.faults().stream().filter(Finding::putsOut).findFirst().orElseThrow();
        Object value = value(measure, step);
        return new MeasureRow(
                MeasureRow.Standing.REJECTED,
                first.code(),
                first.place() == null ? step.cell() : first.place(),
                first.value(),
                value,
                told(measure, value),
                first.bare(),
                group(measure, first));
    }

    /** Returns what a check says of all rows it rejects; what a built-in code says of the first. */
    private Message group(Measure measure, Finding finding) {
        return input(measure).checks().stream()
                .filter(check ->
                        check.id().equals(finding.code()) && !check.because().isEmpty())
                .findFirst()
                .map(check -> Message.verbatim(check.because()))
                .orElse(finding.bare());
    }

    private List<Finding> of(Trail.Step step) {
        List<Finding> listed = findings.getOrDefault(row(step.cell()), List.of());
        return step.faults().isEmpty()
                ? listed
                : Stream.concat(listed.stream(), step.faults().stream()).toList();
    }

    private static Row row(Place place) {
        return new Row(place.file(), place.sheet(), place.row());
    }

    /** Returns which rows {@code trim} drops. */
    private static Set<Integer> trimmed(Measure.Over over, List<Trail.Step> steps) {
        List<Integer> in = IntStream.range(0, steps.size())
                .boxed()
                .filter(i -> steps.get(i).fate() == Trail.Fate.IN && number(steps.get(i)) != null)
                .sorted(Comparator.comparing((Integer i) -> Objects.requireNonNull(number(steps.get(i)))))
                .toList();
        int drop = over.trim();
        if (drop == 0 || in.size() < over.trimFrom() || in.size() <= 2 * drop) {
            return Set.of();
        }
        Set<Integer> trimmed = new HashSet<>(in.subList(0, drop));
        trimmed.addAll(in.subList(in.size() - drop, in.size()));
        return trimmed;
    }

    private static @Nullable BigFraction number(Trail.Step step) {
        return Cells.value(step.value()) instanceof BigFraction number ? number : null;
    }

    private static @Nullable Condition where(Measure measure) {
        return measure.definition() instanceof Measure.Count
                ? ((Measure.Count) measure.definition()).where()
                : measure.definition() instanceof Measure.Over ? ((Measure.Over) measure.definition()).where() : null;
    }

    private Input input(Measure measure) {
        String name = measure.definition() instanceof Measure.Count
                ? ((Measure.Count) measure.definition()).input()
                : ((Measure.Over) measure.definition()).input();
        return rules.input(name);
    }

    private ColumnType type(Measure measure, Measure.Over over) {
        return Objects.requireNonNull(input(measure).type(over.column()));
    }
}
