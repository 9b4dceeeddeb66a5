package org.platscore.measure;

import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.intake.IntakeResult;
import org.platscore.intake.Subject;
import org.platscore.rules.Measure;
import org.platscore.rules.Rulebook;

/** Holds what subjects claim against what was measured. */
public final class Claims {

    private Claims() {}

    /**
     * Tells each claim that is off the measured value by more than the tolerance.
     *
     * @param completed the values with the statistics that stand in, since formulas count with them
     * @param open what is not known yet: a claim of it is held against nothing
     * @param findings gets {@code claim-mismatch}
     */
    public static void tell(
            Rulebook rules, IntakeResult intake, MeasureTable completed, OpenValues open, Findings findings) {
        for (Subject subject : intake.subjects()) {
            for (Measure measure : rules.measures()) {
                Measure.Claim claim = measure.claimed();
                MeasureValue value = completed.get(subject.index(), measure.name());
                if (claim != null
                        && !open.measure(subject.index(), measure.name())
                        && value.claimed() instanceof BigFraction claimed
                        && value.mismatches(claim.tolerance())) {
                    findings.add(finding(rules, intake, subject, measure, claim, claimed, value));
                }
            }
        }
    }

    private static Finding finding(
            Rulebook rules,
            IntakeResult intake,
            Subject subject,
            Measure measure,
            Measure.Claim claim,
            BigFraction claimed,
            MeasureValue value) {
        Message message = value.measured() instanceof BigFraction measured
                ? Message.of(
                        "measure.claim-mismatch",
                        measure.label(),
                        measure.quantity(claimed),
                        measure.quantity(measured),
                        measure.quantity(claimed.subtract(measured).abs()),
                        percent(claim.tolerance()))
                : Message.of("measure.claim-of-nothing", measure.label(), measure.quantity(claimed));
        Measure.Field field = claim.value() instanceof Measure.Field ? (Measure.Field) claim.value() : null;
        return new Finding(
                Severity.WARN,
                "claim-mismatch",
                field == null ? rules.roster().name() : field.input(),
                field == null ? null : place(intake, subject, field),
                Exact.plain(claimed),
                subject.id(),
                message,
                Message.of("measure.fix.claim-mismatch"));
    }

    private static @Nullable Place place(IntakeResult intake, Subject subject, Measure.Field field) {
        List<Map<String, Place>> places = intake.formPlaces().get(field.input());
        return places == null ? null : places.get(subject.index()).get(field.column());
    }

    private static String percent(BigFraction share) {
        return Exact.plain(share.multiply(100)) + "%";
    }
}
