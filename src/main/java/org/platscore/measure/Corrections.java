package org.platscore.measure;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Place;
import org.platscore.finding.Severity;
import org.platscore.intake.Correction;
import org.platscore.intake.IntakeResult;
import org.platscore.rules.ColumnType;
import org.platscore.rules.Measure;
import org.platscore.rules.Rulebook;
import org.platscore.rules.condition.Folded;
import org.platscore.rules.names.ValueType;

/** Makes the corrections of adjustments.csv, in file order. One that cannot be made stops the run and changes nothing. */
final class Corrections {

    private final Rulebook rules;
    private final IntakeResult intake;
    private final Findings findings;

    /** Where each correction stands, by all that it says. */
    private final Map<List<Object>, Place> made = new HashMap<>();

    /** Where the last correction of a subject's measure stands. */
    private final Map<List<Object>, Place> last = new HashMap<>();

    private Corrections(Rulebook rules, IntakeResult intake, Findings findings) {
        this.rules = rules;
        this.intake = intake;
        this.findings = findings;
    }

    static void apply(Rulebook rules, IntakeResult intake, List<Map<String, MeasureValue>> values, Findings findings) {
        Corrections corrections = new Corrections(rules, intake, findings);
        for (Correction correction : intake.corrections()) {
            Map<String, MeasureValue> own = values.get(correction.subject());
            MeasureValue value = own.get(correction.measure());
            if (value == null) {
                throw new IllegalArgumentException("no measure " + correction.measure());
            }
            Measure measure = rules.measure(correction.measure());
            Object corrected = corrections.corrected(correction, measure, value.used());
            if (corrected != null) {
                corrections.watch(correction, measure, value.used(), corrected);
                corrections.watchEarlier(correction, measure, value.used(), corrected);
                own.put(correction.measure(), value.corrected(corrected));
            }
        }
    }

    /** Returns the value after a correction; null, with its finding, if it cannot be made. */
    private @Nullable Object corrected(Correction correction, Measure measure, @Nullable Object before) {
        if (measure.definition() instanceof Measure.Computed) {
            return refused(correction, "measure.corrects-formula", "measure.fix.corrects-formula", measure);
        }
        Object value = correction.value();
        if (measure.type() == ValueType.CATEGORY) {
            return correction.operation() == Correction.Operation.SET && value instanceof String
                    ? category(correction, measure, (String) value)
                    : refused(correction, "measure.corrects-category", "measure.fix.corrects-category", measure);
        }
        if (!(value instanceof BigFraction)) {
            return refused(correction, "measure.corrects-by-text", "measure.fix.corrects-by-text", measure);
        }
        BigFraction number = correction.number();
        if (correction.operation() == Correction.Operation.SET) {
            return number;
        }
        if (before == null) {
            return refused(correction, "measure.corrects-missing", "measure.fix.corrects-missing", measure);
        }
        return correction.operation() == Correction.Operation.ADD
                ? ((BigFraction) before).add(number)
                : ((BigFraction) before).subtract(number);
    }

    /**
     * Tells a number that goes the other way than its operation says, takes a value below 0, or makes a fraction of
     * what is counted: mostly a slip.
     */
    private void watch(Correction correction, Measure measure, @Nullable Object before, Object after) {
        if (!(after instanceof BigFraction number)) {
            return;
        }
        if (correction.operation() != Correction.Operation.SET
                && correction.number().signum() < 0) {
            slip(correction, measure, "corrects-by-negative", Exact.plain(correction.number()));
        } else if (number.signum() < 0 && !(before instanceof BigFraction old && old.signum() < 0)) {
            slip(correction, measure, "corrects-below-zero", Exact.plain(number));
        } else if (!number.getDenominator().abs().equals(BigInteger.ONE) && whole(measure)) {
            slip(correction, measure, "corrects-to-fraction", Exact.plain(number));
        }
    }

    /** Tells a correction that repeats an earlier one word for word, and one that sets aside what earlier ones made. */
    private void watchEarlier(Correction correction, Measure measure, @Nullable Object before, Object after) {
        List<Object> figure = List.of(correction.subject(), correction.measure());
        Place earlier = last.put(figure, correction.place());
        if (correction.operation() == Correction.Operation.SET) {
            if (earlier != null && !after.equals(before)) {
                slip(correction, measure, "corrects-anew", earlier.wholeRow().shown());
            }
            return;
        }
        List<Object> all = List.of(
                figure,
                correction.operation(),
                correction.value(),
                correction.reason(),
                correction.decidedBy(),
                Objects.requireNonNullElse(correction.date(), ""));
        Place same = made.putIfAbsent(all, correction.place());
        if (same != null) {
            slip(correction, measure, "corrects-twice", same.wholeRow().shown());
        }
    }

    private void slip(Correction correction, Measure measure, String key, String told) {
        add(
                Severity.WARN,
                "bad-value",
                correction,
                Message.of("measure." + key, measure.label(), told),
                Message.of("measure.fix." + key));
    }

    /** Returns whether a measure counts, so that it has no fractions. */
    private boolean whole(Measure measure) {
        if (measure.definition() instanceof Measure.Over over) {
            return switch (over.aggregate()) {
                case DISTINCT -> true;
                case SUM, MIN, MAX -> whole(over.input(), over.column());
                case MEAN, MEDIAN -> false;
            };
        }
        return measure.definition() instanceof Measure.Count
                || measure.definition() instanceof Measure.Field field && whole(field.input(), field.column())
                || measure.definition() instanceof Measure.RosterValue value
                        && whole(rules.roster().name(), value.column());
    }

    private boolean whole(String input, String column) {
        return rules.input(input).type(column) == ColumnType.INTEGER;
    }

    private @Nullable Object category(Correction correction, Measure measure, String text) {
        if (measure.choices().isEmpty()) {
            return text;
        }
        for (String choice : measure.choices()) {
            if (Folded.text(choice).equals(Folded.text(text))) {
                return choice;
            }
        }
        Message fix = Message.of("measure.fix.corrects-to-other", measure.choices());
        return refused(correction, Message.of("measure.corrects-to-other", measure.label(), text), fix);
    }

    private @Nullable Object refused(Correction correction, String key, String fix, Measure measure) {
        return refused(correction, Message.of(key, measure.label()), Message.of(fix, measure.label()));
    }

    private @Nullable Object refused(Correction correction, Message message, Message fix) {
        add(Severity.STOP, "correction-unused", correction, message, fix);
        return null;
    }

    private void add(Severity severity, String code, Correction correction, Message message, Message fix) {
        Object value = correction.value();
        findings.add(new Finding(
                severity,
                code,
                "adjustments",
                correction.place(),
                value instanceof BigFraction ? Exact.plain((BigFraction) value) : value.toString(),
                intake.subjects().get(correction.subject()).id(),
                message,
                fix));
    }
}
