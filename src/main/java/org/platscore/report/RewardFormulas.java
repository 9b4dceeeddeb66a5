package org.platscore.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.grading.Standing;
import org.platscore.intake.Subject;
import org.platscore.rules.condition.Condition;
import org.platscore.rules.names.Ref;
import org.platscore.rules.reward.Fixed;
import org.platscore.rules.reward.Pool;
import org.platscore.rules.reward.Rate;
import org.platscore.rules.reward.RewardCells;
import org.platscore.rules.reward.RewardLimit;
import org.platscore.rules.reward.RewardPart;
import org.platscore.rules.reward.Rewards;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.BenchmarkValues;

/** The formulas of one subject's row on 奖励分配, in 元. */
final class RewardFormulas implements RewardCells, BenchmarkValues {

    /** A limit by a measure without a value, which does not bind, in 元. */
    private static final String UNBOUND = "10^15";

    private final Model model;
    private final Rewards rewards;
    private final Standing standing;
    private final Subject subject;
    private final String page;
    private final boolean mayLackTotal;

    RewardFormulas(Model model, Rewards rewards, Standing standing, String page) {
        this.model = model;
        this.rewards = rewards;
        this.standing = standing;
        this.subject = model.run().subject(standing);
        this.page = page;
        this.mayLackTotal = model.workings()
                .spreading()
                .formulas()
                .fallible(model.run().rules().rubric());
    }

    /** Returns the formula of a part, nothing for a subject without a total; null where a worksheet cannot say it. */
    @Nullable
    String part(RewardPart part) {
        String formula = ofAssessed(part);
        return formula == null || formula.equals("0") || !mayLackTotal
                ? formula
                : "IF(ISNUMBER(" + total() + ")," + formula + ",0)";
    }

    /** Returns whether other figures or rules of the workbook may make a part give something. */
    boolean mayGive(RewardPart part) {
        Condition where = part instanceof Pool pool ? pool.where() : null;
        return (where == null || where.holds(subject)) && !"0".equals(ofAssessed(part));
    }

    private @Nullable String ofAssessed(RewardPart part) {
        if (!part.grades().include(grade())) {
            return "0";
        }
        if (part instanceof Fixed) {
            return ((Fixed) part).spreadsheet(this);
        }
        return part instanceof Rate ? "ROUND(" + ((Rate) part).spreadsheet(this) + ",9)" : null;
    }

    /** Returns the formula of what other funds paid, taken off {@code sum}. */
    String minus(String sum) {
        List<String> paid = new ArrayList<>();
        rewards.minus().forEach(measure -> paid.add("MAX(0," + measure(measure) + ")"));
        return paid.isEmpty() ? "0" : "-MIN(" + sum + "," + String.join("+", paid) + ")";
    }

    /** Returns the formula of what the limit takes off {@code left}. */
    String limited(String left) {
        List<String> limits = new ArrayList<>();
        for (RewardLimit limit : rewards.limits()) {
            String text = limit.spreadsheet(this);
            if (text != null) {
                limits.add(text);
            }
        }
        if (limits.isEmpty()) {
            return "0";
        }
        String least = limits.size() == 1 ? limits.get(0) : "MIN(" + String.join(",", limits) + ")";
        String unit = unit();
        return "MIN(0,INT(ROUND(" + least + "/" + unit + ",9))*" + unit + "-" + left + ")";
    }

    /** Returns the reference to the unit of amounts. */
    String unit() {
        String cell = Objects.requireNonNull(model.rules().named("unit"));
        return RewardRulesTable.inYuan(rewards.unit()) ? cell : "(" + cell + "*10000)";
    }

    @Override
    public @Nullable String grade() {
        return standing.grade() == null ? null : standing.grade().id();
    }

    @Override
    public String total() {
        return model.points(PointsPage.TOTAL, subject).from(page);
    }

    @Override
    public String measure(String name) {
        return model.measures().inRulesUnit(name, "N(" + used(name) + ")");
    }

    private String used(String name) {
        return model.measures().used(name).inRow(model.measures().row(subject)).from(page);
    }

    @Override
    public String amount(Object owner, String part) {
        return "(" + plain(owner, part) + "*10000)";
    }

    @Override
    public String edge(String measure, Object owner, String part) {
        return model.measures().inRulesUnit(measure, plain(owner, part));
    }

    @Override
    public String plain(Object owner, String part) {
        String cell = model.rules().of(owner, part);
        return cell == null ? CellFormula.UNSAYABLE : cell;
    }

    @Override
    public @Nullable String benchmark(Benchmark benchmark) {
        Benchmark chosen = benchmark.chosen(this);
        if (chosen instanceof Benchmark.OfMeasure) {
            String name = ((Benchmark.OfMeasure) chosen).measure();
            return "IF(ISTEXT(" + used(name) + ")," + UNBOUND + ",MAX(0," + measure(name) + "))";
        }
        BigFraction number = chosen == null ? null : chosen.number(this);
        if (chosen == null || number == null) {
            return null;
        }
        String cell = model.rules().of(chosen, "number");
        return cell == null ? Exact.plain(Exact.max(BigFraction.ZERO, number)) : "(" + cell + "*10000)";
    }

    @Override
    public @Nullable Object value(Ref ref) {
        return ref.roster()
                ? model.run().rules().choosing(ref.name(), subject.cell(ref.name()))
                : model.run().scores().measures().effective(subject.index(), ref.name());
    }

    @Override
    public @Nullable BigFraction statistic(Benchmark.Statistic statistic) {
        throw new IllegalStateException("no statistics in rewards");
    }
}
