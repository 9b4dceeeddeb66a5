package org.platscore.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Form;
import org.platscore.rules.RubricNode;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.BestOf;
import org.platscore.rules.scoring.By;
import org.platscore.rules.scoring.Choice;
import org.platscore.rules.scoring.Curve;
import org.platscore.rules.scoring.Levels;
import org.platscore.rules.scoring.Linear;
import org.platscore.rules.scoring.PerUnit;
import org.platscore.rules.scoring.ScoringMethod;
import org.platscore.rules.scoring.Steps;

/** The numbers that indicators are measured against, each in a cell of its own: one row a benchmark, step, corner or level. */
final class Standards {

    private final Run run;
    private final RubricNode.Leaf leaf;
    private final List<List<Cell>> rows = new ArrayList<>();

    private Standards(Run run, RubricNode.Leaf leaf) {
        this.run = run;
        this.leaf = leaf;
    }

    /**
     * Returns an indicator's rows: id, label, points, what is meant, under which condition, the number. Methods that measure
     * against the peers alone, or by a formula, have none.
     */
    static List<List<Cell>> of(Run run, RubricNode.Leaf leaf) {
        Standards standards = new Standards(run, leaf);
        standards.method(leaf.method(), "");
        return standards.rows;
    }

    private void method(ScoringMethod method, String when) {
        if (method instanceof Linear) {
            Linear linear = (Linear) method;
            row(BigFraction.ZERO, "zero", when, linear.zero());
            row(leaf.weight(), "full", when, linear.full());
        } else if (method instanceof Steps) {
            Steps steps = (Steps) method;
            steps.steps().forEach(step -> row(step.points(), step.beyond() ? "over" : "from", when, step.edge()));
            row(steps.otherwise(), "else", when, Cell.missing(""));
        } else if (method instanceof Curve) {
            ((Curve) method)
                    .corners()
                    .forEach(corner -> row(corner.points(), "corner", when, new Benchmark.Constant(corner.value())));
        } else if (method instanceof PerUnit) {
            PerUnit units = (PerUnit) method;
            row(units.base(), "after", when, units.after());
            row(units.points(), units.whole() ? "every-whole" : "every", when, units.every());
        } else if (method instanceof Levels) {
            Levels levels = (Levels) method;
            levels.points().forEach((level, points) -> row(points, "level", when, Cell.centred(level)));
            if (levels.otherwise() != null) {
                row(levels.otherwise(), "else", when, Cell.missing(""));
            }
        } else if (method instanceof By) {
            choices(((By) method).choice(), when, this::method);
        } else if (method instanceof BestOf) {
            ((BestOf) method).alternatives().forEach(each -> method(each.method(), and(when, each.label())));
        }
    }

    private void row(BigFraction points, String what, String when, Benchmark benchmark) {
        if (benchmark instanceof Benchmark.Chosen) {
            choices(
                    ((Benchmark.Chosen) benchmark).choice(),
                    when,
                    (chosen, chosenWhen) -> row(points, what, chosenWhen, chosen));
            return;
        }
        row(
                points,
                what,
                when,
                benchmark instanceof Benchmark.Constant
                        ? number(((Benchmark.Constant) benchmark).number(), 4)
                        : Cell.centred(benchmark.sentence().in(run.lang())));
    }

    private void row(BigFraction points, String what, String when, Cell figure) {
        rows.add(List.of(
                Cell.centred(leaf.id()),
                Cell.text(leaf.label()),
                number(points, 2),
                Cell.text(run.say("standard." + what)),
                when.isEmpty() ? Cell.missing("") : Cell.text(when),
                figure));
    }

    private <T> void choices(Choice<T> choice, String when, BiConsumer<T, String> take) {
        for (Map.Entry<String, T> each : choice.cases().entrySet()) {
            take.accept(each.getValue(), and(when, run.say("standard.case", choice.label(), each.getKey())));
        }
        for (Choice.Band<T> band : choice.bands()) {
            take.accept(band.use(), and(when, run.say("standard.band", choice.label(), band.under())));
        }
        @Nullable T otherwise = choice.otherwise();
        if (otherwise != null) {
            take.accept(otherwise, and(when, run.say("standard.rest", choice.label())));
        }
    }

    private String and(String when, String more) {
        return when.isEmpty() ? more : more.isEmpty() ? when : run.say("standard.and", when, more);
    }

    private static Cell number(BigFraction number, int mostDecimals) {
        return Cell.number(
                Exact.decimal(number),
                Form.amount(Math.min(mostDecimals, Exact.decimal(number).scale())));
    }
}
