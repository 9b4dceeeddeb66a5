package org.platscore.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Lang;
import org.platscore.grading.Standing;
import org.platscore.report.data.Shares;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Form;
import org.platscore.report.sheet.Page;
import org.platscore.report.sheet.Spot;
import org.platscore.report.sheet.Table;
import org.platscore.report.sheet.Tone;
import org.platscore.reward.Allocation;
import org.platscore.rules.reward.RewardPart;
import org.platscore.rules.reward.Rewards;
import org.platscore.scoring.SubjectScore;

/** 奖励分配: what each subject is paid, part by part, in 元. Those to whom no part gives anything are counted, not listed. */
final class RewardsPage {

    private static final Form YUAN = Form.amount(2);
    private static final int FIRST_PART = 5;
    private static final int WAN = 10_000;

    private final Model model;
    private final Run run;
    private final String name;
    private final Rewards rewards;
    private final Allocation allocation;
    private final List<Standing> listed = new ArrayList<>();
    private final Map<Integer, Integer> rows = new HashMap<>();
    private final int firstRow;
    private final Shares sum;

    RewardsPage(Model model, Rewards rewards, Allocation allocation) {
        this.model = model;
        this.run = model.run();
        this.name = run.say("sheet.rewards");
        this.rewards = rewards;
        this.allocation = allocation;
        this.firstRow = Page.firstBodyRow(false, Table.of(columns(), List.of()));
        @Nullable Shares all = null;
        for (Standing standing : run.standings()) {
            Shares shares = shares(standing);
            all = all == null ? shares : all.plus(shares);
            boolean takesPart = shares.parts().values().stream().anyMatch(part -> part.signum() != 0);
            if (takesPart || shares.amount().signum() != 0) {
                rows.put(standing.subject(), firstRow + listed.size());
                listed.add(standing);
            }
        }
        this.sum = all == null ? Shares.of(null, 0) : all;
    }

    private Shares shares(Standing standing) {
        return Shares.of(allocation.awards().get(standing.subject()));
    }

    /** Returns the cell of what a subject is paid, in 元; null where it is not listed. */
    @Nullable
    Spot amount(Standing standing) {
        Integer row = rows.get(standing.subject());
        return row == null ? null : new Spot(name, row, amountColumn());
    }

    /** Returns whether a subject is not listed that other figures or rules might give something. */
    boolean passesOver(Standing standing) {
        SubjectScore score = run.score(standing);
        if (amount(standing) != null || score.total() == null || score.barred()) {
            return false;
        }
        RewardFormulas formulas = new RewardFormulas(model, rewards, standing, name);
        return rewards.parts().stream().anyMatch(formulas::mayGive);
    }

    /** Returns the cell of the sum of all amounts. */
    Spot allocated() {
        return new Spot(name, sumRow(), amountColumn());
    }

    private int sumRow() {
        return firstRow + listed.size();
    }

    /** Returns the column of the first change, what other funds paid; limited, scaled and rounded follow, then the amount. */
    private int changes() {
        return FIRST_PART + rewards.parts().size();
    }

    private int amountColumn() {
        return changes() + 4;
    }

    Page page() {
        List<List<Cell>> sums = new ArrayList<>();
        sums.add(sums());
        BigFraction budget = rewards.budget();
        if (budget != null) {
            sums.add(rest(budget));
        }
        Table table = Table.of(columns(), new Rows<>(listed, (standing, at, live) -> row(standing)))
                .filtered()
                .summed(sums);
        List<Page.Line> after = new ArrayList<>();
        BigDecimal allocated = Exact.decimal(allocation.allocated());
        if (run.lang() == Lang.ZH) {
            after.add(Page.Line.note(run.say("note.amount-words", ChineseAmount.of(allocated))));
        }
        after.add(Page.Line.note(check()));
        int others = run.standings().size() - listed.size();
        if (others > 0) {
            after.add(Page.Line.note(run.say(
                    listed.isEmpty() ? "note.unrewarded-all" : "note.unrewarded",
                    others,
                    run.rules().subject())));
        }
        if (run.standings().stream().anyMatch(this::passesOver)) {
            after.add(Page.Line.note(run.say("note.passed-over", run.rules().subject(), run.say("sheet.results"))));
        }
        after.add(Page.Line.note(run.say("note.given")));
        after.add(Page.Line.signature(run.say("sign.payment")));
        Page.Paper paper = run.paper(false, 3);
        String footer = run.lang() == Lang.ZH
                ? run.say("footer.amount", ChineseAmount.of(allocated))
                : run.say("footer.amount", Exact.grouped(allocated));
        return new Page(
                name,
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

    private List<Cell> row(Standing standing) {
        RewardFormulas formulas = new RewardFormulas(model, rewards, standing, name);
        Shares shares = shares(standing);
        int row = Objects.requireNonNull(rows.get(standing.subject()));
        List<Cell> cells = new ArrayList<>(List.of(
                run.rank(standing),
                run.id(standing),
                run.name(standing),
                run.grade(standing),
                run.total(run.score(standing).total()).live(formulas.total())));
        for (RewardPart part : rewards.parts()) {
            cells.add(given(yuan(shares.parts().getOrDefault(part.id(), BigDecimal.ZERO)), formulas.part(part)));
        }
        int changes = changes();
        cells.add(given(yuan(shares.minus()), formulas.minus(sum(row, changes - 1))));
        cells.add(given(yuan(shares.limited()), formulas.limited(sum(row, changes))));
        cells.add(given(yuan(shares.scaled()), scaled(row)));
        cells.add(given(yuan(shares.rounded()), rounded(row, formulas.unit())));
        cells.add(given(yuan(shares.amount()), "ROUND(" + sum(row, changes + 3) + ",9)"));
        if (run.lang() == Lang.ZH) {
            cells.add(Cell.text(ChineseAmount.of(shares.amount())).on(Tone.GIVEN));
        }
        return cells;
    }

    /** Returns the sum of a row from the first part to a column. */
    private String sum(int row, int last) {
        Spot from = new Spot(name, row, FIRST_PART);
        return last == FIRST_PART ? from.here() : "SUM(" + from.here() + ":" + new Spot(name, row, last).here() + ")";
    }

    private String scaled(int row) {
        String budget = model.rules().named("budget");
        if (budget == null || !rewards.scale()) {
            return "0";
        }
        String all = "SUM(" + new Spot(name, sumRow(), FIRST_PART).fixed() + ":"
                + new Spot(name, sumRow(), changes() + 1).fixedHere() + ")";
        String most = budget + "*" + WAN;
        return "IF(" + all + ">" + most + "," + sum(row, changes() + 1) + "*(" + most + "/" + all + "-1),0)";
    }

    /** Returns what rounding to the unit changes; null where the units left go round by the size of remainders. */
    private @Nullable String rounded(int row, String unit) {
        String before = sum(row, changes() + 2);
        return rewards.largestRemainder() ? null : "INT(ROUND(" + before + "/" + unit + ",9))*" + unit + "-" + before;
    }

    private Cell given(Cell cell, @Nullable String formula) {
        String sayable = CellFormula.sayable(formula);
        if (sayable == null) {
            return cell.on(Tone.GIVEN).noting(run.say("given"));
        }
        return sayable.equals("0") ? cell : cell.live(sayable);
    }

    private List<Cell> sums() {
        List<Cell> row = lead(run.say("sum.all"));
        List<BigDecimal> numbers = new ArrayList<>();
        rewards.parts().forEach(part -> numbers.add(sum.parts().getOrDefault(part.id(), BigDecimal.ZERO)));
        numbers.addAll(List.of(sum.minus(), sum.limited(), sum.scaled(), sum.rounded(), sum.amount()));
        for (BigDecimal number : numbers) {
            Cell cell = yuan(number);
            Spot top = new Spot(name, firstRow, row.size());
            row.add(
                    listed.isEmpty()
                            ? cell
                            : cell.live("SUM(" + top.here() + ":"
                                    + top.inRow(sumRow() - 1).here() + ")"));
        }
        if (run.lang() == Lang.ZH) {
            row.add(Cell.text(ChineseAmount.of(sum.amount())).on(Tone.GIVEN));
        }
        return row.stream().map(Cell::onSum).toList();
    }

    /** Returns the row with what the budget leaves. */
    private List<Cell> rest(BigFraction budget) {
        List<Cell> row = lead(run.say("sum.rest"));
        while (row.size() < amountColumn()) {
            row.add(Cell.empty());
        }
        row.add(yuan(Exact.decimal(budget.subtract(allocation.allocated())))
                .live(model.rules().named("budget") + "*" + WAN + "-"
                        + allocated().here()));
        if (run.lang() == Lang.ZH) {
            row.add(Cell.empty());
        }
        return row.stream().map(cell -> cell.on(Tone.SUM)).toList();
    }

    private static List<Cell> lead(String label) {
        return new ArrayList<>(List.of(Cell.empty(), Cell.empty(), Cell.centred(label), Cell.empty(), Cell.empty()));
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
