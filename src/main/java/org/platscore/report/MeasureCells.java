package org.platscore.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.numbers.fraction.BigFraction;
import org.platscore.finding.Exact;
import org.platscore.intake.Subject;
import org.platscore.report.sheet.Spot;
import org.platscore.rules.Measure;
import org.platscore.rules.Missing;

/** Where the values of measures stand on 指标数据. */
final class MeasureCells {

    private final Run run;
    private final Map<String, Spot> used = new HashMap<>();
    private final Set<String> complete = new HashSet<>();
    private final Map<String, Spot> measured = new HashMap<>();
    private final Map<String, Spot> corrected = new HashMap<>();
    private final Map<String, Integer> decimals = new HashMap<>();
    private final int[] rows;
    private int firstRow;

    MeasureCells(Run run, int[] rows) {
        this.run = run;
        this.rows = rows;
        for (Measure measure : run.rules().measures()) {
            boolean all = run.scores().measures().values().stream()
                    .allMatch(values ->
                            Objects.requireNonNull(values.get(measure.name())).effective() != null);
            if (all && !(measure.missing() instanceof Missing.Exclude)) {
                complete.add(measure.name());
            }
        }
    }

    /** Takes note of the column of the values that count. */
    void put(String measure, Spot column) {
        used.put(measure, column);
    }

    /** Takes note of the columns of a measure that some corrections touched. */
    void putCorrected(String measure, Spot before, Spot after) {
        measured.put(measure, before);
        corrected.put(measure, after);
    }

    /** Takes note of the first subject's row. */
    void startAt(int row) {
        firstRow = row;
    }

    /** Returns a subject's measured value. */
    Spot measured(String measure, Subject subject) {
        return Objects.requireNonNull(measured.getOrDefault(measure, used.get(measure)), measure)
                .inRow(row(subject));
    }

    /** Returns a subject's corrected value. */
    Spot corrected(String measure, Subject subject) {
        return Objects.requireNonNull(corrected.getOrDefault(measure, used.get(measure)), measure)
                .inRow(row(subject));
    }

    /** Returns the decimals that a computed measure is rounded to, worked out once. */
    int decimals(String measure, Supplier<Integer> count) {
        return decimals.computeIfAbsent(measure, each -> count.get());
    }

    boolean has(String measure) {
        return used.containsKey(measure);
    }

    /** Returns the column of the values that count. */
    Spot used(String measure) {
        return Objects.requireNonNull(used.get(measure), measure);
    }

    /** Returns whether everybody has a value, and must have one. */
    boolean complete(String measure) {
        return complete.contains(measure);
    }

    /** Returns the index of a subject's row. */
    int row(Subject subject) {
        return firstRow + rows[subject.index()];
    }

    /** Returns a cell's number in the unit of the rules, in which formulas are written. */
    String inRulesUnit(String measure, String cell) {
        BigFraction divisor = run.figure(measure).divisor();
        return divisor.compareTo(BigFraction.ONE) == 0 ? cell : "(" + cell + "*" + Exact.plain(divisor) + ")";
    }
}
