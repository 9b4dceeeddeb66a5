package org.platscore.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Form;
import org.platscore.report.sheet.Spot;
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
import org.platscore.rules.words.RulesWording;

/** The numbers that indicators are measured against, each in a cell of its own: one row a benchmark, step, corner or level. */
final class Standards {

    /** Decimals shown of a figure of the rules, if it has as many. */
    static final int DECIMALS = 4;

    private static final int POINTS = 2;
    private static final int NUMBER = 5;

    private final Run run;
    private final RuleCells cells;
    private final Spot first;
    private final List<List<Cell>> rows;

    /**
     * @param cells takes note of where the numbers stand
     * @param first the first cell of the table's body
     * @param rows gets a row for each standard
     */
    Standards(Run run, RuleCells cells, Spot first, List<List<Cell>> rows) {
        this.run = run;
        this.cells = cells;
        this.first = first;
        this.rows = rows;
    }

    /**
     * Adds an indicator's rows: id, label, points, what is meant, under which condition, the number. Methods that measure against
     * the peers alone, or by a formula, have none.
     */
    void add(RubricNode.Leaf leaf) {
        new Of(leaf, leaf.measure()).method(leaf.method(), "");
    }

    private Spot spot(int column) {
        return new Spot(first.page(), first.row() + rows.size(), column);
    }

    static Cell number(BigFraction number, int mostDecimals) {
        return Cell.number(
                Exact.decimal(number),
                Form.amount(Math.min(mostDecimals, Exact.decimal(number).scale())));
    }

    /** Returns a share of the rules as percent, with the decimals that it is written with. */
    static Cell percent(BigFraction share) {
        BigDecimal shown = Exact.decimal(share);
        return Cell.number(shown, Form.percent(shown));
    }

    /** Returns a number in the unit in which the measure that is held against it is shown. */
    static Cell inUnit(Figure figure, BigFraction number) {
        BigFraction shown = number.divide(figure.divisor());
        return figure.form().equals(Form.PERCENT)
                ? percent(shown)
                : number(shown, figure.divisor().equals(BigFraction.ONE) ? DECIMALS : 6);
    }

    /** Takes each of what is chosen from, with the words for when it is chosen, behind {@code when}. */
    static <T> void choices(Run run, Choice<T> choice, String when, BiConsumer<T, String> take) {
        for (Map.Entry<String, T> each : choice.cases().entrySet()) {
            take.accept(each.getValue(), and(run, when, run.say("standard.case", choice.label(), each.getKey())));
        }
        RulesWording wording = new RulesWording(run.rules());
        for (Choice.Band<T> band : choice.bands()) {
            Object under = wording.figure(band.under(), choice.of());
            take.accept(band.use(), and(run, when, run.say("standard.band", choice.label(), under)));
        }
        @Nullable T otherwise = choice.otherwise();
        if (otherwise != null) {
            take.accept(otherwise, and(run, when, run.say("standard.rest", choice.label())));
        }
    }

    private static String and(Run run, String when, String more) {
        return when.isEmpty() ? more : more.isEmpty() ? when : run.say("standard.and", when, more);
    }

    /** The standards of one indicator, or of an alternative with a measure of its own. */
    private final class Of {
        private final RubricNode.Leaf leaf;
        private final @Nullable String measure;

        Of(RubricNode.Leaf leaf, @Nullable String measure) {
            this.leaf = leaf;
            this.measure = measure;
        }

        private void method(ScoringMethod method, String when) {
            if (method instanceof Linear) {
                Linear linear = (Linear) method;
                row(BigFraction.ZERO, "zero", when, linear.zero(), List.of());
                row(leaf.weight(), "full", when, linear.full(), List.of(leaf));
            } else if (method instanceof Steps) {
                Steps steps = (Steps) method;
                steps.steps()
                        .forEach(step ->
                                row(step.points(), step.beyond() ? "over" : "from", when, step.edge(), List.of(step)));
                cells.put(steps, "", spot(POINTS));
                row(steps.otherwise(), "else", when, Cell.missing(""));
            } else if (method instanceof Curve) {
                ((Curve) method).corners().forEach(corner -> {
                    cells.put(corner, "", spot(POINTS));
                    cells.put(corner, "value", spot(NUMBER));
                    row(corner.points(), "corner", when, inUnit(corner.value()));
                });
            } else if (method instanceof PerUnit) {
                PerUnit units = (PerUnit) method;
                row(units.base(), "after", when, units.after(), List.of(units.after()));
                row(
                        units.points(),
                        units.whole() ? "every-whole" : "every",
                        when,
                        units.every(),
                        List.of(units.every()));
            } else if (method instanceof Levels) {
                Levels levels = (Levels) method;
                levels.points().forEach((level, points) -> {
                    cells.put(levels, level, spot(POINTS));
                    row(points, "level", when, Cell.centred(level));
                });
                if (levels.otherwise() != null) {
                    cells.put(levels, "", spot(POINTS));
                    row(levels.otherwise(), "else", when, Cell.missing(""));
                }
            } else if (method instanceof By) {
                choices(run, ((By) method).choice(), when, this::method);
            } else if (method instanceof BestOf) {
                ((BestOf) method)
                        .alternatives()
                        .forEach(each -> new Of(leaf, each.measure() == null ? measure : each.measure())
                                .method(each.method(), and(run, when, each.label())));
            }
        }

        /**
         * @param owners whose points these are: the indicator's, or those of a step or unit; where a choice makes several rows of
         *     one, all but the first follow the first
         */
        private void row(BigFraction points, String what, String when, Benchmark benchmark, List<?> owners) {
            if (benchmark instanceof Benchmark.Chosen) {
                choices(
                        run,
                        ((Benchmark.Chosen) benchmark).choice(),
                        when,
                        (chosen, chosenWhen) -> row(points, what, chosenWhen, chosen, owners));
                return;
            }
            String earlier = null;
            for (Object owner : owners) {
                earlier = owner == leaf ? cells.of(leaf, "weight") : cells.put(owner, "", spot(POINTS));
            }
            if (benchmark instanceof Benchmark.Constant) {
                cells.put(benchmark, "number", spot(NUMBER));
            }
            row(
                    number(points, DECIMALS).live(earlier),
                    what,
                    when,
                    benchmark instanceof Benchmark.Constant
                            ? inUnit(((Benchmark.Constant) benchmark).number())
                            : Cell.centred(benchmark.sentence().in(run.lang())));
        }

        /** Returns a standard in the unit in which its measure is shown. */
        private Cell inUnit(BigFraction number) {
            if (measure == null) {
                return number(number, DECIMALS);
            }
            return Standards.inUnit(run.figure(measure), number);
        }

        private void row(BigFraction points, String what, String when, Cell figure) {
            row(number(points, DECIMALS), what, when, figure);
        }

        private void row(Cell points, String what, String when, Cell figure) {
            String unit = measure == null ? "" : run.figure(measure).unit();
            rows.add(List.of(
                    Cell.centred(leaf.id()),
                    Cell.text(leaf.label()),
                    points,
                    Cell.text(run.say("standard." + what)),
                    when.isEmpty() ? Cell.missing("") : Cell.text(when),
                    figure,
                    unit.isEmpty() || figure.value() instanceof String ? Cell.missing("") : Cell.centred(unit)));
        }
    }
}
