package org.platscore.report;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.grading.Standing;
import org.platscore.report.data.Figures;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Chart;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Form;
import org.platscore.report.sheet.Page;
import org.platscore.report.sheet.Palette;
import org.platscore.report.sheet.Table;
import org.platscore.rules.Grade;
import org.platscore.rules.RubricNode;

/** 领域分析: each domain's number, points, grades and income, and its mean share of full marks group by group. */
final class DomainsPage {

    /** Domains that the second table and the radar show. */
    static final int MOST_LINES = 8;

    private static final int MOST_LABELS = 42;
    private static final int FIGURES = 6;

    private final Run run;
    private final DomainCells cells;
    private final Domains domains;
    private final Domains.Domain whole;
    private final @Nullable String income;
    /** Whether a column of the table names the domains for the charts, since some name is too long for these. */
    private final boolean named;

    private DomainsPage(Run run, Domains domains, DomainCells cells) {
        this.run = run;
        this.cells = cells;
        this.domains = domains;
        this.whole = Domains.whole(run);
        this.income = run.rules().scatterMeasure();
        this.named =
                domains.all().stream().anyMatch(domain -> !chartName(domain).equals(domain.name()));
    }

    static Page of(Model model, Domains domains) {
        return new DomainsPage(model.run(), domains, DomainCells.of(model)).page();
    }

    private Page page() {
        List<Page.Line> after = new ArrayList<>(List.of(Page.Line.note(run.say("note.domains"))));
        if (income != null) {
            int without = whole.standings().size() - values(whole, income).size();
            if (without > 0) {
                String label = run.rules().measure(income).label();
                after.add(Page.Line.note(
                        run.say("note.domains-without", without, run.rules().subject(), label)));
            }
        }
        if (domains.all().size() > MOST_LINES) {
            after.add(Page.Line.note(run.say("note.most-domains", MOST_LINES, domains.word())));
        }
        return new Page(
                        run.say("sheet.domains"),
                        "548235",
                        run.say("title.domains", run.subjectMatter()),
                        run.period(),
                        run.say("unit.points-homes"),
                        "",
                        List.of(figures(), shares(run, domains, cells)),
                        after,
                        run.paper(false, 1))
                .charting(whole.totals().isEmpty() ? List.of() : charts());
    }

    private Table figures() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.of(domains.label()).wide(18),
                Column.of(run.say("head.homes")).wide(9),
                Column.of(run.say("sum.mean")).under(run.say("head.total")).wide(9),
                Column.of(run.say("head.median")).under(run.say("head.total")).wide(9),
                Column.of(run.say("head.best")).under(run.say("head.total")).wide(9),
                Column.of(run.say("head.least")).under(run.say("head.total")).wide(9)));
        for (Grade grade : run.rules().grades()) {
            columns.add(Column.of(grade.label())
                    .under(run.say("head.grade-homes"))
                    .wide(9)
                    .lines(1));
        }
        if (income != null) {
            String upper = run.withUnit(
                    run.rules().measure(income).label(), run.figure(income).unit());
            columns.add(Column.of(run.say("sum.all")).under(upper).wide(12));
            columns.add(Column.of(run.say("head.each")).under(upper).wide(12));
        }
        List<List<Cell>> body = new ArrayList<>();
        domains.all().forEach(domain -> body.add(row(domain, Cell.text(domain.name()))));
        List<Cell> sum = row(whole, Cell.centred(run.say("domains.all")));
        if (named) {
            columns.add(Column.of(run.say("head.chart-name")).wide(18));
            for (int i = 0; i < body.size(); i++) {
                body.get(i).add(Cell.text(chartName(domains.all().get(i))));
            }
            sum.add(Cell.empty());
        }
        return Table.of(columns, body)
                .captioned(run.say("caption.domains", domains.word()))
                .summed(List.of(sum.stream().map(Cell::onSum).toList()));
    }

    /** Returns a domain's name in the charts, cut where it is long. */
    static String chartName(Domains.Domain domain) {
        return Chart.shortened(domain.name(), ChartsPage.LABEL_WIDTH);
    }

    private List<Cell> row(Domains.Domain domain, Cell name) {
        List<BigFraction> totals = domain.totals();
        List<Cell> row = new ArrayList<>();
        row.add(name);
        row.add(Cell.count(domain.standings().size()).live(cells.count(domain)));
        row.add(run.given(run.total(domain.mean()), cells.ofTotals("AVERAGE", domain)));
        row.add(run.given(run.total(domain.median()), cells.ofTotals("MEDIAN", domain)));
        row.add(run.given(run.total(totals.isEmpty() ? null : totals.get(0)), cells.ofTotals("MAX", domain)));
        row.add(run.given(
                run.total(totals.isEmpty() ? null : totals.get(totals.size() - 1)), cells.ofTotals("MIN", domain)));
        for (Grade grade : run.rules().grades()) {
            row.add(Cell.count(domain.standings().stream()
                            .filter(each ->
                                    each.grade() != null && each.grade().id().equals(grade.id()))
                            .count())
                    .live(cells.count(grade, domain)));
        }
        if (income != null) {
            List<BigFraction> values = values(domain, income);
            BigFraction sum = Exact.sum(values);
            boolean none = values.isEmpty();
            row.add(run.figure(income)
                    .cell(none ? null : sum, run.say("no-value"))
                    .live(cells.ofMeasure("SUM", income, domain)));
            row.add(run.figure(income)
                    .cell(none ? null : sum.divide(values.size()), run.say("no-value"))
                    .live(cells.ofMeasure("AVERAGE", income, domain)));
        }
        return row;
    }

    /** Returns the values of a measure that a domain's subjects have. */
    private List<BigFraction> values(Domains.Domain domain, String measure) {
        List<BigFraction> values = new ArrayList<>();
        for (Standing standing : domain.standings()) {
            Object value =
                    run.scores().measures().get(standing.subject(), measure).effective();
            if (value instanceof BigFraction) {
                values.add((BigFraction) value);
            }
        }
        return values;
    }

    /** Returns the mean share of full marks of all, a row a group. */
    static Table shares(Model model) {
        return shares(model.run(), null, DomainCells.of(model));
    }

    /** Returns the mean share of full marks, a row a group, a column a domain, the whole field last. */
    private static Table shares(Run run, @Nullable Domains domains, DomainCells cells) {
        Domains.Domain whole = Domains.whole(run);
        List<Domains.Domain> shown = domains == null ? List.of() : largest(domains);
        List<Column> columns =
                new ArrayList<>(List.of(Column.of(run.say("head.group-label")).wide(18)));
        shown.forEach(domain -> columns.add(Column.of(domain.name())));
        columns.add(Column.of(run.say("domains.all")));
        List<List<Cell>> body = new ArrayList<>();
        for (RubricNode group : run.rules().rubric().of()) {
            List<Cell> row = new ArrayList<>(List.of(Cell.text(group.label())));
            shown.forEach(
                    domain -> row.add(share(run, domain.standings(), group.id()).live(cells.share(group, domain))));
            row.add(share(run, run.standings(), group.id()).live(cells.share(group, whole)));
            body.add(row);
        }
        return Table.of(columns, body).captioned(run.say("caption.shares"));
    }

    /** Returns the domains that have lines of their own: those with the most subjects, in the order of the page. */
    static List<Domains.Domain> largest(Domains domains) {
        List<Integer> sizes = domains.all().stream()
                .map(domain -> domain.standings().size())
                .sorted((a, b) -> b - a)
                .toList();
        int least = sizes.get(Math.min(MOST_LINES, sizes.size()) - 1);
        return domains.all().stream()
                .filter(domain -> domain.standings().size() >= least)
                .limit(MOST_LINES)
                .toList();
    }

    private static Cell share(Run run, List<Standing> standings, String group) {
        BigFraction share = Domains.meanShare(run, standings, group);
        return share == null
                ? Cell.missing(run.say(
                        standings.stream().allMatch(each -> run.score(each).total() == null)
                                ? "not-assessed"
                                : "group-of-none"))
                : Cell.number(Exact.decimal(share, 6, RoundingMode.HALF_UP), Form.PERCENT);
    }

    private List<Chart.Band> charts() {
        String sheet = run.say("sheet.domains");
        int last = Math.min(MOST_LABELS, domains.all().size()) - 1;
        Chart.Range names = new Chart.Range(sheet, 0, 0, 0, last);
        int columns = FIGURES + run.rules().grades().size() + (income == null ? 0 : 2);
        Chart.Range labels = named ? names.inColumn(columns) : names;
        Domains.Domain best = domains.all().get(0);
        List<Chart> charts = new ArrayList<>();
        charts.add(new Chart(
                Chart.Kind.BARS,
                run.say("chart.domains.title", domains.word()),
                run.say(
                        "chart.domains.text",
                        domains.word(),
                        domains.all().size(),
                        best.name(),
                        text(best.mean()),
                        text(whole.mean())),
                domains.word(),
                run.say("axis.total"),
                "0",
                labels,
                List.of(
                        Chart.Series.of(run.say("sum.mean"), Palette.ofSeries(0), names.inColumn(2)),
                        Chart.Series.of(run.say("head.median"), Palette.ofSeries(2), names.inColumn(3)),
                        Chart.Series.of(run.say("head.best"), Palette.ofSeries(3), names.inColumn(4))),
                Chart.Scale.upTo(null),
                false));
        List<Grade> grades = run.rules().grades();
        if (!grades.isEmpty()) {
            List<Chart.Series> series = new ArrayList<>();
            for (int g = 0; g < grades.size(); g++) {
                series.add(Chart.Series.of(
                        grades.get(g).label(), Palette.ofGrade(g, grades.size()), names.inColumn(FIGURES + g)));
            }
            charts.add(new Chart(
                    Chart.Kind.STACKED,
                    run.say("chart.domain-grades.title", domains.word()),
                    run.say("chart.domain-grades.text", domains.word(), ChartsPage.counts(run)),
                    domains.word(),
                    run.say("axis.homes", run.rules().subject()),
                    "0",
                    labels,
                    series,
                    Chart.Scale.upTo(null),
                    true));
        }
        return List.of(new Chart.Band(charts, last < MOST_LINES ? 0.55 : 0.62));
    }

    private String text(@Nullable BigFraction total) {
        return total == null
                ? Cell.NONE
                : Figures.total(run.rules().rounding(), total).toPlainString();
    }
}
