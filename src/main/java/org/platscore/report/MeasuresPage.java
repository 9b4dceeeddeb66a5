package org.platscore.report;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.grading.Standing;
import org.platscore.intake.Subject;
import org.platscore.measure.MeasureValue;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Page;
import org.platscore.report.sheet.Spot;
import org.platscore.report.sheet.Table;
import org.platscore.report.sheet.Tone;
import org.platscore.rules.Measure;
import org.platscore.rules.Missing;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.scoring.Benchmark;

/**
 * 指标数据: the value of every measure of every subject. A measure that no correction touched has one column; one that was
 * corrected shows measured, corrected and used side by side, one that subjects claim themselves the claimed figure before them.
 * What corrections make, what is used, and measures that are formulas over others are formulas here too.
 */
final class MeasuresPage {

    /** Significant digits that a double surely keeps: to these a computed value is rounded, so that equal ones stay equal. */
    private static final int DIGITS = 14;

    private final Model model;
    private final Run run;
    private final String name;
    private final String noValue;
    private final MeasureCells spots;
    private final List<Column> columns = new ArrayList<>();
    private final List<Function<Standing, Cell>> cells = new ArrayList<>();

    MeasuresPage(Model model) {
        this.model = model;
        this.run = model.run();
        this.name = run.say("sheet.measures");
        this.noValue = run.say("no-value");
        this.spots = new MeasureCells(run, model.rows());
        columns.add(Column.of(run.say("head.id")));
        columns.add(Column.of(run.say("head.name", run.rules().subject())).wide(20));
        run.rules().measures().forEach(this::measure);
        spots.startAt(Page.firstBodyRow(false, Table.of(columns, List.of())));
    }

    MeasureCells cells() {
        return spots;
    }

    Page page() {
        return new Page(
                name,
                "2E75B6",
                run.say("title.measures", run.subjectMatter()),
                run.period(),
                run.say("unit.in-head"),
                "",
                List.of(Table.of(columns, new Rows<>(run.standings(), this::row))
                        .filtered()),
                List.of(Page.Line.note(run.say("note.measures"))),
                run.paper(false, 2));
    }

    private List<Cell> row(Standing standing, int index, boolean live) {
        List<Cell> row = new ArrayList<>();
        row.add(run.id(standing).to(run.say("sheet.results"), index));
        row.add(run.name(standing));
        cells.forEach(cell -> row.add(cell.apply(standing)));
        return row;
    }

    private void measure(Measure measure) {
        Figure figure = run.figure(measure.name());
        String unit = figure.unit().isEmpty() ? "" : run.say("in-brackets", figure.unit());
        boolean corrected = run.standings().stream()
                .anyMatch(standing -> value(standing, measure).corrected() != null);
        boolean claimed = measure.claimed() != null;
        if (claimed) {
            columns.add(Column.of(run.say("head.claimed"), unit).under(measure.label()));
            cells.add(standing -> run.claimed(standing, measure));
        }
        if (!corrected) {
            spots.put(measure.name(), next());
            columns.add(
                    claimed
                            ? Column.of(run.say("head.measured"), unit).under(measure.label())
                            : Column.of(measure.label(), unit).lines(3));
            cells.add(standing -> used(standing, measure, figure, null));
            return;
        }
        Spot measured = next();
        columns.add(Column.of(run.say("head.measured"), unit).under(measure.label()));
        Spot after = next();
        columns.add(Column.of(run.say("head.corrected"), unit).under(measure.label()));
        spots.put(measure.name(), next());
        spots.putCorrected(measure.name(), measured, after);
        columns.add(Column.of(run.say("head.used"), unit).under(measure.label()));
        cells.add(standing -> figure.cell(value(standing, measure).measured(), noValue));
        cells.add(standing -> {
            Object value = value(standing, measure).corrected();
            String from = here(measured, standing);
            return value == null
                    ? Cell.missing("")
                    : figure.cell(value, "")
                            .on(Tone.MARKED)
                            .live(model.correctionsPage().made(run.subject(standing), measure.name(), from));
        });
        cells.add(standing -> {
            String there = here(after, standing);
            String before = here(measured, standing);
            String instead = instead(measure, figure);
            String uncorrected = instead.equals(CellFormula.DASH) ? before : ifThere(before, instead);
            return used(standing, measure, figure, ifThere(there, uncorrected));
        });
    }

    private static String ifThere(String cell, String missing) {
        return "IF(" + cell + "=" + CellFormula.DASH + "," + missing + "," + cell + ")";
    }

    private Spot next() {
        return new Spot(name, 0, columns.size());
    }

    private String here(Spot column, Standing standing) {
        return column.inRow(spots.row(run.subject(standing))).here();
    }

    /** The formula is that of a corrected measure's used value; null for one that no correction touched. */
    private Cell used(Standing standing, Measure measure, Figure figure, @Nullable String formula) {
        MeasureValue value = value(standing, measure);
        String live = measure.definition() instanceof Measure.Computed
                ? computed((Measure.Computed) measure.definition(), measure, figure, run.subject(standing))
                : formula;
        Cell cell = figure.cell(kept(value.effective(), measure, figure), noValue);
        String sayable = CellFormula.sayable(live);
        if (value.stoodIn()) {
            Cell marked = cell.on(Tone.MARKED).noting(run.say(value.statistic() ? "stand-in-statistic" : "stand-in"));
            return instead(measure, figure).equals(CellFormula.DASH) ? marked : marked.live(sayable);
        }
        return sayable == null && live != null && value.used() != null
                ? cell.on(Tone.GIVEN).noting(run.say("given-measure"))
                : cell.live(sayable);
    }

    /** Returns a value as its cell keeps it: a computed one, and what stands in for one, to the digits that a double keeps. */
    private @Nullable Object kept(@Nullable Object value, Measure measure, Figure figure) {
        return value instanceof BigFraction number ? kept(number, measure, figure) : value;
    }

    private BigFraction kept(BigFraction value, Measure measure, Figure figure) {
        return measure.definition() instanceof Measure.Computed
                ? Exact.round(value.divide(figure.divisor()), decimals(measure, figure), RoundingMode.HALF_UP)
                        .multiply(figure.divisor())
                : value;
    }

    private @Nullable String computed(Measure.Computed computed, Measure measure, Figure figure, Subject subject) {
        String text = computed.formula().spreadsheet(each -> cell(each, subject));
        if (measure.type() != ValueType.NUMBER) {
            return CellFormula.orElse(text, instead(measure, figure));
        }
        String shown = figure.divisor().compareTo(BigFraction.ONE) == 0 ? text : text + "/" + figure.divisor();
        return CellFormula.orElse("ROUND(" + shown + "," + decimals(measure, figure) + ")", instead(measure, figure));
    }

    /** Returns what a missing value is in a formula: the constant that stands in for it, else a dash. */
    private String instead(Measure measure, Figure figure) {
        Missing missing = measure.missing();
        @Nullable String text = null;
        if (missing instanceof Missing.Category category) {
            text = CellFormula.text(category.category());
        } else if (missing instanceof Missing.Number number
                && number.benchmark() instanceof Benchmark.Constant constant) {
            text = Exact.plain(kept(constant.number(), measure, figure).divide(figure.divisor()));
        }
        return text == null ? CellFormula.DASH : text;
    }

    private String cell(String measure, Subject subject) {
        if (!spots.has(measure)) {
            return CellFormula.UNSAYABLE;
        }
        String cell = spots.used(measure).inRow(spots.row(subject)).here();
        if (run.rules().measure(measure).type() != ValueType.NUMBER) {
            return spots.complete(measure) ? cell : ifThere(cell, "NA()");
        }
        return spots.inRulesUnit(measure, cell);
    }

    /** Returns the decimals that leave the largest value of a measure {@link #DIGITS} digits. */
    private int decimals(Measure measure, Figure figure) {
        return spots.decimals(measure.name(), () -> {
            int whole = 1;
            for (var values : run.scores().measures().values()) {
                MeasureValue value = values.get(measure.name());
                Object used = value == null ? null : value.used();
                if (used instanceof BigFraction) {
                    BigFraction shown =
                            ((BigFraction) used).divide(figure.divisor()).abs();
                    whole = Math.max(
                            whole,
                            shown.getNumerator()
                                    .divide(shown.getDenominator())
                                    .toString()
                                    .length());
                }
            }
            return Math.max(2, DIGITS - whole);
        });
    }

    private MeasureValue value(Standing standing, Measure measure) {
        return run.scores().measures().get(standing.subject(), measure.name());
    }
}
