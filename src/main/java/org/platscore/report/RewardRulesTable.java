package org.platscore.report;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Column;
import org.platscore.report.sheet.Table;
import org.platscore.rules.reward.RewardLimit;
import org.platscore.rules.reward.RewardPart;
import org.platscore.rules.reward.Rewards;

/** The rules of rewards as a table: parts, what is taken off, limits, budget, unit. */
final class RewardRulesTable {

    private final Run run;

    private RewardRulesTable(Run run) {
        this.run = run;
    }

    static Table of(Run run, Rewards rewards) {
        return new RewardRulesTable(run).table(rewards);
    }

    private Table table(Rewards rewards) {
        List<Column> columns = List.of(
                Column.of(run.say("head.id")),
                Column.of(run.say("head.part")),
                Column.of(run.say("head.amount"), run.say("unit.wan")),
                Column.of(run.say("head.kind")),
                Column.of(run.say("head.words")));
        List<List<Cell>> body = new ArrayList<>();
        for (RewardPart part : rewards.parts()) {
            body.add(List.of(
                    Cell.centred(part.id()),
                    Cell.text(part.label()),
                    Cell.missing(run.say("rules.in-method")),
                    Cell.text(run.say("rules.part")),
                    Cell.text(part.sentence().in(run.lang()))));
        }
        for (String minus : rewards.minus()) {
            body.add(rewardRow(
                    "minus",
                    null,
                    run.say("rules.minus-words", run.rules().measure(minus).label())));
        }
        for (RewardLimit limit : rewards.limits()) {
            body.add(rewardRow("limit", null, limit.sentence().in(run.lang())));
        }
        if (rewards.budget() != null) {
            body.add(rewardRow(
                    "budget", rewards.budget(), run.say(rewards.scale() ? "rules.budget-scale" : "rules.budget-stop")));
        }
        body.add(rewardRow(
                "unit",
                rewards.unit(),
                run.say(rewards.largestRemainder() ? "rules.largest-remainder" : "rules.round-down")));
        return Table.of(columns, body).captioned(run.say("caption.rewards"));
    }

    private List<Cell> rewardRow(String kind, @Nullable BigFraction amount, String words) {
        return List.of(
                Cell.empty(),
                Cell.text(run.say("rules." + kind)),
                amount == null ? Cell.missing(run.say("rules.in-method")) : Run.wan(amount),
                Cell.text(run.say("rules.bound")),
                Cell.text(words));
    }
}
