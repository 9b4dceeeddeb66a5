package org.platscore.measure;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Severity;
import org.platscore.intake.FileRead;
import org.platscore.intake.IntakeResult;
import org.platscore.rules.ColumnType;
import org.platscore.rules.Input;
import org.platscore.rules.Measure;
import org.platscore.rules.Rulebook;
import org.platscore.rules.condition.Condition;

/**
 * Tells of measures for which no row of anybody counts, though there are many and a free text is asked for: most likely the
 * files spell it otherwise. A choice that is misspelt is refused where the rules are read.
 */
public final class Unmatched {

    private static final long MANY = 10;

    private Unmatched() {}

    /** Tells of all measures, as they were measured. */
    public static void tell(Rulebook rules, IntakeResult intake, MeasureTable table, Findings findings) {
        for (Measure measure : rules.measures()) {
            Measure.Definition definition = measure.definition();
            if (definition instanceof Measure.Count count) {
                tell(rules.input(count.input()), count.where(), measure, intake, table, findings);
            } else if (definition instanceof Measure.Over over) {
                tell(rules.input(over.input()), over.where(), measure, intake, table, findings);
            }
        }
    }

    private static void tell(
            Input input,
            @Nullable Condition where,
            Measure measure,
            IntakeResult intake,
            MeasureTable table,
            Findings findings) {
        if (where == null || where.columns().stream().noneMatch(each -> input.type(each) == ColumnType.TEXT)) {
            return;
        }
        long rows = intake.files().stream()
                .filter(file -> file.input().equals(input.name()))
                .mapToLong(FileRead::accepted)
                .sum();
        boolean none = intake.subjects().stream()
                .allMatch(subject -> table.get(subject.index(), measure.name()).rows() == 0);
        if (rows >= MANY && none) {
            findings.add(new Finding(
                    Severity.WARN,
                    "no-rows",
                    input.name(),
                    null,
                    "",
                    "",
                    Message.of(
                            "measure.unmatched",
                            input.label(),
                            BigFraction.of(rows),
                            measure.label(),
                            where.sentence()),
                    Message.of("measure.fix.unmatched")));
        }
    }
}
