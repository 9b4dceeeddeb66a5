package org.platscore.measure;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Finding;
import org.platscore.finding.Findings;
import org.platscore.finding.Message;
import org.platscore.finding.Severity;
import org.platscore.intake.FileRead;
import org.platscore.intake.IntakeResult;
import org.platscore.intake.Subject;
import org.platscore.rules.ColumnType;
import org.platscore.rules.Input;
import org.platscore.rules.Measure;
import org.platscore.rules.RubricNode;
import org.platscore.rules.Rulebook;
import org.platscore.rules.condition.Condition;

/**
 * Tells of measures for which no row of anybody counts, and of indicators and groups that apply to nobody, though there are many
 * and a free text is asked for: most likely the files spell it otherwise. A choice that is misspelt is refused where the rules
 * are read.
 */
public final class Unmatched {

    private static final long MANY = 10;

    private Unmatched() {}

    /** Tells of all measures, as they were measured, and of all that has a {@code for}. */
    public static void tell(Rulebook rules, IntakeResult intake, MeasureTable table, Findings findings) {
        for (Measure measure : rules.measures()) {
            Measure.Definition definition = measure.definition();
            if (definition instanceof Measure.Count count) {
                tell(rules.input(count.input()), count.where(), measure, intake, table, findings);
            } else if (definition instanceof Measure.Over over) {
                tell(rules.input(over.input()), over.where(), measure, intake, table, findings);
            }
        }
        Input roster = rules.roster();
        List<RubricNode> nodes = new ArrayList<>(List.of(rules.rubric()));
        nodes.addAll(rules.bonuses());
        nodes.addAll(rules.deductions());
        nodes.forEach(node -> tell(node, roster, intake.subjects(), findings));
    }

    private static void tell(RubricNode node, Input roster, List<Subject> subjects, Findings findings) {
        Condition applies = node.appliesTo();
        if (applies != null
                && asksForText(applies, roster)
                && subjects.size() >= MANY
                && subjects.stream().noneMatch(applies::holds)) {
            findings.add(finding(
                    roster,
                    Message.of("measure.nobody", node.label(), applies.sentence()),
                    Message.of("measure.fix.nobody")));
        } else if (node instanceof RubricNode.Group group) {
            group.of().forEach(child -> tell(child, roster, subjects, findings));
        }
    }

    private static boolean asksForText(Condition condition, Input input) {
        return condition.columns().stream().anyMatch(each -> input.type(each) == ColumnType.TEXT);
    }

    private static Finding finding(Input input, Message message, Message action) {
        return new Finding(Severity.WARN, "no-rows", input.name(), null, "", "", message, action);
    }

    private static void tell(
            Input input,
            @Nullable Condition where,
            Measure measure,
            IntakeResult intake,
            MeasureTable table,
            Findings findings) {
        if (where == null || !asksForText(where, input)) {
            return;
        }
        long rows = intake.files().stream()
                .filter(file -> file.input().equals(input.name()))
                .mapToLong(FileRead::accepted)
                .sum();
        boolean none = intake.subjects().stream()
                .allMatch(subject -> table.get(subject.index(), measure.name()).rows() == 0);
        if (rows >= MANY && none) {
            findings.add(finding(
                    input,
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
