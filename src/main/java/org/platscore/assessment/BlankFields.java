package org.platscore.assessment;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Finding;
import org.platscore.finding.Place;
import org.platscore.intake.Submission;
import org.platscore.measure.MeasureTable;
import org.platscore.rules.Measure;
import org.platscore.rules.Rulebook;

/** Finds the blank cell of a form behind a value that scoring misses, since the clerk who fills it in looks for the cell. */
record BlankFields(Rulebook rules, Submission submission, MeasureTable table) {

    /** Returns a finding with its place, where it is about a missing value that a form's field should give. */
    Finding placed(Finding finding) {
        if (!finding.code().equals("missing-value") || finding.place() != null) {
            return finding;
        }
        for (Object argument : finding.message().args()) {
            for (Measure measure : rules.measures()) {
                Place place = measure.label().equals(argument) ? place(measure, new HashSet<>()) : null;
                if (place != null) {
                    return new Finding(
                            finding.severity(),
                            finding.code(),
                            finding.input(),
                            place,
                            finding.value(),
                            finding.subject(),
                            finding.message(),
                            finding.action());
                }
            }
        }
        return finding;
    }

    private @Nullable Place place(Measure measure, Set<String> met) {
        if (!met.add(measure.name()) || table.get(0, measure.name()).used() != null) {
            return null;
        }
        if (measure.definition() instanceof Measure.Field field) {
            return submission.places().get(field.input() + "." + field.column());
        }
        Set<String> names = measure.definition() instanceof Measure.Computed computed
                ? new LinkedHashSet<>(computed.formula().names())
                : Set.of();
        for (Measure other : rules.measures()) {
            Place place = names.contains(other.name()) ? place(other, met) : null;
            if (place != null) {
                return place;
            }
        }
        return null;
    }
}
