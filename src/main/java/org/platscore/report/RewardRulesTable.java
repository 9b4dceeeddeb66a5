package org.platscore.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Spot;
import org.platscore.report.sheet.Table;
import org.platscore.rules.reward.Fixed;
import org.platscore.rules.reward.Pool;
import org.platscore.rules.reward.Rate;
import org.platscore.rules.reward.RewardLimit;
import org.platscore.rules.reward.RewardPart;
import org.platscore.rules.reward.Rewards;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.words.Paragraph;
import org.platscore.rules.words.RulesWording;

/** The rules of rewards as a table, each number in a cell of its own: parts, what is taken off, limits, budget, unit. */
final class RewardRulesTable {

    private static final int FROM = 3;
    private static final int NUMBER = 5;
    private static final BigFraction WAN = BigFraction.of(10_000);

    private final Run run;
    private final RulesWording wording;
    private final RuleCells cells;
    private final Spot first;
    private final List<List<Cell>> body;

    private RewardRulesTable(Run run, RuleCells cells, Spot first, List<List<Cell>> body) {
        this.run = run;
        this.wording = new RulesWording(run.rules());
        this.cells = cells;
        this.first = first;
        this.body = body;
    }

    /**
     * @param cells takes note of where the numbers stand
     * @param firstRow gives the first cell of a table's body
     */
    static Table of(Run run, Rewards rewards, RuleCells cells, Function<Table, Spot> firstRow) {
        List<Column> columns = List.of(
                Column.of(run.say("head.id")),
                Column.of(run.say("head.part")),
                Column.of(run.say("head.when")),
                Column.of(run.say("head.from")),
                Column.of(run.say("head.words")),
                Column.of(run.say("head.value")),
                Column.of(run.say("head.unit")));
        String caption = run.say("caption.rewards");
        List<List<Cell>> body = new ArrayList<>();
        Spot first = firstRow.apply(Table.of(columns, body).captioned(caption));
        new RewardRulesTable(run, cells, first, body).fill(rewards);
        return Table.of(columns, body).captioned(caption);
    }

    private void fill(Rewards rewards) {
        rewards.parts().forEach(this::part);
        for (String minus : rewards.minus()) {
            row(
                    kind("minus"),
                    "",
                    null,
                    null,
                    run.say("rules.minus-words", run.rules().measure(minus).label()));
        }
        rewards.limits().forEach(this::limit);
        if (rewards.budget() != null) {
            cells.put("budget", spot(NUMBER));
            row(
                    kind("budget"),
                    "",
                    null,
                    wan(rewards.budget()),
                    run.say(rewards.scale() ? "rules.budget-scale" : "rules.budget-stop"));
        }
        cells.put("unit", spot(NUMBER));
        row(
                kind("unit"),
                "",
                null,
                inYuan(rewards.unit()) ? Standards.number(rewards.unit(), Standards.DECIMALS) : wan(rewards.unit()),
                run.say(rewards.largestRemainder() ? "rules.largest-remainder" : "rules.round-down"),
                run.say(inYuan(rewards.unit()) ? "unit.yuan-bare" : "unit.wan-bare"));
    }

    private void part(RewardPart part) {
        Name name = new Name(part.id(), part.label());
        String words = Paragraph.say(part.sentence(wording), run.lang());
        int before = body.size();
        if (part instanceof Fixed) {
            Fixed fixed = (Fixed) part;
            fixed.byGrade().forEach((grade, amount) -> {
                cells.put(fixed, grade, spot(NUMBER));
                row(name, part.grades().label(grade), null, wan(amount), words(before, words));
            });
            for (Fixed.Band band : fixed.bands()) {
                cells.put(band, "from", spot(FROM));
                cells.put(band, "amount", spot(NUMBER));
                row(
                        name,
                        run.say("head.total"),
                        Standards.number(band.from(), Standards.DECIMALS),
                        wan(band.amount()),
                        words(before, words));
            }
        } else if (part instanceof Rate) {
            rate((Rate) part, name, before, words);
        } else {
            Pool pool = (Pool) part;
            row(name, "", null, pool.amount() == null ? null : wan(pool.amount()), words);
        }
    }

    private void rate(Rate rate, Name name, int before, String words) {
        for (Map.Entry<String, BigFraction> share : rate.byGrade().entrySet()) {
            cells.put(rate, share.getKey(), spot(NUMBER));
            row(
                    name,
                    rate.grades().label(share.getKey()),
                    null,
                    Standards.percent(share.getValue()),
                    words(before, words));
        }
        for (Rate.Bracket bracket : rate.brackets()) {
            cells.put(bracket, "over", spot(FROM));
            cells.put(bracket, "share", spot(NUMBER));
            row(
                    name,
                    rate.of().label(),
                    Standards.inUnit(run.figure(rate.of().name()), bracket.over()),
                    Standards.percent(bracket.share()),
                    words(before, words));
        }
        if (rate.limit() != null) {
            bound(name, "", rate.limit(), "");
        }
    }

    private void limit(RewardLimit limit) {
        Name name = kind("limit");
        String words = Paragraph.say(limit.sentence(wording), run.lang());
        int before = body.size();
        if (limit instanceof RewardLimit.Amount) {
            bound(name, "", ((RewardLimit.Amount) limit).benchmark(), words);
        } else if (limit instanceof RewardLimit.ByGrade) {
            RewardLimit.ByGrade byGrade = (RewardLimit.ByGrade) limit;
            byGrade.amounts()
                    .forEach((grade, amount) ->
                            bound(name, byGrade.grades().label(grade), amount, words(before, words)));
        } else {
            RewardLimit.Share share = (RewardLimit.Share) limit;
            cells.put(share, "share", spot(NUMBER));
            row(name, share.of().label(), null, Standards.percent(share.share()), words);
        }
    }

    /** Adds a limit's row, of a choice one for each of its limits; a limit by a measure is told in words only. */
    private void bound(Name name, String when, Benchmark limit, String words) {
        if (limit instanceof Benchmark.Chosen) {
            int before = body.size();
            String first = when.isEmpty() && !name.id.isEmpty() ? run.say("rules.part-limit") : when;
            Standards.choices(
                    run,
                    ((Benchmark.Chosen) limit).choice(),
                    first,
                    (chosen, chosenWhen) -> bound(name, chosenWhen, chosen, words(before, words)));
            return;
        }
        boolean constant = limit instanceof Benchmark.Constant;
        if (constant) {
            cells.put(limit, "number", spot(NUMBER));
        }
        String told = name.id.isEmpty() ? words : run.say("rules.part-limit");
        row(
                name,
                when.isEmpty() && !name.id.isEmpty() ? run.say("rules.part-limit") : when,
                null,
                constant ? wan(((Benchmark.Constant) limit).number()) : null,
                constant ? told : limit.sentence().in(run.lang()));
    }

    private String words(int before, String words) {
        return body.size() == before ? words : "";
    }

    /** A row's id and label. */
    private record Name(String id, String label) {}

    private Name kind(String kind) {
        return new Name("", run.say("rules." + kind));
    }

    private Spot spot(int column) {
        return new Spot(first.page(), first.row() + body.size(), column);
    }

    private void row(Name name, String when, @Nullable Cell from, @Nullable Cell number, String words) {
        row(name, when, from, number, words, run.say("unit.wan-bare"));
    }

    private void row(Name name, String when, @Nullable Cell from, @Nullable Cell number, String words, String unit) {
        body.add(List.of(
                name.id.isEmpty() ? Cell.empty() : Cell.centred(name.id),
                Cell.text(name.label),
                when.isEmpty() ? Cell.missing("") : Cell.text(when),
                from == null ? Cell.missing("") : from,
                Cell.text(words),
                number == null ? Cell.missing(run.say("rules.in-method")) : number,
                number == null || number.form().percent() ? Cell.missing("") : Cell.centred(unit)));
    }

    /** Returns whether the unit of amounts is shown in 元: in 万元 it would be a row of zeros. */
    static boolean inYuan(BigFraction unit) {
        return unit.compareTo(BigFraction.ONE) < 0;
    }

    private static Cell wan(BigFraction yuan) {
        return Standards.number(yuan.divide(WAN), 6);
    }
}
