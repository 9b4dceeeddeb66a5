package org.platscore.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.grading.Standing;
import org.platscore.report.data.Figures;
import org.platscore.report.data.Grades;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Chart;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Form;
import org.platscore.report.sheet.Page;
import org.platscore.report.sheet.Palette;
import org.platscore.report.sheet.Spot;
import org.platscore.report.sheet.Table;
import org.platscore.report.sheet.Tone;
import org.platscore.rules.Grade;
import org.platscore.rules.RubricNode;
import org.platscore.scoring.NodeScore;

/** 图表: the result in pictures, and the figures behind them. */
final class ChartsPage {

    /** The charts show this many subjects at most, the first by rank. */
    static final int MOST_SHOWN = 60;

    /** The widest name of a category or a series, in widths of a digit. */
    static final int LABEL_WIDTH = 44;

    private static final int MOST_LABELS = 42;
    private static final double FULL_PAGE = 0.65;
    private static final double TITLE = 0.075;
    private static final BigFraction WIDE_SPAN = BigFraction.of(100);

    private final Model model;
    private final Run run;
    private final @Nullable Domains domains;
    private final List<Standing> shown;
    private final List<RubricNode> groups;
    private final boolean bonuses;
    private final boolean deductions;
    private final boolean additive;
    private final @Nullable String scatter;
    private final String sheet;

    private ChartsPage(Model model, @Nullable Domains domains, List<Standing> shown) {
        this.model = model;
        this.run = model.run();
        this.domains = domains;
        this.shown = shown;
        this.groups = run.rules().rubric().of();
        this.bonuses = !run.rules().bonuses().isEmpty();
        this.deductions = !run.rules().deductions().isEmpty();
        this.additive = run.rules().rubric().combine() == RubricNode.Combine.SUM;
        this.scatter = run.rules().scatterMeasure();
        this.sheet = run.say("sheet.charts");
    }

    /** Returns the page; null where nobody has a total to be shown. */
    static @Nullable Page of(Model model, @Nullable Domains domains) {
        Run run = model.run();
        List<Standing> shown = run.standings().stream()
                .filter(standing -> run.score(standing).total() != null)
                .limit(MOST_SHOWN)
                .toList();
        return shown.isEmpty() ? null : new ChartsPage(model, domains, shown).page();
    }

    private Page page() {
        List<Table> tables = new ArrayList<>();
        if (!run.rules().grades().isEmpty()) {
            tables.add(grades());
        }
        if (domains == null) {
            tables.add(DomainsPage.shares(model));
        }
        tables.add(subjects());
        return new Page(
                        sheet,
                        "548235",
                        run.say("title.charts", run.subjectMatter()),
                        run.period(),
                        run.say("unit.points"),
                        "",
                        tables,
                        notes(),
                        run.paper(false, -1))
                .startingWith(bands());
    }

    private List<Page.Line> notes() {
        List<Page.Line> notes = new ArrayList<>(List.of(Page.Line.note(run.say("note.charts"))));
        long without = scatter == null
                ? 0
                : shown.stream()
                        .filter(standing -> !(x(scatter, standing) instanceof BigFraction))
                        .count();
        if (scatter != null && without > 0) {
            notes.add(Page.Line.note(run.say(
                    "note.scatter-without",
                    without,
                    run.rules().subject(),
                    run.rules().measure(scatter).label())));
        }
        return notes;
    }

    private List<Chart.Band> bands() {
        List<Chart.Band> bands = new ArrayList<>();
        int size = shown.size();
        int papers = (size + MOST_LABELS - 1) / MOST_LABELS;
        int each = (size + papers - 1) / papers;
        for (int from = 0; from < size; from += each) {
            double height = Math.min(FULL_PAGE, 0.48 + 0.004 * each) - (from == 0 ? TITLE : 0);
            bands.add(new Chart.Band(List.of(totals(from, Math.min(size, from + each) - 1)), height));
        }
        List<Chart> pair = new ArrayList<>();
        if (!run.rules().grades().isEmpty()) {
            pair.add(gradeChart());
        }
        pair.add(radar());
        bands.add(new Chart.Band(pair, 0.55));
        Chart points = scatter == null ? null : scatterChart(scatter);
        if (points != null) {
            bands.add(new Chart.Band(List.of(points), 0.6));
        }
        return bands;
    }

    /** Returns the place of the table of subjects: the last, since it may take several sheets of paper. */
    private int subjectsTable() {
        return (run.rules().grades().isEmpty() ? 0 : 1) + (domains == null ? 1 : 0);
    }

    private Table subjects() {
        String points = run.say("head.points");
        List<Column> columns =
                new ArrayList<>(List.of(Column.of(run.say("head.chart-label")).exactly(50)));
        groups.forEach(
                group -> columns.add(Column.of(group.label(), run.marks(group)).under(points)));
        if (bonuses) {
            columns.add(Column.of(run.say("head.bonus")).under(points));
        }
        if (deductions) {
            columns.add(Column.of(run.say("head.deduction")).under(points));
        }
        columns.add(Column.of(run.say("head.total")).wide(9));
        if (scatter != null) {
            Figure figure = run.figure(scatter);
            columns.add(Column.of(
                            run.rules().measure(scatter).label(),
                            figure.unit().isEmpty() ? "" : run.say("in-brackets", figure.unit()))
                    .wide(12));
            run.rules()
                    .grades()
                    .forEach(grade -> columns.add(Column.of(grade.label())
                            .under(run.say("head.total-by-grade"))
                            .wide(9)
                            .lines(1)));
        }
        List<List<Cell>> body = new ArrayList<>();
        shown.forEach(standing -> body.add(row(standing)));
        return Table.of(columns, body)
                .captioned(run.say("caption.chart-subjects", run.rules().subject()));
    }

    private List<Cell> row(Standing standing) {
        Map<String, NodeScore> nodes = model.nodes(standing);
        List<Cell> row = new ArrayList<>(List.of(Cell.text(label(standing))));
        groups.forEach(group -> row.add(run.points(nodes.get(group.id())).live(points(group.id(), standing))));
        if (bonuses) {
            row.add(run.bounded(run.score(standing).bonus()).live(points(PointsPage.BONUS, standing)));
        }
        if (deductions) {
            row.add(run.bounded(run.score(standing).deduction().negate())
                    .live("-" + points(PointsPage.DEDUCTION, standing)));
        }
        BigFraction sum = Objects.requireNonNull(run.score(standing).total());
        Cell total = run.total(sum).live(points(PointsPage.TOTAL, standing));
        row.add(total);
        if (scatter != null) {
            boolean there = x(scatter, standing) instanceof BigFraction;
            row.add(there ? measured(scatter, standing) : Cell.empty());
            for (Grade grade : run.rules().grades()) {
                boolean own = standing.grade() != null && standing.grade().id().equals(grade.id());
                row.add(there && own ? total : Cell.empty());
            }
        }
        return row;
    }

    private String points(String id, Standing standing) {
        return model.points(id, run.subject(standing)).loose();
    }

    private Cell measured(String measure, Standing standing) {
        Spot used = model.measures().used(measure).inRow(model.measures().row(run.subject(standing)));
        return run.figure(measure).cell(x(measure, standing), "").live(used.loose());
    }

    /** Returns a subject's name in the charts, with rank and grade, cut where it is long. */
    private String label(Standing standing) {
        String name = run.subject(standing).name();
        String grade = standing.grade() == null ? "" : standing.grade().label();
        String shortened = Chart.shortened(name, LABEL_WIDTH - grade.length());
        int rank = Objects.requireNonNull(standing.rank());
        return grade.isEmpty()
                ? run.say("chart.label-plain", rank, shortened)
                : run.say("chart.label", rank, shortened, grade);
    }

    private @Nullable Object x(String measure, Standing standing) {
        return run.scores().measures().get(standing.subject(), measure).effective();
    }

    private Table grades() {
        List<Column> columns = List.of(
                Column.of(run.say("head.grade")), Column.of(run.say("head.homes")), Column.of(run.say("head.share")));
        int assessed = (int) run.standings().stream()
                .filter(standing -> run.score(standing).total() != null)
                .count();
        Spot first = model.points(PointsPage.TOTAL, run.subject(run.standings().get(0)));
        int last = first.row() + run.standings().size() - 1;
        String range = new Spot(first.page(), first.row(), first.column() + 1).down(last);
        List<List<Cell>> body = new ArrayList<>();
        List<Grade> grades = run.rules().grades();
        for (int g = 0; g < grades.size(); g++) {
            int count = Grades.count(run.result(), grades.get(g));
            String counted = DomainCells.count(range, grades.get(g), grades);
            body.add(List.of(
                    Cell.centred(grades.get(g).label()).on(Tone.ofGrade(g, grades.size())),
                    Cell.count(count).live(counted),
                    assessed == 0
                            ? Cell.missing(run.say("not-assessed"))
                            : Cell.number(Exact.decimal(BigFraction.of(count, assessed)), Form.PERCENT)
                                    .live(counted == null ? null : counted + "/COUNT(" + first.down(last) + ")")));
        }
        return Table.of(columns, body).captioned(run.say("caption.grades"));
    }

    private Chart totals(int from, int to) {
        Chart.Range names = new Chart.Range(sheet, subjectsTable(), 0, from, to);
        List<Chart.Series> series = new ArrayList<>();
        int column = 1;
        if (additive) {
            for (RubricNode group : groups) {
                series.add(Chart.Series.of(group.label(), Palette.ofSeries(column - 1), names.inColumn(column++)));
            }
            if (bonuses) {
                series.add(Chart.Series.of(run.say("head.bonus"), "548235", names.inColumn(column++)));
            }
            if (deductions) {
                series.add(Chart.Series.of(run.say("head.deduction"), "A6A6A6", names.inColumn(column)));
            }
        } else {
            column += groups.size() + (bonuses ? 1 : 0) + (deductions ? 1 : 0);
            series.add(Chart.Series.of(run.say("head.total"), Palette.ofSeries(0), names.inColumn(column)));
        }
        Standing best = shown.get(from);
        Standing last = shown.get(to);
        return new Chart(
                Chart.Kind.STACKED,
                run.standings().size() == to + 1 && from == 0
                        ? run.say("chart.totals.title", run.rules().subject())
                        : run.say("chart.totals.title-part", run.rules().subject(), from + 1, to + 1),
                run.say(
                        "chart.totals.text",
                        to - from + 1,
                        run.rules().subject(),
                        run.subject(best).name(),
                        total(best),
                        run.subject(last).name(),
                        total(last)),
                "",
                run.say("axis.points"),
                "0",
                names,
                series,
                deductions ? Chart.Scale.FREE : Chart.Scale.upTo(null),
                false);
    }

    private String total(Standing standing) {
        return Figures.total(
                        run.rules().rounding(),
                        Objects.requireNonNull(run.score(standing).total()))
                .toPlainString();
    }

    private Chart gradeChart() {
        List<Grade> grades = run.rules().grades();
        Chart.Range names = new Chart.Range(sheet, 0, 0, 0, grades.size() - 1);
        List<String> colours = new ArrayList<>();
        for (int g = 0; g < grades.size(); g++) {
            colours.add(Palette.ofGrade(g, grades.size()));
        }
        return new Chart(
                Chart.Kind.COLUMNS,
                run.say("chart.grades.title"),
                run.say("chart.grades.text", counts(run)),
                run.say("head.grade"),
                run.say("axis.homes", run.rules().subject()),
                "0",
                names,
                List.of(new Chart.Series(run.say("head.homes"), Palette.ofSeries(0), names.inColumn(1), colours)),
                Chart.Scale.upTo(null),
                true);
    }

    /** Returns how many subjects each grade has, in words. */
    static List<Object> counts(Run run) {
        List<Object> counts = new ArrayList<>();
        for (Grade grade : run.rules().grades()) {
            counts.add(run.say("lead.grade", grade.label(), Grades.count(run.result(), grade)));
        }
        return counts;
    }

    private Chart radar() {
        boolean own = domains == null;
        String page = run.say(own ? "sheet.charts" : "sheet.domains");
        int table = own ? subjectsTable() - 1 : 1;
        Chart.Range names = new Chart.Range(page, table, 0, 0, groups.size() - 1);
        List<Chart.Series> series = new ArrayList<>();
        int column = 1;
        if (domains != null) {
            for (Domains.Domain domain : DomainsPage.largest(domains)) {
                series.add(Chart.Series.of(
                        DomainsPage.chartName(domain), Palette.ofSeries(column - 1), names.inColumn(column++)));
            }
        }
        if (series.size() != 1) {
            series.add(Chart.Series.of(run.say("domains.all"), "000000", names.inColumn(column)));
        }
        String by = domains == null ? run.rules().subject() : domains.word();
        return new Chart(
                groups.size() < 3 ? Chart.Kind.COLUMNS : Chart.Kind.RADAR,
                run.say("chart.radar.title", by),
                run.say("chart.radar.text", by, groups.size()),
                groups.size() < 3 ? run.say("head.group-label") : "",
                groups.size() < 3 ? run.say("axis.share") : "",
                "0%",
                names,
                series,
                Chart.Scale.upTo(1d),
                false);
    }

    /** Returns where the axis of totals begins: at a round number below the lowest. */
    private double lowEnd() {
        double least = shown.stream()
                .mapToDouble(standing ->
                        Objects.requireNonNull(run.score(standing).total()).doubleValue())
                .min()
                .orElse(0);
        return Math.max(0, Math.floor((least - 5) / 10) * 10);
    }

    private @Nullable Chart scatterChart(String measure) {
        List<BigFraction> values = new ArrayList<>();
        for (Standing standing : shown) {
            Object value = x(measure, standing);
            if (value instanceof BigFraction) {
                values.add((BigFraction) value);
            }
        }
        if (values.isEmpty()) {
            return null;
        }
        BigFraction least = values.stream().reduce(Exact::min).orElseThrow();
        BigFraction most = values.stream().reduce(Exact::max).orElseThrow();
        boolean powers =
                values.size() == shown.size() && least.signum() > 0 && most.compareTo(least.multiply(WIDE_SPAN)) > 0;
        int x = 2 + groups.size() + (bonuses ? 1 : 0) + (deductions ? 1 : 0);
        Chart.Range xs = new Chart.Range(sheet, subjectsTable(), x, 0, shown.size() - 1);
        List<Chart.Series> series = new ArrayList<>();
        List<Grade> grades = run.rules().grades();
        for (int g = 0; g < grades.size(); g++) {
            series.add(
                    Chart.Series.of(grades.get(g).label(), Palette.ofGrade(g, grades.size()), xs.inColumn(x + 1 + g)));
        }
        if (grades.isEmpty()) {
            series.add(Chart.Series.of(run.say("head.total"), Palette.ofSeries(0), xs.inColumn(x - 1)));
        }
        String label = run.rules().measure(measure).label();
        Figure figure = run.figure(measure);
        String across = run.withUnit(label, figure.unit());
        return new Chart(
                Chart.Kind.SCATTER,
                run.say("chart.scatter.title", label),
                run.say("chart.scatter.text", label, shown.size(), run.rules().subject()),
                powers ? run.say("axis.powers", across) : across,
                run.say("axis.total"),
                "0",
                xs,
                series,
                new Chart.Scale(lowEnd(), null, powers),
                false);
    }
}
