package org.platscore.report.explanation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.analysis.Explanation;
import org.platscore.analysis.IndicatorReason;
import org.platscore.analysis.MeasureReason;
import org.platscore.analysis.MeasureRow;
import org.platscore.analysis.RowSums;
import org.platscore.analysis.Shown;
import org.platscore.finding.Message;
import org.platscore.intake.Correction;
import org.platscore.measure.MeasureValue;
import org.platscore.measure.TooFew;
import org.platscore.rules.Input;
import org.platscore.rules.Measure;

/** The data of an explanation: values, corrections, rows, cells. */
record ExplanationTextData(Explanation explanation, boolean rows, Lines lines) {

    /** Tells the corrections, the values that stand in for missing ones, and by input how many rows did not pass the checks. */
    void brief() {
        lines.add(0, "part.corrections");
        boolean any = false;
        for (MeasureReason reason : explanation.measures().values()) {
            for (MeasureReason.Corrected each : reason.corrections()) {
                lines.add(1, "correction-of", reason.measure().label(), corrected(reason.measure(), each));
                any = true;
            }
        }
        if (!any) {
            lines.add(1, "no-corrections");
        }
        explanation.measures().values().stream()
                .filter(reason -> reason.value().stoodIn())
                .forEach(reason -> line(reason, 1));
        rejected();
    }

    private void line(MeasureReason reason, int level) {
        lines.add(
                level,
                reason.value().stoodIn() ? "measure-stand-in" : "measure",
                reason.measure().label(),
                Shown.value(reason.measure(), reason.value().effective()));
    }

    private void rejected() {
        Map<String, MeasureReason> byInput = new LinkedHashMap<>();
        for (MeasureReason reason : explanation.measures().values()) {
            String input = input(reason.measure());
            if (input != null) {
                byInput.putIfAbsent(input, reason);
            }
        }
        for (Input input : explanation.result().rules().inputs()) {
            MeasureReason reason = byInput.get(input.name());
            List<RowSums.Pile> piles = reason == null
                    ? List.of()
                    : RowSums.of(reason).stream()
                            .filter(pile -> pile.standing() == MeasureRow.Standing.REJECTED && pile.reason() != null)
                            .toList();
            if (!piles.isEmpty()) {
                lines.add(1, "rejected", input.label());
                piles.forEach(pile -> lines.add(2, "rejected-pile", pile.rows(), said(pile)));
            }
        }
    }

    private static Object said(RowSums.Pile pile) {
        return pile.reason() == null ? "" : pile.reason();
    }

    private static @Nullable String input(Measure measure) {
        if (measure.definition() instanceof Measure.Count) {
            return ((Measure.Count) measure.definition()).input();
        }
        return measure.definition() instanceof Measure.Over ? ((Measure.Over) measure.definition()).input() : null;
    }

    /** Tells every measure behind the indicators, formulas down to their sources. */
    void full(boolean all) {
        lines.add(0, "part.data");
        Set<String> told = new LinkedHashSet<>();
        for (IndicatorReason indicator : explanation.indicators()) {
            indicator.measures().forEach(name -> measure(name, 1, told));
        }
        if (all) {
            explanation.measures().keySet().forEach(name -> measure(name, 1, told));
        }
        if (!rows && explanation.measures().values().stream().anyMatch(MeasureReason::counted)) {
            lines.add(1, "rows-hint");
        }
    }

    private void measure(String name, int level, Set<String> told) {
        MeasureReason reason = explanation.measures().get(name);
        if (reason == null || !told.add(name)) {
            return;
        }
        Measure measure = reason.measure();
        MeasureValue value = reason.value();
        line(reason, level);
        if (value.claimed() != null) {
            lines.add(level + 1, "claimed", Shown.value(measure, value.claimed()));
        }
        if (!reason.corrections().isEmpty()) {
            lines.add(level + 1, "measured", Shown.value(measure, value.measured()));
            for (MeasureReason.Corrected each : reason.corrections()) {
                lines.add(level + 1, "list", corrected(measure, each));
            }
        }
        if (reason.place() != null) {
            lines.add(
                    level + 1,
                    reason.shown().isEmpty() ? "source-blank" : "source",
                    reason.place().shown(),
                    reason.shown());
        }
        if (measure.definition() instanceof Measure.Computed) {
            lines.add(
                    level + 1,
                    "formula",
                    ((Measure.Computed) measure.definition()).formula().source());
            List<Object> figures = new ArrayList<>();
            for (String from : reason.from()) {
                MeasureReason other = explanation.measures().get(from);
                if (other == null) {
                    figures.add(Lines.say("figure", from, earlier(from)));
                } else {
                    figures.add(Lines.say(
                            "formula-figure",
                            from,
                            other.measure().label(),
                            Shown.value(other.measure(), other.value().effective())));
                }
            }
            lines.add(level + 2, "list", figures);
        }
        if (reason.counted()) {
            piles(reason, level + 1);
        }
        reason.from().forEach(from -> measure(from, level + 1, told));
    }

    /** Returns the earlier value that a formula names, with the unit of its measure; the earlier total has none. */
    private Message earlier(String name) {
        return Shown.named(
                explanation.result().rules(), name.substring(Explanation.PREVIOUS.length()), explanation.value(name));
    }

    private Message corrected(Measure measure, MeasureReason.Corrected each) {
        Correction correction = each.correction();
        return Lines.say(
                correction.operation().name().toLowerCase(Locale.ROOT),
                Shown.value(measure, correction.value()),
                Shown.value(measure, each.after()),
                correction.reason(),
                correction.decided());
    }

    private void piles(MeasureReason reason, int level) {
        TooFew few = TooFew.of(reason.measure(), reason.value());
        if (few != null) {
            lines.add(level, "too-few", few.values(), few.needed());
        }
        for (RowSums.Pile pile : RowSums.of(reason)) {
            Object told =
                    pile.told() instanceof BigFraction number ? reason.measure().quantity(number) : pile.told();
            Object sum = told == null ? "" : Lines.say("sum", told);
            if (pile.standing() == MeasureRow.Standing.COUNTED) {
                lines.add(level, "counted", pile.rows(), sum);
                files(reason, level + 1);
            } else {
                lines.add(level, "left-out", pile.rows(), sum, said(pile));
            }
        }
        if (rows) {
            reason.rows().forEach(row -> row(row, level));
        }
    }

    private void files(MeasureReason reason, int level) {
        Map<String, Integer> byFile = new TreeMap<>();
        reason.rows().stream()
                .filter(MeasureRow::counted)
                .forEach(row -> byFile.merge(row.place().file(), 1, Integer::sum));
        if (!byFile.isEmpty()) {
            List<Object> files = new ArrayList<>();
            byFile.forEach((file, count) -> files.add(Lines.say("file", file, count)));
            lines.add(level, "files", files);
        }
    }

    private void row(MeasureRow row, int level) {
        Object value = row.told() == null
                ? ""
                : row.told() instanceof BigFraction ? row.told() : row.told().toString();
        if (row.counted()) {
            lines.add(level, "row-counted", row.place().shown(), value);
        } else {
            lines.add(level, "row-out", row.place().shown(), value, row.reason() == null ? "" : row.reason());
        }
    }
}
