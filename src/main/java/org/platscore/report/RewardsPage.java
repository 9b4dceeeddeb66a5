package org.platscore.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Lang;
import org.platscore.grading.Standing;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Form;
import org.platscore.report.sheet.Page;
import org.platscore.report.sheet.Table;
import org.platscore.report.sheet.Tone;
import org.platscore.reward.Allocation;
import org.platscore.rules.reward.RewardPart;
import org.platscore.rules.reward.Rewards;

/** 奖励分配: what each subject is paid, part by part, in 元. Those to whom no part gives anything are counted, not listed. */
final class RewardsPage {

    private static final Form YUAN = Form.amount(2);

    private final Run run;
    private final Rewards rewards;
    private final Allocation allocation;

    private RewardsPage(Run run, Rewards rewards, Allocation allocation) {
        this.run = run;
        this.rewards = rewards;
        this.allocation = allocation;
    }

    static Page of(Run run, Rewards rewards, Allocation allocation) {
        return new RewardsPage(run, rewards, allocation).page();
    }

    private Page page() {
        List<List<Cell>> body = new ArrayList<>();
        @Nullable Shares sum = null;
        for (Standing standing : run.standings()) {
            Shares shares = Shares.of(allocation.awards().get(standing.subject()));
            sum = sum == null ? shares : sum.plus(shares);
            boolean takesPart = shares.parts().values().stream().anyMatch(part -> part.signum() != 0);
            if (takesPart || shares.amount().signum() != 0) {
                body.add(row(standing, shares));
            }
        }
        Table table = Table.of(columns(), body).filtered();
        if (sum != null) {
            table = table.summed(List.of(sums(sum)));
        }
        List<Page.Line> after = new ArrayList<>();
        BigDecimal allocated = Exact.decimal(allocation.allocated());
        if (run.lang() == Lang.ZH) {
            after.add(Page.Line.note(run.say("note.amount-words", ChineseAmount.of(allocated))));
        }
        after.add(Page.Line.note(check()));
        int others = run.standings().size() - body.size();
        if (others > 0) {
            after.add(Page.Line.note(
                    run.say("note.unrewarded", others, run.rules().subject())));
        }
        after.add(Page.Line.signature(run.say("sign.payment")));
        Page.Paper paper = run.paper(false, 3);
        String footer = run.lang() == Lang.ZH
                ? run.say("footer.amount", ChineseAmount.of(allocated))
                : run.say("footer.amount", Exact.grouped(allocated));
        return new Page(
                run.say("sheet.rewards"),
                "C55A11",
                run.say("title.rewards", run.subjectMatter()),
                run.period(),
                run.say("unit.yuan-points"),
                "",
                List.of(table),
                after,
                new Page.Paper(
                        paper.landscape(),
                        paper.onePage(),
                        paper.frozen(),
                        footer,
                        paper.footerLeft(),
                        paper.pageOf()));
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.of(run.say("head.rank")),
                Column.of(run.say("head.id")),
                Column.of(run.say("head.name", run.rules().subject())).wide(20),
                Column.of(run.say("head.grade")).wide(8),
                Column.of(run.say("head.total")).wide(8)));
        for (RewardPart part : rewards.parts()) {
            columns.add(Column.of(part.label()).under(run.say("head.parts")).wide(12));
        }
        for (String change : List.of("minus", "limited", "scaled", "rounded")) {
            columns.add(Column.of(run.say("head." + change))
                    .under(run.say("head.changes"))
                    .wide(11));
        }
        columns.add(Column.of(run.say("head.reward")).wide(14));
        if (run.lang() == Lang.ZH) {
            columns.add(Column.of(run.say("head.amount-words")).wide(18));
        }
        return columns;
    }

    private List<Cell> row(Standing standing, Shares shares) {
        List<Cell> row = new ArrayList<>(List.of(
                run.rank(standing),
                run.id(standing),
                run.name(standing),
                run.grade(standing),
                run.total(run.score(standing).total())));
        amounts(row, shares);
        return row;
    }

    private List<Cell> sums(Shares sum) {
        List<Cell> row = new ArrayList<>(
                List.of(Cell.empty(), Cell.empty(), Cell.centred(run.say("sum.all")), Cell.empty(), Cell.empty()));
        amounts(row, sum);
        return row.stream().map(cell -> cell.on(Tone.SUM)).toList();
    }

    private void amounts(List<Cell> row, Shares shares) {
        for (RewardPart part : rewards.parts()) {
            row.add(yuan(shares.parts().getOrDefault(part.id(), BigDecimal.ZERO)));
        }
        row.add(yuan(shares.minus()));
        row.add(yuan(shares.limited()));
        row.add(yuan(shares.scaled()));
        row.add(yuan(shares.rounded()));
        row.add(yuan(shares.amount()));
        if (run.lang() == Lang.ZH) {
            row.add(Cell.text(ChineseAmount.of(shares.amount())));
        }
    }

    /** Returns the comparison with the budget. */
    private String check() {
        BigFraction budget = rewards.budget();
        if (budget == null) {
            return run.say("note.no-budget", Run.wanText(allocation.allocated()));
        }
        BigFraction rest = budget.subtract(allocation.allocated());
        return run.say(
                rest.signum() == 0 ? "note.budget-met" : "note.budget-rest",
                Run.wanText(budget),
                Run.wanText(allocation.allocated()),
                Run.wanText(rest));
    }

    private static Cell yuan(BigDecimal amount) {
        return Cell.number(amount, YUAN);
    }
}
