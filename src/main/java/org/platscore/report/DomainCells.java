package org.platscore.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.grading.Standing;
import org.platscore.intake.Subject;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Form;
import org.platscore.report.sheet.Spot;
import org.platscore.rules.Grade;
import org.platscore.rules.Rounding;
import org.platscore.rules.RubricNode;
import org.platscore.rules.condition.Folded;

/** The formulas of 领域分析: statistics over the rows that 计算底稿 keeps together, domain by domain. */
final class DomainCells {

    private final Model model;
    private final Run run;
    private final PeerBlock block;
    private final Map<String, Integer> columns = new HashMap<>();

    private DomainCells(Model model, PeerBlock block) {
        this.model = model;
        this.run = model.run();
        this.block = block;
    }

    /** Returns the formulas; where the rules name no column for domains, those over all subjects. */
    static DomainCells of(Model model) {
        return new DomainCells(model, model.workings().block(model.run().rules().groupColumn()));
    }

    /** Returns the formula of how many subjects a domain has. */
    String count(Domains.Domain domain) {
        return "ROWS(" + totals(domain) + ")";
    }

    /**
     * Returns the formula of a statistic of a domain's totals.
     *
     * @param function AVERAGE, MEDIAN, MAX or MIN
     */
    @Nullable
    String ofTotals(String function, Domains.Domain domain) {
        String range = totals(domain);
        Rounding rounding = run.rules().rounding();
        return CellFormula.ofAny(range, CellFormula.rounded(function + "(" + range + ")", rounding.total(), rounding));
    }

    private String totals(Domains.Domain domain) {
        return range(
                PointsPage.TOTAL,
                run.say("head.total"),
                domain,
                standing -> run.total(run.score(standing).total())
                        .live(model.points(PointsPage.TOTAL, run.subject(standing))
                                .loose()));
    }

    /** Returns the formula of how many subjects of a domain have a grade. */
    @Nullable
    String count(Grade grade, Domains.Domain domain) {
        String range = range("grade", run.say("head.grade"), domain, standing -> {
            Spot total = model.points(PointsPage.TOTAL, run.subject(standing));
            return run.grade(standing).live(new Spot(total.page(), total.row(), total.column() + 1).loose());
        });
        return count(range, grade, run.rules().grades());
    }

    /**
     * Returns the formula of how many cells of a range hold a grade; null where its name means something to COUNTIF, or another
     * grade has it too.
     */
    static @Nullable String count(String range, Grade grade, List<Grade> grades) {
        boolean plain = grade.label().chars().noneMatch(c -> "*?~<>=\"".indexOf(c) >= 0);
        long alike = grades.stream()
                .filter(each -> Folded.tight(each.label()).equalsIgnoreCase(Folded.tight(grade.label())))
                .count();
        return plain && alike == 1 ? "COUNTIF(" + range + ",\"" + grade.label() + "\")" : null;
    }

    /** Returns the formula of a statistic of a measure, SUM or AVERAGE; a dash where nobody has a value. */
    @Nullable
    String ofMeasure(String function, String measure, Domains.Domain domain) {
        String range = range("m|" + measure, run.rules().measure(measure).label(), domain, standing -> {
            Subject subject = run.subject(standing);
            Object value = run.scores().measures().effective(subject.index(), measure);
            return run.figure(measure)
                    .cell(value, "")
                    .live(model.measures()
                            .used(measure)
                            .inRow(model.measures().row(subject))
                            .loose());
        });
        return CellFormula.orMissing(CellFormula.ofAny(range, function + "(" + range + ")"));
    }

    /** Returns the formula of the mean share of full marks in a group of the rubric. */
    @Nullable
    String share(RubricNode group, Domains.Domain domain) {
        String range = range("s|" + group.id(), run.say("workings.share", group.label()), domain, standing -> {
            Subject subject = run.subject(standing);
            if (run.score(standing).total() == null
                    || model.workings().spreading().formulas().out(group, subject)) {
                return Cell.missing("");
            }
            var share = Domains.share(run, standing, group.id());
            Cell cell = share == null ? Cell.missing("") : Cell.number(Exact.decimal(share), Form.PERCENT);
            Spot factor = model.workings().spreading().factorAt(group, subject);
            return cell.live(CellFormula.orMissing(model.points(group.id(), subject)
                            .loose() + "/" + model.weight(group) + (factor == null ? "" : "/" + factor.loose())));
        });
        return CellFormula.orMissing("ROUND(AVERAGE(" + range + "),6)");
    }

    /** Returns the range of a domain's rows, all rows for the domain without a name. */
    private String range(String key, String head, Domains.Domain domain, Function<Standing, Cell> cell) {
        int column = columns.computeIfAbsent(key, each -> block.column(head, cell));
        if (domain.name().isEmpty()) {
            return block.all(column);
        }
        return block.range(column, block.group(run.subject(domain.standings().get(0))));
    }
}
