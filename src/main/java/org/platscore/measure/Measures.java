package org.platscore.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Findings;
import org.platscore.finding.InParts;
import org.platscore.intake.IntakeResult;
import org.platscore.intake.Subject;
import org.platscore.intake.cell.Masking;
import org.platscore.rules.Measure;
import org.platscore.rules.Rulebook;

/** From rows, forms and the roster to one value per subject and measure. */
public final class Measures {

    private Measures() {}

    /** Returns what takes the rows of all tables. */
    public static MeasureCollector collector(Rulebook rules) {
        return new MeasureCollector(rules);
    }

    /**
     * Returns all values: measured, then corrected in file order, then formulas in the order they need each other, missing
     * values with their stand-ins. Stand-ins that are statistics are left to {@link #withStatistics}, since a statistic leaves
     * out subjects with a veto, and vetoes need values first.
     *
     * @param rows the collector that took all rows
     * @param findings gets {@code correction-unused} for each correction that cannot be made
     */
    public static MeasureTable of(Rulebook rules, IntakeResult intake, MeasureCollector rows, Findings findings) {
        List<Map<String, MeasureValue>> values = new ArrayList<>();
        KeyedValues.Keys names = new KeyedValues.Keys(
                rules.measures().stream().map(Measure::name).toList());
        InParts.of(intake.subjects(), part -> measured(rules, names, part, intake, rows))
                .forEach(values::addAll);
        for (Subject subject : intake.subjects()) {
            TooFew.tell(rules, subject, values.get(subject.index()), findings);
        }
        Corrections.apply(rules, intake, values, findings);
        rows.tellSpread(intake.subjects(), findings);
        return new Completion(rules, intake.subjects(), intake.previous(), values, null).table();
    }

    /**
     * Returns the values with the stand-ins that are statistics: taken over the real values of all subjects that are not barred,
     * measure by measure, each before what depends on it; formulas are worked out again.
     *
     * @param phase1 what {@link #of} returned
     * @param barred indices of the subjects that have a veto with {@code grade} or {@code out}
     */
    public static MeasureTable withStatistics(
            Rulebook rules, List<Subject> subjects, MeasureTable phase1, Set<Integer> barred) {
        List<Map<String, MeasureValue>> values = new ArrayList<>();
        phase1.values().forEach(own -> values.add(copy(own)));
        return new Completion(rules, subjects, phase1.previous(), values, barred).table();
    }

    /** Returns the values as {@link #of} gave them, without the statistics that {@link #withStatistics} let stand in. */
    public static MeasureTable withoutStatistics(Rulebook rules, List<Subject> subjects, MeasureTable completed) {
        List<Map<String, MeasureValue>> values = new ArrayList<>();
        completed.values().forEach(own -> values.add(copy(own)));
        return new Completion(rules, subjects, completed.previous(), values, null).table();
    }

    /** Returns a measure and all that is worked out from it, each after what it needs: what a change of the measure changes. */
    public static List<Measure> following(Rulebook rules, Measure measure) {
        return DependencyOrder.from(rules.measures(), measure);
    }

    /**
     * Returns the values as {@link #of} would give them if one figure were another, as after a further correction.
     *
     * @param phase1 what {@link #of} or {@link #withoutStatistics} returned
     * @param following what {@link #following} returned for a measure that is no formula
     * @param used its other value
     */
    public static MeasureTable changed(
            Rulebook rules, MeasureTable phase1, Subject subject, List<Measure> following, Object used) {
        return new Completion(
                        rules, List.of(subject), phase1.previous(), changed(phase1, subject, following, used), null)
                .table(following);
    }

    /**
     * Returns completed values as they would be if one figure were another that enters no statistic.
     *
     * @param completed what {@link #withStatistics} returned
     */
    public static MeasureTable changedAlone(
            Rulebook rules, MeasureTable completed, Subject subject, List<Measure> following, Object used) {
        return Completion.ofOne(rules, subject, completed.previous(), changed(completed, subject, following, used))
                .table(following);
    }

    /**
     * Returns completed values as they would be if one figure were another, while nobody else is barred than before.
     *
     * @param completed what {@link #withStatistics} returned
     * @param barred the same as there
     */
    public static MeasureTable changedAmong(
            Rulebook rules,
            List<Subject> subjects,
            MeasureTable completed,
            Set<Integer> barred,
            Subject subject,
            List<Measure> following,
            Object used) {
        List<Map<String, MeasureValue>> values = new ArrayList<>();
        changed(completed, subject, following, used).forEach(own -> values.add(copy(own)));
        return new Completion(rules, subjects, completed.previous(), values, barred).table(following);
    }

    private static List<Map<String, MeasureValue>> changed(
            MeasureTable table, Subject subject, List<Measure> following, Object used) {
        String measure = following.get(0).name();
        List<Map<String, MeasureValue>> values = new ArrayList<>(table.values());
        Map<String, MeasureValue> own = copy(values.get(subject.index()));
        own.put(measure, table.get(subject.index(), measure).corrected(used));
        values.set(subject.index(), own);
        return values;
    }

    private static Map<String, MeasureValue> copy(Map<String, MeasureValue> own) {
        return own instanceof KeyedValues<MeasureValue> keyed ? keyed.copy() : new LinkedHashMap<>(own);
    }

    private static List<Map<String, MeasureValue>> measured(
            Rulebook rules,
            KeyedValues.Keys names,
            List<Subject> subjects,
            IntakeResult intake,
            MeasureCollector rows) {
        List<Map<String, MeasureValue>> values = new ArrayList<>(subjects.size());
        for (Subject subject : subjects) {
            values.add(new KeyedValues<>(
                    names,
                    rules.measures().stream()
                            .map(measure -> measured(rules, measure, subject, intake, rows))
                            .toList()));
        }
        return values;
    }

    private static MeasureValue measured(
            Rulebook rules, Measure measure, Subject subject, IntakeResult intake, MeasureCollector rows) {
        MeasureValue counted = rows.measured(subject, measure.name());
        MeasureValue measured = counted != null
                ? counted
                : MeasureValue.measured(shown(rules, measure.definition(), subject, intake), -1, -1);
        Measure.Claim claim = measure.claimed();
        return claim == null ? measured : measured.claimed(shown(rules, claim.value(), subject, intake));
    }

    private static @Nullable Object cell(Measure.Definition definition, Subject subject, IntakeResult intake) {
        if (definition instanceof Measure.RosterValue) {
            return subject.cell(((Measure.RosterValue) definition).column());
        }
        if (definition instanceof Measure.Field) {
            Measure.Field field = (Measure.Field) definition;
            List<Map<String, @Nullable Object>> forms = intake.forms().get(field.input());
            return forms == null || subject.index() >= forms.size()
                    ? null
                    : forms.get(subject.index()).get(field.column());
        }
        return null;
    }

    /** Returns a cell as a value; a resident's number among credit codes masked, since measures stand in every report. */
    private static @Nullable Object shown(
            Rulebook rules, Measure.Definition definition, Subject subject, IntakeResult intake) {
        Object value = MeasureValue.ofCell(cell(definition, subject, intake));
        return value instanceof String text ? Masking.shown(rules, definition, text) : value;
    }
}
